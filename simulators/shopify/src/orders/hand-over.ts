// The customer walks out with the goods: POS fulfills the RETAIL fulfillment order at the store.
import { assert } from '@sendsale/std';
import type { FulfillmentOrder, Order } from '../state/model.ts';
import type { Shop } from '../state/shop.ts';
import { endReservation } from '../drafts/reserve.ts';
import { fulfillUnits, remainingUnits } from './fulfill.ts';

/** Fulfills what is carried out and not yet fulfilled; doing it twice changes nothing. */
export function handOver(shop: Shop, order: Order): void {
  for (const source of order.fulfillmentOrders) {
    if (source.status !== 'OPEN' || !isHandedOver(order, source)) continue;
    fulfillUnits(shop, order, {
      units: new Map(remainingUnits(source)),
      fulfillmentOrders: [source],
      tracking: [],
      isNotified: false,
    });
  }
}

/** Carry-outs, and what is sent by e-mail, such as gift cards. */
function isHandedOver(order: Order, source: FulfillmentOrder): boolean {
  const { methodType } = source.delivery;
  if (methodType !== 'NONE') return methodType === 'RETAIL';
  const ids = new Set(source.lines.map((line) => line.lineId));
  return order.lines.every(
    (line) => !ids.has(line.id) || line.isGiftCard || !line.requiresShipping,
  );
}

/** Does what has become due by the shop's clock. */
export function runDue(shop: Shop): void {
  const now = shop.clock.now().getTime();
  const ripe = shop.state.due.filter((due) => due.at <= now);
  if (ripe.length === 0) return;
  const rest = shop.state.due.filter((due) => due.at > now);
  shop.state.due.splice(0, shop.state.due.length, ...rest);
  for (const due of ripe) {
    if (due.kind === 'END_RESERVATION') {
      const draft = shop.state.drafts.find((candidate) => candidate.id === due.orderId);
      if (draft) endReservation(shop, draft);
      continue;
    }
    const order = shop.orders.get(due.orderId);
    assert(order !== undefined, `Due work names an order that is there: ${due.orderId}.`);
    if (order.cancelledAt === null) handOver(shop, order);
  }
}
