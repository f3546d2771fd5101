// A migrated database for a test file: a clone of one made once a process, or one of its own on the server.

import { openScratch } from '@sendsale/platform/testing';
import type { OpenDatabase } from '@sendsale/platform/db';
import { migrationsFolder } from '@sendsale/store/migrate';
import type { Database } from '@sendsale/store/read';
import type { Tables } from '@sendsale/store/tables';

export interface TestDatabase {
  readonly db: Database;
  readonly database: OpenDatabase<Tables>;
  /** Another handle on the same data, as another machine would have; PostgreSQL only. */
  readonly openAgain: () => Promise<OpenDatabase<Tables>>;
  readonly close: () => Promise<void>;
}

/** @param server where to make it (`testEngines()` of platform/testing); null, the default, is embedded */
export async function createTestDatabase(server: string | null = null): Promise<TestDatabase> {
  const { database, openAgain, close } = await openScratch<Tables>({
    migrations: migrationsFolder,
    server,
  });
  return { db: database.kysely, database, openAgain, close };
}
