// Which units of a booked order are cancelled, when it does not matter to anybody but the accountant.

import { exchanged, matchCents } from '@sendsale/domain';
import type { IncomingOrder, Revision } from '@sendsale/domain';
import type { StoredOrder, StoredOrderItem } from '@sendsale/store/read';

/** Of units of equal right those are cancelled that leave what Shopify says still stands. */
export function toTheCent(
  incoming: IncomingOrder,
  revision: Revision,
  parts: Pick<StoredOrder, 'items' | 'adjustments' | 'postings'>,
): Revision {
  if (revision.cancelSeqs.length === 0) return revision;
  const chosen = new Set(revision.cancelSeqs);
  const items = parts.items.map((item) => ({
    ...item,
    status: chosen.has(item.seq) ? ('CANCELLED' as const) : item.status,
    group: isOpen(item) ? `${item.postingId}/${item.shopifyLineId}/${item.allocated}` : null,
  }));
  const settled = exchanged(items, matchCents(incoming, { ...parts, items }));
  const before = new Set(parts.items.filter((item) => item.status === 'CANCELLED').map(seqOf));
  const cancelled = settled.filter((item) => item.status === 'CANCELLED').map(seqOf);
  return { ...revision, cancelSeqs: cancelled.filter((seq) => !before.has(seq)) };
}

function isOpen({ status }: StoredOrderItem): boolean {
  return status === 'CREATED' || status === 'APPROVED';
}

function seqOf({ seq }: StoredOrderItem): string {
  return seq;
}
