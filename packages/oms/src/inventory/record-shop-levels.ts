// Keeps what a shop says lies where, beside our own counts: they are compared, never added.

import { inTransaction } from '@sendsale/platform/db';
import type { Database } from '@sendsale/store/read';
import {
  forgetShopLevels,
  resolveProblems,
  saveShopLevels,
  saveToldLevels,
} from '@sendsale/store/write';
import type { ShopLevelRow, ToldLevelRow } from '@sendsale/store/write';

/** The subject of a level's problems. */
export function levelSubject(
  shopId: string,
  level: { readonly inventoryItemId: string; readonly locationId: string },
): string {
  return `${shopId}/${level.inventoryItemId}@${level.locationId}`;
}

export async function recordShopLevels(
  db: Database,
  options: { readonly shopId: string; readonly levels: readonly ShopLevelRow[]; readonly at: Date },
): Promise<void> {
  await saveShopLevels(db, options);
}

/** The location was read to its end from `since` on: what it did not name is stocked there no more. */
export async function recordLocationRead(
  db: Database,
  options: { readonly shopId: string; readonly locationId: string; readonly since: Date },
): Promise<void> {
  await forgetShopLevels(db, options);
}

/** Shopify has set the levels; what it had refused of them before is settled. */
export async function recordLevelsTold(
  db: Database,
  options: {
    readonly shopId: string;
    readonly levels: readonly ToldLevelRow[];
    readonly key: string;
    readonly at: Date;
  },
): Promise<void> {
  const { shopId, levels, at } = options;
  await inTransaction(db, async (tx) => {
    await saveToldLevels(tx, options);
    const subjects = levels.map((level) => levelSubject(shopId, level));
    const code = 'SHOPIFY_INVENTORY_REFUSED';
    await resolveProblems(tx, { code, subjects, resolution: 'Shopify has the level.', at });
  });
}
