// Turns the payments of a cart into transactions: a card at a till is authorized and captured, on the
// web it is one sale; gift cards and cash are sales; `rest` takes what the others leave.
import { defined, fail, formatMinor, ok, parseMinor, sumMinor } from '@sendsale/std';
import type { Minor, Result } from '@sendsale/std';
import type { Gid, Order, Transaction } from '../state/model.ts';
import { instant, newId } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';
import type { CartPayment } from './cart.ts';
import type { CartProblem } from './cart-reading.ts';

const GATEWAYS: Record<CartPayment['method'], string> = {
  CARD: 'shopify_payments',
  GIFT_CARD: 'gift_card',
  CASH: 'cash',
  MANUAL: 'manual',
};

/** The transactions, or why the payments do not fit the total. Paying less than the total is allowed. */
export function payFor(
  shop: Shop,
  order: Order,
  bill: { payments: readonly CartPayment[]; total: Minor },
): Result<Transaction[], CartProblem[]> {
  const { currency } = shop.seed.shop;
  const stated = bill.payments.map((p) =>
    p.amount === 'rest' ? null : parseMinor(p.amount, currency),
  );
  const sum = sumMinor(stated.map((minor) => minor ?? 0));
  if (stated.filter((minor) => minor === null).length > 1) {
    return refuse('Only one payment can take the rest.');
  }
  if (sum > bill.total) {
    const texts = [sum, bill.total].map((minor) => formatMinor(minor, currency));
    return refuse(`The payments of ${texts[0]} exceed the total of ${texts[1]}.`);
  }
  const amounts = stated.map((minor) => minor ?? bill.total - sum);
  const transactions = bill.payments.flatMap((payment, index) => {
    const minor = defined(amounts[index], 'Each payment has an amount.');
    return minor === 0 ? [] : transactionsOf(shop, order, { payment, minor });
  });
  return ok(transactions);
}

function transactionsOf(
  shop: Shop,
  order: Order,
  paid: { payment: CartPayment; minor: Minor },
): Transaction[] {
  const { payment, minor } = paid;
  const gateway = payment.gateway ?? GATEWAYS[payment.method];
  const make = (kind: Transaction['kind'], parentId: Gid | null): Transaction => ({
    id: newId(shop, 'OrderTransaction'),
    kind,
    gateway,
    minor,
    parentId,
    status: payment.method === 'MANUAL' && !payment.capture ? 'PENDING' : 'SUCCESS',
    createdAt: instant(shop),
    processedAt: order.processedAt,
    locationId: order.retailLocationId,
    deviceId: order.deviceId,
    staffId: order.staffId,
    test: order.test,
    ...(payment.rounding === undefined
      ? {}
      : { roundingMinor: parseMinor(payment.rounding, shop.seed.shop.currency) ?? 0 }),
  });
  if (payment.method !== 'CARD') return [make('SALE', null)];
  const isTill = order.retailLocationId !== null;
  if (!isTill && payment.capture) return [make('SALE', null)];
  const authorization = make('AUTHORIZATION', null);
  return payment.capture ? [authorization, make('CAPTURE', authorization.id)] : [authorization];
}

function refuse(message: string): { readonly ok: false; readonly error: CartProblem[] } {
  return fail([{ path: 'payments', message }]);
}
