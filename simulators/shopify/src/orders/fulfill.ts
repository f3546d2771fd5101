// Makes a fulfillment out of units of fulfillment orders: the units leave the stock of their location,
// and a fulfillment order without units left is closed.
import { defined } from '@sendsale/std';
import type { Fulfillment, FulfillmentOrder, Order, Tracking } from '../state/model.ts';
import { announce, instant, newId, touch } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';
import { fulfillmentStatus } from './status.ts';
import { shipStock } from './stock.ts';

export interface Parcel {
  /** Units by fulfillment order line id. */
  readonly units: ReadonlyMap<string, number>;
  readonly fulfillmentOrders: readonly FulfillmentOrder[];
  readonly tracking: Tracking[];
  readonly isNotified: boolean;
}

/** The fulfillment; the caller has checked that the units are there. */
export function fulfillUnits(shop: Shop, order: Order, parcel: Parcel): Fulfillment {
  const at = instant(shop);
  const first = defined(parcel.fulfillmentOrders[0], 'A parcel has a fulfillment order.');
  const fulfillment: Fulfillment = {
    id: newId(shop, 'Fulfillment'),
    name: `${order.name}-F${order.fulfillments.length + 1}`,
    createdAt: at,
    updatedAt: at,
    locationId: first.locationId,
    status: 'SUCCESS',
    tracking: parcel.tracking,
    notifications: Number(parcel.isNotified),
    lines: parcel.fulfillmentOrders.flatMap((source) => takeUnits(shop, order, { source, parcel })),
  };
  order.fulfillments.push(fulfillment);
  announce(shop, {
    topic: 'fulfillments/create',
    orderId: order.id,
    subject: fulfillment.id,
  });
  touch(shop, order);
  const isWhole = fulfillmentStatus(order) === 'FULFILLED';
  announce(shop, {
    topic: isWhole ? 'orders/fulfilled' : 'orders/partially_fulfilled',
    orderId: order.id,
  });
  return fulfillment;
}

function takeUnits(
  shop: Shop,
  order: Order,
  from: { source: FulfillmentOrder; parcel: Parcel },
): Fulfillment['lines'] {
  const { source, parcel } = from;
  const taken = source.lines.flatMap((line) => {
    const quantity = parcel.units.get(line.id) ?? 0;
    if (quantity === 0) return [];
    const item = defined(
      order.lines.find((l) => l.id === line.lineId),
      'The line is of this order.',
    );
    line.remaining -= quantity;
    shipStock(shop, { variantId: item.variantId, locationId: source.locationId, quantity });
    const id = newId(shop, 'FulfillmentLineItem');
    return [{ id, lineId: item.id, fulfillmentOrderId: source.id, quantity }];
  });
  source.updatedAt = instant(shop);
  if (source.lines.every((line) => line.remaining === 0)) source.status = 'CLOSED';
  return taken;
}

/** All units a fulfillment order still has, by line id. */
export function remainingUnits(source: FulfillmentOrder): [string, number][] {
  return source.lines.map((line) => [line.id, line.remaining]);
}
