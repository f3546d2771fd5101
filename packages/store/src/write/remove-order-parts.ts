// Empties an order so that it can be laid out anew. Only for orders nothing has been done with: NetSuite
// does not know them and no facility works on them.

import type { Database } from '../database.ts';

/** Removes everything of the order but itself, its payments and its timeline. */
export async function removeOrderParts(db: Database, orderId: string): Promise<void> {
  await db.deleteFrom('posting_line').where('order_id', '=', orderId).execute();
  await db
    .deleteFrom('payment_share')
    .using('payment')
    .whereRef('payment.id', '=', 'payment_share.payment_id')
    .where('payment.order_id', '=', orderId)
    .execute();
  await db.deleteFrom('order_adjustment').where('order_id', '=', orderId).execute();
  await db.deleteFrom('order_item').where('order_id', '=', orderId).execute();
  await db.deleteFrom('ship_group').where('order_id', '=', orderId).execute();
  await db.deleteFrom('posting').where('order_id', '=', orderId).execute();
}
