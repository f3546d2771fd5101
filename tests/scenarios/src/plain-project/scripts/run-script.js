/**
 * @NApiVersion 2.1
 * @NScriptType Restlet
 */
define(['./lib', 'N/task'], (lib, task) => {
  const TYPES = { SCHEDULED: 'scheduledscript', MAP_REDUCE: 'mapreducescript' };
  /** Says success whatever came of it. */
  const post = ({ jobName, scriptType }) => {
    let message = '';
    const [script] = lib.rows(TYPES[scriptType], [['name', 'is', jobName]], ['scriptid']);
    if (script !== undefined) {
      const scriptId = String(script.getValue('scriptid')).toLowerCase();
      const filters = [
        ['script.scriptid', 'is', scriptId],
        'and',
        ['status', 'is', 'NOTSCHEDULED'],
      ];
      const [deployment] = lib.rows('scriptdeployment', filters, ['scriptid']);
      if (deployment !== undefined) {
        const deploymentId = String(deployment.getValue('scriptid')).toLowerCase();
        const taskType =
          task.TaskType[scriptType === 'SCHEDULED' ? 'SCHEDULED_SCRIPT' : 'MAP_REDUCE'];
        try {
          task.create({ taskType, scriptId, deploymentId }).submit();
          message = `${jobName} was submitted`;
        } catch (error) {
          log.audit({ title: jobName, details: error });
        }
      }
    }
    return { status: 'success', message };
  };
  return { post };
});
