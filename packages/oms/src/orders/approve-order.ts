// Approves orders: NetSuite has booked them, so their items may be brokered.

import { nextOrderStatus } from '@sendsale/domain';
import type { Problem } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';
import { appendTimeline, approveOrders, lockOrder } from '@sendsale/store/write';
import { orderUnknown, stepNotAllowed } from '../problems/refusals.ts';
import { honourHolds } from '../send-sale/honour-holds.ts';

export interface ApproveOrderOptions {
  readonly orderId: string;
  readonly actor: string;
  readonly via: string;
  readonly at: Date;
}

/** Approves one order whatever NetSuite knows of it: a person's decision. STEP_NOT_ALLOWED, ORDER_UNKNOWN. */
export async function approveOrder(
  db: Database,
  options: ApproveOrderOptions,
): Promise<Result<{ readonly orderId: string }, Problem>> {
  const { orderId, actor, via, at } = options;
  return inTransaction(db, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (order === null) return fail(orderUnknown(orderId));
    if (nextOrderStatus(order.status, 'approve') === null) {
      const why = `Order ${orderId} is ${order.status}; only a created or held order is approved.`;
      return fail(stepNotAllowed(orderId, 'approve', why));
    }
    await approveOrders(tx, [orderId]);
    await appendTimeline(tx, [{ orderId, step: 'approved', at, actor, via }]);
    await honourHolds(tx, [orderId], at);
    return ok({ orderId });
  });
}
