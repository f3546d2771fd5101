// What each facility could still promise of a product.

import { sql } from 'kysely';
import type { Database } from '../../database.ts';
import { takesOrders } from '../facilities/takes-orders.ts';

export interface FacilityAvailability {
  readonly facilityId: string;
  readonly name: string;
  readonly timeZone: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly availableToPromise: number;
}

/**
 * Facilities that ship today and have some, and what they have after reservations, holds and safety stock. A product
 * that nobody has is not in the answer.
 */
export async function availability(
  db: Database,
  options: { readonly productIds: readonly string[]; readonly at: Date },
): Promise<ReadonlyMap<string, readonly FacilityAvailability[]>> {
  const { productIds, at } = options;
  const { rows } = await sql<FacilityAvailability & { readonly productId: string }>`
    select i.product_id as "productId", f.id as "facilityId", f.name, f.time_zone as "timeZone",
      f.latitude, f.longitude,
      available_to_promise(i.on_hand, i.reserved, f.safety_stock) as "availableToPromise"
    from inventory i join facility f on f.id = i.facility_id
    where i.product_id = any(${[...productIds]}::text[]) and ${takesOrders(at)}
      and available_to_promise(i.on_hand, i.reserved, f.safety_stock) > 0
      and not exists (select 1 from rejection r where r.facility_id = f.id
        and r.product_id = i.product_id and r.not_here_until > ${at})
    order by f.id`.execute(db);
  const found = new Map<string, FacilityAvailability[]>();
  for (const { productId, ...place } of rows) {
    found.set(productId, [...(found.get(productId) ?? []), place]);
  }
  return found;
}

export interface SoldProduct {
  readonly productId: string;
  readonly variantId: string;
  readonly sku: string;
}

/** Our products of a shop's variants. */
export async function productsOfVariants(
  db: Database,
  options: { readonly shopId: string; readonly variantIds: readonly string[] },
): Promise<ReadonlyMap<string, SoldProduct>> {
  if (options.variantIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('product_variant as v')
    .innerJoin('product as p', 'p.id', 'v.product_id')
    .select(['v.shopify_variant_id as variantId', 'p.id as productId', 'p.sku'])
    .where('v.shop_id', '=', options.shopId)
    .where('v.shopify_variant_id', 'in', options.variantIds)
    .execute();
  return new Map(rows.map((row) => [row.variantId, row]));
}

/** The facility's Shopify location in a shop, legacy id. */
export async function locationOfFacility(
  db: Database,
  options: { readonly shopId: string; readonly facilityId: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('facility_location')
    .select('shopify_location_id')
    .where('shop_id', '=', options.shopId)
    .where('facility_id', '=', options.facilityId)
    .orderBy('shopify_location_id')
    .executeTakeFirst();
  return row?.shopify_location_id ?? null;
}

/** Whether there is such a facility. */
export async function facilityExists(db: Database, facilityId: string): Promise<boolean> {
  const row = await db
    .selectFrom('facility')
    .select('id')
    .where('id', '=', facilityId)
    .executeTakeFirst();
  return row !== undefined;
}
