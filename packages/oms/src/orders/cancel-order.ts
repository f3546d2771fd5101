// Cancels what of an order has not left yet.

import { nextItemStatus } from '@sendsale/domain';
import type { Problem } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';
import {
  appendTimeline,
  cancelItems,
  fulfillmentItems,
  lockOrder,
  resolveOtherProblems,
  saveProblems,
} from '@sendsale/store/write';
import { orderUnknown, stepNotAllowed } from '../problems/refusals.ts';
import { askCancellation } from './ask-cancellation.ts';
import { cancelledHereOnly, unitsOf } from './cancelled-here.ts';
import { CANCELLED_PROBLEMS } from './intake-problems.ts';
import { settleOrderStatus } from './settle-order-status.ts';

export interface CancelOrderOptions {
  readonly orderId: string;
  readonly reason: string;
  readonly actor: string;
  readonly via: string;
  readonly at: Date;
}

/**
 * Cancels every item that is not completed, lets go of its stock and allocation; the item-close feed closes
 * the lines in NetSuite. STEP_NOT_ALLOWED when nothing is left to cancel; repeating it after success is success.
 */
export async function cancelOrder(
  db: Database,
  options: CancelOrderOptions,
): Promise<Result<{ readonly orderId: string; readonly itemSeqs: readonly string[] }, Problem>> {
  const { orderId, reason, actor, via, at } = options;
  return inTransaction(db, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (order === null) return fail(orderUnknown(orderId));
    if (order.status === 'CANCELLED') return ok({ orderId, itemSeqs: [] });
    const items = await fulfillmentItems(tx, orderId);
    const itemSeqs = items
      .filter((item) => nextItemStatus(item.status, 'cancel') !== null)
      .map((item) => item.seq);
    if (itemSeqs.length === 0) {
      return fail(
        stepNotAllowed(orderId, 'cancel', `Everything of order ${orderId} is completed.`),
      );
    }
    await cancelItems(tx, { orderId, itemSeqs, reason, at });
    const after = items.map((item) =>
      itemSeqs.includes(item.seq) ? { ...item, status: 'CANCELLED' as const } : item,
    );
    await settleOrderStatus(
      tx,
      order,
      after.map((item) => item.status),
    );
    const resolution = 'The items are cancelled.';
    const codes = CANCELLED_PROBLEMS;
    await resolveOtherProblems(tx, { orderId, codes, remaining: [], resolution, at });
    await askCancellation(tx, { orderId, items: after, itemSeqs, reason, at });
    if (after.some((item) => item.status !== 'CANCELLED')) {
      const gone = items.filter((item) => itemSeqs.includes(item.seq));
      await saveProblems(tx, cancelledHereOnly(orderId, unitsOf(gone)), at);
    }
    const detail = { reason, itemSeqs };
    await appendTimeline(tx, [{ orderId, step: 'cancelled', at, actor, via, detail }]);
    return ok({ orderId, itemSeqs });
  });
}
