// Type-checks every world of the workspace with its own compiler settings: the whole tree under
// Node, the pure packages without Node's types, and the bundle against NetSuite's modules.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiler = 'node_modules/@typescript/native/bin/tsc';
const projects = [
  'tsconfig.json',
  'packages/std',
  'packages/domain',
  'bundles/suitescript',
  'simulators/shopify',
  'apps/web',
];

let failed = false;
for (const project of projects) {
  const run = spawnSync(process.execPath, [compiler, '-p', project], {
    cwd: root,
    stdio: 'inherit',
  });
  failed ||= run.status !== 0;
}
process.exit(failed ? 1 : 0);
