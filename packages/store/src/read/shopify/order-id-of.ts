// Our number of a Shopify order.

import type { Database } from '../../database.ts';

export async function orderIdOf(
  db: Database,
  options: { readonly shopId: string; readonly shopifyId: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('sales_order')
    .select('id')
    .where('shop_id', '=', options.shopId)
    .where('shopify_id', '=', options.shopifyId)
    .executeTakeFirst();
  return row?.id ?? null;
}
