// Reads where the orders are, on all three sides: Shopify's and NetSuite's own records, and what the OMS lists.

import type { OrderSummary } from '@sendsale/api';
import { readNetsuite } from '../result/read-netsuite.ts';
import type { OrderResult } from '../result/result.ts';
import { shopifyBooks } from '../wire/shopify-till.ts';
import type { RungOrder } from './rung-order.ts';
import type { Scene } from './scene.ts';

/** Orders the OMS has, without their timelines. */
export async function readResults(
  scene: Scene,
  rung: readonly RungOrder[],
  summaries: ReadonlyMap<string, OrderSummary>,
): Promise<OrderResult[]> {
  const booksOf = await readNetsuite(scene.netsuite);
  const shopify = await shopifyBooks(scene.shopifyUrl);
  const problems = await scene.api.problems();
  return rung.flatMap(({ scenario, shopifyId }) => {
    const summary = summaries.get(shopifyId);
    const book = shopify.get(shopifyId);
    if (summary === undefined || book === undefined) return [];
    const { id, name, channel, status } = summary;
    const open = problems.filter(({ orderId }) => orderId === id);
    return [
      {
        scenario,
        orderId: id,
        name,
        channel,
        status,
        shopify: book,
        netsuite: booksOf(id),
        problems: open.map(({ code }) => code),
        timeline: [],
      },
    ];
  });
}

export async function withTimelines(
  { api }: Scene,
  orders: readonly OrderResult[],
): Promise<OrderResult[]> {
  const told: OrderResult[] = [];
  for (const order of orders) {
    const { timeline } = await api.showOrder(order.orderId);
    const steps = timeline.map(({ step, at, actor, via }) => ({ step, at, actor, via }));
    told.push({ ...order, timeline: steps });
  }
  return told;
}
