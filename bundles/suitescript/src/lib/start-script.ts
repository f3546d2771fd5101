// Starts a script through its NOTSCHEDULED deployment: the next one of the road, or this one again when
// its units are spent or a CSV import is still running.

import type { Script } from '@sendsale/netsuite/contract';
import * as task from 'N/task';
import { errorText } from './script-error.ts';

/** False when it could not be started, most often because it runs already; its schedule catches up. */
export function startScript(script: Script): boolean {
  try {
    submitScript(script);
    return true;
  } catch (error) {
    log.audit({ title: `Not started: ${script.jobName}`, details: errorText(error) });
    return false;
  }
}

function submitScript({ scriptType, scriptId, onDemandDeploymentId }: Script): void {
  const deploymentId = onDemandDeploymentId;
  if (scriptType === 'MAP_REDUCE') {
    task.create({ taskType: task.TaskType.MAP_REDUCE, scriptId, deploymentId }).submit();
    return;
  }
  task.create({ taskType: task.TaskType.SCHEDULED_SCRIPT, scriptId, deploymentId }).submit();
}
