// Undoes a fulfillment: it is cancelled, its fulfillment orders stay closed, and what had left waits
// in new open ones. Nobody should key work on a fulfillment order's id alone.
import { defined } from '@sendsale/std';
import type { Fulfillment, FulfillmentOrder, Order } from '../state/model.ts';
import { announce, instant, newId, touch } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';
import { recommitStock } from './stock.ts';

/** Cancelling twice changes nothing. */
export function cancelFulfillment(shop: Shop, order: Order, fulfillment: Fulfillment): void {
  if (fulfillment.status === 'CANCELLED') return;
  fulfillment.status = 'CANCELLED';
  fulfillment.updatedAt = instant(shop);
  const sources = new Set(fulfillment.lines.map((line) => line.fulfillmentOrderId));
  for (const id of sources) {
    const source = defined(
      order.fulfillmentOrders.find((candidate) => candidate.id === id),
      `${id} is of ${order.name}.`,
    );
    order.fulfillmentOrders.push(reopen(shop, order, { source, fulfillment }));
  }
  announce(shop, {
    topic: 'fulfillments/update',
    orderId: order.id,
    subject: fulfillment.id,
  });
  touch(shop, order);
}

function reopen(
  shop: Shop,
  order: Order,
  what: { source: FulfillmentOrder; fulfillment: Fulfillment },
): FulfillmentOrder {
  const { source, fulfillment } = what;
  const at = instant(shop);
  const parts = fulfillment.lines.filter((part) => part.fulfillmentOrderId === source.id);
  return {
    ...source,
    id: newId(shop, 'FulfillmentOrder'),
    createdAt: at,
    updatedAt: at,
    status: 'OPEN',
    progressReported: false,
    displayable: true,
    holds: [],
    locationId: fulfillment.locationId,
    lines: parts.map(({ lineId, quantity }) => {
      const variantId = order.lines.find((line) => line.id === lineId)?.variantId ?? null;
      recommitStock(shop, {
        variantId,
        locationId: fulfillment.locationId,
        quantity,
      });
      const shippingLineId = source.lines.find((l) => l.lineId === lineId)?.shippingLineId ?? null;
      const id = newId(shop, 'FulfillmentOrderLineItem');
      return {
        id,
        lineId,
        shippingLineId,
        total: quantity,
        remaining: quantity,
      };
    }),
  };
}
