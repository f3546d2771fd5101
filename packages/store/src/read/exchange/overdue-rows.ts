// Records nobody has answered for in time, and refused ones that may be different by now.

import { sql } from 'kysely';
import type { Database } from '../../database.ts';

export interface OverdueRow {
  readonly id: number;
  readonly feed: string;
  readonly subject: string;
  readonly revision: number;
  readonly orderId: string | null;
  readonly externalId: string | null;
  readonly attempt: number;
  readonly handedOverAt: Date;
  readonly directory: string;
  readonly fileName: string;
}

export interface OverdueOptions {
  /** Minutes an answer may take, by feed; rows of other feeds are left alone. */
  readonly minutes: Readonly<Record<string, number>>;
  readonly at: Date;
  readonly limit: number;
}

/** Rows handed over longer ago than their feed allows, and not asked after for as long; the longest first. */
export async function overdueRows(db: Database, options: OverdueOptions): Promise<OverdueRow[]> {
  const { minutes, at, limit } = options;
  const { rows } = await sql<OverdueRow>`
    select l.id, l.feed, l.subject, l.revision, l.order_id as "orderId", l.external_id as "externalId",
      l.attempt, l.handed_over_at as "handedOverAt", f.directory, f.name as "fileName"
    from ledger l
    join feed_file f on f.id = l.file_id
    join json_each_text(${JSON.stringify(minutes)}::json) as m(feed, minutes) on m.feed = l.feed
    where l.state in ('HANDED_OVER', 'OVERDUE')
      and greatest(l.handed_over_at, l.asked_at) <= ${at}::timestamptz - make_interval(mins => m.minutes::int)
    order by greatest(l.handed_over_at, l.asked_at), l.id
    limit ${limit}`.execute(db);
  return rows;
}

/** Whether whoever reads our files answers with acknowledgements: our bundle does. */
export async function hasAcknowledgements(db: Database): Promise<boolean> {
  const row = await db
    .selectFrom('feed_file')
    .select('id')
    .where('feed', '=', 'acknowledgement')
    .where('direction', '=', 'IN')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export interface RefusedRow {
  readonly id: number;
  readonly subject: string;
  readonly revision: number;
  readonly fileId: number | null;
  /** Of the record as it was sent; null before anybody asked. */
  readonly sentDigest: string | null;
}

/** Refused rows of a feed, the latest first. */
export async function refusedRows(
  db: Database,
  options: { readonly feed: string; readonly limit: number },
): Promise<RefusedRow[]> {
  return db
    .selectFrom('ledger')
    .select(['id', 'subject', 'revision', 'file_id as fileId', 'sent_digest as sentDigest'])
    .where('feed', '=', options.feed)
    .where('state', '=', 'REFUSED')
    .orderBy('settled_at', 'desc')
    .limit(options.limit)
    .execute();
}
