// What we wait for NetSuite to say or do: unanswered rows of each feed, and the work that follows from
// what it has already said.

import type { Database } from '@sendsale/platform/db';
import { sql } from 'kysely';
import type { Tables } from '../../tables.ts';

export interface OpenWaits {
  /** Feeds with rows handed over and unanswered. */
  readonly feeds: ReadonlySet<string>;
  /** A sales order has its id, some of its lines have not. */
  readonly lineIds: boolean;
  /** A line is allocated to a place NetSuite fulfills and has neither come back as shipped nor rejected. */
  readonly warehouse: boolean;
  /** Everything of a sales order is shipped or cancelled, its deposits are there, and no invoice is. */
  readonly invoice: boolean;
}

/** One look at all waits; cheap enough to ask several times a second. */
export async function openWaits(db: Database<Tables>): Promise<OpenWaits> {
  const feeds = await db
    .selectFrom('ledger')
    .select('feed')
    .distinct()
    .where('state', '=', 'HANDED_OVER')
    .execute();
  const flags = await db
    .selectNoFrom([
      sql<boolean>`exists (select 1 from posting g join posting_line l on l.posting_id = g.id
        where g.kind = 'SALES_ORDER' and g.netsuite_id is not null and l.netsuite_line is null)`.as(
        'lineIds',
      ),
      sql<boolean>`exists (select 1 from allocation a
        join facility f on f.id = a.facility_id and f.fulfilled_by = 'NETSUITE'
        join order_item i on i.order_id = a.order_id and i.seq = a.item_seq and i.status = 'APPROVED'
        join ledger t on t.feed = 'allocation' and t.subject = a.order_id || '.' || a.item_seq
          and t.state in ('HANDED_OVER', 'ACCEPTED')
        where a.released_at is null)`.as('warehouse'),
      sql<boolean>`exists (select 1 from posting g
        where g.kind = 'SALES_ORDER' and g.netsuite_id is not null
          and exists (select 1 from order_item i where i.posting_id = g.id and i.status = 'COMPLETED')
          and not exists (select 1 from order_item i where i.posting_id = g.id
            and i.status not in ('COMPLETED', 'CANCELLED'))
          and not exists (select 1 from invoice v where v.posting_id = g.id))`.as('invoice'),
    ])
    .executeTakeFirstOrThrow();
  return { feeds: new Set(feeds.map((row) => row.feed)), ...flags };
}
