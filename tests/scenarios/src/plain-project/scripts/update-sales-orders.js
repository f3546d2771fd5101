/**
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 */
define(['./lib'], (lib) => {
  const execute = () => {
    lib.importCsv('salesorder/update', 'custimport_update_salesorders_hc');
  };
  return { execute };
});
