// The engines a battery of tests runs on: always the embedded one, and a PostgreSQL when one is named.

import { readTestDatabaseUrl } from '../config/environment.ts';
import type { Engine } from './scratch-database.ts';

export interface TestEngine {
  readonly engine: Engine;
  /** Where scratch databases are made; null for the embedded engine. */
  readonly server: string | null;
}

/**
 * For `describe.each`: the embedded engine, and PostgreSQL when TEST_DATABASE_URL names one; when not, a
 * line in the output of the tests says so.
 */
export function testEngines(): readonly TestEngine[] {
  const embedded: TestEngine = { engine: 'pglite', server: null };
  const server = readTestDatabaseUrl();
  if (server !== null) return [embedded, { engine: 'postgres', server }];
  process.stdout.write('Skipped on PostgreSQL: TEST_DATABASE_URL is not set.\n');
  return [embedded];
}
