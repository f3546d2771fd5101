// Approves the orders NetSuite has booked completely: the sales order has an id, every line has one, and the deposits
// are there.

import { inTransaction } from '@sendsale/platform/db';
import type { Database } from '@sendsale/store/read';
import { appendTimeline, approveOrders, lockReadyOrders } from '@sendsale/store/write';
import { honourHolds } from '../send-sale/honour-holds.ts';

export interface ApproveReadyOrdersOptions {
  readonly at: Date;
  /** At most this many orders in this call. */
  readonly limit: number;
}

/** How long an order's goods wait for NetSuite to have its deposits. */
const DEPOSIT_PATIENCE_MS = 60 * 60_000;

/** Approves what is ready, oldest first. @returns the order ids */
export async function approveReadyOrders(
  db: Database,
  options: ApproveReadyOrdersOptions,
): Promise<{ readonly approved: readonly string[] }> {
  const { at, limit } = options;
  return inTransaction(db, async (tx) => {
    const depositsDueSince = new Date(at.getTime() - DEPOSIT_PATIENCE_MS);
    const approved = await lockReadyOrders(tx, { limit, depositsDueSince });
    if (approved.length === 0) return { approved };
    await approveOrders(tx, approved);
    const entry = { step: 'approved', at, actor: 'OMS', via: 'approval' } as const;
    await appendTimeline(
      tx,
      approved.map((orderId) => ({ orderId, ...entry })),
    );
    await honourHolds(tx, approved, at);
    return { approved };
  });
}
