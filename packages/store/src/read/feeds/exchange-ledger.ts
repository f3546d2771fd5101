// Ledger rows found by what an answer names: the file they travelled in, or their order's NetSuite id.

import { UNANSWERED_STATES } from '@sendsale/domain';
import type { Database } from '@sendsale/platform/db';
import type { Tables } from '../../tables.ts';

export interface OpenRow {
  readonly feed: string;
  readonly subject: string;
  readonly revision: number;
  readonly orderId: string | null;
}

/** Unanswered rows that travelled in the outgoing file of this name (and directory). */
export async function openRowsOfFile(
  db: Database<Tables>,
  options: { readonly directory: string; readonly name: string },
): Promise<OpenRow[]> {
  return db
    .selectFrom('ledger as l')
    .innerJoin('feed_file as f', 'f.id', 'l.file_id')
    .select(['l.feed', 'l.subject', 'l.revision', 'l.order_id as orderId'])
    .where('f.direction', '=', 'OUT')
    .where('f.directory', '=', options.directory)
    .where('f.name', '=', options.name)
    .where('l.state', 'in', UNANSWERED_STATES)
    .orderBy('l.id')
    .execute();
}

/** Unanswered rows of a feed, handed over by then, whose order is the sales order with this NetSuite id. */
export async function openRowsOfPosting(
  db: Database<Tables>,
  options: { readonly feed: string; readonly netsuiteId: string; readonly sentBefore: Date },
): Promise<OpenRow[]> {
  return db
    .selectFrom('ledger as l')
    .innerJoin('posting as g', 'g.order_id', 'l.order_id')
    .select(['l.feed', 'l.subject', 'l.revision', 'l.order_id as orderId'])
    .where('g.kind', '=', 'SALES_ORDER')
    .where('g.netsuite_id', '=', options.netsuiteId)
    .where('l.handed_over_at', '<=', options.sentBefore)
    .where('l.feed', '=', options.feed)
    .where('l.state', 'in', UNANSWERED_STATES)
    .orderBy('l.id')
    .execute();
}

/** Unanswered allocation of an item, the newest: what a fulfillment or a rejection answers. */
export async function openAllocationRow(
  db: Database<Tables>,
  options: { readonly subject: string },
): Promise<OpenRow | undefined> {
  return db
    .selectFrom('ledger as l')
    .select(['l.feed', 'l.subject', 'l.revision', 'l.order_id as orderId'])
    .where('l.feed', '=', 'allocation')
    .where('l.subject', '=', options.subject)
    .where('l.state', 'in', UNANSWERED_STATES)
    .orderBy('l.revision', 'desc')
    .limit(1)
    .executeTakeFirst();
}
