// What brokering really decided about orders placed since: what a trial over past days is compared with, and
// the stock it may plan with again.

import { sql } from 'kysely';
import type { Database } from '../../database.ts';

export interface PastAllocation {
  readonly orderId: string;
  readonly itemSeq: string;
  readonly facilityId: string;
  readonly productId: string;
  readonly quantity: number;
  readonly allocatedAt: Date;
  readonly rule: string;
}

/** The last allocation of each item that still waits at a facility or has left it. */
export async function pastAllocations(
  db: Database,
  since: Date,
): Promise<readonly PastAllocation[]> {
  const { rows } = await sql<PastAllocation>`
    select distinct on (a.order_id, a.item_seq) a.order_id as "orderId", a.item_seq as "itemSeq",
      a.facility_id as "facilityId", i.product_id as "productId", i.quantity,
      a.allocated_at as "allocatedAt",
      coalesce(a.decision->>'rule', 'UNKNOWN') as rule
    from allocation a
    join order_item i on i.order_id = a.order_id and i.seq = a.item_seq
    join sales_order o on o.id = a.order_id
    where o.ordered_at >= ${since} and i.facility_id = a.facility_id and i.product_id is not null
    order by a.order_id, a.item_seq, a.id desc`.execute(db);
  return rows;
}
