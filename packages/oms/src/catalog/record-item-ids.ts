// NetSuite says which item it has for a SKU.

import { inTransaction } from '@sendsale/platform/db';
import type { Database } from '@sendsale/store/read';
import { resolveMissingItems, saveItemIds } from '@sendsale/store/write';

export interface RecordItemIdsOptions {
  readonly items: readonly { readonly sku: string; readonly netsuiteItemId: string }[];
  readonly via: string;
  readonly at: Date;
}

/**
 * Records the item ids (a SKU without product is skipped and returned in `unknown`); resolves the
 * ITEM_NOT_IN_NETSUITE problems of those SKUs. @returns how many ids were new or changed
 */
export async function recordItemIds(
  db: Database,
  options: RecordItemIdsOptions,
): Promise<{
  readonly recorded: number;
  readonly unknown: readonly string[];
  readonly resolved: number;
}> {
  const { via, at } = options;
  // The last one counts where a file names a SKU twice.
  const items = [...new Map(options.items.map((item) => [item.sku, item])).values()];
  return inTransaction(db, async (tx) => {
    const { known, changed } = await saveItemIds(tx, items);
    const resolution = `NetSuite has the item (${via}).`;
    const resolved = await resolveMissingItems(tx, { skus: known, resolution, at });
    const products = new Set(known);
    const unknown = items.map((item) => item.sku).filter((sku) => !products.has(sku));
    return { recorded: changed, unknown, resolved };
  });
}
