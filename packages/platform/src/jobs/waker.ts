// Makes runs wait: one waiting row a job, however many reasons there are for it.

import { assert } from '@sendsale/std';
import type { PgBoss } from 'pg-boss';
import { ONLY_KEY } from './boss.ts';
import type { Waiting } from './run-job.ts';

// The database's clock may be a little behind ours.
const TIMER_SLACK_MS = 5;

export interface Waker {
  readonly wake: (name: string) => Promise<void>;
  readonly runNow: (name: string) => Promise<void>;
  readonly wakeLater: (name: string, waiting: Waiting, delayMs: number) => Promise<void>;
  /** Says which worker of this process looks for runs of the job. */
  readonly setWorker: (name: string, workerId: string) => void;
  /** Forgets the timers; what waits stays in the database. */
  readonly stop: () => void;
}

/** @param names the jobs there are; any other is a bug */
export function makeWaker(boss: PgBoss, names: ReadonlySet<string>): Waker {
  const workerIds = new Map<string, string>();
  const timers = new Set<NodeJS.Timeout>();

  // PostgreSQL notifies the workers of all machines; this tells ours even without it.
  const nudge = (name: string): void => {
    const workerId = workerIds.get(name);
    if (workerId !== undefined) boss.notifyWorker(workerId);
  };
  const nudgeLater = (name: string, delayMs: number): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      nudge(name);
    }, delayMs + TIMER_SLACK_MS);
    timer.unref();
    timers.add(timer);
  };
  // If the row that waits is claimed between the two statements, its run starts after this call began, so
  // it sees what the caller woke it for.
  const start = async (name: string, waiting: Waiting | null): Promise<void> => {
    assert(names.has(name), `There is no job ${name}.`);
    const id = await boss.send(name, waiting, { singletonKey: ONLY_KEY });
    if (id === null) {
      const options = { singletonKey: ONLY_KEY, startAfter: 0 };
      await boss.update(waiting === null ? { name, options } : { name, options, data: waiting });
    }
    nudge(name);
  };

  return {
    wake: async (name) => start(name, null),
    runNow: async (name) => start(name, { forced: true }),
    wakeLater: async (name, waiting, delayMs) => {
      const startAfter = delayMs / 1000;
      const id = await boss.send(name, waiting, { singletonKey: ONLY_KEY, startAfter });
      if (id !== null) nudgeLater(name, delayMs);
    },
    setWorker: (name, workerId) => workerIds.set(name, workerId),
    stop: () => {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
