// Runs the jobs of a catalogue on this machine, together with any other machine that shares the database:
// a wake or a cron slot is one waiting row, and whoever claims it runs it.

import { assert } from '@sendsale/std';
import { makeBoss } from './boss.ts';
import type { JobsOptions } from './jobs-options.ts';
import { openQueues, openSchedules, recoverCutOff } from './queues.ts';
import { savePause } from './run-records.ts';
import { makeWaker, type Waker } from './waker.ts';
import { startWorkers } from './workers.ts';

export interface Jobs {
  /**
   * There is something to do: the job runs soon, unless it is paused. Wakes before it starts are one. Call
   * it after the transaction that made the work, never inside: it uses a connection of its own.
   */
  readonly wake: (name: string) => Promise<void>;
  /** A person wants it to run now, paused or not. */
  readonly runNow: (name: string) => Promise<void>;
  /** Wakes and schedules no longer start it, in any process; a run that is going on ends. */
  readonly pause: (name: string) => Promise<void>;
  /** Undoes a pause and wakes the job, since it may have missed something. */
  readonly resume: (name: string) => Promise<void>;
  /** Takes nothing new, lets what runs end (for 20 s, then its signal is aborted) and resolves. */
  readonly stop: () => Promise<void>;
}

const embeddedInUse = new WeakSet<object>();

/** Starts the jobs; resolves when this process hears wakes. */
export async function startJobs<Tables, Context>(
  options: JobsOptions<Tables, Context>,
): Promise<Jobs> {
  const { database, definitions, log } = options;
  const names = checkCatalogue(definitions);
  const works = options.workers > 0;
  const isSingle = works && database.engine === 'pglite';
  if (isSingle) {
    assert(!embeddedInUse.has(database), 'Jobs already run on this embedded database.');
    embeddedInUse.add(database);
  }
  const boss = makeBoss(database, { log, works });
  const stopBoss = async (): Promise<void> => {
    await boss.stop({ graceful: true, timeout: 1000 });
    if (isSingle) embeddedInUse.delete(database);
  };
  try {
    // Two machines may install the queue at the same moment; the one that fails finds it there next time.
    await boss.start({ attempts: 3 });
    await openQueues(boss, definitions);
    if (isSingle) await recoverCutOff(boss, database);
    const waker = makeWaker(boss, names);
    const workers = works ? await startWorkers(options, boss, waker) : null;
    if (works) await openSchedules(boss, database, definitions);
    return makeJobs(options, waker, async () => {
      waker.stop();
      await workers?.stop();
      await stopBoss();
    });
  } catch (error) {
    await stopBoss();
    throw error;
  }
}

function makeJobs<Tables, Context>(
  options: JobsOptions<Tables, Context>,
  waker: Waker,
  stop: () => Promise<void>,
): Jobs {
  const setPaused = async (name: string, paused: boolean): Promise<void> => {
    const isKnown = options.definitions.some((definition) => definition.name === name);
    assert(isKnown, `There is no job ${name}.`);
    return savePause(options.database.kysely, { name, paused });
  };
  return {
    wake: waker.wake,
    runNow: waker.runNow,
    pause: async (name) => setPaused(name, true),
    resume: async (name) => {
      await setPaused(name, false);
      await waker.wake(name);
    },
    stop,
  };
}

function checkCatalogue(
  definitions: readonly { readonly name: string; readonly wakes: readonly string[] }[],
): ReadonlySet<string> {
  const names = new Set(definitions.map((definition) => definition.name));
  assert(names.size === definitions.length, 'Two jobs have the same name.');
  for (const { name, wakes } of definitions) {
    for (const next of wakes) assert(names.has(next), `${name} wakes ${next}, which is no job.`);
  }
  return names;
}
