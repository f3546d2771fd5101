// Commits what brokering planned, for many orders at once: locks first, then looks, then writes.

import type { Queue, RoutingExplanation } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../database.ts';

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
      or exists (select 1 from facility_day d where d.facility_id = f.id and d.orders is not null)
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
}

export interface NewAllocations {
  readonly allocations: readonly NewAllocation[];
  /** One an order; each of its allocations keeps it. */
  readonly decisions: readonly OrderDecision[];
  readonly at: Date;
}

export interface OrderDecision {
  readonly orderId: string;
  readonly decision: RoutingExplanation;
}

/** Inserts the allocations. The stock was reserved before. A decision travels once, however many items it is for. */
export async function insertAllocations(db: Database, options: NewAllocations): Promise<void> {
  const { allocations, at } = options;
  if (allocations.length === 0) return;
  const { orderIds, texts } = decisionTexts(options.decisions);
  await sql`
    insert into allocation (order_id, item_seq, facility_id, allocated_at, decision)
    select a."orderId", a."itemSeq", a."facilityId", ${at}, d.decision::jsonb
    from json_to_recordset(${JSON.stringify(allocations)}::json)
      as a("orderId" text, "itemSeq" text, "facilityId" text)
    join unnest(${orderIds}::text[], ${texts}::text[]) as d(order_id, decision)
      on d.order_id = a."orderId"`.execute(db);
}

function decisionTexts(decisions: readonly OrderDecision[]) {
  return {
    orderIds: decisions.map((one) => one.orderId),
    texts: decisions.map((one) => JSON.stringify(one.decision)),
  };
}

/** Sets the facilities of allocated items: they wait no more, and are not cancelled by themselves. */
export async function placeItems(
  db: Database,
  allocations: readonly NewAllocation[],
): Promise<void> {
  if (allocations.length === 0) return;
  const rows = JSON.stringify(allocations);
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
}

export interface LeftItems {
  readonly items: readonly LeftItemRow[];
  readonly decisions: readonly OrderDecision[];
  readonly at: Date;
}

/** Puts items nobody ships into their queues, with the reason. */
export async function leaveItems(db: Database, options: LeftItems): Promise<void> {
  const { items, at } = options;
  if (items.length === 0) return;
  const { orderIds, texts } = decisionTexts(options.decisions);
  await sql`
    with left_over as (
      select n.*, d.decision::jsonb as decision
      from json_to_recordset(${JSON.stringify(items)}::json) as n("orderId" text,
        "itemSeq" text, queue text, "autoCancelAt" timestamptz)
      join unnest(${orderIds}::text[], ${texts}::text[]) as d(order_id, decision)
        on d.order_id = n."orderId"
    ), explained as (
      insert into unallocated_item as u (order_id, item_seq, decided_at, decision)
      select "orderId", "itemSeq", ${at}, decision from left_over
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
