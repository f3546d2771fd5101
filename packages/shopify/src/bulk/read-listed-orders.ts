// Reads the orders a list (or a person) named, each by its id.

import { recordOrdersRead } from '@sendsale/oms';
import type { JobOutcome } from '@sendsale/platform/jobs';
import { channelMappings, ordersToRead } from '@sendsale/store/read';
import { countsOutcome, takeOrders } from '../orders/take-orders.ts';
import type { TakenOrder } from '../orders/take-order.ts';
import type { ShopifyContext } from '../shopify-context.ts';

/** Orders of one shop in one run. */
const MAXIMUM_ORDERS = 500;

/** An order that could not be read has a problem that asks for it again; it waits here no longer. */
export async function readListedOrders(
  context: ShopifyContext,
  run: { readonly at: Date; readonly signal: AbortSignal },
): Promise<JobOutcome> {
  const counts = new Map<TakenOrder, number>();
  let full = false;
  for (const shop of context.shops) {
    const { shopId } = shop;
    const waiting = await ordersToRead(context.database, { shopId, limit: MAXIMUM_ORDERS });
    if (waiting.length === 0) continue;
    full ||= waiting.length === MAXIMUM_ORDERS;
    const channels = await channelMappings(context.database, { shopId });
    const ids = waiting.map((one) => one.shopifyId);
    const taken = await takeOrders({ context, shop, channels, counts, ...run }, ids);
    const orders = waiting.filter((one) => taken.has(one.shopifyId));
    await recordOrdersRead(context.database, { shopId, orders });
  }
  return { ...countsOutcome(counts), ...(full ? { again: true } : {}) };
}
