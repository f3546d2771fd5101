// npm run journeys: every journey through the screens on every size it is meant for. `npm test` takes one size each.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const run = spawnSync(
  'node_modules/.bin/vitest',
  ['run', 'tests/journeys/src/journeys.test.ts', ...process.argv.slice(2)],
  {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { ...process.env, JOURNEY_SIZES: 'all' },
    stdio: 'inherit',
  },
);
process.exit(run.status ?? 1);
