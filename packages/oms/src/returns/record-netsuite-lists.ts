// What NetSuite tells of its own lists and doings. Each may be told again; only news change anything.

import { inTransaction } from '@sendsale/platform/db';
import type { Database } from '@sendsale/store/read';
import {
  replaceKits,
  saveBookedCount,
  saveDiscountItems,
  saveGiftCard,
  saveStockChange,
} from '@sendsale/store/write';
import type {
  AdjustedStock,
  DiscountItem,
  KitComponent,
  ShippedGiftCard,
} from '@sendsale/store/write';

/** Sets what the kits named are made of. @returns how many members were told */
export async function recordKits(
  db: Database,
  options: { readonly components: readonly KitComponent[]; readonly at: Date },
): Promise<number> {
  await inTransaction(db, async (tx) => replaceKits(tx, options.components, options.at));
  return options.components.length;
}

/** @returns how many discount items are new or changed */
export async function recordDiscountItems(
  db: Database,
  options: { readonly items: readonly DiscountItem[]; readonly at: Date },
): Promise<number> {
  return saveDiscountItems(db, options.items, options.at);
}

/** A cycle count of ours is booked in NetSuite. @returns whether that is new */
export async function recordBookedCount(
  db: Database,
  options: { readonly adjustmentId: string; readonly countId: string; readonly at: Date },
): Promise<boolean> {
  return saveBookedCount(db, options);
}

/** Somebody adjusted stock in NetSuite: ours follows, once. @returns whether that is new */
export async function recordStockChange(
  db: Database,
  options: { readonly change: AdjustedStock; readonly at: Date },
): Promise<boolean> {
  return inTransaction(db, async (tx) => saveStockChange(tx, options.change, options.at));
}

/** A gift card left NetSuite's warehouse under this number. @returns whether that is new */
export async function recordGiftCard(
  db: Database,
  options: { readonly card: ShippedGiftCard; readonly at: Date },
): Promise<boolean> {
  return saveGiftCard(db, options.card, options.at);
}
