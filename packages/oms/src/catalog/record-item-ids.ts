// NetSuite says which item it has for a SKU.

import type { Database } from '@sendsale/store/read';

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
  throw new Error('TODO');
}
