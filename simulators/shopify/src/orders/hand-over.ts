// The customer walks out with the goods: POS fulfills the RETAIL fulfillment order at the store.
import { assert } from '@sendsale/std';
import type { Order } from '../state/model.ts';
import type { Shop } from '../state/shop.ts';
import { fulfillUnits, remainingUnits } from './fulfill.ts';

/** Fulfills what is carried out and not yet fulfilled; doing it twice changes nothing. */
export function handOver(shop: Shop, order: Order): void {
  for (const source of order.fulfillmentOrders) {
    if (source.delivery.methodType !== 'RETAIL' || source.status !== 'OPEN') continue;
    fulfillUnits(shop, order, {
      units: new Map(remainingUnits(source)),
      fulfillmentOrders: [source],
      tracking: [],
      isNotified: false,
    });
  }
}

/** Does what has become due by the shop's clock. */
export function runDue(shop: Shop): void {
  const now = shop.clock.now().getTime();
  const ripe = shop.state.due.filter((due) => due.at <= now);
  if (ripe.length === 0) return;
  const rest = shop.state.due.filter((due) => due.at > now);
  shop.state.due.splice(0, shop.state.due.length, ...rest);
  for (const due of ripe) {
    const order = shop.orders.get(due.orderId);
    assert(order !== undefined, `Due work names an order that is there: ${due.orderId}.`);
    if (order.cancelledAt === null) handOver(shop, order);
  }
}
