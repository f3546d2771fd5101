// Which units of a booked order are cancelled, and which of them bears an odd cent of tax, when it does not matter to
// anybody but the accountant.

import { exchanged, matchCents, taxToTheCent } from '@sendsale/domain';
import type { IncomingOrder, Revision, TaxPart } from '@sendsale/domain';
import type { StoredOrder, StoredOrderItem } from '@sendsale/store/read';

export interface SettledRevision<Part> {
  readonly revision: Revision;
  /** Of the adjustments given, those with another amount now. */
  readonly taxes: readonly Part[];
}

/** Of units of equal right those are cancelled that leave what Shopify says still stands; tax makes up the rest. */
export function toTheCent<Part extends TaxPart>(
  incoming: IncomingOrder,
  revision: Revision,
  parts: Pick<StoredOrder, 'items' | 'postings'> & { readonly adjustments: readonly Part[] },
): SettledRevision<Part> {
  if (revision.cancelSeqs.length === 0) return { revision, taxes: [] };
  const chosen = new Set(revision.cancelSeqs);
  const items = parts.items.map((item) => ({
    ...item,
    status: chosen.has(item.seq) ? ('CANCELLED' as const) : item.status,
    group: isOpen(item) ? `${item.postingId}/${item.shopifyLineId}/${item.allocated}` : null,
  }));
  const settled = exchanged(items, matchCents(incoming, { ...parts, items }));
  const before = new Set(parts.items.filter((item) => item.status === 'CANCELLED').map(seqOf));
  const cancelled = settled.filter((item) => item.status === 'CANCELLED').map(seqOf);
  const cancelSeqs = cancelled.filter((seq) => !before.has(seq));
  const taxes = taxToTheCent(incoming, { ...parts, items: settled }, new Set(cancelSeqs));
  return { revision: { ...revision, cancelSeqs }, taxes };
}

function isOpen({ status }: StoredOrderItem): boolean {
  return status === 'CREATED' || status === 'APPROVED';
}

function seqOf({ seq }: StoredOrderItem): string {
  return seq;
}
