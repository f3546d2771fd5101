// Changes an order after it was rung up: new lines, more units, fewer units. An order edit, an edit at
// the till and an exchange all come down to this.
import { defined } from '@sendsale/std';
import type { Minor } from '@sendsale/std';
import { isShipped } from '../orders/cart-reading.ts';
import type { CartLine } from '../orders/cart.ts';
import { handOver } from '../orders/hand-over.ts';
import { openPortions } from '../orders/open-fulfillment-orders.ts';
import type { Portion } from '../orders/open-fulfillment-orders.ts';
import { priceCart, taxesOn } from '../orders/price-cart.ts';
import { readLine } from '../orders/read-cart.ts';
import { routeLines } from '../orders/route.ts';
import { taxRegionOf } from '../orders/tax-region.ts';
import type { Address } from '../seed.ts';
import type { DeliveryMethodType, FulfillmentOrder, Gid, LineItem, Order } from '../state/model.ts';
import { instant, newId } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';
import { lineNet } from '../orders/totals.ts';

export interface Addition {
  readonly line: CartLine;
  /** Where it goes out from; routed when it ships, the selling store otherwise. */
  readonly locationId: Gid | null;
}

/** The new line, priced but in no order: a preview, or the start of `addLine`. */
export function priceLine(
  shop: Shop,
  order: Order,
  line: CartLine,
): { item: LineItem; methodType: DeliveryMethodType; unit: ReturnType<typeof priceCart> } | string {
  const isPos = order.retailLocationId !== null;
  const shippedBefore = order.fulfillmentOrders.some((f) => isShipped(f.delivery.methodType));
  const way = isPos && !shippedBefore ? 'CARRY_OUT' : 'SHIP';
  const read = readLine(shop, { ...line, delivery: line.delivery ?? way }, isPos);
  if (typeof read === 'string') return read;
  const place = isShipped(read.methodType)
    ? order.shippingAddress
    : (storeAddress(shop, order) ?? order.shippingAddress);
  const region = order.taxExempt ? null : taxRegionOf(shop.seed, place);
  const taxRates = read.item.taxable ? (region?.lines ?? []) : [];
  const { unitMinor, quantity } = read.item;
  const unit = priceCart({
    taxesIncluded: order.taxesIncluded,
    lines: [{ unitMinor, quantity, discount: read.discount, taxRates }],
    discounts: [],
    shipping: null,
  });
  const charges = defined(unit.lines[0], 'One line was priced.');
  const base = order.discounts.length;
  const item: LineItem = {
    ...read.item,
    id: newId(shop, 'LineItem'),
    allocations: charges.allocations.map((part) => ({
      ...part,
      application: base + part.application,
    })),
    taxes: charges.taxes,
    taxRates,
    duties: [],
    group: null,
    removed: 0,
  };
  return { item, methodType: read.methodType, unit };
}

function storeAddress(shop: Shop, order: Order): Address | null {
  const id = order.retailLocationId;
  return (id === null ? undefined : shop.locations.get(id)?.address) ?? null;
}

/** Adds a line with a fulfillment order of its way and place; refused with a text. */
export function addLine(shop: Shop, order: Order, addition: Addition): LineItem | string {
  const priced = priceLine(shop, order, addition.line);
  if (typeof priced === 'string') return priced;
  const { item, methodType, unit } = priced;
  if (isShipped(methodType) && order.shippingAddress === null) {
    return 'Goods that ship need an address.';
  }
  const base = order.discounts.length;
  order.discounts.push(...unit.discounts.map((d) => ({ ...d, index: base + d.index })));
  order.lines.push(item);
  order.updatedAt = instant(shop);
  const { locationId } = addition;
  deliver(shop, order, { line: item, quantity: item.quantity, methodType, locationId });
  return item;
}

/** More units of a line at its price, without the discounts of those sold before. */
export function addUnits(shop: Shop, order: Order, what: { line: LineItem; delta: number }): void {
  const { line, delta } = what;
  line.quantity += delta;
  const taxes = taxesOn(line.unitMinor * delta, line.taxRates, order.taxesIncluded);
  const before = new Map(line.taxes.map((tax) => [`${tax.title} ${tax.rate}`, tax.minor]));
  const added = taxes.map((tax): typeof tax => {
    const minor: Minor = (before.get(`${tax.title} ${tax.rate}`) ?? 0) + tax.minor;
    return { ...tax, minor };
  });
  if (added.length > 0) line.taxes = added;
  order.updatedAt = instant(shop);
  const source = order.fulfillmentOrders.findLast((f) => f.lines.some((l) => l.lineId === line.id));
  const methodType = source?.delivery.methodType ?? 'SHIPPING';
  const locationId = source?.locationId ?? null;
  deliver(shop, order, { line, quantity: delta, methodType, locationId });
}

function deliver(
  shop: Shop,
  order: Order,
  units: Omit<Portion, 'locationId'> & { readonly locationId: Gid | null },
): FulfillmentOrder[] {
  const { line, quantity, methodType } = units;
  const routed = routeLines(shop, [{ variantId: line.variantId, quantity }])[0];
  const own = isShipped(methodType) ? null : order.retailLocationId;
  const locationId = defined(units.locationId ?? own ?? routed, 'Routing names a place.');
  const opened = openPortions(shop, order, [{ ...units, locationId }]);
  order.fulfillmentOrders.push(...opened);
  return opened;
}

/** What was sold at the till and is carried out leaves at once. */
export function handOverAdded(shop: Shop, order: Order): void {
  if (order.retailLocationId !== null) handOver(shop, order);
}

/** What a line comes to as the customer pays it. */
export function lineWorth(order: Pick<Order, 'taxesIncluded'>, line: LineItem): Minor {
  const tax = line.taxes.reduce((sum, part) => sum + part.minor, 0);
  return lineNet(line) + (order.taxesIncluded ? 0 : tax);
}
