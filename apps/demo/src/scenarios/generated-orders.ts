// More orders, drawn from a seed: all kinds, at any till or in the web shop, only of what there is; to many of them
// something happens on the way.

import { seededRandom } from '@sendsale/std';
import type { StockCell } from '../retailer/stock.ts';
import { randomCart } from './random-cart.ts';
import type { DrawnCart } from './random-cart.ts';
import { randomChange } from './random-change.ts';
import type { OrderChange } from './random-change.ts';
import { Shelf } from './shelf.ts';

export interface GeneratedOrder extends DrawnCart {
  readonly change: OrderChange | null;
}

/** `count` orders; the same for the same seed and stock. Stock is only promised once. */
export function generatedOrders(
  count: number,
  seed: number,
  stock: readonly StockCell[],
): GeneratedOrder[] {
  const random = seededRandom(seed);
  const shelf = new Shelf(stock);
  return Array.from({ length: count }, (_, number) => {
    const drawn = randomCart(random, shelf, number);
    return { ...drawn, change: randomChange(random, shelf, drawn) };
  });
}
