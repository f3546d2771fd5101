// Allocates items to facilities, and puts items nobody can ship aside.

import type { RoutingExplanation } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { insertGraph, part } from './insert-graph.ts';

/** Locks an approved order for brokering; null when it is not approved (any more) or another worker has it. */
export async function lockForBrokering(db: Database, orderId: string): Promise<string | null> {
  const row = await db
    .selectFrom('sales_order')
    .select('id')
    .where('id', '=', orderId)
    .where('status', '=', 'APPROVED')
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Locks the facilities whose capacity is limited, so that two workers cannot both take the last place. */
export async function lockLimitedFacilities(
  db: Database,
  facilityIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('facility')
    .select('id')
    .where('id', '=', sql<string>`any(${[...facilityIds]}::text[])`)
    .where('orders_per_day', 'is not', null)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  return rows.map((row) => row.id);
}

export interface NewAllocation {
  readonly facilityId: string;
  readonly itemSeqs: readonly string[];
}

export interface Allocations {
  readonly orderId: string;
  readonly allocations: readonly NewAllocation[];
  readonly decision: RoutingExplanation;
  readonly at: Date;
}

/** Inserts the allocations and sets the items' facilities. The stock was reserved before. */
export async function saveAllocations(db: Database, options: Allocations): Promise<void> {
  const { orderId, decision, at } = options;
  const rows = options.allocations.flatMap(({ facilityId, itemSeqs }) =>
    itemSeqs.map((seq) => ({
      order_id: orderId,
      item_seq: seq,
      facility_id: facilityId,
      allocated_at: at,
      decision,
    })),
  );
  await insertGraph(db, [part('allocation', rows)]);
  await sql`
    update order_item i set facility_id = n.facility_id, queue = null
    from json_to_recordset(${JSON.stringify(rows)}::json) as n(item_seq text, facility_id text)
    where i.order_id = ${orderId} and i.seq = n.item_seq`.execute(db);
}

export async function setQueue(
  db: Database,
  orderId: string,
  options: { readonly itemSeqs: readonly string[]; readonly queue: 'BROKERING' | 'UNFILLABLE' },
): Promise<void> {
  if (options.itemSeqs.length === 0) return;
  await db
    .updateTable('order_item')
    .set({ queue: options.queue, facility_id: null })
    .where('order_id', '=', orderId)
    .where('seq', '=', sql<string>`any(${[...options.itemSeqs]}::text[])`)
    .execute();
}
