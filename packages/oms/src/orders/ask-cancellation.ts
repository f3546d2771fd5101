// Has Shopify told of a cancellation decided here: of the whole order, or of the units that are cancelled.

import type { ItemStatus } from '@sendsale/domain';
import type { Database } from '@sendsale/store/read';
import { askNotice } from '@sendsale/store/write';

export interface AskCancellationOptions {
  readonly orderId: string;
  /** All items of the order, as they are after the cancellation. */
  readonly items: readonly {
    readonly seq: string;
    readonly shopifyLineId: string;
    readonly quantity: number;
    readonly status: ItemStatus;
  }[];
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
  if (items.every((item) => item.status === 'CANCELLED')) {
    await askNotice(tx, { orderId, kind: 'CANCEL', key: 'cancel', body: { reason }, at });
    return;
  }
  const units: Record<string, number> = {};
  for (const item of items.filter(({ seq }) => itemSeqs.includes(seq)))
    units[item.shopifyLineId] = (units[item.shopifyLineId] ?? 0) + item.quantity;
  const key = `items/${itemSeqs.join(',')}`;
  await askNotice(tx, { orderId, kind: 'CANCEL', key, body: { reason, units }, at });
}
