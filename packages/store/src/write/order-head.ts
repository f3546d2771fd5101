// Changes of an order's own row and of its items' statuses.

import type { OrderStatus } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Updateable } from 'kysely';
import type { Database } from '../database.ts';
import type { SalesOrderTable } from '../tables.ts';

/** Takes over the head of an accepted revision. */
export async function updateOrderHead(
  db: Database,
  orderId: string,
  head: Updateable<SalesOrderTable>,
): Promise<void> {
  await db
    .updateTable('sales_order')
    .set({ ...head, revision: sql<number>`revision + 1` })
    .where('id', '=', orderId)
    .execute();
}

export async function setOrderStatus(
  db: Database,
  orderId: string,
  status: OrderStatus,
): Promise<void> {
  await db.updateTable('sales_order').set({ status }).where('id', '=', orderId).execute();
}

/** This change of the order was read and brought nothing new. */
export async function recordReadThrough(
  db: Database,
  orderId: string,
  readThrough: Date,
): Promise<void> {
  await db
    .updateTable('sales_order')
    .set({ read_through: readThrough })
    .where('id', '=', orderId)
    .where((eb) => eb.or([eb('read_through', 'is', null), eb('read_through', '<', readThrough)]))
    .execute();
}
