// What Shopify kept of an order that was cancelled there before it was booked: a person gives it back, or books it.

import { moneyKept, problem } from '@sendsale/domain';
import type { IncomingOrder, OrderPlan, PaymentShare, Problem } from '@sendsale/domain';
import { formatMinor } from '@sendsale/std';

/** One problem a posting that Shopify still has money of. */
export function cancelledMoneyKept(
  orderId: string,
  incoming: IncomingOrder,
  order: Parameters<typeof moneyKept>[1],
): readonly Problem[] {
  const { currency } = incoming;
  return moneyKept(incoming, order).map(({ postingId, amount }) => {
    const text = formatMinor(amount, currency);
    return problem({
      code: 'CANCELLED_MONEY_KEPT',
      subject: postingId,
      orderId,
      message: `Shopify kept ${text} ${currency} of what was cancelled.`,
      detail: { amount: text, currency },
    });
  });
}

/** The same of an order that was laid out just now. */
export function plannedMoney(plan: OrderPlan, shares: readonly PaymentShare[]) {
  return { postings: plan.postings.map(unbooked), items: plan.items, shares };
}

export function unbooked<Posting>(posting: Posting): Posting & { readonly booked: boolean } {
  return { ...posting, booked: false };
}
