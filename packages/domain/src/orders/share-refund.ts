// Which postings a refund leaves: first those whose goods came back, then those that hold more than what stands of
// them (goods were given up), then the sales orders, a cash sale at last. The tender it names only decides between
// postings of equal right.

import { sumMinor } from '@sendsale/std';
import type { Minor } from '@sendsale/std';
import {
  cashSaleFirst,
  isCaptured,
  isRefunded,
  poured,
  shareOf,
  sharesOf,
} from './payment-sharing.ts';
import type { PaymentShare, Sharing, SharingPayment } from './payment-sharing.ts';

/** The shares of one refund that has none yet; they add up to it. */
export function shareRefund(state: Sharing, payment: SharingPayment): readonly PaymentShare[] {
  const postings = state.postings.toSorted(cashSaleFirst).toReversed();
  const isOrder = postings.map(({ kind }) => kind === 'SALES_ORDER');
  const paid = postings.map((posting) => paidFor(state, state.payments, posting.id));
  const named = namedBy(state.payments, payment);
  const byTender = postings.map((posting) => paidFor(state, named, posting.id));
  const surplus = postings.map(({ standing }, index) => Math.max(0, (paid[index] ?? 0) - standing));
  const claimed = postings.map(({ id }) => claimOf(state, payment, id));
  // Each wish holds what the ones before it asked for; the first that is not met in full ends the pouring.
  const wishes = [
    claimed,
    claimed.map((claim, index) => claim + Math.min(surplus[index] ?? 0, byTender[index] ?? 0)),
    claimed.map((claim, index) => claim + (surplus[index] ?? 0)),
    byTender.map((wish, index) => (isOrder[index] === true ? wish : 0)),
    paid.map((wish, index) => (isOrder[index] === true ? wish : 0)),
    paid,
  ];
  let parts: readonly Minor[] = postings.map(() => 0);
  for (const wish of wishes) {
    const before = parts;
    const rooms = wish.map(
      (most, index) => Math.min(most, paid[index] ?? 0) - (before[index] ?? 0),
    );
    const more = poured(rooms, payment.amount - sumMinor(before));
    parts = before.map((part, index) => part + (more[index] ?? 0));
  }
  return sharesOf(postings, payment, { parts, overflow: 0 });
}

/** What a posting got of these payments and has not given back. */
function paidFor(state: Sharing, payments: readonly SharingPayment[], postingId: string): Minor {
  const inwards = shareOf(state, payments.filter(isCaptured), postingId);
  return inwards - shareOf(state, payments.filter(isRefunded), postingId);
}

/** The payment a refund names, and the refunds that name it too; all of them when it names none. */
function namedBy(
  payments: readonly SharingPayment[],
  refund: SharingPayment,
): readonly SharingPayment[] {
  const source = sourceOf(payments, refund);
  if (source === null) return payments;
  const others = payments.filter(
    (other) => isRefunded(other) && sourceOf(payments, other) === source,
  );
  return [source, ...others];
}

/** What of the claims on this refund and the posting no share has met yet. */
function claimOf(state: Sharing, payment: SharingPayment, postingId: string): Minor {
  const claims = state.claims.filter(
    (claim) =>
      claim.postingId === postingId &&
      claim.shopifyTransactionIds.includes(payment.shopifyTransactionId),
  );
  const amounts = claims.map(({ shopifyTransactionIds: ids, amount }) => {
    const met = state.payments.filter((other) => ids.includes(other.shopifyTransactionId));
    return Math.max(0, amount - shareOf(state, met, postingId));
  });
  return sumMinor(amounts);
}

// A refund names the sale or capture it gives back, or the authorization that capture came from.
function sourceOf(
  payments: readonly SharingPayment[],
  refund: SharingPayment,
): SharingPayment | null {
  const parent = refund.parentTransactionId;
  if (parent === null) return null;
  const captured = payments.filter(isCaptured);
  return (
    captured.find((payment) => payment.shopifyTransactionId === parent) ??
    captured.find((payment) => payment.parentTransactionId === parent) ??
    null
  );
}
