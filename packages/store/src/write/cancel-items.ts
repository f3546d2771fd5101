// Takes items out of an order: they end, and whatever was promised to them is let go.

import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { changeStock } from './stock.ts';

export interface CancelItems {
  readonly orderId: string;
  readonly itemSeqs: readonly string[];
  readonly reason: string;
  readonly at: Date;
}

/** Cancels the items and releases their allocations and reservations. The caller holds the order's lock. */
export async function cancelItems(db: Database, options: CancelItems): Promise<void> {
  const { orderId, at, reason } = options;
  if (options.itemSeqs.length === 0) return;
  const seqs = sql<string>`any(${[...options.itemSeqs]}::text[])`;
  const { rows } = await sql<{ facilityId: string; productId: string; quantity: number }>`
    update allocation a set released_at = ${at}, release_reason = ${reason}
    from order_item i
    where a.order_id = ${orderId} and a.item_seq = ${seqs} and a.released_at is null
      and i.order_id = a.order_id and i.seq = a.item_seq and i.product_id is not null
    returning a.facility_id as "facilityId", i.product_id as "productId", i.quantity`.execute(db);
  await changeStock(
    db,
    rows.map((row) => ({ ...row, onHand: 0, reserved: -row.quantity })),
  );
  await db
    .updateTable('order_item')
    .set({ status: 'CANCELLED', facility_id: null, queue: null })
    .where('order_id', '=', orderId)
    .where('seq', '=', seqs)
    .execute();
}
