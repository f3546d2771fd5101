// Which part of each payment belongs to which posting. Money taken fills the cash sale first, then the
// sales order; money given back leaves the sales order first. The parts of a payment add up to it.

import { sumMinor } from '@sendsale/std';
import type { Minor } from '@sendsale/std';
import type { PostingKind } from './delivery.ts';
import type { PaymentKind, PaymentStatus } from './incoming-order.ts';

export interface SharingPosting {
  readonly id: string;
  readonly kind: PostingKind;
  readonly total: Minor;
}

export interface SharingPayment {
  readonly shopifyTransactionId: string;
  readonly parentTransactionId: string | null;
  readonly kind: PaymentKind;
  readonly status: PaymentStatus;
  readonly amount: Minor;
  readonly processedAt: Date;
}

export interface PaymentShare {
  readonly shopifyTransactionId: string;
  readonly postingId: string;
  readonly amount: Minor;
}

/** Money that came in: a sale or a capture that succeeded. An authorization holds money, it moves none. */
export function isCaptured(payment: Pick<SharingPayment, 'kind' | 'status'>): boolean {
  return payment.status === 'SUCCESS' && (payment.kind === 'SALE' || payment.kind === 'CAPTURE');
}

/** Money that went back. */
export function isRefunded(payment: Pick<SharingPayment, 'kind' | 'status'>): boolean {
  return payment.status === 'SUCCESS' && payment.kind === 'REFUND';
}

/**
 * Shares the payments that have no share yet, in the order they were made. `shared` are the shares of the
 * others: they stand, since NetSuite may know of them.
 * @returns the new shares; none of 0
 */
export function sharePayments(
  postings: readonly SharingPosting[],
  payments: readonly SharingPayment[],
  shared: readonly PaymentShare[],
): readonly PaymentShare[] {
  if (postings.length === 0) return [];
  const done = new Set(shared.map((share) => share.shopifyTransactionId));
  const open = payments.filter((payment) => !done.has(payment.shopifyTransactionId));
  const all = [...shared];
  for (const payment of open.filter(isCaptured).sort(byTime)) {
    all.push(...shareCapture({ postings, payments, shares: all }, payment));
  }
  for (const payment of open.filter(isRefunded).sort(byTime)) {
    all.push(...shareRefund({ postings, payments, shares: all }, payment));
  }
  return all.slice(shared.length);
}

interface Sharing {
  readonly postings: readonly SharingPosting[];
  readonly payments: readonly SharingPayment[];
  readonly shares: readonly PaymentShare[];
}

function shareCapture(state: Sharing, payment: SharingPayment): readonly PaymentShare[] {
  const captured = state.payments.filter(isCaptured);
  const postings = state.postings.toSorted(cashSaleFirst);
  const rooms = postings.map((posting) => posting.total - shareOf(state, captured, posting.id));
  // Paid too much: what is left over waits on the posting that can still be refunded by a deposit.
  return fill(postings, rooms, { payment, overflow: postings.length - 1 });
}

function shareRefund(state: Sharing, payment: SharingPayment): readonly PaymentShare[] {
  const source = sourceOf(state.payments, payment);
  const captured = source === null ? state.payments.filter(isCaptured) : [source];
  const refunded = state.payments.filter(
    (other) => isRefunded(other) && (source === null || sourceOf(state.payments, other) === source),
  );
  const postings = state.postings.toSorted(cashSaleFirst).toReversed();
  const rooms = postings.map(
    (posting) => shareOf(state, captured, posting.id) - shareOf(state, refunded, posting.id),
  );
  return fill(postings, rooms, { payment, overflow: 0 });
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

function shareOf(state: Sharing, payments: readonly SharingPayment[], posting: string): Minor {
  const ids = new Set(payments.map((payment) => payment.shopifyTransactionId));
  return sumMinor(
    state.shares
      .filter((share) => share.postingId === posting && ids.has(share.shopifyTransactionId))
      .map((share) => share.amount),
  );
}

function fill(
  postings: readonly SharingPosting[],
  rooms: readonly Minor[],
  money: { readonly payment: SharingPayment; readonly overflow: number },
): readonly PaymentShare[] {
  let left = money.payment.amount;
  const parts = rooms.map((room) => {
    const part = Math.min(left, Math.max(0, room));
    left -= part;
    return part;
  });
  return postings
    .map((posting, index) => ({
      shopifyTransactionId: money.payment.shopifyTransactionId,
      postingId: posting.id,
      amount: (parts[index] ?? 0) + (index === money.overflow ? left : 0),
    }))
    .filter((share) => share.amount !== 0);
}

function cashSaleFirst(a: SharingPosting, b: SharingPosting): number {
  return Number(b.kind === 'CASH_SALE') - Number(a.kind === 'CASH_SALE');
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
