// Rings an order up: checks the cart, prices it, takes the payments, opens a fulfillment order for each
// way and place the goods leave by, and promises the stock.
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { Order } from '../state/model.ts';
import { announce } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';
import type { Cart } from './cart.ts';
import type { CartProblem, CartReading } from './cart-reading.ts';
import { handOver } from './hand-over.ts';
import { openFulfillmentOrders } from './open-fulfillment-orders.ts';
import { payFor } from './pay.ts';
import { priceOrder } from './price-order.ts';
import { readCart } from './read-cart.ts';
import { financialStatus } from './status.ts';
import { originalTotals } from './totals.ts';

/** The new order, or everything that is wrong with the cart; nothing is changed then. */
export function ringUp(shop: Shop, cart: Cart): Result<Order, CartProblem[]> {
  const read = readCart(shop, cart);
  if (!read.ok) return read;
  const reading = read.value;
  const priced = priceOrder(shop, reading);
  const paid = payFor(shop, priced, {
    payments: cart.payments,
    total: originalTotals(priced).total,
  });
  if (!paid.ok) return fail(paid.error);

  const customerId = reading.customerId();
  const order = { ...priced, ...numberOf(shop, reading), customerId, transactions: paid.value };
  order.fulfillmentOrders.push(...openFulfillmentOrders(shop, order, reading));
  shop.state.orders.push(order);
  shop.orders.set(order.id, order);
  announceNew(shop, order);

  const delay =
    cart.handOverAfterMs === undefined ? shop.seed.handOverAfterMs : cart.handOverAfterMs;
  if (delay === 0) handOver(shop, order);
  else if (delay !== null) {
    const at = shop.clock.now().getTime() + delay;
    shop.state.due.push({ at, kind: 'HAND_OVER', orderId: order.id });
  }
  return ok(order);
}

function announceNew(shop: Shop, order: Order): void {
  const orderId = order.id;
  announce(shop, { topic: 'orders/create', orderId });
  for (const { id } of order.transactions) {
    announce(shop, { topic: 'order_transactions/create', orderId, subject: id });
  }
  if (financialStatus(order) === 'PAID') announce(shop, { topic: 'orders/paid', orderId });
  const topic = 'fulfillment_orders/order_routing_complete';
  for (const { id } of order.fulfillmentOrders) announce(shop, { topic, orderId, subject: id });
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
