// The engines a battery of tests runs on: always the embedded one, and a PostgreSQL when one is named.

import { readTestDatabaseUrl } from '../config/environment.ts';
import type { Engine } from './scratch-database.ts';

export interface TestEngine {
  readonly engine: Engine;
  readonly server: string | null;
  /** Set when the tests on this engine are to be skipped, and why. */
  readonly skip: string | null;
}

/** For `describe.each`; the second is skipped, with a line that says so, unless TEST_DATABASE_URL is set. */
export function testEngines(): readonly TestEngine[] {
  const url = readTestDatabaseUrl();
  const skip = url === null ? 'TEST_DATABASE_URL is not set' : null;
  return [
    { engine: 'pglite', server: null, skip: null },
    { engine: 'postgres', server: url, skip },
  ];
}
