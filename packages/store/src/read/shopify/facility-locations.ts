// The shop's locations that belong to a facility of ours.

import type { Database } from '../../database.ts';

/** Legacy ids. */
export async function facilityLocations(
  db: Database,
  options: { readonly shopId: string },
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('facility_location')
    .select('shopify_location_id')
    .where('shop_id', '=', options.shopId)
    .execute();
  return new Set(rows.map((row) => row.shopify_location_id));
}
