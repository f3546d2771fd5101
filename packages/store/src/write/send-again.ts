// Records that are sent again: the row stays the same row (and its external id the same id), what became of it so
// far is kept beside it.

import { sql } from 'kysely';
import type { Database } from '../database.ts';

export interface RowsAgain {
  readonly ledgerIds: readonly number[];
  /** Why, in a few words. */
  readonly reason: string;
  readonly actor: string;
  readonly at: Date;
}

export interface ReopenedRow {
  readonly id: number;
  readonly feed: string;
  readonly subject: string;
}

/**
 * Makes rows due that are refused, overdue or unanswered; accepted rows and rows on their way to the server
 * stay as they are. @returns those that are due now
 */
export async function reopenRows(db: Database, again: RowsAgain): Promise<ReopenedRow[]> {
  if (again.ledgerIds.length === 0) return [];
  const { rows } = await sql<ReopenedRow>`
    with ended as (
      select * from ledger
      where id = any(${[...again.ledgerIds]}::bigint[])
        and state in ('HANDED_OVER', 'OVERDUE', 'REFUSED')
      for update
    ), kept as (
      insert into ledger_attempt (ledger_id, attempt, file_id, line, state, code, message, written_at,
        handed_over_at, settled_at, reason, actor, ended_at)
      select id, attempt, file_id, line, state, code, message, written_at, handed_over_at, settled_at,
        ${again.reason}, ${again.actor}, ${again.at}
      from ended
    )
    update ledger l set state = 'DUE', attempt = l.attempt + 1, handed_over_at = null,
      settled_at = null, settled_via = null, asked_at = null
    from ended where ended.id = l.id
    returning l.id, l.feed, l.subject`.execute(db);
  return rows;
}

/** Looks at refused rows as if they were due; `look` must leave nothing behind. */
export async function asIfDue<T>(
  db: Database,
  ledgerIds: readonly number[],
  look: () => Promise<T>,
): Promise<T> {
  await setState(db, ledgerIds, { from: 'REFUSED', to: 'DUE' });
  const seen = await look();
  await setState(db, ledgerIds, { from: 'DUE', to: 'REFUSED' });
  return seen;
}

async function setState(
  db: Database,
  ledgerIds: readonly number[],
  change: { readonly from: 'DUE' | 'REFUSED'; readonly to: 'DUE' | 'REFUSED' },
): Promise<void> {
  await db
    .updateTable('ledger')
    .set({ state: change.to })
    .where('id', 'in', ledgerIds)
    .where('state', '=', change.from)
    .execute();
}

/** Marks rows as not answered in time, and as asked after. */
export async function markOverdue(
  db: Database,
  rows: { readonly ledgerIds: readonly number[]; readonly at: Date },
): Promise<void> {
  if (rows.ledgerIds.length === 0) return;
  await db
    .updateTable('ledger')
    .set({ state: 'OVERDUE', asked_at: rows.at })
    .where('id', 'in', rows.ledgerIds)
    .where('state', 'in', ['HANDED_OVER', 'OVERDUE'])
    .execute();
}

/** Notes that the hand-over of these files begins. */
export async function beginHandOver(
  db: Database,
  files: { readonly fileIds: readonly number[]; readonly at: Date },
): Promise<void> {
  await db
    .updateTable('feed_file')
    .set({ hand_over_began_at: files.at })
    .where('id', 'in', files.fileIds)
    .where('hand_over_began_at', 'is', null)
    .execute();
}

/** Has a file that came read once more. @returns false when there is no such file */
export async function reopenFile(db: Database, fileId: number): Promise<boolean> {
  const row = await db
    .updateTable('feed_file')
    .set({ state: 'RECEIVED' })
    .where('id', '=', fileId)
    .where('direction', '=', 'IN')
    .where('purged_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Keeps what refused records looked like when they were sent. */
export async function keepDigests(
  db: Database,
  digests: readonly { readonly id: number; readonly digest: string }[],
): Promise<void> {
  if (digests.length === 0) return;
  await sql`
    update ledger l set sent_digest = d.digest
    from json_to_recordset(${JSON.stringify(digests)}::json) as d(id bigint, digest text)
    where l.id = d.id`.execute(db);
}
