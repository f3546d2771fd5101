// One run of a job: its row in the history, what it did, and what that sets in motion.

import type { Clock } from '@sendsale/std';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Logger } from '../log/index.ts';
import { againDelayMs, failedDelayMs } from './backoff.ts';
import type { JobDefinition, JobOutcome } from './define-job.ts';
import { closeRun, openRun } from './run-records.ts';

/** What travels with a waiting run: why it waits. */
export const Waiting = z.object({
  /** Ordered by a person: runs although the job is paused. */
  forced: z.boolean().optional(),
  /** Runs in a row that did nothing but asked to run again. */
  idle: z.int().optional(),
  /** Runs in a row that threw. */
  failures: z.int().optional(),
});
export type Waiting = z.infer<typeof Waiting>;

export interface RunPlace<Tables, Context> {
  readonly kysely: Kysely<Tables>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly context: Context;
  /** Makes a run of that job wait, from now. */
  readonly wake: (name: string) => Promise<void>;
  /** Makes a run of that job wait until the delay is over, unless one waits already. */
  readonly wakeLater: (name: string, waiting: Waiting, delayMs: number) => Promise<void>;
}

/** Runs the job once. Rejects only when the database fails; what the job itself throws is recorded. */
export async function runJob<Tables, Context>(
  place: RunPlace<Tables, Context>,
  definition: JobDefinition<Context>,
  claim: { readonly waiting: Waiting; readonly signal: AbortSignal },
): Promise<void> {
  const { kysely, clock, log } = place;
  const { name } = definition;
  const at = clock.now();
  const isForced = claim.waiting.forced === true;
  const id = await openRun(kysely, { name, at, isForced });
  if (id === null) return;
  let outcome: JobOutcome;
  try {
    outcome = await definition.run(place.context, { at, signal: claim.signal });
  } catch (error) {
    log.error({ err: error, job: name }, 'A job failed and will be tried again.');
    const note = error instanceof Error ? error.message : String(error);
    const failed = { id, name, at: clock.now(), outcome: 'FAILED', done: 0, note } as const;
    await closeRun(kysely, failed);
    const failures = (claim.waiting.failures ?? 0) + 1;
    await place.wakeLater(name, { failures }, failedDelayMs(failures));
    return;
  }
  const { done, note = null } = outcome;
  await closeRun(kysely, { id, name, at: clock.now(), outcome: 'DONE', done, note });
  await follow(place, definition, { outcome, idleBefore: claim.waiting.idle ?? 0 });
}

async function follow<Tables, Context>(
  place: RunPlace<Tables, Context>,
  definition: JobDefinition<Context>,
  end: { readonly outcome: JobOutcome; readonly idleBefore: number },
): Promise<void> {
  const { done, again } = end.outcome;
  if (done > 0) await Promise.all(definition.wakes.map(place.wake));
  if (again !== true) return;
  if (done > 0) return place.wake(definition.name);
  const idle = end.idleBefore + 1;
  return place.wakeLater(definition.name, { idle }, againDelayMs(idle));
}
