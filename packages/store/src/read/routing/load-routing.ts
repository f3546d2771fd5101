// What routing an order needs to know: its waiting items, where it goes, and every facility with its stock
// of those products, its capacity left today and what it rejected.

import type { Queue, RoutableFacility, RoutableItem, RoutingExplanation } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../../database.ts';

export interface WaitingItem extends RoutableItem {
  readonly queue: Queue;
  /** Null: no product is known, so nobody has it. */
  readonly knownProductId: string | null;
}

export interface Destination {
  readonly place: { readonly latitude: number; readonly longitude: number } | null;
  readonly origin: RoutingExplanation['origin'];
}

/** The order's items without facility. A product that is not known gets an id no facility has. */
export async function waitingItems(db: Database, orderId: string): Promise<readonly WaitingItem[]> {
  const { rows } = await sql<WaitingItem>`
    select i.seq, coalesce(i.product_id, 'unknown/' || i.seq) as "productId", i.quantity, i.queue,
      i.product_id as "knownProductId",
      case when g.delivery in ('PICKUP', 'LOCAL') then g.facility_id end as "assignedFacilityId"
    from order_item i
    join ship_group g on g.order_id = i.order_id and g.seq = i.ship_group_seq
    where i.order_id = ${orderId} and i.status = 'APPROVED' and i.queue is not null
    order by i.seq`.execute(db);
  return rows;
}

/** Where the order goes: its ship-to, else the selling store, which is the best guess. */
export async function orderDestination(db: Database, orderId: string): Promise<Destination> {
  const { rows } = await sql<{
    latitude: number | null;
    longitude: number | null;
    storeLatitude: number | null;
    storeLongitude: number | null;
  }>`
    select (o.ship_to->>'latitude')::float8 as latitude, (o.ship_to->>'longitude')::float8 as longitude,
      f.latitude as "storeLatitude", f.longitude as "storeLongitude"
    from sales_order o
    left join facility f on f.id = o.selling_facility_id
    where o.id = ${orderId}`.execute(db);
  const [row] = rows;
  const home = place(row?.latitude, row?.longitude);
  if (home !== null) return { place: home, origin: 'SHIP_TO' };
  const store = place(row?.storeLatitude, row?.storeLongitude);
  return store === null
    ? { place: null, origin: 'UNKNOWN' }
    : { place: store, origin: 'SELLING_FACILITY' };
}

function place(latitude: number | null | undefined, longitude: number | null | undefined) {
  if (latitude === null || latitude === undefined) return null;
  if (longitude === null || longitude === undefined) return null;
  return { latitude, longitude };
}

interface FacilityRow {
  readonly facilityId: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly shipsOrders: boolean;
  readonly capacityLeft: number | null;
  readonly available: Readonly<Record<string, number>>;
  readonly rejected: readonly string[];
}

export interface RoutingQuestion {
  readonly orderId: string;
  readonly productIds: readonly string[];
  readonly at: Date;
}

/** All facilities. Capacity counts orders allocated on the facility's own calendar day, this one not. */
export async function routableFacilities(
  db: Database,
  question: RoutingQuestion,
): Promise<readonly RoutableFacility[]> {
  const { at, orderId } = question;
  const products = sql`any(${[...question.productIds]}::text[])`;
  const { rows } = await sql<FacilityRow>`
    select f.id as "facilityId", f.latitude, f.longitude, f.ships_orders as "shipsOrders",
      case when f.orders_per_day is not null then f.orders_per_day - (
        select count(distinct a.order_id) from allocation a
        where a.facility_id = f.id and a.order_id <> ${orderId}
          and a.allocated_at >= date_trunc('day', ${at}::timestamptz at time zone f.time_zone)
            at time zone f.time_zone
          and a.released_at is null)::int
      end as "capacityLeft",
      coalesce(stock.available, '{}') as available, coalesce(no.rejected, '[]') as rejected
    from facility f
    left join (
      select v.facility_id,
        json_object_agg(v.product_id, greatest(0, v.on_hand - v.reserved - g.safety_stock)) as available
      from inventory v join facility g on g.id = v.facility_id
      where v.product_id = ${products}
      group by v.facility_id
    ) stock on stock.facility_id = f.id
    left join (
      select r.facility_id, json_agg(distinct r.product_id) as rejected
      from rejection r
      where r.product_id = ${products} and r.not_here_until > ${at}
      group by r.facility_id
    ) no on no.facility_id = f.id
    order by f.id`.execute(db);
  return rows.map((row) => ({
    ...row,
    available: new Map(Object.entries(row.available)),
    rejected: new Set(row.rejected),
  }));
}
