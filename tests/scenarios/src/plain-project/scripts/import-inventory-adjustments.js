/**
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 */
define(['./lib'], (lib) => {
  const execute = () => {
    lib.importCsv('inventoryadjustment/csv', 'custimport_inventoryadjustment_hc');
  };
  return { execute };
});
