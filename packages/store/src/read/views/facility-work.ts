// What a facility has to ship: its allocated items, order by order, the oldest first.

import type { Database } from '../../database.ts';

export interface FacilityOrder {
  readonly orderId: string;
  readonly name: string;
  readonly shippingMethod: string | null;
  readonly items: ReadonlyArray<{
    readonly seq: string;
    readonly sku: string | null;
    readonly title: string;
  }>;
}

const ITEMS_MAX = 2000;

/** null when there is no such facility. */
export async function facilityWork(
  db: Database,
  facilityId: string,
): Promise<FacilityOrder[] | null> {
  const facility = await db
    .selectFrom('facility')
    .where('id', '=', facilityId)
    .select('id')
    .executeTakeFirst();
  if (facility === undefined) return null;
  const rows = await db
    .selectFrom('order_item as i')
    .innerJoin('sales_order as o', 'o.id', 'i.order_id')
    .innerJoin('ship_group as g', (join) =>
      join.onRef('g.order_id', '=', 'i.order_id').onRef('g.seq', '=', 'i.ship_group_seq'),
    )
    .where('i.facility_id', '=', facilityId)
    .where('i.status', '=', 'APPROVED')
    .where('o.status', '=', 'APPROVED')
    .orderBy('o.ordered_at')
    .orderBy('i.order_id')
    .orderBy('i.seq')
    .limit(ITEMS_MAX)
    .select(['i.order_id', 'o.name', 'g.shipping_method', 'i.seq', 'i.sku', 'i.title'])
    .execute();
  const orders = new Map<string, typeof rows>();
  for (const row of rows) orders.set(row.order_id, [...(orders.get(row.order_id) ?? []), row]);
  return [...orders].map(([orderId, items]) => ({
    orderId,
    name: items[0]?.name ?? '',
    shippingMethod: items[0]?.shipping_method ?? null,
    items: items.map(({ seq, sku, title }) => ({ seq, sku, title })),
  }));
}
