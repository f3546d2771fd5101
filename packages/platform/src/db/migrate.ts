// Brings a database to the numbered SQL files of a folder, in order, each in a transaction of its own.
// What was applied is never edited: a changed file, a gap in the numbers and a database ahead of the code are refused.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql, type Kysely, type Transaction } from 'kysely';
import { inTransaction } from './in-transaction.ts';

const FILE_NAME = /^(\d{4})-[a-z0-9-]+\.sql$/;
// Any number of ours; every process that migrates takes it first, so that they do it one after another.
const ADVISORY_LOCK = 7_366_932_001;

export class MigrationError extends Error {
  override readonly name = 'MigrationError';
  readonly code: 'MIGRATION_CHANGED' | 'MIGRATION_UNKNOWN' | 'MIGRATION_FAILED' | 'MIGRATION_NAMES';

  constructor(code: MigrationError['code'], message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

interface MigrationFile {
  readonly name: string;
  readonly content: string;
  readonly checksum: string;
}

/**
 * Applies what is missing. Processes that migrate at once wait for each other.
 * @param options.folder holds 0001-words.sql, 0002-….sql and so on; other names are refused
 * @returns the names applied by this call
 * @throws MigrationError with a code that says what does not fit
 */
export async function migrate<Tables>(
  db: Kysely<Tables>,
  options: { readonly folder: string; readonly at: Date },
): Promise<string[]> {
  const files = readFolder(options.folder);
  await inTransaction(db, prepare);
  const applied: string[] = [];
  await refuseUnknown(db, files);
  for (const file of files) {
    const isNew = await inTransaction(db, async (tx) => applyFile(tx, file, options.at));
    if (isNew) applied.push(file.name);
  }
  return applied;
}

function readFolder(folder: string): MigrationFile[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  return names.map((name, index) => {
    const number = Number(FILE_NAME.exec(name)?.[1]);
    if (number !== index + 1) {
      const expected = String(index + 1).padStart(4, '0');
      throw new MigrationError('MIGRATION_NAMES', `${name} should be named ${expected}-words.sql.`);
    }
    // The checksum does not change with the line ends of a checkout.
    const content = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    return { name, content, checksum: createHash('sha256').update(content).digest('hex') };
  });
}

async function prepare<Tables>(tx: Transaction<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(ADVISORY_LOCK)})`.execute(tx);
  await sql`create table if not exists schema_migration (
    name text primary key, checksum text not null, applied_at timestamptz not null
  )`.execute(tx);
}

async function applyFile<Tables>(
  tx: Transaction<Tables>,
  file: MigrationFile,
  at: Date,
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(${sql.lit(ADVISORY_LOCK)})`.execute(tx);
  const { name, content, checksum } = file;
  const found = await sql<{ checksum: string }>`
    select checksum from schema_migration where name = ${name}`.execute(tx);
  const before = found.rows[0];
  if (before !== undefined) {
    if (before.checksum === checksum) return false;
    const advice = 'Restore the file and put the change into a new one.';
    throw new MigrationError(
      'MIGRATION_CHANGED',
      `${name} was changed after it was applied. ${advice}`,
    );
  }
  try {
    await sql.raw(content).execute(tx);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new MigrationError('MIGRATION_FAILED', `${name} failed: ${message}`, error);
  }
  await sql`insert into schema_migration (name, checksum, applied_at)
    values (${name}, ${checksum}, ${at})`.execute(tx);
  return true;
}

async function refuseUnknown<Tables>(
  db: Kysely<Tables>,
  files: readonly MigrationFile[],
): Promise<void> {
  const names = new Set(files.map((file) => file.name));
  const { rows } = await sql<{ name: string }>`select name from schema_migration`.execute(db);
  const unknown = rows.map((row) => row.name).filter((name) => !names.has(name));
  if (unknown.length === 0) return;
  const list = unknown.sort().join(', ');
  const advice = 'This database belongs to a newer version of the program.';
  throw new MigrationError('MIGRATION_UNKNOWN', `Applied but not known here: ${list}. ${advice}`);
}
