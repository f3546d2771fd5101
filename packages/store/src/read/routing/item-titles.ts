// What the items of some orders are called.

import type { Database } from '../../database.ts';

export interface ItemTitle {
  readonly title: string;
  readonly sku: string | null;
}

/** By "orderId seq". */
export async function itemTitles(
  db: Database,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, ItemTitle>> {
  if (orderIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('order_item')
    .where('order_id', 'in', orderIds)
    .select(['order_id as orderId', 'seq', 'title', 'sku'])
    .execute();
  return new Map(rows.map(({ orderId, seq, ...item }) => [`${orderId} ${seq}`, item]));
}
