// How far the poll of a shop has looked: a hint for where to begin, never for what to leave out.

import type { Database } from '../../database.ts';

/** Null for a shop that was never polled, or is not set up. */
export async function polledThrough(
  db: Database,
  options: { readonly shopId: string },
): Promise<Date | null> {
  const row = await db
    .selectFrom('shop')
    .select('polled_through')
    .where('id', '=', options.shopId)
    .executeTakeFirst();
  return row?.polled_through ?? null;
}
