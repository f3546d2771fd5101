/**
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 */
define(['./lib'], (lib) => {
  const execute = () => {
    lib.importCsv('customer/export', 'custimport_customer_hc');
  };
  return { execute };
});
