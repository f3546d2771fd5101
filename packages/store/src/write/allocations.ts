// Commits what brokering planned, for many orders at once: locks first, then looks, then writes.

import type { Queue, RoutingExplanation } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { part } from './insert-graph.ts';
import type { GraphPart } from './insert-graph.ts';

/** Locks the orders that are approved and that no other worker has. @returns their ids */
export async function lockForBrokering(
  db: Database,
  orderIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('sales_order')
    .select('id')
    .where('id', '=', sql<string>`any(${[...orderIds]}::text[])`)
    .where('status', '=', 'APPROVED')
    .orderBy('id')
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map((row) => row.id);
}

export interface WaitingSeq {
  readonly orderId: string;
  readonly seq: string;
  /** As brokering names it: `unknown/<seq>` without a product. */
  readonly productId: string;
  readonly quantity: number;
}

/** The items of locked orders that wait and are not on hold: as they are now, not as they were planned. */
export async function stillWaiting(
  db: Database,
  orderIds: readonly string[],
): Promise<readonly WaitingSeq[]> {
  const { rows } = await sql<WaitingSeq>`
    select i.order_id as "orderId", i.seq, coalesce(i.product_id, 'unknown/' || i.seq) as "productId",
      i.quantity
    from order_item i
    where i.order_id = any(${[...orderIds]}::text[]) and i.status = 'APPROVED' and i.queue is not null
      and not exists (select 1 from brokering_hold h where h.order_id = i.order_id
        and h.released_at is null and coalesce(h.ship_group_seq, i.ship_group_seq) = i.ship_group_seq)
    `.execute(db);
  return rows;
}

/** Locks the facilities whose capacity is limited, so that two workers cannot both take the last place. */
export async function lockLimitedFacilities(
  db: Database,
  facilityIds: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select f.id from facility f
    where f.id = any(${[...facilityIds]}::text[]) and (f.orders_per_day is not null
      or exists (select 1 from facility_brokering b
        where b.facility_id = f.id and b.orders_per_hour is not null))
    order by f.id
    for no key update of f`.execute(db);
  return rows.map((row) => row.id);
}

export interface NewAllocation {
  readonly orderId: string;
  readonly itemSeq: string;
  readonly facilityId: string;
  readonly at: Date;
  readonly decision: RoutingExplanation;
}

/** The allocations as rows, for callers that insert other rows with them. The stock was reserved before. */
export function allocationPart(allocations: readonly NewAllocation[]): GraphPart {
  return part(
    'allocation',
    allocations.map(({ orderId, itemSeq, facilityId, at, decision }) => ({
      order_id: orderId,
      item_seq: itemSeq,
      facility_id: facilityId,
      allocated_at: at,
      decision,
    })),
  );
}

/** Sets the facilities of allocated items: they wait no more, and are not cancelled by themselves. */
export async function placeItems(
  db: Database,
  allocations: readonly Omit<NewAllocation, 'decision' | 'at'>[],
): Promise<void> {
  if (allocations.length === 0) return;
  const rows = JSON.stringify(
    allocations.map(({ orderId, itemSeq, facilityId }) => ({ orderId, itemSeq, facilityId })),
  );
  await sql`
    with placed as (
      select "orderId" as order_id, "itemSeq" as item_seq, "facilityId" as facility_id
      from json_to_recordset(${rows}::json) as n("orderId" text, "itemSeq" text, "facilityId" text)
    ), explained as (
      delete from unallocated_item u using placed p
      where u.order_id = p.order_id and u.item_seq = p.item_seq
    )
    update order_item i set facility_id = p.facility_id, queue = null, auto_cancel_at = null
    from placed p where i.order_id = p.order_id and i.seq = p.item_seq`.execute(db);
}

export interface LeftItemRow {
  readonly orderId: string;
  readonly itemSeq: string;
  readonly queue: Queue;
  readonly autoCancelAt: Date | null;
  readonly decidedAt: Date;
  readonly decision: RoutingExplanation;
}

/** Puts items nobody ships into their queues, with the reason. */
export async function leaveItems(db: Database, items: readonly LeftItemRow[]): Promise<void> {
  if (items.length === 0) return;
  await sql`
    with left_over as (
      select * from json_to_recordset(${JSON.stringify(items)}::json) as n("orderId" text,
        "itemSeq" text, queue text, "autoCancelAt" timestamptz, "decidedAt" timestamptz, decision jsonb)
    ), explained as (
      insert into unallocated_item as u (order_id, item_seq, decided_at, decision)
      select "orderId", "itemSeq", "decidedAt", decision from left_over
      on conflict (order_id, item_seq) do update set
        decided_at = excluded.decided_at, decision = excluded.decision
    )
    update order_item i set queue = n.queue, auto_cancel_at = n."autoCancelAt", facility_id = null
    from left_over n where i.order_id = n."orderId" and i.seq = n."itemSeq"`.execute(db);
}

/** Resolves UNFILLABLE of those orders that have no such item left. */
export async function resolveUnfillable(
  db: Database,
  options: { readonly orderIds: readonly string[]; readonly at: Date },
): Promise<void> {
  await sql`
    update problem p set resolved_at = ${options.at}, resolution = 'A facility was found.'
    where p.code = 'UNFILLABLE' and p.resolved_at is null
      and p.subject = any(${[...options.orderIds]}::text[])
      and not exists (select 1 from order_item i
        where i.order_id = p.subject and i.status = 'APPROVED' and i.queue = 'UNFILLABLE')`.execute(
    db,
  );
}
