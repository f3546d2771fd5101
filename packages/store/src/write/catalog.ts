// Products, the variants shops sell them as, and the NetSuite items they are; and the order items that
// waited for one of these.

import { sql } from 'kysely';
import type { Database } from '../database.ts';

export interface VariantRow {
  readonly variantId: string;
  readonly inventoryItemId: string | null;
  readonly sku: string;
  readonly barcode?: string | null;
  readonly title: string;
  readonly weightGrams: number;
  readonly requiresShipping: boolean;
  readonly isGiftCard: boolean;
}

/** Inserts or updates the variants and the products of their SKUs. One row a variant. */
export async function upsertVariants(
  db: Database,
  shopId: string,
  variants: readonly VariantRow[],
): Promise<void> {
  const rows = JSON.stringify(variants);
  await sql`
    insert into product as p (sku, barcode, title, weight_grams, requires_shipping, is_gift_card)
    select distinct on (v.sku) v.sku, v.barcode, v.title, v."weightGrams", v."requiresShipping", v."isGiftCard"
    from json_to_recordset(${rows}::json) as v(sku text, barcode text, title text, "weightGrams" int,
      "requiresShipping" boolean, "isGiftCard" boolean)
    order by v.sku
    on conflict (sku) do update set barcode = excluded.barcode, title = excluded.title, weight_grams = excluded.weight_grams,
      requires_shipping = excluded.requires_shipping, is_gift_card = excluded.is_gift_card
    where (p.barcode, p.title, p.weight_grams, p.requires_shipping, p.is_gift_card) is distinct from
      (excluded.barcode, excluded.title, excluded.weight_grams, excluded.requires_shipping, excluded.is_gift_card)`.execute(
    db,
  );
  await sql`
    insert into product_variant as t (shop_id, shopify_variant_id, shopify_inventory_item_id, product_id)
    select distinct on (v."variantId") ${shopId}, v."variantId", v."inventoryItemId", p.id
    from json_to_recordset(${rows}::json) as v("variantId" text, "inventoryItemId" text, sku text)
    join product p on p.sku = v.sku
    order by v."variantId"
    on conflict (shop_id, shopify_variant_id) do update set
      shopify_inventory_item_id = excluded.shopify_inventory_item_id,
      product_id = excluded.product_id
    where (t.shopify_inventory_item_id, t.product_id) is distinct from
      (excluded.shopify_inventory_item_id, excluded.product_id)`.execute(db);
}

export interface GivenProduct {
  readonly orderId: string;
  readonly postingId: string;
  readonly sku: string;
  readonly title: string;
  readonly variantId: string;
  readonly netsuiteItemId: string | null;
}

/** Ties order items without product to the product of their variant. @returns the items that got one */
export async function giveProducts(
  db: Database,
  shopId: string,
  variantIds: readonly string[],
): Promise<readonly GivenProduct[]> {
  const { rows } = await sql<GivenProduct>`
    update order_item i set product_id = p.id, sku = coalesce(i.sku, p.sku)
    from product_variant v
    join product p on p.id = v.product_id, sales_order o
    where v.shop_id = ${shopId} and v.shopify_variant_id = any(${[...variantIds]}::text[])
      and i.product_id is null and i.shopify_variant_id = v.shopify_variant_id
      and o.id = i.order_id and o.shop_id = v.shop_id
    returning i.order_id as "orderId", i.posting_id as "postingId", i.sku, i.title,
      i.shopify_variant_id as "variantId", p.netsuite_item_id as "netsuiteItemId"`.execute(db);
  return rows;
}

/** Resolves PRODUCT_UNKNOWN problems that name these variants. */
export async function resolveUnknownProducts(
  db: Database,
  options: { readonly shopId: string; readonly variantIds: readonly string[]; readonly at: Date },
): Promise<void> {
  await sql`
    update problem p set resolved_at = ${options.at}, resolution = 'The catalogue has the product now.'
    from sales_order o
    where p.code = 'PRODUCT_UNKNOWN' and p.resolved_at is null
      and p.detail->>'variantId' = any(${[...options.variantIds]}::text[])
      and o.id = p.order_id and o.shop_id = ${options.shopId}`.execute(db);
}

export interface ItemId {
  readonly sku: string;
  readonly netsuiteItemId: string;
}

/**
 * Records the NetSuite item of each SKU. An item belongs to one SKU: if NetSuite renamed it, the SKU that
 * had it loses it. @returns the SKUs that are products, and how many of them got another id
 */
export async function saveItemIds(
  db: Database,
  items: readonly ItemId[],
): Promise<{ readonly known: readonly string[]; readonly changed: number }> {
  const rows = JSON.stringify(items);
  const recordset = sql`json_to_recordset(${rows}::json) as n(sku text, "netsuiteItemId" text)`;
  await sql`
    update product p set netsuite_item_id = null from ${recordset}
    where p.netsuite_item_id = n."netsuiteItemId" and p.sku <> n.sku`.execute(db);
  const { rows: changed } = await sql<{ sku: string }>`
    update product p set netsuite_item_id = n."netsuiteItemId" from ${recordset}
    where p.sku = n.sku and p.netsuite_item_id is distinct from n."netsuiteItemId"
    returning p.sku`.execute(db);
  const { rows: known } = await sql<{ sku: string }>`
    select p.sku from product p join ${recordset} on p.sku = n.sku`.execute(db);
  return { known: known.map((row) => row.sku), changed: changed.length };
}

/** Resolves ITEM_NOT_IN_NETSUITE problems that name these SKUs. @returns how many */
export async function resolveMissingItems(
  db: Database,
  options: { readonly skus: readonly string[]; readonly resolution: string; readonly at: Date },
): Promise<number> {
  const result = await db
    .updateTable('problem')
    .set({ resolved_at: options.at, resolution: options.resolution })
    .where('code', '=', 'ITEM_NOT_IN_NETSUITE')
    .where('resolved_at', 'is', null)
    .where(sql<boolean>`detail->>'sku' = any(${[...options.skus]}::text[])`)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
