// A facility says it does not ship an item: the item is brokered again elsewhere and the stock is corrected.

import { varianceOf } from '@sendsale/domain';
import type { Problem, RejectionReason } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { activeRules } from '@sendsale/store/read';
import type { Database } from '@sendsale/store/read';
import {
  appendTimeline,
  changeStock,
  facilityStock,
  fulfillmentItems,
  insertRejection,
  lockOrder,
  rejectionOfKey,
} from '@sendsale/store/write';
import { itemUnknown, orderUnknown, stepNotAllowed } from '../problems/refusals.ts';

export interface RejectItemOptions {
  readonly orderId: string;
  readonly itemSeq: string;
  /** Who says it; an item that another place has to ship is not theirs to reject. Left out: whoever has it. */
  readonly saidBy?: string;
  /** Chosen by the caller: the same key again is the same rejection, and changes nothing. */
  readonly requestKey?: string | undefined;
  readonly reason: RejectionReason;
  readonly comment: string | null;
  readonly actor: string;
  readonly via: string;
  readonly at: Date;
}

/**
 * Releases the allocation and reservation, writes the variance the reason stands for (not for a facility
 * whose stock NetSuite keeps), and puts the item into the queue REJECTED. The facility is not asked for the
 * product again for the days the brokering rules say (7 unless changed). STEP_NOT_ALLOWED when the item is not allocated.
 */
export async function rejectItem(
  db: Database,
  options: RejectItemOptions,
): Promise<Result<{ readonly facilityId: string; readonly variance: number }, Problem>> {
  const { orderId, itemSeq, reason, comment, actor, via, at } = options;
  return inTransaction(db, async (tx) => {
    if ((await lockOrder(tx, orderId)) === null) return fail(orderUnknown(orderId));
    const before = await rejectionOfKey(tx, options.requestKey ?? null);
    if (before !== null) return ok(before);
    const items = await fulfillmentItems(tx, orderId);
    const item = items.find((one) => one.seq === itemSeq);
    if (item === undefined) return fail(itemUnknown(orderId, itemSeq));
    const { facilityId, productId, quantity } = item;
    const isTheirs = options.saidBy === undefined || options.saidBy === facilityId;
    if (item.status !== 'APPROVED' || facilityId === null || productId === null || !isTheirs) {
      const why = `Item ${itemSeq} of order ${orderId} is not allocated to ${options.saidBy ?? 'a facility'}.`;
      return fail(stepNotAllowed(orderId, 'reject', why));
    }
    const stock = await facilityStock(tx, { facilityId, productId });
    // Where NetSuite keeps the stock, its own counts tell what is missing.
    const variance = stock.fulfilledBy === 'OMS' ? varianceOf(reason, quantity, stock.onHand) : 0;
    await changeStock(tx, [{ facilityId, productId, onHand: variance, reserved: -quantity }]);
    const { notHereDays } = (await activeRules(tx)).rules;
    const notHereUntil = new Date(at.getTime() + notHereDays * DAY_MS);
    const rejection = { orderId, itemSeq, facilityId, productId, reason, comment, actor, at };
    const requestKey = options.requestKey ?? null;
    await insertRejection(tx, { ...rejection, requestKey, notHereUntil, variance });
    const detail = { itemSeq, facilityId, reason, comment, variance };
    await appendTimeline(tx, [{ orderId, step: 'rejected', at, actor, via, detail }]);
    return ok({ facilityId, variance });
  });
}

const DAY_MS = 24 * 60 * 60 * 1000;
