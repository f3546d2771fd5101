// Chooses, for each approved item without one, the facility that ships it, and promises its stock to it.

import { inTransaction } from '@sendsale/platform/db';
import { waitingOrders } from '@sendsale/store/read';
import type { Database } from '@sendsale/store/read';
import { brokerOrder } from './broker-order.ts';

export interface BrokerOrdersOptions {
  readonly at: Date;
  /** At most this many orders in this call. */
  readonly limit: number;
}

/**
 * Brokers the items of approved orders that wait (BROKERING, REJECTED, and UNFILLABLE where stock appeared),
 * oldest order first, each order in its own transaction.
 * @returns order ids: `allocated` had at least one item allocated, `unfilled` has at least one that nobody can ship
 */
export async function brokerOrders(
  db: Database,
  options: BrokerOrdersOptions,
): Promise<{ readonly allocated: readonly string[]; readonly unfilled: readonly string[] }> {
  const { at, limit } = options;
  const allocated: string[] = [];
  const unfilled: string[] = [];
  for (const orderId of await waitingOrders(db, { at, limit })) {
    const brokered = await inTransaction(db, async (tx) => brokerOrder(tx, { orderId, at }));
    if (brokered.allocated.length > 0) allocated.push(orderId);
    if (brokered.unfilled.length > 0) unfilled.push(orderId);
  }
  return { allocated, unfilled };
}
