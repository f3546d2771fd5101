// Sets the stock on hand from a snapshot of NetSuite, corrected by what NetSuite had not booked then.

import { sql } from 'kysely';
import type { Database } from '../database.ts';

export interface CountRow {
  readonly facilityId?: string;
  readonly netsuiteLocationId?: string;
  readonly productId?: string;
  readonly netsuiteItemId?: string;
  readonly onHand: number;
}

export interface SaveCounts {
  readonly counts: readonly CountRow[];
  readonly countedAt: Date;
}

/** @returns positions (from 0) of the counts that name a facility and a product we know */
export async function saveCounts(db: Database, options: SaveCounts): Promise<readonly number[]> {
  const { countedAt } = options;
  const counts = JSON.stringify(options.counts.map((count, position) => ({ ...count, position })));
  const { rows } = await sql<{ position: number }>`
    with resolved as (
      select n.position, f.id as facility_id, p.id as product_id, n."onHand" as on_hand
      from json_to_recordset(${counts}::json) as n(position int, "facilityId" text,
        "netsuiteLocationId" text, "productId" text, "netsuiteItemId" text, "onHand" int)
      join facility f on f.id = n."facilityId" or f.netsuite_location_id = n."netsuiteLocationId"
      join product p on p.id = n."productId" or p.netsuite_item_id = n."netsuiteItemId"
    ), counted as (
      -- The last one counts where a snapshot names a place twice.
      select distinct on (facility_id, product_id) facility_id, product_id, on_hand
      from resolved order by facility_id, product_id, position desc
    ), unbooked as (
      ${unbookedSince(countedAt)}
    ), saved as (
      insert into inventory as i (facility_id, product_id, on_hand, counted_at)
      select c.facility_id, c.product_id, c.on_hand + coalesce(u.units, 0)::int, ${countedAt}
      from counted c
      left join unbooked u on u.facility_id = c.facility_id and u.product_id = c.product_id
      order by c.facility_id, c.product_id
      on conflict (facility_id, product_id) do update set
        on_hand = excluded.on_hand, counted_at = excluded.counted_at
      where i.counted_at is null or i.counted_at <= excluded.counted_at
    )
    select position from resolved`.execute(db);
  return rows.map((row) => row.position);
}

// Units our stock has moved by, and NetSuite's count of that moment had not: shipments and carried-out
// goods it had not booked, and variances it had not accepted.
function unbookedSince(countedAt: Date) {
  return sql`
    select facility_id, product_id, sum(units) as units from (
      select s.facility_id, i.product_id, -i.quantity as units
      from shipment s
      join shipment_item x on x.shipment_id = s.id
      join order_item i on i.order_id = x.order_id and i.seq = x.item_seq
      where s.booked_at is null or s.booked_at > ${countedAt}
      union all
      select i.facility_id, i.product_id, -i.quantity
      from order_item i
      join posting p on p.id = i.posting_id
      where p.kind = 'CASH_SALE' and i.status = 'COMPLETED' and i.facility_id is not null
        and (p.booked_at is null or p.booked_at > ${countedAt})
      union all
      select v.facility_id, v.product_id, v.delta
      from inventory_variance v
      left join ledger l on l.feed = 'inventory-adjustment' and l.subject = 'V' || v.id
        and l.state = 'ACCEPTED' and l.settled_at <= ${countedAt}
      where l.id is null
    ) moved
    where product_id is not null
    group by facility_id, product_id`;
}
