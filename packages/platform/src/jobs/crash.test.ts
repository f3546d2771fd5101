// A process that dies in the middle of a run loses nothing: the run is made again, at once by the next
// process on an embedded database, and after the claim went stale by another machine on PostgreSQL.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../clock/index.ts';
import { openDatabase, type OpenDatabase } from '../db/index.ts';
import { makeLog } from '../log/index.ts';
import { openScratch, Recorder, startChild, testEngines } from '../testing/index.ts';
import { listRuns, startJobs } from './index.ts';

const migrations = fileURLToPath(new URL('../../test-sql/jobs', import.meta.url));
const program = fileURLToPath(new URL('crash.fixture.ts', import.meta.url));

// A process to start, a database to make, and a claim that goes stale after 20 s.
const SLOW_MS = 180_000;

describe('a crash in the middle of a run', () => {
  it(
    'is made good at once by the next process on an embedded database',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'sendsale-crash-'));
      const child = startChild(program, '', folder, migrations);
      expect(await child.line()).toBe('running');
      await child.kill();
      const database = await openDatabase<object>({ url: null, folder });
      expect(await runsAfterCrash(database)).toEqual(['DONE', 'FAILED']);
      await database.close();
      await rm(folder, { recursive: true });
    },
    SLOW_MS,
  );

  const servers = testEngines().filter((engine) => engine.server !== null);
  it.each(servers)(
    'is made good by another machine on $engine',
    async ({ server }) => {
      const scratch = await openScratch<object>({ migrations, server });
      const child = startChild(program, scratch.database.url ?? '', '', migrations);
      expect(await child.line()).toBe('running');
      await child.kill();
      expect(await runsAfterCrash(scratch.database)).toEqual(['DONE', 'FAILED']);
      await scratch.close();
    },
    SLOW_MS,
  );
});

async function runsAfterCrash(database: OpenDatabase<object>) {
  const ran = new Recorder<string>();
  const endless = {
    name: 'endless',
    label: 'Ends this time.',
    schedule: null,
    wakes: [],
    run: async () => {
      ran.note('again');
      return { done: 1 };
    },
  };
  const shared = { clock: systemClock, log: makeLog({ level: 'silent' }), context: null };
  const jobs = await startJobs({ ...shared, database, definitions: [endless], workers: 1 });
  await ran.until(1);
  await jobs.stop();
  const runs = await listRuns(database.kysely, { name: 'endless', limit: 10 });
  return runs.map((run) => run.outcome);
}
