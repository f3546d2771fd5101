/**
 * Starts a script at once. The published one answered `success` whatever came of it; this one says what
 * happened, in the same shape.
 *
 * @NApiVersion 2.1
 * @NScriptType Restlet
 */

import * as task from 'N/task';
import { textIn } from '../lib/request.ts';
import { errorText } from '../lib/script-error.ts';
import { findOnDemandDeployment, findScriptId, scriptTypeOf } from '../lib/scripts-of-account.ts';

export interface RunAnswer {
  readonly status: 'success' | 'error';
  readonly message: string;
  /** ALREADY_RUNNING, UNKNOWN_SCRIPT, NO_ON_DEMAND_DEPLOYMENT, INVALID_REQUEST, or NetSuite's code. */
  readonly code?: string;
  readonly taskId?: string;
}

/** `{jobName, scriptType: 'SCHEDULED' | 'MAP_REDUCE'}` */
export function post(request: unknown): RunAnswer {
  const jobName = textIn(request, 'jobName');
  const scriptType = scriptTypeOf(textIn(request, 'scriptType'));
  if (jobName === '' || scriptType === null) {
    return failure('INVALID_REQUEST', 'jobName and scriptType (SCHEDULED, MAP_REDUCE) are needed');
  }
  const scriptId = findScriptId(jobName, scriptType);
  if (scriptId === null) {
    return failure('UNKNOWN_SCRIPT', `There is no ${scriptType} script named ${jobName}`);
  }
  const deploymentId = findOnDemandDeployment(scriptId);
  if (deploymentId === null) {
    const message = `${jobName} has no deployment with status Not Scheduled, so it cannot be started`;
    return failure('NO_ON_DEMAND_DEPLOYMENT', message);
  }
  return start({ jobName, scriptType, scriptId, deploymentId });
}

interface Target {
  readonly jobName: string;
  readonly scriptType: 'SCHEDULED' | 'MAP_REDUCE';
  readonly scriptId: string;
  readonly deploymentId: string;
}

const RUNNING = /ALREADY_RUNNING|ALREADY_SUBMITTED|ALREADY_QUEUED|NO_DEPLOYMENTS_AVAILABLE/;
const RUNNING_TEXT = /INPROGRESS|INQUEUE|already (running|submitted|queued|in the queue)/i;

function start({ jobName, scriptType, scriptId, deploymentId }: Target): RunAnswer {
  try {
    const taskId =
      scriptType === 'MAP_REDUCE'
        ? task.create({ taskType: task.TaskType.MAP_REDUCE, scriptId, deploymentId }).submit()
        : task
            .create({ taskType: task.TaskType.SCHEDULED_SCRIPT, scriptId, deploymentId })
            .submit();
    return { status: 'success', message: `${jobName} is started`, taskId };
  } catch (error) {
    const { code, message } = errorText(error);
    const isRunning = RUNNING.test(code) || RUNNING_TEXT.test(message);
    return failure(isRunning ? 'ALREADY_RUNNING' : code, message);
  }
}

function failure(code: string, message: string): RunAnswer {
  return { status: 'error', code, message };
}
