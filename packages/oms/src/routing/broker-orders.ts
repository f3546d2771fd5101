// Chooses, for each approved item without one, the facility that ships it, and promises its stock to it.

import type { Database } from '@sendsale/store/read';

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
  throw new Error('TODO');
}
