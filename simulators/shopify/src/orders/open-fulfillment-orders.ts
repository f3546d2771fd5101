// Opens the fulfillment orders of a new order, one for each delivery method and place, and promises
// the stock there: carry-out and pickup take from the store, what ships from where it is routed.
import { defined } from '@sendsale/std';
import { gid } from '../state/gid.ts';
import type { DeliveryMethodType, FulfillmentOrder, Gid, LineItem, Order } from '../state/model.ts';
import { newId } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';
import { isShipped } from './cart-reading.ts';
import type { CartReading } from './cart-reading.ts';
import { routeLines } from './route.ts';
import { commitStock } from './stock.ts';

interface Group {
  readonly methodType: DeliveryMethodType;
  readonly locationId: Gid;
  readonly lines: LineItem[];
}

export function openFulfillmentOrders(
  shop: Shop,
  order: Order,
  reading: CartReading,
): FulfillmentOrder[] {
  const groups = new Map<string, Group>();
  const places = placesOf(shop, order, reading);
  for (const [index, line] of order.lines.entries()) {
    const methodType = defined(reading.lines[index], 'Each line was read.').methodType;
    const locationId = defined(places[index], 'Each line has a place.');
    const key = `${methodType} ${locationId}`;
    const group = groups.get(key) ?? { methodType, locationId, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
    commitStock(shop, { variantId: line.variantId, locationId, quantity: line.quantity });
  }
  return [...groups.values()].map((group) => openOne(shop, order, group));
}

function placesOf(shop: Shop, order: Order, reading: CartReading): Gid[] {
  const { cart } = reading;
  const store = cart.locationId === undefined ? null : gid('Location', cart.locationId);
  const fixed =
    cart.shipFromLocationId === undefined ? null : gid('Location', cart.shipFromLocationId);
  const isRouted = reading.lines.map(({ methodType }) => isShipped(methodType) || store === null);
  const routed = routeLines(
    shop,
    order.lines.filter((_, index) => isRouted[index]),
  );
  return order.lines.map((_, index) => {
    if (isRouted[index] !== true) return defined(store, 'A line that is not routed has a store.');
    const place = routed.shift();
    return fixed ?? defined(place, 'Each routed line has a place.');
  });
}

function openOne(shop: Shop, order: Order, group: Group): FulfillmentOrder {
  const shipping = group.methodType === 'SHIPPING' ? order.shippingLines[0] : undefined;
  const address = isShipped(group.methodType) ? order.shippingAddress : null;
  return {
    id: newId(shop, 'FulfillmentOrder'),
    orderId: order.id,
    createdAt: order.createdAt,
    updatedAt: order.createdAt,
    fulfillAt: order.createdAt,
    locationId: group.locationId,
    status: 'OPEN',
    displayable: true,
    progressReported: false,
    delivery: {
      id: newId(shop, 'DeliveryMethod'),
      methodType: group.methodType,
      presentedName: shipping?.title ?? null,
      serviceCode: shipping?.code ?? null,
    },
    destination: address && {
      ...address,
      id: newId(shop, 'FulfillmentOrderDestination'),
      email: order.email,
    },
    lines: group.lines.map((line) => ({
      id: newId(shop, 'FulfillmentOrderLineItem'),
      lineId: line.id,
      shippingLineId: shipping?.id ?? null,
      total: line.quantity,
      remaining: line.quantity,
    })),
  };
}
