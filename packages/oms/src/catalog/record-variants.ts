// A shop says what it sells: each variant is tied to the product of its SKU.

import { problem } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import type { Database } from '@sendsale/store/read';
import {
  giveProducts,
  resolveUnknownProducts,
  saveProblems,
  upsertVariants,
} from '@sendsale/store/write';
import type { GivenProduct, VariantRow } from '@sendsale/store/write';

export interface Variant {
  /** Shopify variant and inventory item, legacy ids. */
  readonly variantId: string;
  readonly inventoryItemId: string | null;
  /** A variant without a SKU cannot be booked and is left out. */
  readonly sku: string | null;
  /** As the label of the article says it; null or left out: the SKU is on the label. */
  readonly barcode?: string | null;
  readonly title: string;
  readonly weightGrams: number;
  readonly requiresShipping: boolean;
  readonly isGiftCard: boolean;
}

export interface RecordVariantsOptions {
  readonly shopId: string;
  readonly variants: readonly Variant[];
  readonly at: Date;
}

/**
 * Inserts or updates products and variants; order items that waited for their product get it, and their
 * PRODUCT_UNKNOWN problems are resolved. @returns how many variants were recorded, and the variant ids left out
 */
export async function recordVariants(
  db: Database,
  options: RecordVariantsOptions,
): Promise<{ readonly recorded: number; readonly withoutSku: readonly string[] }> {
  const { shopId, at } = options;
  const variants = options.variants.filter(hasSku);
  const variantIds = variants.map((variant) => variant.variantId);
  const withoutSku = options.variants.filter((one) => !hasSku(one)).map((one) => one.variantId);
  if (variants.length === 0) return { recorded: 0, withoutSku };
  await inTransaction(db, async (tx) => {
    await upsertVariants(tx, shopId, variants);
    const given = await giveProducts(tx, shopId, variantIds);
    await resolveUnknownProducts(tx, { shopId, variantIds, at });
    await saveProblems(tx, given.filter(isNotInNetsuite).map(itemNotInNetsuite), at);
  });
  return { recorded: variants.length, withoutSku };
}

function hasSku(variant: Variant): variant is VariantRow {
  return variant.sku !== null && variant.sku.trim() !== '';
}

function isNotInNetsuite(item: GivenProduct): boolean {
  return item.netsuiteItemId === null;
}

// The product is known now; the order still waits when NetSuite does not know it.
function itemNotInNetsuite({ orderId, postingId, sku, title, variantId }: GivenProduct) {
  return problem({
    code: 'ITEM_NOT_IN_NETSUITE',
    subject: `${postingId}/${sku}`,
    orderId,
    message: `NetSuite has no item ${sku}.`,
    detail: { sku, title, variantId },
  });
}
