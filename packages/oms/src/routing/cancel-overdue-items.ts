// Cancels items that no facility was found for until the day a rule set.

import { inTransaction } from '@sendsale/platform/db';
import type { Database } from '@sendsale/store/read';
import {
  appendTimeline,
  cancelItems,
  fulfillmentItems,
  lockOrder,
  overdueItems,
  resolveUnfillable,
  saveProblems,
} from '@sendsale/store/write';
import { askCancellation } from '../orders/ask-cancellation.ts';
import { cancelledHereOnly, unitsOf } from '../orders/cancelled-here.ts';
import { settleOrderStatus } from '../orders/settle-order-status.ts';

export interface CancelOverdueOptions {
  readonly at: Date;
  readonly limit: number;
}

/** Each order in its own transaction; an item that was allocated meanwhile stays. @returns the orders changed */
export async function cancelOverdueItems(
  db: Database,
  options: CancelOverdueOptions,
): Promise<readonly string[]> {
  const overdue = await overdueItems(db, options);
  const orderIds = [...new Set(overdue.map((item) => item.orderId))];
  const changed: string[] = [];
  for (const orderId of orderIds) {
    const seqs = overdue.filter((item) => item.orderId === orderId).map((item) => item.seq);
    const { at } = options;
    if (await inTransaction(db, async (tx) => cancel(tx, { orderId, seqs, at }))) {
      changed.push(orderId);
    }
  }
  return changed;
}

async function cancel(
  tx: Database,
  options: { readonly orderId: string; readonly seqs: readonly string[]; readonly at: Date },
): Promise<boolean> {
  const { orderId, seqs, at } = options;
  const order = await lockOrder(tx, orderId);
  if (order === null) return false;
  const items = await fulfillmentItems(tx, orderId);
  const itemSeqs = items
    .filter((item) => seqs.includes(item.seq) && item.status === 'APPROVED' && item.queue !== null)
    .map((item) => item.seq);
  if (itemSeqs.length === 0) return false;
  await cancelItems(tx, { orderId, itemSeqs, reason: 'AUTO_CANCEL', at });
  const after = items.map((item) =>
    itemSeqs.includes(item.seq) ? { ...item, status: 'CANCELLED' as const } : item,
  );
  const status = await settleOrderStatus(
    tx,
    order,
    after.map((item) => item.status),
  );
  const reason = 'Nobody could ship it in time';
  await askCancellation(tx, { orderId, items: after, itemSeqs, reason, at });
  await resolveUnfillable(tx, { orderIds: [orderId], at });
  if (status !== 'CANCELLED') {
    const gone = items.filter((item) => itemSeqs.includes(item.seq));
    await saveProblems(tx, cancelledHereOnly(orderId, unitsOf(gone)), at);
  }
  const step = status === 'CANCELLED' ? 'cancelled' : 'items cancelled';
  const detail = { reason: 'AUTO_CANCEL', itemSeqs };
  await appendTimeline(tx, [{ orderId, step, at, actor: 'OMS', via: 'brokering', detail }]);
  return true;
}
