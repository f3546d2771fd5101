// A shop says what it sells: each variant is tied to the product of its SKU.

import type { Database } from '@sendsale/store/read';

export interface Variant {
  /** Shopify variant and inventory item, legacy ids. */
  readonly variantId: string;
  readonly inventoryItemId: string | null;
  /** A variant without a SKU cannot be booked and is left out. */
  readonly sku: string | null;
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
  throw new Error('TODO');
}
