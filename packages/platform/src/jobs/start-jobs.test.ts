// What the jobs promise, on both engines: a wake starts a run at once, wakes are one, a throw is tried again,
// a pause holds, what did something wakes the next.

import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../clock/index.ts';
import { makeLog } from '../log/index.ts';
import { openScratch, Recorder, testEngines, type Scratch } from '../testing/index.ts';
import { listRuns, startJobs, type JobDefinition, type Jobs } from './index.ts';

const migrations = fileURLToPath(new URL('../../test-sql/jobs', import.meta.url));
const log = makeLog({ level: 'silent' });

describe.each(testEngines())('jobs on $engine', ({ server, skip }) => {
  if (skip !== null) {
    it.skip(`skipped: ${skip}`, () => undefined);
    return;
  }
  let scratch: Scratch<object>;
  let running: Jobs[] = [];
  beforeAll(async () => {
    scratch = await openScratch({ migrations, server });
  });
  afterEach(async () => {
    await Promise.all(running.map((jobs) => jobs.stop()));
    running = [];
  });
  afterAll(() => scratch.close());

  type Extra = Partial<Pick<JobDefinition<null>, 'wakes' | 'schedule'>>;

  function define(name: string, run: JobDefinition<null>['run'], extra: Extra = {}) {
    return { name, label: name, schedule: null, wakes: [], run, ...extra };
  }

  async function start(definitions: readonly JobDefinition<null>[], workers = 4): Promise<Jobs> {
    const { database } = scratch;
    const shared = { clock: systemClock, log, context: null };
    const jobs = await startJobs({ ...shared, database, definitions, workers });
    running.push(jobs);
    return jobs;
  }

  it('starts a woken job within 100 ms and leaves a row of the run', async () => {
    const started = new Recorder<number>();
    const job = define('quick', async () => {
      started.note(performance.now());
      return { done: 0, note: 'nothing there' };
    });
    const jobs = await start([job]);
    const latencies: number[] = [];
    for (let round = 1; round <= 10; round += 1) {
      const before = performance.now();
      await jobs.wake('quick');
      const times = await started.until(round);
      latencies.push((times[round - 1] ?? 0) - before);
    }
    latencies.sort((a, b) => a - b);
    console.log(
      `wake to start on ${server === null ? 'pglite' : 'postgres'}: ${latencies.map((l) => l.toFixed(1)).join(' ')} ms`,
    );
    expect(latencies[5]).toBeLessThan(100);
    await jobs.stop();
    const runs = await listRuns(scratch.database.kysely, { name: 'quick', limit: 20 });
    expect(runs).toHaveLength(10);
    expect(runs[0]).toMatchObject({ outcome: 'DONE', done: 0, note: 'nothing there' });
  });
});
