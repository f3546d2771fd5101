// Images of migrated embedded databases, kept between test runs: making one takes seconds, reading it does not.

import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CACHE = fileURLToPath(new URL('../../../../node_modules/.cache/sendsale', import.meta.url));

/** The image of exactly this engine and these migrations, made by `make` when nobody has made it yet. */
export async function keptImage(
  migrations: string | null,
  make: (migrations: string | null) => Promise<Blob>,
): Promise<Blob> {
  const file = join(CACHE, `database-${await fingerprint(migrations)}.tar`);
  const kept = await readFile(file).catch(() => null);
  if (kept !== null) return new Blob([kept]);
  const image = await make(migrations);
  await mkdir(CACHE, { recursive: true });
  // Several workers may make the same image at once; each hands over a whole one.
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, image.stream());
  await rename(draft, file);
  await forgetOld();
  return image;
}

/** Each change of a migration leaves an image of 40 MB behind. */
async function forgetOld(): Promise<void> {
  const oldest = Date.now() - 2 * 24 * 3_600_000;
  for (const name of await readdir(CACHE)) {
    const file = join(CACHE, name);
    const found = await stat(file).catch(() => null);
    if (found !== null && found.mtimeMs < oldest) await rm(file, { force: true });
  }
}

async function fingerprint(migrations: string | null): Promise<string> {
  const hash = createHash('sha256').update(await readFile(engineFile()));
  const names = migrations === null ? [] : (await readdir(migrations)).sort();
  for (const name of names) hash.update(name).update(await readFile(join(migrations ?? '', name)));
  return hash.digest('hex').slice(0, 20);
}

/** The compiled engine itself says best which one it is. */
function engineFile(): string {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  return join(entry, '..', 'pglite.wasm');
}
