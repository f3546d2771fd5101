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
  /** Everything of a sales order is shipped or cancelled, and no invoice is known. */
  readonly invoice: boolean;
  /** A record waits for the NetSuite item of a SKU, or no item of the catalogue has one yet. */
  readonly items: boolean;
  /** Nothing was ever counted, or not the item an order waits for. */
  readonly stock: boolean;
}

/**
 * The waits that began after `since`; with the beginning of time, all of them. Cheap enough to ask several
 * times a second.
 */
export async function openWaits(
  db: Database<Tables>,
  options: { readonly since: Date },
): Promise<OpenWaits> {
  const { since } = options;
  const feeds = await db
    .selectFrom('ledger')
    .select('feed')
    .distinct()
    .where('state', 'in', ['HANDED_OVER', 'OVERDUE'])
    .where('handed_over_at', '>', since)
    .execute();
  const flags = await db
    .selectNoFrom([lineIds(since), warehouse(since), invoice(since), items(since), stock(since)])
    .executeTakeFirstOrThrow();
  return { feeds: new Set(feeds.map((row) => row.feed)), ...flags };
}

function lineIds(since: Date) {
  return sql<boolean>`exists (select 1 from posting_line l
    join posting g on g.id = l.posting_id and g.kind = 'SALES_ORDER' and g.netsuite_id is not null
    where l.netsuite_line is null
      and not exists (select 1 from ledger t where t.feed = 'sales-order' and t.subject = g.id
        and t.settled_at <= ${since}))`.as('lineIds');
}

function warehouse(since: Date) {
  return sql<boolean>`exists (select 1 from allocation a
    join facility f on f.id = a.facility_id and f.fulfilled_by = 'NETSUITE'
    join order_item i on i.order_id = a.order_id and i.seq = a.item_seq and i.status = 'APPROVED'
    where a.released_at is null and a.allocated_at > ${since}
      and exists (select 1 from ledger t where t.feed = 'allocation'
        and t.subject = a.order_id || '.' || a.item_seq and t.state in ('HANDED_OVER', 'OVERDUE', 'ACCEPTED')))`.as(
    'warehouse',
  );
}

function invoice(since: Date) {
  return sql<boolean>`exists (select 1 from posting g
    where g.kind = 'SALES_ORDER' and g.netsuite_id is not null
      and not exists (select 1 from invoice v where v.posting_id = g.id)
      and exists (select 1 from shipment s join order_item i
          on i.order_id = s.order_id and i.posting_id = g.id and i.status = 'COMPLETED'
        where s.order_id = g.order_id and s.shipped_at > ${since})
      and not exists (select 1 from order_item i where i.posting_id = g.id
        and i.status not in ('COMPLETED', 'CANCELLED')))`.as('invoice');
}

// The list of all items is long: while an old problem is open it is asked for once in half an hour only.
function items(since: Date) {
  return sql<boolean>`(exists (select 1 from problem q
      where q.code = 'ITEM_NOT_IN_NETSUITE' and q.resolved_at is null and q.first_seen_at > ${since}
        and (q.first_seen_at > q.last_seen_at - interval '10 minutes' or not exists (select 1 from feed_file f
          where f.feed = 'product-id' and f.direction = 'IN'
            and f.created_at > q.last_seen_at - interval '30 minutes')))
    or (exists (select 1 from product)
      and not exists (select 1 from product p where p.netsuite_item_id is not null)))`.as('items');
}

// Asked for when the items have arrived, and when an order waits for an item that nobody has counted yet; who
// gets stock from elsewhere is not asked again and again.
function stock(since: Date) {
  return sql<boolean>`(exists (select 1 from facility f where f.netsuite_location_id is not null)
    and exists (select 1 from product p where p.netsuite_item_id is not null)
    and ((exists (select 1 from feed_file f where f.feed = 'product-id' and f.direction = 'IN'
          and f.created_at > ${since})
        and not exists (select 1 from inventory i where i.counted_at is not null))
      or exists (select 1 from order_item i
        join problem q on q.code = 'UNFILLABLE' and q.order_id = i.order_id
          and q.resolved_at is null and q.first_seen_at > ${since}
        join product p on p.id = i.product_id and p.netsuite_item_id is not null
        where i.queue = 'UNFILLABLE'
          and not exists (select 1 from inventory v
            where v.product_id = i.product_id and v.counted_at is not null)
          and (q.first_seen_at > q.last_seen_at - interval '10 minutes'
            or not exists (select 1 from feed_file f where f.feed = 'inventory' and f.direction = 'IN'
              and f.created_at > q.last_seen_at - interval '30 minutes')))))`.as('stock');
}
