// Installs the dependencies when they are missing or older than the lock file, so that `npm run demo`
// and `npm test` are all a fresh clone needs. Says what it does on standard error only.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Sendsale needs Node 20.19 or later; this is ${process.versions.node}.`);
}

const lock = `${root}package-lock.json`;
const installed = `${root}node_modules/.package-lock.json`;
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs - 60_000) {
  process.stderr.write('Installing dependencies (once, about a minute) …\n');
  // npm's own settings of the calling `npm run` must not leak into this one.
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.toLowerCase().startsWith('npm_')),
  );
  const run = spawnSync('npm', ['ci', '--loglevel=error'], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) fail('npm ci failed; its message stands above.');
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
