// Opens the fulfillment orders of a new order, one for each delivery method and place, and promises
// the stock there: carry-out and pickup take from the store, what ships from where it is routed.
import { defined } from '@sendsale/std';
import { gid } from '../state/gid.ts';
import type { DeliveryMethodType, FulfillmentOrder, Gid, LineItem, Order } from '../state/model.ts';
import { newId } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';
import { isShipped, METHODS } from './cart-reading.ts';
import type { CartReading } from './cart-reading.ts';
import { routeLines } from './route.ts';
import { commitStock } from './stock.ts';

/** Units of a line that go one way from one place. */
export interface Portion {
  readonly line: LineItem;
  readonly quantity: number;
  readonly methodType: DeliveryMethodType;
  readonly locationId: Gid;
}

export function openFulfillmentOrders(
  shop: Shop,
  order: Order,
  reading: CartReading,
): FulfillmentOrder[] {
  return openPortions(shop, order, portionsOf(shop, order, reading));
}

/** Promises the stock of the portions and opens a fulfillment order for each way and place. */
export function openPortions(
  shop: Shop,
  order: Order,
  portions: readonly Portion[],
): FulfillmentOrder[] {
  const groups = new Map<string, Portion[]>();
  for (const portion of portions) {
    const { line, locationId, quantity } = portion;
    const key = `${portion.methodType} ${locationId}`;
    const group = groups.get(key) ?? [];
    group.push(portion);
    groups.set(key, group);
    commitStock(shop, { variantId: line.variantId, locationId, quantity });
  }
  return [...groups.values()].map((group) => openOne(shop, order, group));
}

type Wanted = Omit<Portion, 'locationId'> & { readonly locationId: Gid | null };

function portionsOf(shop: Shop, order: Order, reading: CartReading): Portion[] {
  const { cart } = reading;
  const store = cart.locationId === undefined ? null : gid('Location', cart.locationId);
  const fixed =
    cart.shipFromLocationId === undefined ? null : gid('Location', cart.shipFromLocationId);
  const wanted = order.lines.flatMap((line, index) => waysOf(line, reading, index));
  const isRouted = ({ methodType, locationId }: Wanted): boolean =>
    locationId === null && (isShipped(methodType) || store === null);
  const routed = routeLines(
    shop,
    wanted.filter(isRouted).map(({ line, quantity }) => ({ variantId: line.variantId, quantity })),
  );
  return wanted.map((way) => {
    if (way.locationId !== null) return { ...way, locationId: way.locationId };
    if (!isRouted(way))
      return { ...way, locationId: defined(store, 'An unrouted line has a store.') };
    const place = routed.shift();
    return { ...way, locationId: fixed ?? defined(place, 'Each routed line has a place.') };
  });
}

/** What is split off, then what is left. */
function waysOf(line: LineItem, reading: CartReading, index: number): Wanted[] {
  const read = defined(reading.lines[index], 'Each line was read.');
  const parts = read.line.split.map(({ quantity, delivery, locationId }) => ({
    line,
    quantity,
    methodType: delivery === undefined ? read.methodType : METHODS[delivery],
    locationId: locationId === undefined ? null : gid('Location', locationId),
  }));
  const left = parts.reduce((sum, part) => sum - part.quantity, line.quantity);
  const rest = { line, quantity: left, methodType: read.methodType, locationId: null };
  return left > 0 ? [...parts, rest] : parts;
}

function openOne(shop: Shop, order: Order, group: readonly Portion[]): FulfillmentOrder {
  const { methodType, locationId } = defined(group[0], 'A group has a portion.');
  const shipping = methodType === 'SHIPPING' ? order.shippingLines[0] : undefined;
  const address = isShipped(methodType) ? order.shippingAddress : null;
  return {
    id: newId(shop, 'FulfillmentOrder'),
    orderId: order.id,
    createdAt: order.updatedAt,
    updatedAt: order.updatedAt,
    fulfillAt: order.updatedAt,
    locationId,
    status: 'OPEN',
    displayable: true,
    progressReported: false,
    holds: [],
    delivery: {
      id: newId(shop, 'DeliveryMethod'),
      methodType,
      presentedName: shipping?.title ?? null,
      serviceCode: shipping?.code ?? null,
    },
    destination: address && {
      ...address,
      id: newId(shop, 'FulfillmentOrderDestination'),
      email: order.email,
    },
    lines: group.map(({ line, quantity }) => ({
      id: newId(shop, 'FulfillmentOrderLineItem'),
      lineId: line.id,
      shippingLineId: shipping?.id ?? null,
      total: quantity,
      remaining: quantity,
    })),
  };
}
