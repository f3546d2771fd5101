// Opens the database the environment names and brings it up to date.

import { join } from 'node:path';
import { systemClock } from '@sendsale/platform/clock';
import type { Environment } from '@sendsale/platform/config';
import { openDatabase } from '@sendsale/platform/db';
import type { OpenDatabase } from '@sendsale/platform/db';
import { migrateStore } from '@sendsale/store/migrate';
import type { Tables } from '@sendsale/store/tables';

export interface OpenStore {
  readonly database: OpenDatabase<Tables>;
  /** The migrations that were missing. */
  readonly applied: readonly string[];
}

export async function openStore(environment: Environment): Promise<OpenStore> {
  const { databaseUrl, dataFolder } = environment;
  const database = await openDatabase<Tables>({ url: databaseUrl, folder: join(dataFolder, 'db') });
  try {
    return { database, applied: await migrateStore(database.kysely, { at: systemClock.now() }) };
  } catch (error) {
    await database.close();
    throw error;
  }
}
