// The files that left and came, each with what became of its rows.

import type { FeedDirection, FeedFileState, LedgerState } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../../database.ts';

export interface FeedFileRow {
  readonly id: number;
  readonly feed: string;
  readonly direction: FeedDirection;
  readonly directory: string;
  readonly name: string;
  readonly bytes: number;
  readonly rowCount: number;
  readonly sha256: string;
  readonly state: FeedFileState;
  readonly createdAt: Date;
  /** When it was handed over or read. */
  readonly settledAt: Date | null;
  /** When its content was removed. */
  readonly purgedAt: Date | null;
  /** How many of its rows stand where; a row sent again counts in the file it went in last. */
  readonly outcomes: Readonly<Partial<Record<LedgerState, number>>>;
  /** Rows that went again in a later file. */
  readonly sentAgain: number;
  /** Open problems of the file and its rows. */
  readonly openProblems: number;
}

export interface FeedFilesOptions {
  readonly feed?: string;
  readonly direction?: FeedDirection;
  readonly state?: FeedFileState;
  /** Only files with an id below it: the next page. */
  readonly before?: number;
  readonly limit: number;
}

/** The newest first. */
export async function feedFiles(db: Database, options: FeedFilesOptions): Promise<FeedFileRow[]> {
  const { feed, direction, state, before, limit } = options;
  const conditions = [
    feed === undefined ? sql`true` : sql`f.feed = ${feed}`,
    direction === undefined ? sql`true` : sql`f.direction = ${direction}`,
    state === undefined ? sql`true` : sql`f.state = ${state}`,
    before === undefined ? sql`true` : sql`f.id < ${before}`,
  ];
  const { rows } = await sql<FeedFileRow>`
    select ${fileColumns} from feed_file f
    where ${sql.join(conditions, sql` and `)}
    order by f.id desc limit ${limit}`.execute(db);
  return rows;
}

export async function feedFile(db: Database, id: number): Promise<FeedFileRow | null> {
  const { rows } = await sql<FeedFileRow>`
    select ${fileColumns} from feed_file f where f.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

const fileColumns = sql`f.id, f.feed, f.direction, f.directory, f.name, f.byte_count as bytes,
  f.row_count as "rowCount", f.sha256, f.state, f.created_at as "createdAt",
  f.settled_at as "settledAt", f.purged_at as "purgedAt",
  coalesce((select json_object_agg(s.state, s.rows) from (
    select l.state, count(*) as rows from ledger l where l.file_id = f.id group by l.state) s), '{}')
    as outcomes,
  (select count(*) from ledger_attempt a join ledger l on l.id = a.ledger_id
    where a.file_id = f.id and l.file_id <> f.id) as "sentAgain",
  (select count(*) from problem p where p.resolved_at is null
    and (p.subject = f.directory || '/' || f.name
      or starts_with(p.subject, f.directory || '/' || f.name || '#'))) as "openProblems"`;

/** The bytes of a file; null when there is no such file or they were purged. */
export async function feedFileContent(
  db: Database,
  id: number,
): Promise<{ readonly name: string; readonly content: Uint8Array } | null> {
  const row = await db
    .selectFrom('feed_file')
    .select(['name', 'content'])
    .where('id', '=', id)
    .where('purged_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

export interface FeedSummary {
  readonly feed: string;
  readonly direction: FeedDirection;
  readonly files: number;
  readonly lastFileAt: Date;
  /** Files that wait to be handed over or read, or were set aside. */
  readonly waitingFiles: number;
  readonly outcomes: Readonly<Partial<Record<LedgerState, number>>>;
}

/** Each feed that has files, with how its rows stand. */
export async function feedSummaries(db: Database): Promise<FeedSummary[]> {
  const { rows } = await sql<FeedSummary>`
    select f.feed, f.direction, count(*) as files, max(f.created_at) as "lastFileAt",
      count(*) filter (where f.state in ('WRITTEN', 'RECEIVED', 'QUARANTINED')) as "waitingFiles",
      case f.direction when 'OUT' then coalesce((select json_object_agg(s.state, s.rows) from (
        select l.state, count(*) as rows from ledger l where l.feed = f.feed group by l.state) s), '{}')
        else '{}' end as outcomes
    from feed_file f
    group by f.feed, f.direction
    order by f.direction desc, f.feed`.execute(db);
  return rows;
}

/** The open problems of a file and of its rows, by the file's path (`<directory>/<name>`). */
export async function problemsOfFile(
  db: Database,
  options: { readonly path: string },
): Promise<
  Array<{
    readonly id: number;
    readonly code: string;
    readonly subject: string;
    readonly message: string;
  }>
> {
  const { path } = options;
  return db
    .selectFrom('problem')
    .select(['id', 'code', 'subject', 'message'])
    .where('resolved_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('subject', '=', path),
        eb.fn<boolean>('starts_with', ['subject', eb.val(`${path}#`)]),
      ]),
    )
    .orderBy('id')
    .execute();
}
