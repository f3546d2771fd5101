// Writes the rules' versions, the record of runs, and what facilities, orders and products say for brokering.

import type {
  BatchCounts,
  BrokeringRules,
  CutOffTimes,
  OpeningTimes,
  Prices,
  Priority,
} from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../database.ts';

export interface NewRules {
  readonly rules: BrokeringRules;
  readonly note: string;
  readonly madeBy: string;
  readonly at: Date;
}

/** Lets one change of the rules at a time go on, until its transaction ends. */
export async function lockRules(db: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('brokering rules', 0))`.execute(db);
}

/** @returns the version */
export async function insertRules(db: Database, options: NewRules): Promise<number> {
  const row = await db
    .insertInto('brokering_rules')
    .values({
      document: options.rules,
      note: options.note,
      made_by: options.madeBy,
      made_at: options.at,
    })
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

export interface NewRun {
  readonly runCode: string;
  readonly rulesVersion: number;
  readonly trigger: 'AT_ONCE' | 'SCHEDULE' | 'PERSON';
  /** The instant of the schedule; null for a run nobody scheduled. */
  readonly slot: Date | null;
  readonly actor: string;
  readonly at: Date;
}

/** @returns its id; null when the slot was run before */
export async function insertRun(db: Database, run: NewRun): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into brokering_run (run_code, rules_version, trigger, slot, actor, started_at)
    values (${run.runCode}, ${run.rulesVersion}, ${run.trigger}, ${run.slot}, ${run.actor}, ${run.at})
    on conflict (run_code, slot) where slot is not null do nothing
    returning id`.execute(db);
  return rows[0]?.id ?? null;
}

export interface FinishedRun {
  readonly orders: number;
  readonly attempted: number;
  readonly allocated: number;
  readonly queued: number;
  readonly contended: number;
  readonly moved: number;
  readonly perBatch: BatchCounts;
  /** Null for a run by the rules alone. */
  readonly optimized: FinishedOptimizing | null;
  readonly at: Date;
}

export interface FinishedOptimizing {
  readonly objective: number;
  readonly rulesObjective: number;
  readonly joint: { readonly orders: number; readonly cost: number; readonly bound: number } | null;
  readonly prices: Prices;
}

export async function finishRun(db: Database, id: number, run: FinishedRun): Promise<void> {
  await sql`
    update brokering_run set finished_at = ${run.at}, orders = ${run.orders},
      attempted_items = ${run.attempted}, allocated_items = ${run.allocated},
      queued_items = ${run.queued}, contended_orders = ${run.contended},
      moved_orders = ${run.moved},
      per_batch = ${JSON.stringify(run.perBatch)}::jsonb
    where id = ${id}`.execute(db);
  if (run.optimized !== null) await saveOptimizing(db, id, run.optimized);
}

async function saveOptimizing(db: Database, id: number, run: FinishedOptimizing): Promise<void> {
  const { objective, rulesObjective, joint, prices } = run;
  await sql`
    update brokering_run set mode = 'OPTIMIZE', objective = ${objective},
      rules_objective = ${rulesObjective}, joint_orders = ${joint?.orders ?? null},
      joint_cost = ${joint?.cost ?? null}, joint_bound = ${joint?.bound ?? null}
    where id = ${id}`.execute(db);
  const rows = [
    ...prices.stock.map(([facilityId, productId, price]) => ({ facilityId, productId, price })),
    ...prices.capacity.map(([facilityId, price]) => ({ facilityId, productId: null, price })),
  ];
  await sql`
    insert into brokering_price (run_id, facility_id, product_id, price)
    select ${id}, one."facilityId", one."productId", one.price
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as one("facilityId" text, "productId" text, price double precision)`.execute(db);
}

/** Replaces the group: the facilities given, in their order, are all it has. */
export async function saveFacilityGroup(
  db: Database,
  group: { readonly id: string; readonly name: string; readonly facilityIds: readonly string[] },
): Promise<void> {
  const { id, name, facilityIds } = group;
  await db
    .insertInto('facility_group')
    .values({ id, name })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name }))
    .execute();
  await db.deleteFrom('facility_group_member').where('group_id', '=', id).execute();
  if (facilityIds.length === 0) return;
  await db
    .insertInto('facility_group_member')
    .values(facilityIds.map((facility_id, sequence) => ({ group_id: id, facility_id, sequence })))
    .execute();
}

/** @returns those that there are */
export async function knownFacilities(
  db: Database,
  facilityIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('facility')
    .select('id')
    .where('id', '=', sql<string>`any(${[...facilityIds]}::text[])`)
    .execute();
  return rows.map((row) => row.id);
}

export interface FacilityBrokering {
  readonly facilityId: string;
  readonly ordersPerDay: number | null;
  readonly ordersPerHour: number | null;
  readonly safetyStock: number;
  readonly openingHours: OpeningTimes;
  readonly cutOffs: CutOffTimes;
  readonly costPerShipment: number;
  readonly costPerUnit: number;
}

export async function saveFacilityBrokering(
  db: Database,
  facility: FacilityBrokering,
): Promise<void> {
  await db
    .updateTable('facility')
    .set({ orders_per_day: facility.ordersPerDay, safety_stock: facility.safetyStock })
    .where('id', '=', facility.facilityId)
    .execute();
  await sql`
    insert into facility_brokering (facility_id, orders_per_hour, opening_hours, cut_offs,
      cost_per_shipment, cost_per_unit)
    values (${facility.facilityId}, ${facility.ordersPerHour},
      ${JSON.stringify(facility.openingHours)}::jsonb, ${JSON.stringify(facility.cutOffs)}::jsonb,
      ${facility.costPerShipment}, ${facility.costPerUnit})
    on conflict (facility_id) do update set
      orders_per_hour = excluded.orders_per_hour, opening_hours = excluded.opening_hours,
      cut_offs = excluded.cut_offs, cost_per_shipment = excluded.cost_per_shipment,
      cost_per_unit = excluded.cost_per_unit`.execute(db);
}

/** Replaces the category: the SKUs given are all it has. @returns how many of them are known */
export async function saveProductCategory(
  db: Database,
  category: { readonly name: string; readonly skus: readonly string[] },
): Promise<number> {
  await db.deleteFrom('product_category').where('category', '=', category.name).execute();
  const { rows } = await sql`
    insert into product_category (product_id, category)
    select p.id, ${category.name} from product p
    where p.sku = any(${[...category.skus]}::text[])
    returning product_id`.execute(db);
  return rows.length;
}

export interface OrderBrokering {
  readonly orderId: string;
  readonly priority?: Priority;
  readonly shipAfter?: Date | null;
  readonly shipBy?: Date | null;
  /** Group → sequences of the items that ship together; what is not named keeps its group. */
  readonly itemGroups?: Readonly<Record<string, readonly string[]>>;
}

/** The caller holds the order's lock. */
export async function saveOrderBrokering(db: Database, options: OrderBrokering): Promise<void> {
  const { orderId, priority, shipAfter, shipBy, itemGroups = {} } = options;
  if (priority !== undefined) {
    await db.updateTable('sales_order').set({ priority }).where('id', '=', orderId).execute();
  }
  const dates = {
    ...(shipAfter === undefined ? {} : { ship_after: shipAfter }),
    ...(shipBy === undefined ? {} : { ship_by: shipBy }),
  };
  if (Object.keys(dates).length > 0) {
    await db.updateTable('ship_group').set(dates).where('order_id', '=', orderId).execute();
  }
  for (const [group, seqs] of Object.entries(itemGroups)) {
    await db
      .updateTable('order_item')
      .set({ item_group: group })
      .where('order_id', '=', orderId)
      .where('seq', '=', sql<string>`any(${[...seqs]}::text[])`)
      .execute();
  }
}

export interface NewHold {
  readonly orderId: string;
  readonly shipGroupSeq: string | null;
  readonly reason: string;
  readonly actor: string;
  readonly at: Date;
}

/** @returns whether it is new; an open hold for the same reason stays one */
export async function insertBrokeringHold(db: Database, hold: NewHold): Promise<boolean> {
  const { rows } = await sql`
    insert into brokering_hold (order_id, ship_group_seq, reason, held_by, held_at)
    values (${hold.orderId}, ${hold.shipGroupSeq}, ${hold.reason}, ${hold.actor}, ${hold.at})
    on conflict (order_id, coalesce(ship_group_seq, ''), reason) where released_at is null do nothing
    returning id`.execute(db);
  return rows.length > 0;
}

/** Releases the open holds of the order (of the group, where one is named). @returns how many */
export async function releaseBrokeringHolds(
  db: Database,
  options: Omit<NewHold, 'reason'>,
): Promise<number> {
  const { orderId, shipGroupSeq, actor, at } = options;
  const { rows } = await sql`
    update brokering_hold set released_by = ${actor}, released_at = ${at}
    where order_id = ${orderId} and released_at is null
      and (${shipGroupSeq}::text is null or ship_group_seq = ${shipGroupSeq})
    returning id`.execute(db);
  return rows.length;
}

export interface OverdueItem {
  readonly orderId: string;
  readonly seq: string;
}

/** Items in a queue whose day to be cancelled has come, oldest first. */
export async function overdueItems(
  db: Database,
  options: { readonly at: Date; readonly limit: number },
): Promise<readonly OverdueItem[]> {
  return db
    .selectFrom('order_item')
    .select(['order_id as orderId', 'seq'])
    .where('auto_cancel_at', '<=', options.at)
    .where('queue', 'is not', null)
    .where('status', '=', 'APPROVED')
    .orderBy('auto_cancel_at')
    .orderBy('order_id')
    .orderBy('seq')
    .limit(options.limit)
    .execute();
}
