// What the jobs promise, on both engines: a wake starts a run at once, wakes are one, a throw is tried again,
// a pause holds, and what did something wakes the next.

import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../clock/index.ts';
import { makeLog } from '../log/index.ts';
import { makeGate, openScratch, Recorder, testEngines, type Scratch } from '../testing/index.ts';
import { listJobs, listRuns, startJobs, type JobDefinition, type Jobs } from './index.ts';

const migrations = fileURLToPath(new URL('../../test-sql/jobs', import.meta.url));
const log = makeLog({ level: 'silent' });

type Run = JobDefinition<null>['run'];
type Extra = Partial<Pick<JobDefinition<null>, 'wakes' | 'schedule'>>;

function define(name: string, run: Run, extra: Extra = {}): JobDefinition<null> {
  return { name, label: `The job ${name}.`, schedule: null, wakes: [], run, ...extra };
}

// Half the pause after which a worker looks by itself: what starts sooner was heard, on any machine.
const HEARD_MS = 2_500;

// Making an embedded database takes 3 s, and much longer on a machine that does many things.
const COLD_START_MS = 180_000;

describe.each(testEngines())('jobs on $engine', ({ server }) => {
  let scratch: Scratch<object>;
  let running: Jobs[] = [];
  beforeAll(async () => {
    scratch = await openScratch({ migrations, server });
  }, COLD_START_MS);
  afterEach(async () => {
    await stopAll();
  });
  afterAll(async () => {
    await scratch.close();
  });

  async function start(definitions: readonly JobDefinition<null>[], workers = 8): Promise<Jobs> {
    const { database } = scratch;
    const shared = { clock: systemClock, log, context: null };
    const jobs = await startJobs({ ...shared, database, definitions, workers });
    running.push(jobs);
    return jobs;
  }

  async function stopAll(): Promise<void> {
    await Promise.all(running.map(async (jobs) => jobs.stop()));
    running = [];
  }

  async function runsOf(name: string) {
    return listRuns(scratch.database.kysely, { name, limit: 200 });
  }

  it('starts a woken job when it is woken, not when it would look, and leaves a row of each run', async () => {
    const started = new Recorder<number>();
    const quick = define('quick', async () => {
      started.note(performance.now());
      return { done: 0, note: 'nothing there' };
    });
    const jobs = await start([quick]);
    const latencies: number[] = [];
    for (let round = 1; round <= 15; round += 1) {
      const before = performance.now();
      await jobs.wake('quick');
      const times = await started.until(round);
      latencies.push((times[round - 1] ?? Infinity) - before);
    }
    const [median = Infinity] = latencies.sort((a, b) => a - b).slice(7);
    expect(median).toBeLessThan(HEARD_MS);
    await stopAll();
    const runs = await runsOf('quick');
    expect(runs).toHaveLength(15);
    expect(runs[0]).toMatchObject({ outcome: 'DONE', done: 0, note: 'nothing there' });
    expect(runs[0]?.finishedAt).toBeInstanceOf(Date);
  });

  it('makes one run of the wakes that come while a run is going on', async () => {
    const begun = new Recorder<Date>();
    const gate = makeGate();
    const slow = define('slow', async (_context, { at }) => {
      begun.note(at);
      if (begun.items.length === 1) await gate.passed;
      return { done: 0 };
    });
    const last = new Recorder<string>();
    const after = define('after', async () => {
      last.note('after');
      return { done: 0 };
    });
    const jobs = await start([slow, after]);
    await jobs.wake('slow');
    await begun.until(1);
    for (let wake = 0; wake < 50; wake += 1) await jobs.wake('slow');
    await jobs.wake('after');
    await last.until(1);
    expect(begun.items).toHaveLength(1);
    gate.open();
    await begun.until(2);
    await stopAll();
    expect(await runsOf('slow')).toHaveLength(2);
  });

  it('wakes the jobs it names when something was done, and none when nothing was', async () => {
    const order = new Recorder<string>();
    const amounts = [0, 3];
    const first = define(
      'first',
      async () => {
        order.note('first');
        return { done: amounts.shift() ?? 0 };
      },
      { wakes: ['second', 'third'] },
    );
    const second = define('second', async () => {
      order.note('second');
      return { done: 0 };
    });
    const third = define('third', async () => {
      order.note('third');
      return { done: 0 };
    });
    const jobs = await start([first, second, third]);
    await jobs.wake('first');
    await order.until(1);
    await jobs.wake('first');
    await order.until(4);
    await stopAll();
    expect(order.items.slice(0, 2)).toEqual(['first', 'first']);
    expect(order.items.slice(2).toSorted()).toEqual(['second', 'third']);
  });

  it('tries a job that threw again, later and later, and keeps what it said', async () => {
    const tries = new Recorder<number>();
    const flaky = define('flaky', async () => {
      tries.note(performance.now());
      if (tries.items.length < 3) throw new Error('the other side is away');
      return { done: 1 };
    });
    const jobs = await start([flaky]);
    await jobs.wake('flaky');
    const [first = 0, second = 0, third = 0] = await tries.until(3);
    await stopAll();
    expect(second - first).toBeGreaterThan(900);
    expect(third - second).toBeGreaterThan(1900);
    const runs = await runsOf('flaky');
    expect(runs.map((run) => run.outcome)).toEqual(['DONE', 'FAILED', 'FAILED']);
    expect(runs[1]?.note).toBe('the other side is away');
  });

  it('starts a job at once that waits after a failure, when it is woken', async () => {
    const tries = new Recorder<number>();
    const away = define('away', async () => {
      tries.note(performance.now());
      if (tries.items.length < 3) throw new Error('away');
      return { done: 0 };
    });
    const jobs = await start([away]);
    await jobs.wake('away');
    await tries.until(2);
    // The third would come 2 s after the second.
    await settled('away', 2);
    await jobs.wake('away');
    const [, second = 0, third = 0] = await tries.until(3);
    expect(third - second).toBeLessThan(2000);
  });

  it('runs again at once after a full batch, and with growing pauses while it waits', async () => {
    const begun = new Recorder<number>();
    const full = Array.from({ length: 9 }, () => ({ done: 100, again: true }));
    const outcomes = [...full, { done: 0, again: true }, { done: 0, again: true }, { done: 0 }];
    const batch = define('batch', async () => {
      begun.note(performance.now());
      return outcomes[begun.items.length - 1] ?? { done: 0 };
    });
    const jobs = await start([batch]);
    await jobs.wake('batch');
    const starts = await begun.until(12);
    const [first = 0] = starts;
    const [b = 0, c = 0, d = 0] = starts.slice(9);
    // Nine pauses that grow from a quarter of a second would be two minutes.
    expect(b - first).toBeLessThan(20_000);
    expect(c - b).toBeGreaterThan(240);
    expect(d - c).toBeGreaterThan(490);
  });

  it('does not start a paused job, lets a person run it, and catches up on resume', async () => {
    const ran = new Recorder<string>();
    const other = new Recorder<string>();
    const held = define('held', async () => {
      ran.note('held');
      return { done: 0 };
    });
    const marker = define('marker', async () => {
      other.note('marker');
      return { done: 0 };
    });
    const jobs = await start([held, marker], 1);
    await jobs.pause('held');
    await jobs.wake('held');
    await jobs.wake('marker');
    await other.until(1);
    expect(ran.items).toEqual([]);
    await jobs.runNow('held');
    await ran.until(1);
    await jobs.resume('held');
    await ran.until(2);
    await stopAll();
    expect(await runsOf('held')).toHaveLength(2);
  });

  it('lets a run end before stop resolves, and keeps the wake that came meanwhile', async () => {
    const begun = new Recorder<string>();
    const gate = makeGate();
    let hasEnded = false;
    const long = define('long', async () => {
      begun.note('long');
      await gate.passed;
      hasEnded = true;
      return { done: 0 };
    });
    const jobs = await start([long]);
    await jobs.wake('long');
    await begun.until(1);
    await jobs.wake('long');
    const stopped = stopAll();
    gate.open();
    await stopped;
    expect(hasEnded).toBe(true);
    expect(begun.items).toHaveLength(1);
    await start([long]);
    await begun.until(2);
  });

  it('lists the jobs with their settings and last runs', async () => {
    const listed = define('listed', async () => ({ done: 7 }), { schedule: '*/5 * * * *' });
    const jobs = await start([listed]);
    await jobs.runNow('listed');
    await settled('listed', 1);
    await jobs.pause('listed');
    const [listing] = await listJobs(scratch.database.kysely, [listed]);
    expect(listing).toMatchObject({ name: 'listed', schedule: '*/5 * * * *', paused: true });
    expect(listing?.lastRun).toMatchObject({ outcome: 'DONE', done: 7 });
  });

  it('files a missed cron slot once and runs it', async () => {
    const ran = new Recorder<string>();
    const nightly = define(
      'nightly',
      async () => {
        ran.note('nightly');
        return { done: 0 };
      },
      { schedule: '* * * * *' },
    );
    await start([nightly]);
    await ran.until(1);
    await stopAll();
    const { rows } = await sql<{ count: number }>`
      select count(*) from pgboss.job where name = 'nightly'`.execute(scratch.database.kysely);
    expect(rows[0]?.count).toBe(1);
  });

  // Resolves when that many runs have ended; the history is the only thing that says so.
  async function settled(name: string, count: number): Promise<void> {
    for (;;) {
      const ended = (await runsOf(name)).filter((run) => run.outcome !== null);
      if (ended.length >= count) return;
    }
  }
});
