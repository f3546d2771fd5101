// The items brokering looks at, each with what its order says: those that wait, or those of past orders.

import { groupRoutingOrders } from './routing-orders.ts';
import type { RoutingItemRow } from './routing-orders.ts';
import type { RoutingOrder } from '@sendsale/domain';
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Database } from '../../database.ts';

/** Which items wait for a run. */
export interface WaitingScope {
  readonly at: Date;
  /** At most this many items, the fresh ones first, then the oldest. */
  readonly limit: number;
  /** Only these orders; null is all. */
  readonly orderIds: readonly string[] | null;
  /** Items that were given up come again only where some facility has stock it may promise. */
  readonly onlyWithHope: boolean;
  /** Only what waits for no clock: rejected items and send sales. */
  readonly onlyUrgent: boolean;
}

/** Approved orders with their items in a queue; nothing that is on hold. */
export async function waitingRoutingOrders(
  db: Database,
  scope: WaitingScope,
): Promise<readonly RoutingOrder[]> {
  const { at, orderIds } = scope;
  const conditions = [
    sql`o.status = 'APPROVED' and i.status = 'APPROVED' and i.queue is not null`,
    sql`not exists (select 1 from brokering_hold h where h.order_id = o.id
      and h.released_at is null and coalesce(h.ship_group_seq, g.seq) = g.seq)`,
    ...(orderIds === null ? [] : [sql`o.id = any(${[...orderIds]}::text[])`]),
    ...(scope.onlyWithHope ? [sql`(i.queue in ('BROKERING', 'REJECTED') or ${hope(at)})`] : []),
    ...(scope.onlyUrgent
      ? [sql`(i.queue = 'REJECTED' or (o.channel = 'POS' and g.delivery = 'SHIP'))`]
      : []),
  ];
  const { rows } = await sql<RoutingItemRow>`
    ${selectItems(at)}
    where ${sql.join(conditions, sql` and `)}
    order by (i.queue in ('BROKERING', 'REJECTED')) desc, o.ordered_at, o.id, i.seq
    limit ${scope.limit}`.execute(db);
  return groupRoutingOrders(rows);
}

// Some facility has enough of the product and has not just said that it has not.
function hope(at: Date): RawBuilder<unknown> {
  return sql`exists (
    select 1 from inventory v
    join facility f on f.id = v.facility_id
    where v.product_id = i.product_id
      and available_to_promise(v.on_hand, v.reserved, f.safety_stock) >= i.quantity
      and not exists (select 1 from rejection r
        where r.product_id = v.product_id and r.facility_id = v.facility_id
          and r.not_here_until > ${at}))`;
}

/** Items that shipped or are to ship of orders placed since, whatever became of them; for trials. */
export async function pastRoutingOrders(
  db: Database,
  options: { readonly since: Date; readonly at: Date; readonly limit: number },
): Promise<readonly RoutingOrder[]> {
  const { rows } = await sql<RoutingItemRow>`
    ${selectItems(options.at)}
    where o.ordered_at >= ${options.since} and o.status in ('APPROVED', 'COMPLETED')
      and i.status in ('APPROVED', 'COMPLETED') and g.delivery in ('SHIP', 'PICKUP', 'LOCAL')
    order by o.ordered_at, o.id, i.seq
    limit ${options.limit}`.execute(db);
  return groupRoutingOrders(rows.map((row) => ({ ...row, queue: 'BROKERING', presentAt: null })));
}

/** Items with what their orders say, to be followed by conditions. A product that is not known gets an id no facility has. */
export function selectItems(at: Date): RawBuilder<unknown> {
  return sql`
    select o.id as "orderId", o.name, o.channel, o.priority, o.ordered_at as "placedAt",
      o.total_minor as "totalMinor", o.tags, o.selling_facility_id as "sellingFacilityId",
      (o.ship_to->>'latitude')::float8 as latitude, (o.ship_to->>'longitude')::float8 as longitude,
      o.ship_to->>'country' as country, o.ship_to->>'region' as region,
      s.latitude as "storeLatitude", s.longitude as "storeLongitude",
      (select array_agg(distinct a.facility_id) from allocation a
        join facility b on b.id = a.facility_id
        where a.order_id = o.id and a.released_at is null
          and a.allocated_at >= date_trunc('day', ${at}::timestamptz at time zone b.time_zone)
            at time zone b.time_zone) as "presentAt",
      i.seq, coalesce(i.product_id, 'unknown/' || i.seq) as "productId", i.quantity, i.queue,
      i.auto_cancel_at as "autoCancelAt", i.ship_group_seq as "shipGroupSeq", g.delivery,
      g.shipping_method as "shippingMethod", i.unit_price_minor * i.quantity as "valueMinor",
      p.weight_grams as "weightGrams", i.item_group as "itemGroup",
      case when g.delivery in ('PICKUP', 'LOCAL') then g.facility_id end as "assignedFacilityId",
      g.ship_after as "shipAfter", g.ship_by as "shipBy",
      (select array_agg(c.category) from product_category c where c.product_id = i.product_id)
        as categories
    from order_item i
    join sales_order o on o.id = i.order_id
    join ship_group g on g.order_id = i.order_id and g.seq = i.ship_group_seq
    left join product p on p.id = i.product_id
    left join facility s on s.id = o.selling_facility_id`;
}
