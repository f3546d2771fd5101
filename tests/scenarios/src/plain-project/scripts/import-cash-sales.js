/**
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 */
define(['./lib'], (lib) => {
  const execute = () => {
    lib.importCsv('cashsale/export', 'custimport_add_cashsale_hc');
  };
  return { execute };
});
