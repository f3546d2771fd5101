// Refund transactions against the payments of an order, and what undoes a payment.
import { sumMinor } from '@sendsale/std';
import type { Minor } from '@sendsale/std';
import type { Order, Transaction } from '../state/model.ts';
import { instant, newId } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';

export interface GivingBack {
  readonly minor: Minor;
  /** The payments the caller chose, or null: in the order they were made, until the amount is reached. */
  readonly repayments: readonly { readonly of: Transaction; readonly minor: Minor }[] | null;
}

export function giveBack(shop: Shop, order: Order, what: GivingBack): Transaction[] {
  if (what.repayments !== null) {
    return what.repayments
      .filter(({ minor }) => minor > 0)
      .map(({ of, minor }) => reversal(shop, { of, kind: 'REFUND', minor }));
  }
  let left = what.minor;
  return paymentsOf(order).flatMap((payment): Transaction[] => {
    const amount = Math.min(left, refundableOf(order, payment));
    if (amount <= 0) return [];
    left -= amount;
    return [reversal(shop, { of: payment, kind: 'REFUND', minor: amount })];
  });
}

/** What brought money in. */
export function paymentsOf(order: Order): Transaction[] {
  return order.transactions.filter(
    (t) => (t.kind === 'SALE' || t.kind === 'CAPTURE') && t.status === 'SUCCESS',
  );
}

/** What of a payment has not been refunded. */
export function refundableOf(order: Order, payment: Transaction): Minor {
  const refunds = order.transactions.filter(
    (t) => t.kind === 'REFUND' && t.parentId === payment.id && t.status === 'SUCCESS',
  );
  return payment.minor - sumMinor(refunds.map((t) => t.minor));
}

/** A transaction that undoes another. */
export function reversal(
  shop: Shop,
  what: { of: Transaction; kind: 'REFUND' | 'VOID'; minor: Minor },
): Transaction {
  const at = instant(shop);
  const { roundingMinor: _, ...of } = what.of;
  return {
    ...of,
    id: newId(shop, 'OrderTransaction'),
    kind: what.kind,
    minor: what.minor,
    status: 'SUCCESS',
    parentId: what.of.id,
    createdAt: at,
    processedAt: at,
  };
}
