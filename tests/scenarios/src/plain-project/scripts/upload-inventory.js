/**
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 */
define([], () => {
  const execute = () => {
    log.audit({ title: 'Stock', details: 'Was uploaded when it was generated.' });
  };
  return { execute };
});
