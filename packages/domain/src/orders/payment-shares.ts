// Which part of each payment belongs to which posting. Money taken fills the cash sale first, then the
// sales order. The money of a posting is one pot, whatever it was paid with: a refund leaves the posting whose
// goods came back or were given up, also when the tender it names paid for another one; the rest leaves the sales
// orders first. The parts of a payment add up to it.

import {
  cashSaleFirst,
  isCaptured,
  isRefunded,
  poured,
  shareOf,
  sharesOf,
} from './payment-sharing.ts';
import type {
  PaymentShare,
  RefundClaim,
  Sharing,
  SharingPayment,
  SharingPosting,
} from './payment-sharing.ts';
import { shareRefund } from './share-refund.ts';

/**
 * Shares the payments that have no share yet, in the order they were made. `shared` are the shares of the
 * others: they stand, since NetSuite may know of them. `claims` says what came back of which posting.
 * @returns the new shares; none of 0
 */
export function sharePayments(
  postings: readonly SharingPosting[],
  payments: readonly SharingPayment[],
  known: { readonly shared: readonly PaymentShare[]; readonly claims: readonly RefundClaim[] },
): readonly PaymentShare[] {
  const { shared, claims } = known;
  if (postings.length === 0) return [];
  const done = new Set(shared.map((share) => share.shopifyTransactionId));
  const open = payments.filter((payment) => !done.has(payment.shopifyTransactionId));
  const all = [...shared];
  for (const payment of open.filter(isCaptured).sort(byTime)) {
    all.push(...shareCapture({ postings, payments, claims, shares: all }, payment));
  }
  for (const payment of open.filter(isRefunded).sort(byTime)) {
    all.push(...shareRefund({ postings, payments, claims, shares: all }, payment));
  }
  return all.slice(shared.length);
}

function shareCapture(state: Sharing, payment: SharingPayment): readonly PaymentShare[] {
  const captured = state.payments.filter(isCaptured);
  const postings = state.postings.toSorted(cashSaleFirst);
  const rooms = postings.map((posting) => posting.total - shareOf(state, captured, posting.id));
  // Paid too much: what is left over waits on the posting that can still be refunded by a deposit.
  const parts = poured(rooms, payment.amount);
  return sharesOf(postings, payment, { parts, overflow: postings.length - 1 });
}

function byTime(a: SharingPayment, b: SharingPayment): number {
  const difference = a.processedAt.getTime() - b.processedAt.getTime();
  if (difference !== 0) return difference;
  return compareIds(a.shopifyTransactionId, b.shopifyTransactionId);
}

// Legacy ids are numbers written as text: a shorter one is a smaller one.
function compareIds(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
