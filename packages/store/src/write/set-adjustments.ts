// Which units of a line bear the cents of its tax; what the line bears stays.

import type { Database } from '../database.ts';

/** Sets the amounts of adjustments of the order. The caller holds the order's lock. */
export async function setAdjustments(
  db: Database,
  orderId: string,
  adjustments: ReadonlyArray<{ readonly seq: number; readonly amount: number }>,
): Promise<void> {
  for (const { seq, amount } of adjustments) {
    await db
      .updateTable('order_adjustment')
      .set({ amount_minor: amount })
      .where('order_id', '=', orderId)
      .where('seq', '=', seq)
      .execute();
  }
}
