// Sets a shop up.

import { inTransaction } from '@sendsale/platform/db';
import type { Database } from '@sendsale/store/read';
import { giveAnonymousCustomer, upsertShop } from '@sendsale/store/write';

export interface SaveShopOptions {
  readonly id: string;
  readonly name: string;
  /** e.g. "example.myshopify.com" */
  readonly domain: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly netsuiteSubsidiaryId: string | null;
  /** Stands for the buyer of anonymous sales; `netsuiteId` null lets the customer feed create it. */
  readonly anonymousCustomer?: { readonly name: string; readonly netsuiteId: string | null } | null;
  readonly at: Date;
}

/** Inserts or updates the shop; orders that waited for an anonymous customer get it (CUSTOMER_MISSING is resolved). */
export async function saveShop(db: Database, options: SaveShopOptions): Promise<void> {
  const { anonymousCustomer: anonymous, at, ...shop } = options;
  await inTransaction(db, async (tx) => {
    await upsertShop(tx, shop);
    if (anonymous === null || anonymous === undefined) return;
    await giveAnonymousCustomer(tx, { shopId: shop.id, ...anonymous, at });
  });
}
