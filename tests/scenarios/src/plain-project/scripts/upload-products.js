/**
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 */
define([], () => {
  const execute = () => {
    log.audit({ title: 'Products', details: 'Were uploaded when they were generated.' });
  };
  return { execute };
});
