// Money Shopify kept of what it cancelled before NetSuite had it: nothing is booked then, so no books have it.

import { sumMinor } from '@sendsale/std';
import type { Minor } from '@sendsale/std';
import { postingRoute } from './delivery.ts';
import type { PostingKind } from './delivery.ts';
import type { IncomingOrder } from './incoming-order.ts';
import type { ItemStatus } from './order-status.ts';
import { isCaptured, isRefunded } from './payment-sharing.ts';
import type { PaymentShare, SharingPayment } from './payment-sharing.ts';

export interface KeptPosting {
  readonly id: string;
  readonly kind: PostingKind;
  /** NetSuite has it, or it is on its way there. */
  readonly booked: boolean;
}

export interface MoneyKept {
  readonly postingId: string;
  readonly amount: Minor;
}

/**
 * What is left of the payments of each posting that NetSuite never gets, all of it being cancelled. Only what is
 * cancelled in Shopify too: of the rest Shopify is still to be told, and then gives its money back.
 */
export function moneyKept(
  incoming: IncomingOrder,
  order: {
    readonly postings: readonly KeptPosting[];
    readonly items: readonly { readonly postingId: string; readonly status: ItemStatus }[];
    readonly shares: readonly PaymentShare[];
  },
): readonly MoneyKept[] {
  return order.postings
    .filter((posting) => !posting.booked && isGone(incoming, posting.kind))
    .filter(({ id }) => {
      const items = order.items.filter((item) => item.postingId === id);
      return items.length > 0 && items.every((item) => item.status === 'CANCELLED');
    })
    .map(({ id }) => ({ postingId: id, amount: leftOf(incoming, order.shares, id) }))
    .filter(({ amount }) => amount > 0);
}

function isGone(incoming: IncomingOrder, kind: PostingKind): boolean {
  if (incoming.cancelledAt !== null) return true;
  return incoming.shipGroups
    .filter((group) => postingRoute(incoming.channel, group.delivery) === kind)
    .flatMap((group) => group.lines)
    .every((line) => line.cancelledQuantity >= line.quantity);
}

function leftOf(
  { payments }: IncomingOrder,
  shares: readonly PaymentShare[],
  postingId: string,
): Minor {
  const of = (isOne: (payment: SharingPayment) => boolean): Minor => {
    const ids = new Set(payments.filter(isOne).map((payment) => payment.shopifyTransactionId));
    const mine = shares.filter((share) => share.postingId === postingId);
    return sumMinor(
      mine.filter((share) => ids.has(share.shopifyTransactionId)).map((share) => share.amount),
    );
  };
  return of(isCaptured) - of(isRefunded);
}
