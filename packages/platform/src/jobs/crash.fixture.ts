// The process that a crash test kills: it opens a database, runs one job that never ends, and says so.

import { systemClock } from '../clock/index.ts';
import { openDatabase } from '../db/index.ts';
import { makeLog } from '../log/index.ts';
import { startJobs } from './index.ts';

const [url = '', folder = '', migrations = ''] = process.argv.slice(2);

const database = await openDatabase<object>({
  url: url === '' ? null : url,
  folder: folder === '' ? null : folder,
  migrations: { folder: migrations, at: new Date() },
});
const endless = {
  name: 'endless',
  label: 'Never ends.',
  schedule: null,
  wakes: [],
  run: async (): Promise<never> => {
    process.stdout.write('running\n');
    return new Promise<never>(() => undefined);
  },
};
const shared = { clock: systemClock, log: makeLog({ level: 'error' }), context: null };
const jobs = await startJobs({ ...shared, database, definitions: [endless], workers: 1 });
await jobs.wake('endless');
