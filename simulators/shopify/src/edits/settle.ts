// Settles what an edit or an exchange at the till leaves open: the customer pays the difference, or gets
// it back on what was paid with.
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { CartPayment } from '../orders/cart.ts';
import type { CartProblem } from '../orders/cart-reading.ts';
import { giveBack } from '../orders/give-back.ts';
import { payFor } from '../orders/pay.ts';
import { moneyOf } from '../orders/totals.ts';
import type { Gid, Order, Transaction } from '../state/model.ts';
import { announce, instant } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';

/** The transactions made; the refund that they belong to, if any, is told of them. */
export function settle(
  shop: Shop,
  order: Order,
  payments: readonly CartPayment[],
): Result<Transaction[], CartProblem[]> {
  const { outstanding } = moneyOf(order);
  const made = outstanding > 0 ? pay(shop, order, payments) : ok(back(shop, order, -outstanding));
  if (!made.ok) return fail(made.error);
  order.transactions.push(...made.value);
  for (const { id } of made.value) {
    announce(shop, { topic: 'order_transactions/create', orderId: order.id, subject: id });
  }
  return made;
}

function pay(
  shop: Shop,
  order: Order,
  payments: readonly CartPayment[],
): Result<Transaction[], CartProblem[]> {
  const { outstanding } = moneyOf(order);
  // A payment made later is processed when it is made.
  const now = { ...order, processedAt: instant(shop) };
  return payFor(shop, now, { payments, total: outstanding });
}

function back(shop: Shop, order: Order, minor: number): Transaction[] {
  const made = giveBack(shop, order, { minor, repayments: null });
  const ids: Gid[] = made.map((transaction) => transaction.id);
  order.refunds.at(-1)?.transactionIds.push(...ids);
  return made;
}
