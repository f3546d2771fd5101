// Keeps what a comparison found: when an order was compared, its figures, and its differences, each one row
// from the day it is first seen until it is gone.

import type {
  DifferenceCode,
  DifferenceKind,
  OrderFigure,
  ReconciliationTrigger,
} from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../database.ts';

export interface ComparedOrder {
  readonly shopId: string;
  readonly shopifyId: string;
  /** yyyy-MM-dd in the shop's time zone. */
  readonly day: string;
  readonly orderId: string | null;
  readonly name: string;
  readonly currency: string;
  readonly figures: readonly OrderFigure[];
  readonly differences: readonly DifferenceRow[];
}

export interface DifferenceRow {
  readonly code: DifferenceCode;
  readonly record: string;
  readonly kind: DifferenceKind;
  readonly shopify: string | null;
  readonly oms: string | null;
  readonly netsuite: string | null;
  readonly amountMinor: number | null;
  readonly cause: string;
}

/** Open differences of these orders that are not among the found ones are resolved. */
export async function saveComparedOrders(
  db: Database,
  orders: readonly ComparedOrder[],
  at: Date,
): Promise<void> {
  if (orders.length === 0) return;
  const heads = orders.map(({ shopId, shopifyId, day, orderId, name, currency }) => ({
    shopId,
    shopifyId,
    day,
    orderId,
    name,
    currency,
  }));
  await sql`insert into reconciled_order
      (shop_id, shopify_id, day, order_id, name, currency, compared_at)
    select r."shopId", r."shopifyId", r.day::date, r."orderId", r.name, r.currency, ${at}
    from json_to_recordset(${JSON.stringify(heads)}::json)
      as r("shopId" text, "shopifyId" text, day text, "orderId" text, name text, currency text)
    on conflict (shop_id, shopify_id) do update set
      day = excluded.day, order_id = excluded.order_id, name = excluded.name,
      currency = excluded.currency, compared_at = excluded.compared_at`.execute(db);
  await saveFigures(db, orders);
  await saveDifferences(db, orders, at);
}

async function saveFigures(db: Database, orders: readonly ComparedOrder[]): Promise<void> {
  const rows = orders.flatMap(({ shopId, shopifyId, figures }) =>
    figures.map((figure) => ({ shopId, shopifyId, ...figure })),
  );
  await sql`insert into order_figure
      (shop_id, shopify_id, measure, shopify_minor, oms_minor, netsuite_minor, variance_minor)
    select r."shopId", r."shopifyId", r.measure, r.shopify, r.oms, r.netsuite, r.variance
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r("shopId" text, "shopifyId" text, measure text, shopify bigint, oms bigint,
        netsuite bigint, variance bigint)
    on conflict (shop_id, shopify_id, measure) do update set
      shopify_minor = excluded.shopify_minor, oms_minor = excluded.oms_minor,
      netsuite_minor = excluded.netsuite_minor,
      variance_minor = excluded.variance_minor`.execute(db);
}

async function saveDifferences(
  db: Database,
  orders: readonly ComparedOrder[],
  at: Date,
): Promise<void> {
  const rows = orders.flatMap(({ shopId, shopifyId, differences }) =>
    differences.map((one) => ({ shopId, shopifyId, ...one })),
  );
  const keys = orders.map(({ shopId, shopifyId }) => ({ shopId, shopifyId }));
  await sql`insert into book_difference (shop_id, shopify_id, code, record, kind, shopify, oms,
      netsuite, amount_minor, cause, first_seen_at, last_seen_at)
    select r."shopId", r."shopifyId", r.code, r.record, r.kind, r.shopify, r.oms, r.netsuite,
      r."amountMinor", r.cause, ${at}, ${at}
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r("shopId" text, "shopifyId" text, code text, record text, kind text, shopify text,
        oms text, netsuite text, "amountMinor" bigint, cause text)
    on conflict (shop_id, shopify_id, code, record) where resolved_at is null do update set
      kind = excluded.kind, shopify = excluded.shopify, oms = excluded.oms,
      netsuite = excluded.netsuite, amount_minor = excluded.amount_minor, cause = excluded.cause,
      last_seen_at = excluded.last_seen_at`.execute(db);
  await sql`update book_difference d set resolved_at = ${at}
    from json_to_recordset(${JSON.stringify(keys)}::json) as r("shopId" text, "shopifyId" text)
    where d.shop_id = r."shopId" and d.shopify_id = r."shopifyId" and d.resolved_at is null
      and not exists (select 1 from json_to_recordset(${JSON.stringify(rows)}::json)
          as n("shopId" text, "shopifyId" text, code text, record text)
        where n."shopId" = d.shop_id and n."shopifyId" = d.shopify_id and n.code = d.code
          and n.record = d.record)`.execute(db);
}

export interface StartedRun {
  readonly trigger: ReconciliationTrigger;
  readonly from: string;
  readonly to: string;
  readonly at: Date;
}

/** @returns the id of the run */
export async function openReconciliationRun(db: Database, run: StartedRun): Promise<number> {
  const { rows } = await sql<{ id: number }>`insert into reconciliation_run
      (trigger, from_day, to_day, started_at)
    values (${run.trigger}, ${run.from}::date, ${run.to}::date, ${run.at})
    returning id`.execute(db);
  return rows[0]?.id ?? 0;
}

export interface EndedRun {
  readonly id: number;
  readonly orders: number;
  readonly differences: number;
  readonly unread: readonly string[];
  readonly at: Date;
}

export async function closeReconciliationRun(db: Database, run: EndedRun): Promise<void> {
  await sql`update reconciliation_run set finished_at = ${run.at}, orders = ${run.orders},
      differences = ${run.differences}, unread = ${JSON.stringify(run.unread)}::jsonb
    where id = ${run.id}`.execute(db);
}
