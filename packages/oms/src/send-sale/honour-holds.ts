// An order that was placed as a send sale ships from where its stock was held: on approval its holds become its
// allocations, so that brokering finds nothing left to decide for them.

import { appendTimeline, useHolds } from '@sendsale/store/write';
import type { Database } from '@sendsale/store/write';

/** Called in the transaction that approves the orders. */
export async function honourHolds(
  tx: Database,
  orderIds: readonly string[],
  at: Date,
): Promise<void> {
  const used = await useHolds(tx, orderIds, at);
  const orders = [...new Set(used.map((one) => one.orderId))];
  await appendTimeline(
    tx,
    orders.map((orderId) => {
      const mine = used.filter((one) => one.orderId === orderId);
      const facilities = Object.fromEntries(
        [...new Set(mine.map((one) => one.facilityId))].map((facilityId) => [
          facilityId,
          mine.filter((one) => one.facilityId === facilityId).map((one) => one.itemSeq),
        ]),
      );
      const detail = { rule: 'held-for-send-sale', facilities };
      return { orderId, step: 'brokered', at, actor: 'OMS', via: 'send sale', detail };
    }),
  );
}
