// What the sharing of payments and of refunds have in common: postings, payments, shares, and how an amount is
// poured into rooms.

import { sumMinor } from '@sendsale/std';
import type { Minor } from '@sendsale/std';
import type { PostingKind } from './delivery.ts';
import type { PaymentKind, PaymentStatus } from './incoming-order.ts';

export interface SharingPosting {
  readonly id: string;
  readonly kind: PostingKind;
  /** As it was booked, and what of it stands: less the items that are cancelled. */
  readonly total: Minor;
  readonly standing: Minor;
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

/** Where the sharing stands: the shares given so far, of all payments. */
export interface Sharing {
  readonly postings: readonly SharingPosting[];
  readonly payments: readonly SharingPayment[];
  readonly claims: readonly RefundClaim[];
  readonly shares: readonly PaymentShare[];
}

/** What these payments have in a posting. */
export function shareOf(
  state: Sharing,
  payments: readonly SharingPayment[],
  posting: string,
): Minor {
  const ids = new Set(payments.map((payment) => payment.shopifyTransactionId));
  return sumMinor(
    state.shares
      .filter((share) => share.postingId === posting && ids.has(share.shopifyTransactionId))
      .map((share) => share.amount),
  );
}

/** Pours an amount into rooms, the first one first. Rooms below 0 take nothing. */
export function poured(rooms: readonly Minor[], amount: Minor): readonly Minor[] {
  let left = amount;
  return rooms.map((room) => {
    const part = Math.min(left, Math.max(0, room));
    left -= part;
    return part;
  });
}

/** The parts as shares; what no room took goes to the posting at `overflow`. */
export function sharesOf(
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

export function cashSaleFirst(a: SharingPosting, b: SharingPosting): number {
  return Number(b.kind === 'CASH_SALE') - Number(a.kind === 'CASH_SALE');
}
