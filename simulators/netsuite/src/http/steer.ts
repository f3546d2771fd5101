// What users and tests do to the account from outside, for the control API and the pages alike: start a deployment,
// move the clock, order a fault.

import { z } from 'zod';
import { refuse } from '../account/failure.ts';
import type { Simulator } from '../runtime/simulator.ts';
import type { TaskRecord } from '../runtime/task-queue.ts';

export const ClockMove = z.union([
  z.strictObject({ at: z.iso.datetime(), schedules: z.boolean().default(true) }),
  z.strictObject({ advanceMs: z.number().int().positive(), schedules: z.boolean().default(true) }),
  z.strictObject({ run: z.literal(true) }),
]);
export type ClockMove = z.infer<typeof ClockMove>;

export const FaultOrder = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sftp-down') }),
  z.strictObject({ kind: z.literal('sftp-authentication') }),
  z.strictObject({ kind: z.literal('slow-queue'), delayMs: z.number().int().positive() }),
  z.strictObject({
    kind: z.literal('restart'),
    script: z.string(),
    stage: z.enum(['map', 'reduce', 'execute']).default('map'),
    afterInvocations: z.number().int().positive().default(1),
  }),
  z.strictObject({ kind: z.literal('response-lost'), script: z.string() }),
  z.strictObject({
    kind: z.literal('row-refused'),
    containing: z.string().min(1),
    message: z.string().default('An unexpected error occurred.'),
  }),
  z.strictObject({ kind: z.literal('period-closed') }),
]);

export interface WantedRun {
  readonly script: string;
  /** The first one of the script when left out. */
  readonly deployment?: string | undefined;
  /** As filled in on the deployment's page for this run. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** As the Save & Execute button does: any deployment that is not running. @throws SuiteScriptError */
export function startDeployment({ host }: Simulator, run: WantedRun): TaskRecord {
  const { script: scriptId, parameters = {} } = run;
  const script =
    host.registry.script(scriptId) ?? refuse('RCRD_DSNT_EXIST', `There is no script ${scriptId}.`);
  const wanted = run.deployment ?? script.deployments[0]?.id ?? '';
  const deployment =
    host.registry.deployment(script, wanted) ??
    refuse('RCRD_DSNT_EXIST', `${scriptId} has no deployment ${wanted}.`);
  if (script.type !== 'scheduledscript' && script.type !== 'mapreducescript')
    refuse('SSS_INVALID_API_USAGE', `A ${script.type} is not run by the queue.`);
  return (
    host.tasks.start(script, deployment, { how: 'userinterface', parameters }) ??
    refuse('FAILED_TO_SUBMIT_JOB_REQUEST_1', `${deployment.id} is running or waiting already.`)
  );
}

/** Moves the clock; schedules due on the way run in their order. A clock that ran goes on running after a step. */
export async function moveClock({ clock, scheduler }: Simulator, wanted: ClockMove): Promise<void> {
  const wasStopped = clock.isStopped();
  if (!('run' in wanted)) {
    const at =
      'at' in wanted ? new Date(wanted.at) : new Date(clock.now().getTime() + wanted.advanceMs);
    if (wanted.schedules) await scheduler.advanceTo(at);
    else scheduler.jumpTo(at);
  }
  if ('run' in wanted || ('advanceMs' in wanted && !wasStopped)) clock.run();
}
