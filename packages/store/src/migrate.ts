// The migrations of the store: numbered SQL files, applied once each, in order, never edited after a release.

import { fileURLToPath } from 'node:url';
import { migrate } from '@sendsale/platform/db';
import type { Database } from './database.ts';

/** Where the numbered SQL files lie. */
export const migrationsFolder: string = fileURLToPath(new URL('../sql/', import.meta.url));

/** Brings the database up to date. @returns the names of the files applied by this call */
export async function migrateStore(
  db: Database,
  options: { readonly at: Date },
): Promise<readonly string[]> {
  return migrate(db, { folder: migrationsFolder, at: options.at });
}
