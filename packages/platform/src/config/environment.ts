/** The PostgreSQL that the tests may make databases on, or null. */
export function readTestDatabaseUrl(): string | null {
  return process.env['TEST_DATABASE_URL'] ?? null;
}
