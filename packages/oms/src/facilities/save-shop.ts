// Sets a shop up.

import type { Database } from '@sendsale/store/read';

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
  throw new Error('TODO');
}
