// Puts a backup file into an empty database: first the schema the backup is of, then its rows, then whatever came to
// the schema since. So a backup can be put into a later release.

import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, restoreBackup, RestoreError } from '@sendsale/platform/db';
import { migrationsFolder, migrateStore } from '@sendsale/store/migrate';
import type { Database } from '@sendsale/store/read';
import { backupHeadOf, backupLines } from './backup-file.ts';

/** @returns how many rows were put back, and the instant they are of */
export async function restoreFile(
  db: Database,
  options: { readonly file: string; readonly at: Date },
): Promise<{ readonly rows: number; readonly backupAt: Date }> {
  const { file, at } = options;
  const { migrations } = await backupHeadOf(file);
  const folder = mkdtempSync(join(tmpdir(), 'sendsale-restore-'));
  try {
    const known = new Set(readdirSync(migrationsFolder));
    const missing = migrations.filter((name) => !known.has(name));
    if (missing.length > 0) {
      const message = `The backup is of a later release; it has ${missing.join(', ')}.`;
      throw new RestoreError('BACKUP_BROKEN', message);
    }
    for (const name of migrations) copyFileSync(join(migrationsFolder, name), join(folder, name));
    await migrate(db, { folder, at });
    const { rows, at: backupAt } = await restoreBackup(db, backupLines(file));
    await migrateStore(db, { at });
    return { rows, backupAt };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
