// Ledger rows as people see them: where each record stands, and what became of it before.

import type { LedgerState } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../../database.ts';

export interface LedgerRowView {
  readonly id: number;
  readonly feed: string;
  readonly subject: string;
  readonly revision: number;
  readonly attempt: number;
  readonly orderId: string | null;
  readonly orderName: string | null;
  readonly externalId: string | null;
  readonly state: LedgerState;
  readonly fileId: number | null;
  /** Line or position in the file, from 1. */
  readonly line: number | null;
  /** The other side's id. */
  readonly remoteId: string | null;
  readonly code: string | null;
  readonly message: string | null;
  /** The file, call or person that ended it. */
  readonly settledVia: string | null;
  readonly writtenAt: Date;
  readonly handedOverAt: Date | null;
  readonly askedAt: Date | null;
  readonly settledAt: Date | null;
  /** Earlier attempts, the first one first. Instants are ISO texts. */
  readonly history: readonly {
    readonly attempt: number;
    readonly fileId: number | null;
    readonly state: LedgerState;
    readonly code: string | null;
    readonly message: string | null;
    readonly writtenAt: string;
    readonly settledAt: string | null;
    readonly reason: string;
    readonly actor: string;
    readonly endedAt: string;
  }[];
}

export interface LedgerRowsOptions {
  /** Rows that went in this file, at any attempt. */
  readonly fileId?: number;
  readonly feed?: string;
  readonly state?: LedgerState;
  readonly orderId?: string;
  readonly subject?: string;
  readonly ids?: readonly number[];
  readonly limit: number;
}

export async function ledgerRows(
  db: Database,
  options: LedgerRowsOptions,
): Promise<LedgerRowView[]> {
  const { fileId, feed, state, orderId, subject, ids, limit } = options;
  const conditions = [
    fileId === undefined
      ? sql`true`
      : sql`(l.file_id = ${fileId} or exists (select 1 from ledger_attempt a
          where a.ledger_id = l.id and a.file_id = ${fileId}))`,
    feed === undefined ? sql`true` : sql`l.feed = ${feed}`,
    state === undefined ? sql`true` : sql`l.state = ${state}`,
    orderId === undefined ? sql`true` : sql`l.order_id = ${orderId}`,
    subject === undefined ? sql`true` : sql`l.subject = ${subject}`,
    ids === undefined ? sql`true` : sql`l.id = any(${[...ids]}::bigint[])`,
  ];
  const { rows } = await sql<LedgerRowView>`
    select l.id, l.feed, l.subject, l.revision, l.attempt, l.order_id as "orderId",
      o.name as "orderName", l.external_id as "externalId", l.state, l.file_id as "fileId", l.line,
      l.remote_id as "remoteId", l.code, l.message, l.settled_via as "settledVia",
      l.written_at as "writtenAt", l.handed_over_at as "handedOverAt", l.asked_at as "askedAt",
      l.settled_at as "settledAt",
      coalesce((select json_agg(json_build_object('attempt', a.attempt, 'fileId', a.file_id,
          'state', a.state, 'code', a.code, 'message', a.message, 'writtenAt', a.written_at,
          'settledAt', a.settled_at, 'reason', a.reason, 'actor', a.actor, 'endedAt', a.ended_at)
          order by a.attempt)
        from ledger_attempt a where a.ledger_id = l.id), '[]') as history
    from ledger l
    left join sales_order o on o.id = l.order_id
    where ${sql.join(conditions, sql` and `)}
    order by ${fileId === undefined ? sql`l.id desc` : sql`l.line, l.id`}
    limit ${limit}`.execute(db);
  return rows;
}
