// Orders a facility was chosen for, and Shopify does not know it: the latest choice has no notice of its own.

import { sql } from 'kysely';
import type { Database } from '../../database.ts';

export interface OrderToMove {
  readonly orderId: string;
  /** Legacy id. */
  readonly shopifyId: string;
  readonly orderName: string;
  /** Names the latest choice. */
  readonly key: string;
  /** Where the units that wait to be shipped are to ship from. */
  readonly units: readonly MovedUnits[];
}

export interface MovedUnits {
  readonly shopifyLineId: string;
  /** Legacy id. */
  readonly locationId: string;
  readonly quantity: number;
}

/** The longest waiting first. Facilities without a location in the shop say nothing. */
export async function ordersToMove(
  db: Database,
  options: { readonly shopId: string; readonly limit: number },
): Promise<readonly OrderToMove[]> {
  const { rows } = await sql<OrderToMove>`
    with place as (
      select facility_id, min(shopify_location_id) as location_id from facility_location
      where shop_id = ${options.shopId} group by facility_id
    ), chosen as (
      select o.id, o.shopify_id, o.name, a.id as allocation_id, i.shopify_line_id, p.location_id, i.quantity
      from allocation a
      join order_item i on i.order_id = a.order_id and i.seq = a.item_seq
        and i.facility_id = a.facility_id and i.status = 'APPROVED'
      join sales_order o on o.id = a.order_id and o.status = 'APPROVED'
      join place p on p.facility_id = a.facility_id
      where o.shop_id = ${options.shopId} and a.released_at is null
    ), due as (
      select id, max(allocation_id) as latest from chosen c group by id
      having not exists (select 1 from shopify_notice n
        where n.order_id = c.id and n.kind = 'MOVE' and n.key = max(c.allocation_id)::text)
      order by max(allocation_id) limit ${options.limit}
    )
    select d.id as "orderId", min(c.shopify_id) as "shopifyId", min(c.name) as "orderName",
      d.latest::text as key, json_agg(json_build_object('shopifyLineId', c.shopify_line_id,
        'locationId', c.location_id, 'quantity', c.quantity)) as units
    from due d join chosen c on c.id = d.id
    group by d.id, d.latest order by d.latest`.execute(db);
  return rows;
}
