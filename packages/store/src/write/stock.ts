// Changes of stock. Rows are locked in one order (facility, product) everywhere, so that no two changes
// can wait for each other.

import { sql } from 'kysely';
import type { Database } from '../database.ts';

export interface StockChange {
  readonly facilityId: string;
  readonly productId: string;
  /** Added to what is on hand. */
  readonly onHand: number;
  /** Added to what is reserved. */
  readonly reserved: number;
}

export interface LockedStock {
  readonly facilityId: string;
  readonly productId: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly safetyStock: number;
}

/** Locks the rows until the transaction ends and returns what they hold then. */
export async function lockStock(
  db: Database,
  keys: readonly Pick<StockChange, 'facilityId' | 'productId'>[],
): Promise<readonly LockedStock[]> {
  const { rows } = await sql<LockedStock>`
    select i.facility_id as "facilityId", i.product_id as "productId", i.on_hand as "onHand",
      i.reserved, f.safety_stock as "safetyStock"
    from inventory i
    join facility f on f.id = i.facility_id
    where (i.facility_id, i.product_id) in (
      select k."facilityId", k."productId"
      from json_to_recordset(${JSON.stringify(keys)}::json) as k("facilityId" text, "productId" text))
    order by i.facility_id, i.product_id
    for update of i`.execute(db);
  return rows;
}

/** Applies the changes; several for one row add up. Rows that do not exist are left out. */
export async function changeStock(db: Database, changes: readonly StockChange[]): Promise<void> {
  if (changes.length === 0) return;
  await sql`
    with change as (
      select c."facilityId" as facility_id, c."productId" as product_id,
        sum(c."onHand")::int as on_hand, sum(c.reserved)::int as reserved
      from json_to_recordset(${JSON.stringify(changes)}::json)
        as c("facilityId" text, "productId" text, "onHand" int, reserved int)
      group by 1, 2
    ), locked as (
      select i.facility_id, i.product_id from inventory i
      join change c on c.facility_id = i.facility_id and c.product_id = i.product_id
      order by i.facility_id, i.product_id
      for update of i
    )
    update inventory i set on_hand = i.on_hand + c.on_hand, reserved = i.reserved + c.reserved
    from change c
    join locked l on l.facility_id = c.facility_id and l.product_id = c.product_id
    where i.facility_id = c.facility_id and i.product_id = c.product_id`.execute(db);
}
