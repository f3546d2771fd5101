// Every change of an order takes its row first, so that changes of one order follow each other.

import type { OrderStatus } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../database.ts';

export interface LockedOrder {
  readonly id: string;
  readonly status: OrderStatus;
}

/** Locks the order's row until the transaction ends. @returns null when there is no such order */
export async function lockOrder(db: Database, orderId: string): Promise<LockedOrder | null> {
  const row = await db
    .selectFrom('sales_order')
    .select(['id', 'status'])
    .where('id', '=', orderId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Lets one transaction at a time accept a given order of a shop, whether it exists already or not. */
export async function lockIncomingOrder(
  db: Database,
  order: { readonly shopId: string; readonly shopifyId: string },
): Promise<void> {
  const name = `order ${order.shopId}/${order.shopifyId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db);
}
