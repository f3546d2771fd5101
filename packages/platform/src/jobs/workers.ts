// The workers of one process: one a job, looking for its waiting row; a bounded number of runs at once.

import type { Job, PgBoss } from 'pg-boss';
import type { JobDefinition } from './define-job.ts';
import { runJob, Waiting, type RunPlace } from './run-job.ts';
import { makeSlots } from './slots.ts';
import type { JobsOptions } from './jobs-options.ts';
import type { Waker } from './waker.ts';

/** Wakes are heard at once; polling only finds what was not heard. */
const POLL_SECONDS = 5;
const STOP_GRACE_MS = 20_000;

export interface Workers {
  /** Resolves when no run is going on, or after the grace. */
  readonly stop: () => Promise<void>;
}

/** Starts looking for runs of every job. */
export async function startWorkers<Tables, Context>(
  options: JobsOptions<Tables, Context>,
  boss: PgBoss,
  waker: Waker,
): Promise<Workers> {
  const { database, clock, log, context, definitions } = options;
  const { wake, wakeLater } = waker;
  const { kysely } = database;
  const place: RunPlace<Tables, Context> = { kysely, clock, log, context, wake, wakeLater };
  const slots = makeSlots(options.workers);
  const stopping = new AbortController();
  const outOfTime = new AbortController();

  const work = async (definition: JobDefinition<Context>, job: Job): Promise<void> => {
    const waiting = Waiting.parse(job.data ?? {});
    const release = await slots.take();
    try {
      // Claimed, but not begun: it waits again, for a process that goes on.
      if (stopping.signal.aborted) return await wakeLater(definition.name, waiting, 0);
      const signal = AbortSignal.any([job.signal, outOfTime.signal]);
      await runJob(place, definition, { waiting, signal });
    } finally {
      release();
    }
  };
  for (const definition of definitions) {
    const settings = {
      batchSize: 1,
      pollingIntervalSeconds: POLL_SECONDS,
      notifyPollingIntervalSeconds: POLL_SECONDS,
    };
    const workerId = await boss.work(definition.name, settings, async (jobs: Job[]) => {
      for (const job of jobs) await work(definition, job);
    });
    waker.setWorker(definition.name, workerId);
  }
  return {
    stop: async () => {
      stopping.abort();
      const ended = Promise.all(
        definitions.map(async ({ name }) => boss.offWork(name, { wait: true })),
      );
      await within(ended, STOP_GRACE_MS);
      outOfTime.abort();
    },
  };
}

async function within(ended: Promise<unknown>, limitMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limitMs);
  });
  await Promise.race([ended, limit]);
  clearTimeout(timer);
}
