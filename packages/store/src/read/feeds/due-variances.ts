// Corrections of stock (a store rejected an item) that NetSuite's books do not have yet.

import type { Database } from '@sendsale/platform/db';
import { sql } from 'kysely';
import type { Tables } from '../../tables.ts';
import { unsent } from './conditions.ts';

export interface DueVariance {
  /** `V<id>`: the ledger's subject, and the reference number of the adjustment. */
  readonly subject: string;
  readonly orderId: string | null;
  /** The order's shop; '*' where the variance belongs to no order. */
  readonly shopId: string;
  readonly subsidiaryId: string | null;
  readonly facilityId: string;
  readonly facilityName: string;
  readonly timeZone: string;
  readonly locationId: string | null;
  readonly sku: string;
  readonly netsuiteItemId: string | null;
  readonly delta: number;
  readonly reason: string;
  readonly recordedAt: Date;
}

/** Variances without a row in the feed's ledger, oldest first. */
export async function dueVariances(
  db: Database<Tables>,
  options: { readonly limit: number },
): Promise<DueVariance[]> {
  const subject = sql<string>`'V' || v.id`;
  return db
    .selectFrom('inventory_variance as v')
    .innerJoin('facility as f', 'f.id', 'v.facility_id')
    .innerJoin('product as p', 'p.id', 'v.product_id')
    .leftJoin('sales_order as o', 'o.id', 'v.order_id')
    .leftJoin('shop as h', 'h.id', 'o.shop_id')
    .select([
      subject.as('subject'),
      'v.order_id as orderId',
      sql<string>`coalesce(o.shop_id, '*')`.as('shopId'),
      sql<string | null>`coalesce(h.netsuite_subsidiary_id,
        (select min(x.netsuite_subsidiary_id) from shop x having count(distinct x.netsuite_subsidiary_id) = 1))`.as(
        'subsidiaryId',
      ),
      'f.id as facilityId',
      'f.name as facilityName',
      'f.time_zone as timeZone',
      'f.netsuite_location_id as locationId',
      'p.sku',
      'p.netsuite_item_id as netsuiteItemId',
      'v.delta',
      'v.reason',
      'v.recorded_at as recordedAt',
    ])
    .where(unsent('inventory-adjustment', subject))
    .orderBy('v.id')
    .limit(options.limit)
    .execute();
}
