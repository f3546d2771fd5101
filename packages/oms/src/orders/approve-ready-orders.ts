// Approves the orders NetSuite has booked completely: the sales order has an id and every line has one.

import type { Database } from '@sendsale/store/read';

export interface ApproveReadyOrdersOptions {
  readonly at: Date;
  /** At most this many orders in this call. */
  readonly limit: number;
}

/** Approves what is ready, oldest first. @returns the order ids */
export async function approveReadyOrders(
  db: Database,
  options: ApproveReadyOrdersOptions,
): Promise<{ readonly approved: readonly string[] }> {
  throw new Error('TODO');
}
