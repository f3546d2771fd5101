// Picklists, and the work on allocations.

import { sql } from 'kysely';
import type { Database } from '../database.ts';

export interface FloorItem {
  readonly allocationId: number;
  readonly orderId: string;
  readonly itemSeq: string;
  readonly orderStatus: string;
  /** null: on no list. */
  readonly pick: { readonly pickedAt: Date | null; readonly packedAt: Date | null } | null;
}

/** Of these orders, the items that are the facility's to ship now. Their allocations are locked. */
export async function lockFloorItems(
  db: Database,
  options: { readonly facilityId: string; readonly orderIds: readonly string[] },
): Promise<readonly FloorItem[]> {
  const { facilityId, orderIds } = options;
  const { rows } = await sql<
    Omit<FloorItem, 'pick'> & {
      readonly listed: boolean;
      readonly pickedAt: Date | null;
      readonly packedAt: Date | null;
    }
  >`
    select a.id as "allocationId", a.order_id as "orderId", a.item_seq as "itemSeq",
      o.status as "orderStatus", k.allocation_id is not null as listed,
      k.picked_at as "pickedAt", k.packed_at as "packedAt"
    from allocation a
    join order_item i on i.order_id = a.order_id and i.seq = a.item_seq
    join sales_order o on o.id = a.order_id
    left join pick k on k.allocation_id = a.id
    where a.order_id = any(${[...orderIds]}::text[]) and a.facility_id = ${facilityId}
      and a.released_at is null and i.status = 'APPROVED' and i.facility_id = ${facilityId}
    order by a.id
    for update of a`.execute(db);
  return rows.map(({ listed, pickedAt, packedAt, ...item }) => ({
    ...item,
    pick: listed ? { pickedAt, packedAt } : null,
  }));
}

/** @returns the list's id; null when one of this key is there already */
export async function insertPicklist(
  db: Database,
  list: {
    readonly facilityId: string;
    readonly requestKey: string;
    readonly actor: string;
    readonly at: Date;
  },
): Promise<string | null> {
  const row = await db
    .insertInto('picklist')
    .values({
      facility_id: list.facilityId,
      request_key: list.requestKey,
      made_by: list.actor,
      made_at: list.at,
    })
    .onConflict((conflict) => conflict.column('request_key').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function picklistOfKey(db: Database, requestKey: string): Promise<string | null> {
  const row = await db
    .selectFrom('picklist')
    .select('id')
    .where('request_key', '=', requestKey)
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function insertPicks(
  db: Database,
  picks: { readonly picklistId: string; readonly allocationIds: readonly number[] },
): Promise<void> {
  await db
    .insertInto('pick')
    .values(picks.allocationIds.map((id) => ({ allocation_id: id, picklist_id: picks.picklistId })))
    .execute();
}

export interface PickChange {
  readonly allocationIds: readonly number[];
  readonly actor: string;
  readonly at: Date;
}

/** Into the hand; `scanned` are those whose article was scanned. */
export async function setPicked(
  db: Database,
  change: PickChange & { readonly scanned: readonly number[] },
): Promise<void> {
  await sql`
    update pick set picked_at = ${change.at}, picked_by = ${change.actor},
      scanned = allocation_id = any(${[...change.scanned]}::bigint[])
    where allocation_id = any(${[...change.allocationIds]}::bigint[])`.execute(db);
}

/** Back onto the list. */
export async function setUnpicked(db: Database, allocationIds: readonly number[]): Promise<void> {
  await sql`
    update pick set picked_at = null, picked_by = null, scanned = false
    where allocation_id = any(${[...allocationIds]}::bigint[])`.execute(db);
}

/** Into the box, or out of it again (`null`). */
export async function setPacked(
  db: Database,
  change: Omit<PickChange, 'at'> & { readonly at: Date | null },
): Promise<void> {
  const by = change.at === null ? null : change.actor;
  await sql`
    update pick set packed_at = ${change.at}, packed_by = ${by}
    where allocation_id = any(${[...change.allocationIds]}::bigint[])`.execute(db);
}

export async function deletePicks(db: Database, allocationIds: readonly number[]): Promise<void> {
  await sql`delete from pick where allocation_id = any(${[...allocationIds]}::bigint[])`.execute(
    db,
  );
}

/**
 * What was picked here and is not this facility's to ship any more lies in a box or hand: the picks of these items end
 * once somebody has put them back. @returns how many
 */
export async function deleteWithdrawnPicks(
  db: Database,
  options: {
    readonly facilityId: string;
    readonly orderId: string;
    readonly itemSeqs: readonly string[];
  },
): Promise<number> {
  const { rows } = await sql`
    delete from pick k using allocation a, order_item i
    where a.id = k.allocation_id and a.facility_id = ${options.facilityId}
      and a.order_id = ${options.orderId} and a.item_seq = any(${[...options.itemSeqs]}::text[])
      and i.order_id = a.order_id and i.seq = a.item_seq
      and (a.released_at is not null or i.status = 'CANCELLED')
    returning 1`.execute(db);
  return rows.length;
}

export async function saveFacilityDay(
  db: Database,
  day: {
    readonly facilityId: string;
    readonly off: boolean;
    readonly orders: number | null;
    readonly actor: string;
    readonly at: Date;
  },
): Promise<void> {
  await sql`
    insert into facility_day as d (facility_id, day, off, orders, changed_by, changed_at)
    select f.id, (${day.at}::timestamptz at time zone f.time_zone)::date, ${day.off},
      ${day.orders}::int, ${day.actor}, ${day.at}
    from facility f where f.id = ${day.facilityId}
    on conflict (facility_id, day) do update set off = excluded.off, orders = excluded.orders,
      changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(db);
}
