// The days of each shop: how many orders, what they come to on each side, and how much of it differs.

import type { Measure } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../../database.ts';

export interface DayOptions {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly shopId?: string | undefined;
}

export interface ReconciledDay {
  /** yyyy-MM-dd */
  readonly day: string;
  readonly shopId: string;
  readonly currency: string;
  readonly orders: number;
  readonly ordersDiffering: number;
  readonly differences: number;
  readonly variances: number;
  readonly pending: number;
  readonly comparedAt: Date;
  readonly totals: readonly MeasureSums[];
}

export interface MeasureSums extends FigureSums {
  readonly measure: Measure;
  /** How many orders each side has an amount of that is not 0. */
  readonly orders: { readonly shopify: number; readonly oms: number; readonly netsuite: number };
}

export interface FigureSums {
  readonly shopify: number | null;
  readonly oms: number | null;
  readonly netsuite: number | null;
  readonly variance: number;
}

const DAYS_MAX = 1000;

/** Newest first. */
export async function reconciledDays(db: Database, options: DayOptions): Promise<ReconciledDay[]> {
  const { from = null, to = null, shopId = null } = options;
  const { rows } = await sql<ReconciledDay>`
    with orders as (
      select o.*, to_char(o.day, 'YYYY-MM-DD') as text from reconciled_order o
      where (${from}::date is null or o.day >= ${from}::date)
        and (${to}::date is null or o.day <= ${to}::date)
        and (${shopId}::text is null or o.shop_id = ${shopId})),
    open as (
      select o.text, o.shop_id, o.currency, d.kind, o.shopify_id from orders o
      join book_difference d on d.shop_id = o.shop_id and d.shopify_id = o.shopify_id
        and d.resolved_at is null),
    sums as (
      select o.text, o.shop_id, o.currency, f.measure, sum(f.shopify_minor)::bigint as shopify,
        sum(f.oms_minor)::bigint as oms, sum(f.netsuite_minor)::bigint as netsuite,
        sum(f.variance_minor)::bigint as variance,
        count(*) filter (where f.shopify_minor <> 0) as shopify_orders,
        count(*) filter (where f.oms_minor <> 0) as oms_orders,
        count(*) filter (where f.netsuite_minor <> 0) as netsuite_orders
      from orders o
      join order_figure f on f.shop_id = o.shop_id and f.shopify_id = o.shopify_id
      group by o.text, o.shop_id, o.currency, f.measure)
    select o.text as day, o.shop_id as "shopId", o.currency, count(*) as orders,
      min(o.compared_at) as "comparedAt",
      (select count(distinct x.shopify_id) from open x where x.text = o.text
        and x.shop_id = o.shop_id and x.currency = o.currency and x.kind = 'DIFFERENCE')
        as "ordersDiffering",
      ${ofKind('DIFFERENCE')} as differences, ${ofKind('VARIANCE')} as variances,
      ${ofKind('PENDING')} as pending,
      (select json_agg(json_build_object('measure', s.measure, 'shopify', s.shopify, 'oms', s.oms,
          'netsuite', s.netsuite, 'variance', s.variance, 'orders', json_build_object(
            'shopify', s.shopify_orders, 'oms', s.oms_orders, 'netsuite', s.netsuite_orders)))
        from sums s
        where s.text = o.text and s.shop_id = o.shop_id and s.currency = o.currency) as totals
    from orders o
    group by o.text, o.shop_id, o.currency
    order by o.text desc, o.shop_id, o.currency
    limit ${DAYS_MAX}`.execute(db);
  return rows;
}

function ofKind(kind: string) {
  return sql`(select count(*) from open x where x.text = o.text and x.shop_id = o.shop_id
    and x.currency = o.currency and x.kind = ${kind})`;
}

export interface ReconciledRow extends FigureSums {
  readonly day: string;
  readonly shopId: string;
  readonly shopifyId: string;
  readonly orderId: string | null;
  readonly name: string;
  readonly currency: string;
  readonly measure: Measure;
  /** Codes and causes of the order's open differences. */
  readonly codes: readonly string[];
  readonly causes: readonly string[];
}

/** The sheet of one day of a shop, or of one order: a row an order and measure, by name. */
export async function reconciledRows(
  db: Database,
  of:
    | { readonly day: string; readonly shopId: string }
    | { readonly shopId: string; readonly shopifyId: string },
): Promise<ReconciledRow[]> {
  const which =
    'day' in of
      ? sql`o.day = ${of.day}::date and o.shop_id = ${of.shopId}`
      : sql`o.shop_id = ${of.shopId} and o.shopify_id = ${of.shopifyId}`;
  const { rows } = await sql<ReconciledRow>`
    select to_char(o.day, 'YYYY-MM-DD') as day, o.shop_id as "shopId", o.shopify_id as "shopifyId",
      o.order_id as "orderId", o.name, o.currency, f.measure, f.shopify_minor as shopify,
      f.oms_minor as oms, f.netsuite_minor as netsuite, f.variance_minor as variance,
      array(select distinct d.code from book_difference d where d.shop_id = o.shop_id
        and d.shopify_id = o.shopify_id and d.resolved_at is null order by d.code) as codes,
      array(select distinct d.cause from book_difference d where d.shop_id = o.shop_id
        and d.shopify_id = o.shopify_id and d.resolved_at is null order by d.cause) as causes
    from reconciled_order o
    join order_figure f on f.shop_id = o.shop_id and f.shopify_id = o.shopify_id
    where ${which}
    order by length(o.name), o.name, o.shopify_id, f.measure`.execute(db);
  return rows;
}
