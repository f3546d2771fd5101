// An order as its cart prices it: without number, payments and fulfillment orders. A draft order shows
// its sums with one, ringing up makes one real.
import { gid } from '../state/gid.ts';
import type { Gid, LineGroup, LineItem, Order, ShippingLine } from '../state/model.ts';
import { instant, newId, recordAddress, toInstant } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';
import type { CartLine } from './cart.ts';
import type { CartReading } from './cart-reading.ts';
import { priceCart } from './price-cart.ts';
import type { Priced, Pricing } from './price-cart.ts';
import { minorOf, priceable } from './read-cart.ts';
import { agree } from './refund.ts';
import { originalTotals } from './totals.ts';

export const POINT_OF_SALE = { id: gid('App', 129785), name: 'Point of Sale' };
const ONLINE_STORE = { id: gid('App', 580111), name: 'Online Store' };

export function priceOrder(shop: Shop, reading: CartReading): Order {
  const { cart, isPos } = reading;
  const pricing = priceable(reading);
  const priced = priceCart(pricing);
  const at = instant(shop);
  const app = isPos ? POINT_OF_SALE : ONLINE_STORE;
  const staffId = reading.staffId;
  const order: Order = {
    id: newId(shop, 'Order'),
    number: 0,
    name: '',
    createdAt: at,
    processedAt: cart.processedAt === undefined ? at : toInstant(new Date(cart.processedAt)),
    updatedAt: at,
    sourceName: cart.sourceName ?? (isPos ? 'pos' : 'web'),
    sourceIdentifier: null,
    app,
    retailLocationId: reading.store,
    deviceId: isPos ? gid('PointOfSaleDevice', cart.device) : null,
    staffId,
    test: cart.test,
    taxExempt: reading.isTaxExempt,
    email: reading.email,
    phone: cart.phone,
    customerLocale: isPos ? 'en' : 'en-US',
    customerId: null,
    shippingAddress: cart.shippingAddress && recordAddress(shop, cart.shippingAddress),
    billingAddress: cart.billingAddress && recordAddress(shop, cart.billingAddress),
    discounts: priced.discounts,
    lines: linesOf(shop, reading, { pricing, priced }),
    shippingLines: shippingLinesOf(shop, reading, priced),
    fulfillmentOrders: [],
    fulfillments: [],
    transactions: [],
    refunds: [],
    agreements: [],
    returns: [],
    edits: [],
    tipMinor: reading.tipMinor,
    taxesIncluded: reading.taxesIncluded,
    presentment: cart.presentment ?? null,
    firstTotalMinor: 0,
    attributes: cart.attributes,
    cancelledAt: null,
    cancelReason: null,
    closedAt: null,
    note: cart.note,
    tags: [...cart.tags].sort(),
    edited: false,
  };
  agree(shop, order, { kind: 'OrderAgreement', staffId });
  order.firstTotalMinor = originalTotals(order).total;
  return order;
}

function linesOf(
  shop: Shop,
  reading: CartReading,
  prices: { pricing: Pricing; priced: Priced },
): LineItem[] {
  const groups = new Map<string, LineGroup>();
  return reading.lines.map((read, index) => ({
    ...read.item,
    id: newId(shop, 'LineItem'),
    allocations: prices.priced.lines[index]?.allocations ?? [],
    taxes: prices.priced.lines[index]?.taxes ?? [],
    taxRates: prices.pricing.lines[index]?.taxRates ?? [],
    duties: dutiesOf(shop, read.line),
    group: read.line.kit === undefined ? null : groupOf(shop, groups, read.line.kit),
    removed: 0,
  }));
}

function dutiesOf(shop: Shop, line: CartLine): LineItem['duties'] {
  if (line.duty === undefined) return [];
  const { amount, countryCode, harmonizedSystemCode } = line.duty;
  const id: Gid = newId(shop, 'Duty');
  return [{ id, minor: minorOf(shop, amount), countryCode, harmonizedSystemCode }];
}

function groupOf(
  shop: Shop,
  groups: Map<string, LineGroup>,
  kit: NonNullable<CartLine['kit']>,
): LineGroup {
  const known = groups.get(kit.title);
  if (known !== undefined) return known;
  const group = { id: newId(shop, 'LineItemGroup'), title: kit.title, quantity: kit.quantity };
  groups.set(kit.title, group);
  return group;
}

function shippingLinesOf(shop: Shop, reading: CartReading, priced: Priced): ShippingLine[] {
  if (reading.shipping === null) return [];
  const { title, code, custom, minor } = reading.shipping;
  const { allocations, taxes } = priced.shipping ?? { allocations: [], taxes: [] };
  const id = newId(shop, 'ShippingLine');
  return [{ id, title, code, custom, minor, allocations, taxes, isRemoved: false }];
}
