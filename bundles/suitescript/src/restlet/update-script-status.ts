/**
 * Pauses a script's schedule or lets it go on.
 *
 * @NApiVersion 2.1
 * @NScriptType Restlet
 */

import * as record from 'N/record';
import { textIn } from '../lib/request.ts';
import { errorText } from '../lib/script-error.ts';
import { findScheduledDeployment } from '../lib/scripts-of-account.ts';

interface StatusAnswer {
  readonly status: 'success' | 'error';
  readonly message: string;
  readonly requestBody: unknown;
}

/** A deployment in TESTING stays where it is and is not run. */
const STATUS: Readonly<Record<string, string>> = { Y: 'TESTING', N: 'SCHEDULED' };

/** `{jobName, paused: 'Y' | 'N'}` */
export function post(request: unknown): StatusAnswer {
  const jobName = textIn(request, 'jobName');
  const status = STATUS[textIn(request, 'paused')];
  if (jobName === '' || status === undefined) {
    return answer(request, 'jobName and paused (Y, N) are needed');
  }
  const deploymentId = findScheduledDeployment(jobName);
  if (deploymentId === null) {
    return answer(request, `There is no scheduled deployment titled "${jobName}"`);
  }
  try {
    record.submitFields({ type: 'scriptdeployment', id: deploymentId, values: { status } });
  } catch (error) {
    return answer(request, errorText(error).message);
  }
  return { status: 'success', message: `${jobName} is ${status}`, requestBody: request };
}

function answer(requestBody: unknown, message: string): StatusAnswer {
  return { status: 'error', message, requestBody };
}
