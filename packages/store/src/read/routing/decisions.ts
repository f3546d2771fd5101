// The latest decision about each item of an order: why it is where it is, or why it is nowhere yet.

import type { ItemStatus, Queue, RoutingExplanation } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../../database.ts';

export interface ItemDecision {
  readonly seq: string;
  readonly sku: string | null;
  readonly title: string;
  readonly status: ItemStatus;
  readonly facilityId: string | null;
  readonly queue: Queue | null;
  readonly autoCancelAt: Date | null;
  readonly decidedAt: Date | null;
  /** Null: no rule has looked at it yet. */
  readonly decision: RoutingExplanation | null;
}

/** Items that ship, in their order; a decision that was released since is no answer to where an item is now. */
export async function decisionsOf(db: Database, orderId: string): Promise<readonly ItemDecision[]> {
  const { rows } = await sql<ItemDecision>`
    select i.seq, i.sku, i.title, i.status, i.facility_id as "facilityId", i.queue,
      i.auto_cancel_at as "autoCancelAt",
      coalesce(a.allocated_at, u.decided_at) as "decidedAt", coalesce(a.decision, u.decision) as decision
    from order_item i
    join ship_group g on g.order_id = i.order_id and g.seq = i.ship_group_seq
    left join lateral (select a.allocated_at, a.decision from allocation a
      where a.order_id = i.order_id and a.item_seq = i.seq
        and (a.released_at is null or i.status = 'COMPLETED')
      order by a.id desc limit 1) a on true
    left join unallocated_item u on u.order_id = i.order_id and u.item_seq = i.seq
    where i.order_id = ${orderId} and g.delivery in ('SHIP', 'PICKUP', 'LOCAL')
    order by i.seq`.execute(db);
  return rows;
}
