// Backups as files: one gzip of lines, written to a place beside the final name and renamed, so that a file with the
// name of a backup is a whole one.

import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { readBackupHead, RestoreError, writeBackup } from '@sendsale/platform/db';
import type { BackupHead } from '@sendsale/platform/db';
import type { Database } from '@sendsale/store/read';

/** @returns how many rows are in it */
export async function writeBackupFile(
  db: Database,
  options: { readonly file: string; readonly at: Date },
): Promise<number> {
  const { at } = options;
  const file = resolve(options.file);
  const partial = `${file}.part`;
  await mkdir(dirname(file), { recursive: true });
  const gzip = createGzip();
  // A backup holds everything: only its owner may read it.
  const written = pipeline(gzip, createWriteStream(partial, { mode: 0o600 }));
  try {
    const write = async (line: string): Promise<void> => {
      if (!gzip.write(`${line}\n`)) await Promise.race([once(gzip, 'drain'), written]);
    };
    const { rows } = await writeBackup(db, { at, write });
    gzip.end();
    await written;
    await rename(partial, file);
    return rows;
  } catch (error) {
    gzip.destroy();
    await written.catch(() => undefined);
    await rm(partial, { force: true });
    throw error;
  }
}

/** The lines of a backup file, one by one. @throws RestoreError when it is no gzip or cut off */
export async function* backupLines(file: string): AsyncGenerator<string> {
  const gunzip = createReadStream(file).pipe(createGunzip());
  const lines = createInterface({ input: gunzip, crlfDelay: Infinity });
  try {
    for await (const line of lines) yield line;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new RestoreError('BACKUP_BROKEN', `${file} is no whole backup: ${why}.`);
  } finally {
    lines.close();
    gunzip.destroy();
  }
}

export async function backupHeadOf(file: string): Promise<BackupHead> {
  for await (const line of backupLines(file)) return readBackupHead(line);
  throw new RestoreError('BACKUP_BROKEN', `${file} is empty.`);
}
