// Where a shop's available stock is not ours. What Shopify calls available is what it has on hand less what it has
// promised; ours is what lies there less reservations, safety stock, and units of orders that nobody ships yet,
// which Shopify has promised at the location it assigned them to.

import { sql } from 'kysely';
import type { Database } from '../../database.ts';

export interface LevelToTell {
  /** Legacy ids. */
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly sku: string;
  readonly facilityId: string;
  /** As Shopify last said. */
  readonly available: number;
  /** What it should be; never less than nothing, for Shopify sets no less. */
  readonly wanted: number;
}

/**
 * @param options.readSince levels read before are too old to be compared
 * @param options.quietSince levels whose refusal is younger are left alone
 */
export async function levelsToTell(
  db: Database,
  options: {
    readonly shopId: string;
    readonly readSince: Date;
    readonly quietSince: Date;
    /** "item@location" of levels that changed since they were read. */
    readonly except: readonly string[];
    readonly limit: number;
  },
): Promise<readonly LevelToTell[]> {
  const { shopId, readSince, quietSince, except, limit } = options;
  const { rows } = await sql<LevelToTell>`
    with waiting as (
      select g.facility_id, i.product_id, sum(i.quantity)::int as units
      from order_item i join ship_group g on g.order_id = i.order_id and g.seq = i.ship_group_seq
      where i.facility_id is null and i.status in ('CREATED', 'APPROVED')
        and g.facility_id is not null and i.product_id is not null
      group by 1, 2
    ), place as (
      select facility_id, min(shopify_location_id) as location_id from facility_location
      where shop_id = ${shopId} group by facility_id
    ), counted as (
      select l.shopify_inventory_item_id as "inventoryItemId", l.shopify_location_id as "locationId",
        p.sku, f.id as "facilityId", l.available,
        greatest(0, available_to_promise(i.on_hand, i.reserved, f.safety_stock) - coalesce(w.units, 0))
          as wanted
      from shopify_inventory_level l
      join place on place.location_id = l.shopify_location_id
      join facility f on f.id = place.facility_id
      join (select distinct shopify_inventory_item_id, product_id from product_variant
        where shop_id = ${shopId}) v on v.shopify_inventory_item_id = l.shopify_inventory_item_id
      join product p on p.id = v.product_id
      join inventory i on i.facility_id = f.id and i.product_id = p.id
      left join waiting w on w.facility_id = f.id and w.product_id = p.id
      where l.shop_id = ${shopId} and l.read_at >= ${readSince}
    )
    select * from counted c where c.available <> c.wanted
      and c."inventoryItemId" || '@' || c."locationId" <> all(${[...except]}::text[])
      and not exists (select 1 from problem q where q.code = 'SHOPIFY_INVENTORY_REFUSED'
        and q.subject = ${shopId} || '/' || c."inventoryItemId" || '@' || c."locationId"
        and q.resolved_at is null and q.last_seen_at > ${quietSince})
    order by c."locationId", c."inventoryItemId"
    limit ${limit}`.execute(db);
  return rows;
}
