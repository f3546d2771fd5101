// Differences as a list shows them, and the runs that found them.

import type { DifferenceCode, DifferenceKind, ReconciliationTrigger } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../../database.ts';

export interface DifferenceOptions {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly code?: string | undefined;
  readonly kind?: DifferenceKind | undefined;
  readonly state: 'open' | 'resolved' | 'all';
  readonly order?: { readonly shopId: string; readonly shopifyId: string };
  readonly limit: number;
}

export interface ListedDifference {
  readonly code: DifferenceCode;
  readonly kind: DifferenceKind;
  readonly name: string;
  readonly orderId: string | null;
  readonly shopId: string;
  readonly shopifyId: string;
  readonly day: string;
  readonly currency: string;
  readonly record: string;
  readonly shopify: string | null;
  readonly oms: string | null;
  readonly netsuite: string | null;
  readonly amountMinor: number | null;
  readonly cause: string;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  readonly resolvedAt: Date | null;
}

/** What must be looked at stands first, then the newest days. */
export async function listDifferences(
  db: Database,
  options: DifferenceOptions,
): Promise<ListedDifference[]> {
  const { from = null, to = null, code = null, kind = null, state, order, limit } = options;
  const { rows } = await sql<ListedDifference>`
    select d.code, d.kind, o.name, o.order_id as "orderId", d.shop_id as "shopId",
      d.shopify_id as "shopifyId", to_char(o.day, 'YYYY-MM-DD') as day, o.currency, d.record,
      d.shopify, d.oms, d.netsuite, d.amount_minor as "amountMinor", d.cause,
      d.first_seen_at as "firstSeenAt", d.last_seen_at as "lastSeenAt",
      d.resolved_at as "resolvedAt"
    from book_difference d
    join reconciled_order o on o.shop_id = d.shop_id and o.shopify_id = d.shopify_id
    where (${from}::date is null or o.day >= ${from}::date)
      and (${to}::date is null or o.day <= ${to}::date)
      and (${code}::text is null or d.code = ${code})
      and (${kind}::text is null or d.kind = ${kind})
      and (${order?.shopId ?? null}::text is null or (d.shop_id = ${order?.shopId ?? null}
        and d.shopify_id = ${order?.shopifyId ?? null}))
      and (${state} = 'all' or (${state} = 'open') = (d.resolved_at is null))
    order by d.kind, o.day desc, o.name, d.id
    limit ${limit}`.execute(db);
  return rows;
}

export interface ReconciliationRun {
  readonly id: number;
  readonly trigger: ReconciliationTrigger;
  readonly from: string;
  readonly to: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly orders: number;
  readonly differences: number;
  readonly unread: readonly string[];
}

const RUNS_LISTED = 50;

/** The newest first. */
export async function reconciliationRuns(db: Database): Promise<ReconciliationRun[]> {
  const { rows } = await sql<ReconciliationRun>`
    select id, trigger, to_char(from_day, 'YYYY-MM-DD') as from, to_char(to_day, 'YYYY-MM-DD') as to,
      started_at as "startedAt", finished_at as "finishedAt", orders, differences, unread
    from reconciliation_run order by id desc limit ${RUNS_LISTED}`.execute(db);
  return rows;
}
