// Several machines on one PostgreSQL: a wake on one starts the job on any, and never on two at once.

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../clock/index.ts';
import { makeLog } from '../log/index.ts';
import { openScratch, Recorder, testEngines } from '../testing/index.ts';
import { listRuns, startJobs, type JobDefinition, type Jobs } from './index.ts';

const migrations = fileURLToPath(new URL('../../test-sql/jobs', import.meta.url));
const servers = testEngines().filter((engine) => engine.server !== null);
const WAKES = 150;

describe.each(servers)('two machines on one $engine', ({ server }) => {
  it('never run a job twice at once, and lose no wake', async () => {
    const scratch = await openScratch<object>({ migrations, server });
    const second = await scratch.openAgain();
    const going = new Map<string, number>();
    const overlaps: string[] = [];
    const begun = new Recorder<string>();
    let awaited = 0;
    let seen = 0;
    const contested: JobDefinition<string> = {
      name: 'contested',
      label: 'Runs on either machine.',
      schedule: null,
      wakes: [],
      run: async (machine) => {
        const now = (going.get('contested') ?? 0) + 1;
        going.set('contested', now);
        if (now > 1) overlaps.push(machine);
        seen = awaited;
        await new Promise((resolve) => setImmediate(resolve));
        going.set('contested', now - 1);
        begun.note(machine);
        return { done: 1 };
      },
    };
    const shared = { clock: systemClock, log: makeLog({ level: 'silent' }), workers: 2 };
    const definitions = [contested];
    const machines: Jobs[] = await Promise.all([
      startJobs({ ...shared, database: scratch.database, definitions, context: 'a' }),
      startJobs({ ...shared, database: second, definitions, context: 'b' }),
    ]);
    for (let wake = 0; wake < WAKES; wake += 1) {
      awaited += 1;
      await Promise.all(machines.map(async (jobs) => jobs.wake('contested')));
    }
    while (seen < awaited) await begun.until(begun.items.length + 1);
    await Promise.all(machines.map(async (jobs) => jobs.stop()));
    expect(overlaps).toEqual([]);
    expect(new Set(begun.items)).toEqual(new Set(['a', 'b']));
    const runs = await listRuns(scratch.database.kysely, { name: 'contested', limit: 200 });
    expect(runs.every((run) => run.outcome === 'DONE')).toBe(true);
    await second.close();
    await scratch.close();
  });

  it('hear each other: a wake on a machine without workers starts the job on the other', async () => {
    const scratch = await openScratch<object>({ migrations, server });
    const second = await scratch.openAgain();
    const begun = new Recorder<number>();
    const far: JobDefinition<null> = {
      name: 'far',
      label: 'Runs on the other machine.',
      schedule: null,
      wakes: [],
      run: async () => {
        begun.note(performance.now());
        return { done: 0 };
      },
    };
    const shared = { clock: systemClock, log: makeLog({ level: 'silent' }), context: null };
    const definitions = [far];
    const worker = await startJobs({ ...shared, database: second, definitions, workers: 1 });
    const asker = await startJobs({
      ...shared,
      database: scratch.database,
      definitions,
      workers: 0,
    });
    await asker.wake('far');
    await begun.until(1);
    const before = performance.now();
    await asker.wake('far');
    const [, heard = Infinity] = await begun.until(2);
    // A worker looks by itself every 5 s.
    expect(heard - before).toBeLessThan(2_500);
    await Promise.all([worker.stop(), asker.stop()]);
    await second.close();
    await scratch.close();
  });
});

describe('two runners on one embedded database', () => {
  it('are refused: the second would take the runs of the first for cut off', async () => {
    const scratch = await openScratch<object>({ migrations, server: null });
    const shared = { clock: systemClock, log: makeLog({ level: 'silent' }), context: null };
    const options = { ...shared, database: scratch.database, definitions: [], workers: 1 };
    const jobs = await startJobs(options);
    await expect(startJobs(options)).rejects.toThrow('Jobs already run on this embedded database.');
    await jobs.stop();
    const later = await startJobs(options);
    await later.stop();
    await scratch.close();
  }, 180_000);
});
