// Moves fulfillment orders to the facility that was chosen to ship, as soon as it was: stock that Shopify promises is
// then promised where it leaves. Each order begins with what Shopify really has, so that nothing is moved twice.

import { raiseProblem, recordMoved, resolveProblem } from '@sendsale/oms';
import type { JobOutcome } from '@sendsale/platform/jobs';
import { ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { ordersToMove, shopRules } from '@sendsale/store/read';
import type { OrderToMove } from '@sendsale/store/read';
import type { ShopifyFailure } from '../client/shopify-failure.ts';
import { moveFulfillmentOrder } from '../fulfillments/fulfillment-calls.ts';
import { readFulfillmentState } from '../fulfillments/fulfillment-state.ts';
import type { ShopifyContext, ShopifyShop } from '../shopify-context.ts';
import { planMoves } from './plan-moves.ts';

/** Orders of one shop in one run. */
const MAXIMUM_ORDERS = 100;

/** `done` counts orders whose facilities Shopify knows now. */
export async function moveOrders(
  context: ShopifyContext,
  run: { readonly at: Date; readonly signal: AbortSignal },
): Promise<JobOutcome> {
  let done = 0;
  let again = false;
  for (const shop of context.shops) {
    const { shopId } = shop;
    const rules = await shopRules(context.database, { shopId });
    if (!rules.moveFulfillmentOrders) continue;
    const orders = await ordersToMove(context.database, { shopId, limit: MAXIMUM_ORDERS });
    for (const order of orders) {
      if (run.signal.aborted) return { done };
      if (!(await tellOrder(context, shop, { order, at: run.at }))) break;
      done += 1;
    }
    again ||= orders.length === MAXIMUM_ORDERS && done > 0;
  }
  return { done, ...(again ? { again } : {}) };
}

/** @returns false when Shopify gave no answer: the next run begins with this order again */
async function tellOrder(
  { database }: ShopifyContext,
  shop: ShopifyShop,
  what: { readonly order: OrderToMove; readonly at: Date },
): Promise<boolean> {
  const { order, at } = what;
  const subject = `${shop.shopId}/moves`;
  const moved = await moveOrder(shop, order);
  if (!moved.ok) {
    const { code, message } = moved.error;
    await raiseProblem(database, { code, subject, message, at });
    return false;
  }
  const { orderId, key } = order;
  await recordMoved(database, { orderId, key, outcome: { ...moved.value }, at });
  for (const code of CODES)
    await resolveProblem(database, { code, subject, resolution: 'Shopify answers again.', at });
  return true;
}

const CODES = [
  'SHOPIFY_UNREACHABLE',
  'SHOPIFY_ACCESS_DENIED',
  'SHOPIFY_ORDER_UNREADABLE',
  'SHOPIFY_VERSION_UNSUPPORTED',
] as const;

interface Moved {
  /** Moves Shopify made. */
  readonly moved: number;
  /** Moves it refused, where the item is not stocked or work has begun: the shipment is told there all the same. */
  readonly refused: number;
}

async function moveOrder(
  shop: ShopifyShop,
  order: OrderToMove,
): Promise<Result<Moved, ShopifyFailure>> {
  const state = await readFulfillmentState(shop.client, order.shopifyId);
  if (!state.ok) return state;
  let moved = 0;
  let refused = 0;
  for (const move of planMoves(order.units, state.value?.fulfillmentOrders ?? [])) {
    const answer = await moveFulfillmentOrder(shop, move, move.locationId);
    if (!answer.ok) return answer;
    if (answer.value) moved += 1;
    else refused += 1;
  }
  return ok({ moved, refused });
}
