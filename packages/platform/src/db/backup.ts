// A backup of either engine as lines of text: what the tables hold, in an order in which it can be put back, with a
// hash at the end. It is taken from one snapshot while everything goes on, and the same backup can be put into
// PGlite or PostgreSQL.

import { createHash } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import { z } from 'zod';

const FORMAT = 1;
const ROWS_AT_ONCE = 500;

export const BackupHead = z.object({
  sendsaleBackup: z.literal(FORMAT),
  /** The instant of the snapshot. */
  at: z.string(),
  /** The migrations the data is of, in order. */
  migrations: z.array(z.string()),
});
export type BackupHead = z.infer<typeof BackupHead>;

/**
 * The lines of a backup of the schema `public` (jobs that wait are not part of it: what is due is found anew).
 * An embedded database does nothing else while it is read, so a slow reader must not read it directly.
 */
export async function writeBackup<Tables>(
  db: Kysely<Tables>,
  options: { readonly at: Date; readonly write: (line: string) => Promise<void> },
): Promise<{ readonly rows: number }> {
  const hash = createHash('sha256');
  const write = async (line: string): Promise<void> => {
    hash.update(`${line}\n`);
    await options.write(line);
  };
  let rows = 0;
  await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const migrations = await appliedMigrations(tx);
      const head: BackupHead = {
        sendsaleBackup: FORMAT,
        at: options.at.toISOString(),
        migrations,
      };
      await write(JSON.stringify(head));
      for (const table of await tablesInOrder(tx)) rows += await writeTable(tx, table, write);
      for (const sequence of await sequences(tx)) await write(JSON.stringify(sequence));
    });
  await options.write(JSON.stringify({ end: { rows, sha256: hash.digest('hex') } }));
  return { rows };
}

async function writeTable<Tables>(
  tx: Transaction<Tables>,
  table: string,
  write: (line: string) => Promise<void>,
): Promise<number> {
  let rows = 0;
  await sql`declare backup_rows no scroll cursor for
    select row_to_json(t)::text as row from ${sql.table(table)} t`.execute(tx);
  const prefix = rowPrefix(table);
  for (;;) {
    const page = await sql<{
      row: string;
    }>`fetch ${sql.lit(ROWS_AT_ONCE)} from backup_rows`.execute(tx);
    for (const { row } of page.rows) await write(`${prefix}${row}}`);
    rows += page.rows.length;
    if (page.rows.length < ROWS_AT_ONCE) break;
  }
  await sql`close backup_rows`.execute(tx);
  return rows;
}

/** A row's line begins so; the rest is the row's JSON as the database wrote it, and a bracket. */
export function rowPrefix(table: string): string {
  return `{"table":${JSON.stringify(table)},"row":`;
}

export async function appliedMigrations<Tables>(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from schema_migration order by name`.execute(db);
  return rows.map((row) => row.name);
}

/** Every table of ours but the migrations', the referenced ones before those that refer to them. */
export async function tablesInOrder<Tables>(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string; needs: string[] }>`
    select t.relname as name, array(
      select distinct r.relname::text from pg_constraint c join pg_class r on r.oid = c.confrelid
      where c.conrelid = t.oid and c.contype = 'f' and c.confrelid <> t.oid) as needs
    from pg_class t join pg_namespace n on n.oid = t.relnamespace
    where n.nspname = 'public' and t.relkind in ('r', 'p') and t.relname <> 'schema_migration'
    order by t.relname`.execute(db);
  const ordered: string[] = [];
  let waiting = rows;
  while (waiting.length > 0) {
    const ready = waiting.filter(({ needs }) => needs.every((name) => ordered.includes(name)));
    if (ready.length === 0) {
      throw new Error(`Tables refer to each other: ${waiting.map(({ name }) => name).join(', ')}.`);
    }
    ordered.push(...ready.map(({ name }) => name));
    waiting = waiting.filter(({ name }) => !ordered.includes(name));
  }
  return ordered;
}

interface SequenceLine {
  readonly sequence: string;
  readonly last: string;
}

async function sequences<Tables>(db: Kysely<Tables>): Promise<SequenceLine[]> {
  const { rows } = await sql<SequenceLine>`
    select sequencename::text as sequence, last_value::text as last from pg_sequences
    where schemaname = 'public' and last_value is not null
    order by sequencename`.execute(db);
  return rows;
}
