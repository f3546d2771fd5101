// What of each posting still stands, for the sharing of money: as it was booked, less its cancelled items.

import { sumMinor } from '@sendsale/std';
import type { Minor } from '@sendsale/std';
import type { PostingKind } from './delivery.ts';
import type { ItemStatus } from './order-status.ts';
import type { SharingPosting } from './payment-sharing.ts';

export interface StandingItem {
  readonly seq: string;
  readonly postingId: string;
  readonly quantity: number;
  readonly unitPrice: Minor;
  readonly status: ItemStatus;
}

export interface StandingParts {
  readonly items: readonly StandingItem[];
  readonly adjustments: ReadonlyArray<{ readonly itemSeq: string | null; readonly amount: Minor }>;
}

/** A posting all of whose items are cancelled is closed whole, with its charges. */
export function standingPostings(
  postings: ReadonlyArray<{
    readonly id: string;
    readonly kind: PostingKind;
    readonly total: Minor;
  }>,
  { items, adjustments }: StandingParts,
): readonly SharingPosting[] {
  return postings.map(({ id, kind, total }) => {
    const mine = items.filter((item) => item.postingId === id);
    const cancelled = mine.filter((item) => item.status === 'CANCELLED');
    const isGone = mine.length > 0 && cancelled.length === mine.length;
    const seqs = new Set(cancelled.map((item) => item.seq));
    const givenUp = sumMinor([
      ...cancelled.map((item) => item.unitPrice * item.quantity),
      ...adjustments
        .filter(({ itemSeq }) => itemSeq !== null && seqs.has(itemSeq))
        .map(({ amount }) => amount),
    ]);
    return { id, kind, total, standing: isGone ? 0 : total - givenUp };
  });
}
