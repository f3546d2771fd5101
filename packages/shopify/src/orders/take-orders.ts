// Reads a number of orders by their ids, a few at a time: what webhooks, lists and people ask for.

import type { Channel } from '@sendsale/domain';
import type { JobOutcome } from '@sendsale/platform/jobs';
import { checkApiVersion } from '../client/shopify-client.ts';
import type { ShopifyContext, ShopifyShop } from '../shopify-context.ts';
import { gid } from '../wire/scalars.ts';
import { takeOrder } from './take-order.ts';
import type { TakenOrder } from './take-order.ts';

/** Orders of one shop that are read at once: enough to hide the wait for answers, few beside its limits. */
const AT_ONCE = 8;

export interface TakeOrdersRun {
  readonly context: ShopifyContext;
  readonly shop: ShopifyShop;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly counts: Map<TakenOrder, number>;
  readonly at: Date;
  readonly signal: AbortSignal;
}

/**
 * Takes each order in; one that fails stops no other, but when Shopify answers nothing at all the rest is left.
 * @returns what became of each that was tried
 */
export async function takeOrders(
  run: TakeOrdersRun,
  shopifyIds: readonly string[],
): Promise<ReadonlyMap<string, TakenOrder>> {
  const taken = new Map<string, TakenOrder>();
  const open = shopifyIds.values();
  let isGone = false;
  const work = async (): Promise<void> => {
    for (const shopifyId of open) {
      if (run.signal.aborted || isGone) return;
      const { shop, channels, at, counts } = run;
      const id = gid('Order', shopifyId);
      const one = await takeOrder(run.context.database, { shop, id, channels, at });
      taken.set(shopifyId, one);
      counts.set(one, (counts.get(one) ?? 0) + 1);
      if (one === 'FAILED' && !isGone) isGone = !(await checkApiVersion(shop.client)).ok;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return taken;
}

/** `done` counts orders that were new or changed. */
export function countsOutcome(counts: ReadonlyMap<TakenOrder, number>): JobOutcome {
  const done = (counts.get('NEW') ?? 0) + (counts.get('REVISED') ?? 0);
  const note = [...counts].map(([kind, count]) => `${count} ${kind.toLowerCase()}`).join(', ');
  return { done, ...(note === '' ? {} : { note }) };
}
