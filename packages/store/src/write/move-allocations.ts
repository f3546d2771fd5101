// Gives allocated items other facilities.

import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { insertAllocations, placeItems } from './allocations.ts';
import type { NewAllocation, OrderDecision, WaitingSeq } from './allocations.ts';

export interface MovedItem extends NewAllocation {
  /** Who had it. */
  readonly fromFacilityId: string;
}

/**
 * The items that still are where they were planned to leave, of locked orders: approved, allocated there, on no
 * picklist, not on hold.
 */
export async function stillAllocated(
  db: Database,
  items: readonly MovedItem[],
): Promise<readonly WaitingSeq[]> {
  const { rows } = await sql<WaitingSeq>`
    select i.order_id as "orderId", i.seq, i.product_id as "productId", i.quantity
    from json_to_recordset(${JSON.stringify(items)}::json) as m("orderId" text, "itemSeq" text,
      "fromFacilityId" text)
    join order_item i on i.order_id = m."orderId" and i.seq = m."itemSeq"
    where i.status = 'APPROVED' and i.facility_id = m."fromFacilityId"
      and not exists (select 1 from brokering_hold h
        where h.order_id = i.order_id and h.released_at is null)
      and not exists (select 1 from pick k join allocation a on a.id = k.allocation_id
        where a.order_id = i.order_id and a.item_seq = i.seq and a.released_at is null)
      and not exists (select 1 from ledger t where t.feed = 'allocation' and t.state <> 'DUE'
        and t.subject = i.order_id || '.' || i.seq)`.execute(db);
  return rows;
}

/** Gives the items to their new facilities: the old allocation ends, the new one says why. Stock is the caller's. */
export async function moveItems(
  db: Database,
  options: {
    readonly items: readonly MovedItem[];
    readonly decisions: readonly OrderDecision[];
    readonly at: Date;
  },
): Promise<void> {
  const { items, decisions, at } = options;
  await sql`
    update allocation a set released_at = ${at}, release_reason = 'PLANNED_AGAIN'
    from json_to_recordset(${JSON.stringify(items)}::json) as m("orderId" text, "itemSeq" text)
    where a.order_id = m."orderId" and a.item_seq = m."itemSeq" and a.released_at is null
    `.execute(db);
  await insertAllocations(db, { allocations: items, decisions, at });
  await placeItems(db, items);
}
