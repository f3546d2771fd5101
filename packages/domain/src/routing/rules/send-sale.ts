// A send sale: rung up at a till, shipped to the customer.

import type { RoutingItem, RoutingOrder } from '../engine/routing-problem.ts';

export function isSendSale(
  order: Pick<RoutingOrder, 'channel'>,
  item: Pick<RoutingItem, 'delivery'>,
): boolean {
  return order.channel === 'POS' && item.delivery === 'SHIP';
}
