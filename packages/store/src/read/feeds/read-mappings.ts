// The mapping table as one lookup, read once for a whole batch.

import type { Database } from '@sendsale/platform/db';
import type { Tables } from '../../tables.ts';

/** The value of a mapping for a shop: the shop's own row, else the row of every shop ('*'). */
export type FindMapping = (kind: string, shopId: string, key: string) => string | null;

const EVERY_SHOP = '*';

/** All mappings whose kind is one of `kinds`. Values that are blank count as missing. */
export async function readMappings(
  db: Database<Tables>,
  options: { readonly kinds: readonly string[] },
): Promise<FindMapping> {
  const rows = await db
    .selectFrom('mapping')
    .select(['kind', 'shop_id', 'key', 'value'])
    .where('kind', 'in', options.kinds)
    .execute();
  const values = new Map(
    rows
      .filter((row) => row.value !== '')
      .map((row) => [key(row.kind, row.shop_id, row.key), row.value]),
  );
  return (kind, shopId, name) =>
    values.get(key(kind, shopId, name)) ?? values.get(key(kind, EVERY_SHOP, name)) ?? null;
}

/** Discount items NetSuite uses, as mappings of this kind: the code of a discount to the item's name. */
export const DISCOUNT_ITEM_KIND = 'DISCOUNT_ITEM';

/**
 * `mapping`, and the discount items NetSuite has told us of: a code that is the name of one of them stands for
 * it, in whatever case it was typed.
 */
export async function withDiscountItems(
  db: Database<Tables>,
  mapping: FindMapping,
): Promise<FindMapping> {
  const rows = await db
    .selectFrom('discount_item')
    .select('name')
    .where('is_active', '=', true)
    .orderBy('netsuite_id')
    .execute();
  const names = new Map(rows.map(({ name }) => [name.toLowerCase(), name]));
  return (kind, shopId, code) =>
    kind === DISCOUNT_ITEM_KIND
      ? (names.get(code.toLowerCase()) ?? null)
      : mapping(kind, shopId, code);
}

function key(kind: string, shopId: string, name: string): string {
  return JSON.stringify([kind, shopId, name]);
}
