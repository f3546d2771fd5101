/**
 * How often a script's schedule runs it. Answers a JSON text, as published.
 *
 * @NApiVersion 2.1
 * @NScriptType Restlet
 */

import * as record from 'N/record';
import { textIn } from '../lib/request.ts';
import { errorText } from '../lib/script-error.ts';
import { findScheduledDeployment } from '../lib/scripts-of-account.ts';

/** `?jobName=` → `{status, message, recurrenceMinutes}` */
export function get(request: unknown): string {
  return JSON.stringify(readSchedule(textIn(request, 'jobName')));
}

interface Schedule {
  readonly status: 'success' | 'error';
  readonly message: string;
  /** Null for a script that runs once a day. */
  readonly recurrenceMinutes: number | null;
}

function readSchedule(jobName: string): Schedule {
  const deploymentId = jobName === '' ? null : findScheduledDeployment(jobName);
  if (deploymentId === null) {
    const message = `There is no scheduled deployment titled "${jobName}"`;
    return { status: 'error', message, recurrenceMinutes: null };
  }
  try {
    const deployment = record.load({ type: 'scriptdeployment', id: deploymentId });
    const recurrence = String(deployment.getValue({ fieldId: 'recurringevent' }));
    const recurrenceMinutes = repeatMinutes(recurrence);
    return { status: 'success', message: `Schedule of ${jobName}`, recurrenceMinutes };
  } catch (error) {
    return { status: 'error', message: errorText(error).message, recurrenceMinutes: null };
  }
}

/** `recurringevent` is a JSON text. */
function repeatMinutes(recurrence: string): number | null {
  const minutes = Number(textIn(JSON.parse(recurrence), 'repeatTimeInMinutes'));
  return Number.isFinite(minutes) && minutes > 0 ? minutes : null;
}
