// Rings an order up: checks the cart, prices it, takes the payments, opens a fulfillment order for each
// way and place the goods leave by, and promises the stock.
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { gid } from '../state/gid.ts';
import type { Gid, Order } from '../state/model.ts';
import { announce, instant, newId, recordAddress, toInstant } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';
import type { Cart } from './cart.ts';
import { handOver } from './hand-over.ts';
import { openFulfillmentOrders } from './open-fulfillment-orders.ts';
import { priceCart } from './price-cart.ts';
import { payFor } from './pay.ts';
import { priceable, readCart } from './read-cart.ts';
import type { CartProblem, CartReading } from './cart-reading.ts';
import { originalTotals } from './totals.ts';

const POINT_OF_SALE = { id: gid('App', 129785), name: 'Point of Sale' };
const ONLINE_STORE = { id: gid('App', 580111), name: 'Online Store' };

/** The new order, or everything that is wrong with the cart; nothing is changed then. */
export function ringUp(shop: Shop, cart: Cart): Result<Order, CartProblem[]> {
  const read = readCart(shop, cart);
  if (!read.ok) return read;
  const reading = read.value;
  const draft = draftOrder(shop, reading);
  const paid = payFor(shop, draft, { reading, total: originalTotals(draft).total });
  if (!paid.ok) return fail(paid.error);

  const customerId = reading.customerId();
  const order = { ...draft, ...numberOf(shop, reading), customerId, transactions: paid.value };
  order.fulfillmentOrders.push(...openFulfillmentOrders(shop, order, reading));
  shop.state.orders.push(order);
  shop.orders.set(order.id, order);
  announce(shop, { topic: 'orders/create', orderId: order.id });

  const delay =
    cart.handOverAfterMs === undefined ? shop.seed.handOverAfterMs : cart.handOverAfterMs;
  if (delay === 0) handOver(shop, order);
  else if (delay !== null) {
    const at = shop.clock.now().getTime() + delay;
    shop.state.due.push({ at, kind: 'HAND_OVER', orderId: order.id });
  }
  return ok(order);
}

/** Priced, but without its number, payments and fulfillment orders. */
function draftOrder(shop: Shop, reading: CartReading): Order {
  const { cart, isPos } = reading;
  const priced = priceCart(priceable(reading));
  const at = instant(shop);
  const app = isPos ? POINT_OF_SALE : ONLINE_STORE;
  const staffId = reading.staffId;
  return {
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
    lines: reading.lines.map((line, index) => ({
      ...line.item,
      id: newId(shop, 'LineItem'),
      allocations: priced.lines[index]?.allocations ?? [],
      taxes: priced.lines[index]?.taxes ?? [],
      removed: 0,
    })),
    shippingLines:
      reading.shipping === null
        ? []
        : [
            {
              id: newId(shop, 'ShippingLine'),
              title: reading.shipping.title,
              code: reading.shipping.code,
              custom: reading.shipping.custom,
              minor: reading.shipping.minor,
              allocations: priced.shipping?.allocations ?? [],
              taxes: priced.shipping?.taxes ?? [],
              isRemoved: false,
            },
          ],
    fulfillmentOrders: [],
    fulfillments: [],
    transactions: [],
    refunds: [],
    agreements: [firstAgreement(shop, { app, staffId })],
    tipMinor: reading.tipMinor,
    attributes: cart.attributes,
    cancelledAt: null,
    cancelReason: null,
    closedAt: null,
    note: cart.note,
    tags: [...cart.tags].sort(),
    edited: false,
  };
}

function firstAgreement(
  shop: Shop,
  by: { app: typeof POINT_OF_SALE; staffId: Gid | null },
): Order['agreements'][number] {
  return {
    id: newId(shop, 'OrderAgreement'),
    kind: 'OrderAgreement',
    reason: 'ORDER',
    happenedAt: instant(shop),
    appId: by.app.id,
    appTitle: by.app.name,
    staffId: by.staffId,
    refundId: null,
  };
}

/** Numbers are given last, so that a refused cart leaves no gap. */
function numberOf(
  shop: Shop,
  reading: CartReading,
): Pick<Order, 'number' | 'name' | 'sourceIdentifier'> {
  const number = shop.state.nextOrderNumber++;
  const name = `${shop.seed.shop.orderNamePrefix}${number}`;
  const { cart } = reading;
  if (!reading.isPos || cart.locationId === undefined)
    return { number, name, sourceIdentifier: null };
  const till = `${cart.locationId}-${cart.device}`;
  const receipt = cart.receiptNumber ?? (shop.state.receipts[till] ?? 0) + 1;
  shop.state.receipts[till] = receipt;
  return { number, name, sourceIdentifier: `${till}-${receipt}` };
}
