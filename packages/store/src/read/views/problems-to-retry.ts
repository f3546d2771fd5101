// Which open problems are to be tried again, and what trying them again is about.

import type { ProblemCode } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../../database.ts';

export interface UnplannedProblem {
  readonly id: number;
  readonly code: ProblemCode;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly retries: number;
}

/** Open problems of these codes no retry is planned for, the newest first: a retry that gave up is an old one. */
export async function problemsToPlan(
  db: Database,
  options: { readonly codes: readonly ProblemCode[]; readonly limit: number },
): Promise<UnplannedProblem[]> {
  return db
    .selectFrom('problem')
    .select(['id', 'code', 'detail', 'retries'])
    .where('resolved_at', 'is', null)
    .where('next_retry_at', 'is', null)
    .where('code', 'in', options.codes)
    .orderBy('id', 'desc')
    .limit(options.limit)
    .execute();
}

/** Ids of the open problems whose retry is due, the longest due first. */
export async function problemsToRetry(
  db: Database,
  options: { readonly at: Date; readonly limit: number },
): Promise<number[]> {
  const rows = await db
    .selectFrom('problem')
    .select('id')
    .where('resolved_at', 'is', null)
    .where('next_retry_at', '<=', options.at)
    .orderBy('next_retry_at')
    .limit(options.limit)
    .execute();
  return rows.map((row) => row.id);
}

/**
 * The Shopify orders behind problems: of the order they are about, else of the subject `<shop>/<legacy id>` that
 * refused downloads have.
 */
export async function shopifyOrdersOf(
  db: Database,
  problems: readonly { readonly orderId: string | null; readonly subject: string }[],
): Promise<Array<{ readonly shopId: string; readonly shopifyIds: readonly string[] }>> {
  if (problems.length === 0) return [];
  const { rows } = await sql<{ shopId: string; shopifyIds: string[] }>`
    select s.shop as "shopId", array_agg(distinct s.order_id) as "shopifyIds" from (
      select o.shop_id as shop, o.shopify_id as order_id from sales_order o
      where o.id = any(${problems.flatMap((one) => one.orderId ?? [])}::text[])
      union
      select h.id, split_part(p.subject, '/', 2)
      from unnest(${problems.filter((one) => one.orderId === null).map((one) => one.subject)}::text[])
        as p(subject)
      join shop h on h.id = split_part(p.subject, '/', 1)
      where split_part(p.subject, '/', 2) ~ '^[0-9]+$'
    ) s group by s.shop`.execute(db);
  return rows;
}
