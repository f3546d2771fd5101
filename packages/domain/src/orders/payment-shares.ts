// Which part of each payment belongs to which posting. Money taken fills the cash sale first, then the
// sales order; money given back for goods that came back leaves their posting, the rest the sales order first.
// The parts of a payment add up to it.

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

/** What came back of a posting's goods is worth so much of the money that these refunds gave back together. */
export interface RefundClaim {
  readonly shopifyTransactionIds: readonly string[];
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

interface Sharing {
  readonly postings: readonly SharingPosting[];
  readonly payments: readonly SharingPayment[];
  readonly claims: readonly RefundClaim[];
  readonly shares: readonly PaymentShare[];
}

function shareCapture(state: Sharing, payment: SharingPayment): readonly PaymentShare[] {
  const captured = state.payments.filter(isCaptured);
  const postings = state.postings.toSorted(cashSaleFirst);
  const rooms = postings.map((posting) => posting.total - shareOf(state, captured, posting.id));
  // Paid too much: what is left over waits on the posting that can still be refunded by a deposit.
  const parts = poured(rooms, payment.amount);
  return sharesOf(postings, payment, { parts, overflow: postings.length - 1 });
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
  const claimed = postings.map((posting, index) =>
    Math.min(rooms[index] ?? 0, claimOf(state, payment, posting.id)),
  );
  const first = poured(claimed, payment.amount);
  const left = rooms.map((room, index) => room - (first[index] ?? 0));
  const rest = poured(left, payment.amount - sumMinor(first));
  return sharesOf(postings, payment, {
    parts: first.map((part, index) => part + (rest[index] ?? 0)),
    overflow: 0,
  });
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

function shareOf(state: Sharing, payments: readonly SharingPayment[], posting: string): Minor {
  const ids = new Set(payments.map((payment) => payment.shopifyTransactionId));
  return sumMinor(
    state.shares
      .filter((share) => share.postingId === posting && ids.has(share.shopifyTransactionId))
      .map((share) => share.amount),
  );
}

/** Pours an amount into rooms, the first one first. Rooms below 0 take nothing. */
function poured(rooms: readonly Minor[], amount: Minor): readonly Minor[] {
  let left = amount;
  return rooms.map((room) => {
    const part = Math.min(left, Math.max(0, room));
    left -= part;
    return part;
  });
}

/** The parts as shares; what no room took goes to the posting at `overflow`. */
function sharesOf(
  postings: readonly SharingPosting[],
  payment: SharingPayment,
  { parts, overflow }: { readonly parts: readonly Minor[]; readonly overflow: number },
): readonly PaymentShare[] {
  const left = payment.amount - sumMinor(parts);
  return postings
    .map((posting, index) => ({
      shopifyTransactionId: payment.shopifyTransactionId,
      postingId: posting.id,
      amount: (parts[index] ?? 0) + (index === overflow ? left : 0),
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
