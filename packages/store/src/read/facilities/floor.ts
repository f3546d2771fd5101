// The work of one facility as the people who do it see it: what waits, what is in hand, what left today, and how much
// more the day takes.

import { sql } from 'kysely';
import type { Address } from '@sendsale/domain';
import type { Database } from '../../database.ts';

export interface FloorRow {
  readonly orderId: string;
  readonly orderName: string;
  readonly orderedAt: Date;
  readonly shippingMethod: string | null;
  readonly shipBy: Date | null;
  readonly shipTo: Address | null;
  readonly seq: string;
  readonly sku: string | null;
  readonly barcode: string | null;
  readonly title: string;
  readonly picklistId: string | null;
  readonly listedBy: string | null;
  readonly pickedAt: Date | null;
  readonly pickedBy: string | null;
  readonly packedAt: Date | null;
}

const ITEMS_MAX = 2000;

/** Items of approved orders that are allocated here; the oldest order first. */
export async function floorRows(
  db: Database,
  options: { readonly facilityId: string; readonly orderId?: string },
): Promise<readonly FloorRow[]> {
  const { facilityId, orderId = null } = options;
  const { rows } = await sql<FloorRow>`
    select i.order_id as "orderId", o.name as "orderName", o.ordered_at as "orderedAt",
      coalesce(g.shipping_title, g.shipping_method) as "shippingMethod", g.ship_by as "shipBy",
      o.ship_to as "shipTo", i.seq, i.sku, p.barcode, i.title, k.picklist_id as "picklistId",
      l.made_by as "listedBy", k.picked_at as "pickedAt", k.picked_by as "pickedBy",
      k.packed_at as "packedAt"
    from order_item i
    join sales_order o on o.id = i.order_id
    join ship_group g on g.order_id = i.order_id and g.seq = i.ship_group_seq
    left join product p on p.id = i.product_id
    left join allocation a on a.order_id = i.order_id and a.item_seq = i.seq and a.released_at is null
    left join pick k on k.allocation_id = a.id
    left join picklist l on l.id = k.picklist_id
    where i.facility_id = ${facilityId} and i.status = 'APPROVED' and o.status = 'APPROVED'
      and (${orderId}::text is null or i.order_id = ${orderId})
    order by o.ordered_at, i.order_id, i.seq
    limit ${ITEMS_MAX}`.execute(db);
  return rows;
}

export interface WithdrawnItem {
  readonly orderId: string;
  readonly orderName: string;
  readonly seq: string;
  readonly sku: string | null;
  readonly title: string;
}

/** Picked here, and then cancelled or given to another place: it has to go back to its shelf. */
export async function withdrawnItems(db: Database, facilityId: string): Promise<WithdrawnItem[]> {
  const { rows } = await sql<WithdrawnItem>`
    select i.order_id as "orderId", o.name as "orderName", i.seq, i.sku, i.title
    from pick k
    join allocation a on a.id = k.allocation_id
    join order_item i on i.order_id = a.order_id and i.seq = a.item_seq
    join sales_order o on o.id = i.order_id
    where a.facility_id = ${facilityId} and k.picked_at is not null
      and (a.released_at is not null or i.status = 'CANCELLED')
      -- Who said that it is not there has nothing to put back.
      and not exists (select 1 from rejection r where r.order_id = a.order_id
        and r.item_seq = a.item_seq and r.facility_id = a.facility_id
        and r.rejected_at = a.released_at)
    order by k.picked_at limit 200`.execute(db);
  return rows;
}

export interface LeftToday {
  readonly shipmentId: string;
  readonly orderId: string;
  readonly orderName: string;
  readonly shippedAt: Date;
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly items: number;
  readonly shopifyTold: boolean;
}

/** Shipments of the facility's own calendar day, the newest first. */
export async function leftToday(
  db: Database,
  options: { readonly facilityId: string; readonly at: Date },
): Promise<LeftToday[]> {
  const { rows } = await sql<LeftToday>`
    select s.id as "shipmentId", s.order_id as "orderId", o.name as "orderName",
      s.shipped_at as "shippedAt", s.carrier, s.tracking_number as "trackingNumber",
      (select count(*) from shipment_item x where x.shipment_id = s.id)::int as items,
      s.shopify_fulfillment_id is not null as "shopifyTold"
    from shipment s
    join sales_order o on o.id = s.order_id
    join facility f on f.id = s.facility_id
    where s.facility_id = ${options.facilityId}
      and s.shipped_at >= date_trunc('day', ${options.at}::timestamptz at time zone f.time_zone)
        at time zone f.time_zone
    order by s.shipped_at desc, s.id desc limit 500`.execute(db);
  return rows;
}

export interface FacilityToday {
  readonly name: string;
  readonly timeZone: string;
  readonly address: Address;
  readonly fulfilledBy: string;
  readonly shipsOrders: boolean;
  /** Switched off for the day. */
  readonly off: boolean;
  /** As many orders as it takes on every day; null: no limit. */
  readonly ordersPerDay: number | null;
  /** What was said for this day alone. */
  readonly ordersToday: number | null;
  /** Given to it since its midnight. */
  readonly ordersTaken: number;
}

/** null when there is no such facility. */
export async function facilityToday(
  db: Database,
  options: { readonly facilityId: string; readonly at: Date },
): Promise<FacilityToday | null> {
  const { facilityId, at } = options;
  const { rows } = await sql<FacilityToday>`
    select f.name, f.time_zone as "timeZone", f.address, f.fulfilled_by as "fulfilledBy",
      f.ships_orders as "shipsOrders", coalesce(d.off, false) as off,
      f.orders_per_day as "ordersPerDay", d.orders as "ordersToday",
      (select count(distinct a.order_id) from allocation a
        where a.facility_id = f.id and a.released_at is null
          and a.allocated_at >= date_trunc('day', ${at}::timestamptz at time zone f.time_zone)
            at time zone f.time_zone)::int as "ordersTaken"
    from facility f
    left join facility_day d on d.facility_id = f.id
      and d.day = (${at}::timestamptz at time zone f.time_zone)::date
    where f.id = ${facilityId}`.execute(db);
  return rows[0] ?? null;
}

export interface PicklistRow {
  readonly orderName: string;
  readonly sku: string | null;
  readonly barcode: string | null;
  readonly title: string;
  readonly quantity: number;
}

/** What is on a list, article by article, as one walks along the shelves; null when it is no list of the facility. */
export async function picklistRows(
  db: Database,
  options: { readonly facilityId: string; readonly picklistId: string },
): Promise<{
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly rows: readonly PicklistRow[];
} | null> {
  const list = await db
    .selectFrom('picklist')
    .select(['made_by as madeBy', 'made_at as madeAt'])
    .where('id', '=', options.picklistId)
    .where('facility_id', '=', options.facilityId)
    .executeTakeFirst();
  if (list === undefined) return null;
  const { rows } = await sql<PicklistRow>`
    select o.name as "orderName", i.sku, p.barcode, i.title, count(*)::int as quantity
    from pick k
    join allocation a on a.id = k.allocation_id and a.released_at is null
    join order_item i on i.order_id = a.order_id and i.seq = a.item_seq
    join sales_order o on o.id = i.order_id
    left join product p on p.id = i.product_id
    where k.picklist_id = ${options.picklistId} and i.status <> 'CANCELLED'
    group by o.name, i.sku, p.barcode, i.title
    order by i.title, i.sku, o.name`.execute(db);
  return { ...list, rows };
}
