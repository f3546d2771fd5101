// Lists of a whole shop's orders: which runs are open, and which of the listed orders we must read.

import type { BulkPurpose, BulkState } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../../database.ts';

export interface BulkRun {
  readonly id: number;
  readonly shopId: string;
  readonly purpose: BulkPurpose;
  /** GraphQL id. */
  readonly operationId: string;
  readonly startedAt: Date;
}

export async function openBulkRuns(
  db: Database,
  options: { readonly shopId: string },
): Promise<readonly BulkRun[]> {
  return db
    .selectFrom('bulk_run')
    .select([
      'id',
      'shop_id as shopId',
      'purpose',
      'operation_id as operationId',
      'started_at as startedAt',
    ])
    .where('shop_id', '=', options.shopId)
    .where('state', '=', 'RUNNING')
    .execute();
}

/** The shop's latest run of either purpose. */
export async function newestBulkRun(
  db: Database,
  options: { readonly shopId: string },
): Promise<{ readonly state: BulkState; readonly startedAt: Date } | null> {
  const row = await db
    .selectFrom('bulk_run')
    .select(['state', 'started_at as startedAt'])
    .where('shop_id', '=', options.shopId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** When the shop's last run of this purpose that did not fail was started; null when there was none. */
export async function lastBulkRun(
  db: Database,
  options: { readonly shopId: string; readonly purpose: BulkPurpose },
): Promise<Date | null> {
  const row = await db
    .selectFrom('bulk_run')
    .select('started_at')
    .where('shop_id', '=', options.shopId)
    .where('purpose', '=', options.purpose)
    .where('state', '<>', 'FAILED')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.started_at ?? null;
}

export interface ListedOrder {
  readonly shopifyId: string;
  readonly updatedAt: string;
}

/** Of the orders listed: those we do not have, or have not read as they are now. */
export async function differingOrders(
  db: Database,
  options: { readonly shopId: string; readonly orders: readonly ListedOrder[] },
): Promise<readonly string[]> {
  const { rows } = await sql<{ shopifyId: string }>`
    select l."shopifyId" from json_to_recordset(${JSON.stringify(options.orders)}::json)
      as l("shopifyId" text, "updatedAt" timestamptz)
    left join sales_order o on o.shop_id = ${options.shopId} and o.shopify_id = l."shopifyId"
    where o.id is null or coalesce(o.read_through, o.updated_at) < l."updatedAt"`.execute(db);
  return rows.map((row) => row.shopifyId);
}

export interface OrderToRead {
  readonly shopifyId: string;
  readonly askedAt: Date;
}

/** Longest waiting first. */
export async function ordersToRead(
  db: Database,
  options: { readonly shopId: string; readonly limit: number },
): Promise<readonly OrderToRead[]> {
  return db
    .selectFrom('order_to_read')
    .select(['shopify_id as shopifyId', 'asked_at as askedAt'])
    .where('shop_id', '=', options.shopId)
    .orderBy('asked_at')
    .orderBy('shopify_id')
    .limit(options.limit)
    .execute();
}
