// The one test command, for people and for CI: types, lint, formatting, import rules, then every test.
// Steps run one after the other and all of them run, so that one answer shows everything that is wrong.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name) => `node_modules/.bin/${name}`;
const folders = ['packages', 'apps', 'simulators', 'bundles', 'tests', 'tools'];
const steps = [
  ['types', process.execPath, ['tools/check.mjs']],
  ['lint', bin('oxlint'), ['--type-aware', '--deny-warnings', ...folders]],
  ['format', bin('prettier'), ['--check', '--log-level', 'warn', '.']],
  ['imports', process.execPath, ['tools/check-graph.mjs']],
  ['screens', process.execPath, ['tools/ensure-web.mjs']],
  ['tests', bin('vitest'), ['run', ...process.argv.slice(2)]],
];

const failed = [];
for (const [name, command, args] of steps) {
  const started = Date.now();
  const run = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  const seconds = String(Math.round((Date.now() - started) / 100) / 10);
  process.stdout.write(`${run.status === 0 ? 'ok' : 'FAILED'}  ${String(name)}  ${seconds} s\n`);
  if (run.status !== 0) failed.push(name);
}
process.stdout.write(`${steps.length - failed.length} passed, ${failed.length} failed\n`);
if (failed.length > 0) {
  process.stdout.write(`Failed: ${failed.join(', ')}\n`);
  process.exit(1);
}
