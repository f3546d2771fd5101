// What NetSuite tells of its own lists and doings: kits, discount items, counts, adjustments, gift cards.

import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { changeStock } from './stock.ts';

export interface KitComponent {
  readonly kit: string;
  readonly member: string;
  readonly kitNetsuiteId: string | null;
  readonly memberNetsuiteId: string | null;
  readonly quantity: number;
}

/** Sets the members of the kits named; a member that is not named any more is taken away. */
export async function replaceKits(
  db: Database,
  components: readonly KitComponent[],
  at: Date,
): Promise<void> {
  const kits = [...new Set(components.map((one) => one.kit))];
  if (kits.length === 0) return;
  await db.deleteFrom('kit_component').where('kit', 'in', kits).execute();
  const rows = new Map(components.map((one) => [JSON.stringify([one.kit, one.member]), one]));
  await db
    .insertInto('kit_component')
    .values(
      [...rows.values()].map((one) => ({
        kit: one.kit,
        member: one.member,
        kit_netsuite_id: one.kitNetsuiteId,
        member_netsuite_id: one.memberNetsuiteId,
        quantity: one.quantity,
        read_at: at,
      })),
    )
    .execute();
}

export interface DiscountItem {
  readonly netsuiteId: string;
  readonly name: string;
  readonly isActive: boolean;
}

/** @returns how many are new or differ from before */
export async function saveDiscountItems(
  db: Database,
  items: readonly DiscountItem[],
  at: Date,
): Promise<number> {
  const { rows } = await sql`
    insert into discount_item as d (netsuite_id, name, is_active, read_at)
    select distinct on (n."netsuiteId") n."netsuiteId", n.name, n."isActive", ${at}::timestamptz
    from json_to_recordset(${JSON.stringify(items)}::json)
      as n("netsuiteId" text, name text, "isActive" boolean)
    on conflict (netsuite_id) do update set
      name = excluded.name, is_active = excluded.is_active, read_at = excluded.read_at
    where (d.name, d.is_active) is distinct from (excluded.name, excluded.is_active)
    returning netsuite_id`.execute(db);
  return rows.length;
}

/** @returns false when it was known */
export async function saveBookedCount(
  db: Database,
  count: { readonly adjustmentId: string; readonly countId: string; readonly at: Date },
): Promise<boolean> {
  const { adjustmentId, countId, at } = count;
  const saved = await db
    .insertInto('booked_count')
    .values({ adjustment_id: adjustmentId, count_id: countId, recorded_at: at })
    .onConflict((conflict) => conflict.column('adjustment_id').doNothing())
    .returning('adjustment_id')
    .executeTakeFirst();
  return saved !== undefined;
}

export interface AdjustedStock {
  readonly adjustmentId: string;
  readonly line: string;
  readonly netsuiteLocationId: string;
  readonly netsuiteItemId: string;
  readonly delta: number;
  readonly comments: string | null;
  readonly bookedAt: Date;
}

/**
 * Records the change once, and moves our stock by it unless the last snapshot was taken after it was booked.
 * A place or item we do not have is passed over. @returns whether it was new
 */
export async function saveStockChange(
  db: Database,
  change: AdjustedStock,
  at: Date,
): Promise<boolean> {
  const found = await db
    .selectFrom('facility as f')
    .innerJoin('product as p', (join) => join.on('p.netsuite_item_id', '=', change.netsuiteItemId))
    .leftJoin('inventory as i', (join) =>
      join.onRef('i.facility_id', '=', 'f.id').onRef('i.product_id', '=', 'p.id'),
    )
    .select(['f.id as facilityId', 'p.id as productId', 'i.counted_at as countedAt'])
    .where('f.netsuite_location_id', '=', change.netsuiteLocationId)
    .executeTakeFirst();
  if (found === undefined) return false;
  const { facilityId, productId, countedAt } = found;
  const counted = countedAt !== null && countedAt >= change.bookedAt;
  const saved = await db
    .insertInto('stock_change')
    .values({
      adjustment_id: change.adjustmentId,
      line: change.line,
      facility_id: facilityId,
      product_id: productId,
      delta: change.delta,
      comments: change.comments,
      booked_at: change.bookedAt,
      counted,
      recorded_at: at,
    })
    .onConflict((conflict) => conflict.columns(['adjustment_id', 'line']).doNothing())
    .returning('line')
    .executeTakeFirst();
  if (saved === undefined) return false;
  if (!counted) {
    await changeStock(db, [{ facilityId, productId, onHand: change.delta, reserved: 0 }]);
  }
  return true;
}

export interface ShippedGiftCard {
  readonly number: string;
  readonly postingId: string;
  readonly itemSeq: string | null;
  readonly priceMinor: number | null;
  /** yyyy-MM-dd */
  readonly shippedOn: string | null;
  readonly customerShopifyId: string | null;
}

/** @returns false when the card was known */
export async function saveGiftCard(
  db: Database,
  card: ShippedGiftCard,
  at: Date,
): Promise<boolean> {
  const { rows } = await sql`
    insert into shipped_gift_card
      (number, posting_id, item_seq, price_minor, shipped_on, customer_shopify_id, recorded_at)
    values (${card.number}, ${card.postingId}, ${card.itemSeq}, ${card.priceMinor},
      ${card.shippedOn}, ${card.customerShopifyId}, ${at})
    on conflict (number) do nothing returning number`.execute(db);
  return rows.length > 0;
}

/** @returns 'UNKNOWN', 'KNOWN' with the id it has, or 'SET' */
export async function setReturnId(
  db: Database,
  named: { readonly returnId: string; readonly netsuiteId: string },
): Promise<
  | { readonly state: 'UNKNOWN' }
  | { readonly state: 'KNOWN' | 'SET'; readonly orderId: string; readonly netsuiteId: string }
> {
  const found = await db
    .selectFrom('order_return')
    .select(['order_id as orderId', 'netsuite_id as netsuiteId'])
    .where('id', '=', named.returnId)
    .forUpdate()
    .executeTakeFirst();
  if (found === undefined) return { state: 'UNKNOWN' };
  if (found.netsuiteId !== null) {
    return { state: 'KNOWN', orderId: found.orderId, netsuiteId: found.netsuiteId };
  }
  const { returnId, netsuiteId } = named;
  await db
    .updateTable('order_return')
    .set({ netsuite_id: netsuiteId })
    .where('id', '=', returnId)
    .execute();
  return { state: 'SET', orderId: found.orderId, netsuiteId };
}
