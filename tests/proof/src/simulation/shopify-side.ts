// The Shopify simulator within this process: what people do at its till, the webhooks it sends, and what it
// knows in the end.

import { openShopifyInside } from '@sendsale/simulator-shopify';
import type { Delivery, OrderView, ShopifyInside } from '@sendsale/simulator-shopify';
import type { Clock, Random } from '@sendsale/std';
import { SHOP_SEED, SKUS } from './retailer.ts';

const HOST = 'http://shopify.simulation';

export class ShopifySide {
  readonly #inside: ShopifyInside;
  /** Webhooks on their way, as they were sent. */
  readonly deliveries: Delivery[] = [];

  constructor(clock: Clock) {
    this.#inside = openShopifyInside({
      seed: SHOP_SEED,
      // What is due is done before the next answer; nobody waits for it.
      clock: { now: clock.now, sleep: async () => new Promise(() => {}) },
      carry: async (delivery) => {
        this.deliveries.push(delivery);
        return 200;
      },
    });
  }

  get serve(): ShopifyInside['send'] {
    return this.#inside.send;
  }

  async close(): Promise<void> {
    await this.#inside.close();
  }

  async orders(): Promise<OrderView[]> {
    const response = await this.#get('/control/orders');
    // The simulator answers with the views it describes.
    return (await response.json()) as OrderView[];
  }

  /** Rings up one random order. */
  async ring(random: Random): Promise<void> {
    const seed = random.integer(1, 1_000_000);
    await this.#post('/control/generate', { count: 1, seed, changes: 0 });
  }

  /** A cancel, a refund, an edit or an exchange, if the order can have it. @returns what was done */
  async change(random: Random): Promise<string> {
    const orders = await this.orders();
    if (orders.length === 0) return 'nothing';
    const order = random.pick(orders);
    const key = encodeURIComponent(order.name);
    const open = order.lines.flatMap((line, index) => (line.currentQuantity > 0 ? [index] : []));
    const line = open.length === 0 ? 0 : random.pick(open);
    const restock = random.next() < 0.7;
    const returned = [{ line, quantity: 1, restock }];
    const bodies = {
      cancel: { restock, refund: random.next() < 0.8 },
      refund: { lines: returned, shipping: random.next() < 0.2 },
      edit:
        random.next() < 0.5
          ? { add: [{ sku: random.pick(SKUS) }] }
          : { set: [{ line, quantity: 0 }] },
      exchange: {
        returns: returned,
        lines: [{ sku: random.pick(SKUS), delivery: 'CARRY_OUT' }],
      },
    } as const;
    const way = random.pick(['cancel', 'refund', 'edit', 'exchange'] as const);
    const status = await this.#post(`/till/orders/${key}/${way}`, bodies[way]);
    return `${way} ${order.name} ${status}`;
  }

  async #get(path: string): Promise<Response> {
    return this.#inside.send(new URL(HOST + path), { method: 'GET' });
  }

  async #post(path: string, body: unknown): Promise<number> {
    const headers = { 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    return (await this.#inside.send(new URL(HOST + path), init)).status;
  }
}
