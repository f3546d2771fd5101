// A registry mirror can lack the binaries of other platforms; npm then leaves them out of the lock file and
// `npm ci` refuses it elsewhere. This adds the missing optional packages as entries without a hash.
// Run it after every change of dependencies: `node tools/complete-lock.mjs`.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const lock = JSON.parse(readFileSync(file, 'utf8'));
const names = new Set(
  Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, '')),
);

let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  if (!path.includes('node_modules/')) continue;
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (names.has(name) || !/^\d/.test(version)) continue;
    const [os, cpu] = platformOf(name);
    lock.packages[`node_modules/${name}`] = { version, cpu, optional: true, os };
    names.add(name);
    added += 1;
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)),
);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added} optional packages added to the lock file\n`);

function platformOf(name) {
  const systems = [
    'aix',
    'android',
    'darwin',
    'freebsd',
    'linux',
    'netbsd',
    'openbsd',
    'openharmony',
    'sunos',
    'win32',
  ];
  const processors = [
    'arm64',
    'arm',
    'ia32',
    'loong64',
    'mips64el',
    'ppc64',
    'riscv64',
    's390x',
    'wasm32',
    'x64',
  ];
  const system =
    systems.find((word) => name.includes(word)) ?? (name.includes('windows') ? 'win32' : 'unknown');
  const processor = processors.find((word) => name.includes(word)) ?? 'unknown';
  return [[system], [processor]];
}
