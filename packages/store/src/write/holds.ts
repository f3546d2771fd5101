// Stock on hold for a customer who is still deciding. A hold and its part of `inventory.reserved` change in one
// statement, so that a thousand holds for one unit are one hold and 999 refusals, without waiting for each other
// longer than that statement takes.

import type { HoldState } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { takesOrders } from '../read/facilities/takes-orders.ts';

export interface NewHold {
  readonly id: string;
  readonly facilityId: string;
  readonly productId: string;
  readonly quantity: number;
  readonly heldBy: string;
  readonly expiresAt: Date;
  readonly at: Date;
}

/**
 * Takes the units if the facility has them free (on hand − reserved − safety stock). PostgreSQL looks at the
 * row again once it has its lock, so the condition holds at the moment of the change.
 * @returns false when it has not
 */
export async function insertHold(db: Database, hold: NewHold): Promise<boolean> {
  const { rows } = await sql`
    with taken as (
      update inventory i set reserved = i.reserved + ${hold.quantity}
      from facility f
      where i.facility_id = ${hold.facilityId} and i.product_id = ${hold.productId}
        and f.id = i.facility_id and ${takesOrders(hold.at)}
        and available_to_promise(i.on_hand, i.reserved, f.safety_stock) >= ${hold.quantity}
      returning i.facility_id, i.product_id
    )
    insert into stock_hold (id, facility_id, product_id, quantity, state, held_by, held_at, expires_at)
    select ${hold.id}, facility_id, product_id, ${hold.quantity}, 'HELD', ${hold.heldBy}, ${hold.at},
      ${hold.expiresAt}
    from taken
    returning id`.execute(db);
  return rows.length > 0;
}

export interface StockHold {
  readonly id: string;
  readonly facilityId: string;
  readonly productId: string;
  readonly quantity: number;
  readonly state: HoldState;
  readonly expiresAt: Date;
  readonly sendSaleId: string | null;
}

/** Locks the holds until the transaction ends. */
export async function lockHolds(db: Database, ids: readonly string[]): Promise<StockHold[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('stock_hold')
    .select([
      'id',
      'facility_id as facilityId',
      'product_id as productId',
      'quantity',
      'state',
      'expires_at as expiresAt',
      'send_sale_id as sendSaleId',
    ])
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Which holds end: named ones, those of a sale, or those whose time is over. */
export type EndingHolds =
  | { readonly ids: readonly string[] }
  | { readonly sendSaleId: string }
  | { readonly expiredAt: Date };

/** Ends holds that are still held, and lets their units go. @returns how many ended */
export async function endHolds(
  db: Database,
  which: EndingHolds,
  end: { readonly state: 'RELEASED' | 'EXPIRED'; readonly at: Date },
): Promise<number> {
  const chosen =
    'ids' in which
      ? sql`id = any(${[...which.ids]}::text[])`
      : 'sendSaleId' in which
        ? sql`send_sale_id = ${which.sendSaleId}`
        : sql`expires_at <= ${which.expiredAt}`;
  const { rows } = await sql`
    with due as (
      select id from stock_hold where state = 'HELD' and ${chosen}
      order by facility_id, product_id, id limit 1000 for update skip locked
    ), ended as (
      update stock_hold h set state = ${end.state}, ended_at = ${end.at} from due
      where h.id = due.id
      returning h.facility_id, h.product_id, h.quantity
    ), units as (
      select facility_id, product_id, sum(quantity)::int as quantity from ended group by 1, 2
    ), released as (
      update inventory i set reserved = greatest(0, i.reserved - u.quantity) from units u
      where i.facility_id = u.facility_id and i.product_id = u.product_id
    )
    select 1 from ended`.execute(db);
  return rows.length;
}

/** Ties holds to a sale and lets them live as long as it. */
export async function giveHolds(
  db: Database,
  holds: {
    readonly ids: readonly string[];
    readonly sendSaleId: string;
    readonly expiresAt: Date;
  },
): Promise<void> {
  if (holds.ids.length === 0) return;
  await db
    .updateTable('stock_hold')
    .set({ send_sale_id: holds.sendSaleId, expires_at: holds.expiresAt })
    .where('id', 'in', holds.ids)
    .where('state', '=', 'HELD')
    .execute();
}

/**
 * Turns holds into the allocations of the order they were made for: the units stay reserved, the item is
 * allocated where they are. Items the holds do not cover go on waiting for brokering.
 * @returns what was allocated
 */
export async function useHolds(
  db: Database,
  orderIds: readonly string[],
  at: Date,
): Promise<readonly { orderId: string; itemSeq: string; facilityId: string; holdId: string }[]> {
  const { rows } = await sql<{
    orderId: string;
    itemSeq: string;
    facilityId: string;
    holdId: string;
  }>`
    with units as (
      select h.id as hold_id, h.facility_id, h.product_id, o.id as order_id,
        row_number() over (partition by o.id, h.product_id order by h.held_at, h.id, n) as place
      from sales_order o
      join send_sale s on s.shop_id = o.shop_id and s.shopify_order_id = o.shopify_id
      join stock_hold h on h.send_sale_id = s.id and h.state = 'HELD'
      cross join lateral generate_series(1, h.quantity) as n
      where o.id = any(${[...orderIds]}::text[])
    ), items as (
      select i.order_id, i.seq, i.product_id,
        row_number() over (partition by i.order_id, i.product_id order by i.seq) as place
      from order_item i
      join ship_group g on g.order_id = i.order_id and g.seq = i.ship_group_seq
      where i.order_id = any(${[...orderIds]}::text[]) and i.status = 'APPROVED'
        and i.queue = 'BROKERING' and i.quantity = 1 and g.delivery = 'SHIP'
    ), pairs as (
      select i.order_id, i.seq, u.facility_id, u.hold_id from items i
      join units u on u.order_id = i.order_id and u.product_id = i.product_id and u.place = i.place
    ), placed as (
      update order_item x set facility_id = p.facility_id, queue = null from pairs p
      where x.order_id = p.order_id and x.seq = p.seq
    ), allocated as (
      insert into allocation (order_id, item_seq, facility_id, allocated_at, decision)
      select order_id, seq, facility_id, ${at},
        json_build_object('rule', 'held-for-send-sale', 'holdId', hold_id) from pairs
    ), left_over as (
      select u.facility_id, u.product_id, count(*)::int as quantity from units u
      where not exists (select 1 from pairs p where p.hold_id = u.hold_id and p.order_id = u.order_id)
      group by 1, 2
    ), released as (
      update inventory v set reserved = greatest(0, v.reserved - l.quantity) from left_over l
      where v.facility_id = l.facility_id and v.product_id = l.product_id
    ), used as (
      update stock_hold h set ended_at = ${at},
        state = case when h.id in (select hold_id from pairs) then 'USED' else 'RELEASED' end
      where h.id in (select hold_id from units)
    )
    select order_id as "orderId", seq as "itemSeq", facility_id as "facilityId", hold_id as "holdId"
    from pairs order by order_id, seq`.execute(db);
  return rows;
}
