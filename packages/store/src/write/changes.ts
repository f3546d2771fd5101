// Keeps the commercial changes of an order and the goods that came back.

import type { ChangeKind, JsonObject } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../database.ts';

export interface ChangeRow {
  readonly key: string;
  readonly kind: ChangeKind;
  readonly happenedAt: Date;
  readonly stated: JsonObject;
  readonly consequence: JsonObject;
}

/** Inserts the changes; one recorded before stays as it is. */
export async function saveChanges(
  db: Database,
  changes: readonly ChangeRow[],
  options: { readonly orderId: string; readonly via: string; readonly at: Date },
): Promise<void> {
  if (changes.length === 0) return;
  const { orderId, via, at } = options;
  await db
    .insertInto('order_change')
    .values(
      changes.map((change) => ({
        order_id: orderId,
        key: change.key,
        kind: change.kind,
        happened_at: change.happenedAt,
        recorded_at: at,
        via,
        stated: change.stated,
        consequence: change.consequence,
      })),
    )
    .onConflict((conflict) => conflict.columns(['order_id', 'key']).doNothing())
    .execute();
}

export interface ReturnRow {
  readonly postingId: string;
  readonly key: string;
  readonly shopifyRefundId: string | null;
  readonly shopifyReturnId: string | null;
  readonly returnedAt: Date;
  readonly goodsMinor: number;
  readonly taxMinor: number;
  readonly shippingMinor: number;
  readonly beyondMinor: number;
  readonly items: readonly ReturnItemRow[];
}

export interface ReturnItemRow {
  readonly seq: string;
  readonly quantity: number;
  readonly restocked: boolean;
  readonly facilityId: string | null;
  readonly goodsMinor: number;
  readonly taxMinor: number;
}

/** Inserts the return with its items. @returns its number */
export async function saveReturn(db: Database, orderId: string, row: ReturnRow): Promise<string> {
  const { id } = await db
    .insertInto('order_return')
    .values({
      order_id: orderId,
      posting_id: row.postingId,
      key: row.key,
      shopify_refund_id: row.shopifyRefundId,
      shopify_return_id: row.shopifyReturnId,
      returned_at: row.returnedAt,
      goods_minor: row.goodsMinor,
      tax_minor: row.taxMinor,
      shipping_minor: row.shippingMinor,
      beyond_minor: row.beyondMinor,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await sql`
    insert into order_return_item (return_id, order_id, item_seq, quantity, restocked, facility_id,
      goods_minor, tax_minor)
    select ${id}, ${orderId}, r.seq, r.quantity, r.restocked, r."facilityId", r."goodsMinor", r."taxMinor"
    from json_to_recordset(${JSON.stringify(row.items)}::json) as r(seq text, quantity int,
      restocked boolean, "facilityId" text, "goodsMinor" bigint, "taxMinor" bigint)`.execute(db);
  return id;
}
