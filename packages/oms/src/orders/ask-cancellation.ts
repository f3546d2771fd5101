// Has Shopify told of a cancellation decided here: of the whole order, or of the units that are cancelled, with
// their shipping when nothing else of the order is sent.

import type { Delivery, ItemStatus } from '@sendsale/domain';
import type { Database } from '@sendsale/store/read';
import { askNotice } from '@sendsale/store/write';

export interface AskCancellationOptions {
  readonly orderId: string;
  /** All items of the order, as they are after the cancellation. */
  readonly items: readonly {
    readonly seq: string;
    readonly shopifyLineId: string;
    readonly delivery: Delivery;
    readonly quantity: number;
    readonly status: ItemStatus;
  }[];
  /** Those that were cancelled now. */
  readonly itemSeqs: readonly string[];
  readonly reason: string;
  readonly at: Date;
}

/** In the transaction of the cancellation itself. */
export async function askCancellation(
  tx: Database,
  options: AskCancellationOptions,
): Promise<void> {
  const { orderId, items, itemSeqs, reason, at } = options;
  if (items.every(isCancelled)) {
    await askNotice(tx, { orderId, kind: 'CANCEL', key: 'cancel', body: { reason }, at });
    return;
  }
  const gone = items.filter(({ seq }) => itemSeqs.includes(seq));
  const units: Record<string, number> = {};
  for (const item of gone)
    units[item.shopifyLineId] = (units[item.shopifyLineId] ?? 0) + item.quantity;
  const key = `items/${itemSeqs.join(',')}`;
  // With the last of what the customer waited for, the charge for its way goes back too.
  const shipping = gone.some(isOnItsWay) && items.filter(isOnItsWay).every(isCancelled);
  await askNotice(tx, { orderId, kind: 'CANCEL', key, body: { reason, units, shipping }, at });
}

/** What a shipping charge is paid for: neither what was carried out, nor what needs no way. */
function isOnItsWay({ delivery }: { readonly delivery: Delivery }): boolean {
  return delivery !== 'CARRY_OUT' && delivery !== 'NONE';
}

function isCancelled({ status }: { readonly status: ItemStatus }): boolean {
  return status === 'CANCELLED';
}
