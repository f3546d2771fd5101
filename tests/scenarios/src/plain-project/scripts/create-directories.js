/**
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 */
define(['./lib'], (lib) => {
  const execute = () => {
    const connection = lib.connect();
    for (const path of ['DIRECTORIES'].flat()) connection.makeDirectory({ path });
  };
  return { execute };
});
