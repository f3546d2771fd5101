// Builds the screens when they are missing or other than their sources, so that nobody has to think of it: the demo,
// the tests and a server started from sources call this. Says what it does on standard error only.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const web = join(root, 'apps/web');
const dist = join(web, 'dist');
const stamp = join(dist, 'built-from');
const lock = join(root, 'node_modules/.sendsale-web-build');
const sources = [
  'apps/web/src',
  'apps/web/index.html',
  'apps/web/vite.config.ts',
  'apps/web/package.json',
  'packages/api/src',
  'packages/std/src',
  'packages/domain/src',
];
const LOCK_MAX_MS = 180_000;
const COMPRESSED = /\.(js|css|svg|json|html|wasm)$/;

/** Builds if needed; calls at the same time wait for one build. */
export async function ensureWeb() {
  const wanted = fingerprint();
  if (isBuilt(wanted)) return;
  while (!take()) {
    await sleep(200);
    if (isBuilt(wanted)) return;
  }
  try {
    if (!isBuilt(wanted)) await buildWeb(wanted);
  } finally {
    rmdirSync(lock);
  }
}

async function buildWeb(wanted) {
  process.stderr.write('Building the screens …\n');
  // A test that calls this has NODE_ENV=test, which would bring React's parts for developers.
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  const fresh = join(web, 'build-output');
  await build({ root: web, logLevel: 'error', build: { outDir: fresh, emptyOutDir: true } });
  for (const file of filesBelow(fresh)) {
    if (COMPRESSED.test(file)) compress(file);
  }
  writeFileSync(join(fresh, 'built-from'), wanted);
  rmSync(dist, { recursive: true, force: true });
  renameSync(fresh, dist);
}

function compress(file) {
  const content = readFileSync(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
}

function isBuilt(wanted) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

// A build that was killed leaves its lock; after some minutes it counts no more.
function take() {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > LOCK_MAX_MS) rmdirSync(lock);
    return false;
  }
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesBelow(join(root, source))) {
      if (/\.test(-prop)?\.tsx?$/.test(file)) continue;
      hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

function filesBelow(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await ensureWeb();
