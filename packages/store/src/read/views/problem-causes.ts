// The open problems by cause: how many, of how many orders, the money at stake, how long, and the next retry.

import type { JsonObject, ProblemCode } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../../database.ts';

export interface ProblemCause {
  readonly cause: string;
  readonly code: ProblemCode;
  readonly problems: number;
  /** Orders that have one of them, or wait for what the cause holds back. */
  readonly orders: number;
  /** What these orders come to, one row a currency, the largest first. */
  readonly money: ReadonlyArray<{ readonly currency: string; readonly minor: number }>;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  /** The earliest one; null when nothing is tried by itself. */
  readonly nextRetryAt: Date | null;
  readonly assignedTo: readonly string[];
  /** Of the oldest one. */
  readonly message: string;
  readonly detail: JsonObject;
}

const CAUSES_MAX = 500;

/** The causes with open problems, the oldest first. */
export async function problemCauses(db: Database): Promise<ProblemCause[]> {
  const { rows } = await sql<ProblemCause>`
    with open as (select * from problem where resolved_at is null),
    -- A connection holds back the orders whose records wait for it.
    concerned as (
      select cause, order_id from open where order_id is not null
      union
      select p.cause, l.order_id from open p
      join ledger l on l.order_id is not null and (
        (p.code like 'SFTP\\_%' and l.state = 'WRITTEN')
        or (p.code = 'NETSUITE_UNREACHABLE' and l.state in ('HANDED_OVER', 'OVERDUE')))
      where p.order_id is null
    ),
    money as (
      select c.cause, o.currency, count(*) as orders, sum(o.total_minor)::bigint as minor
      from concerned c join sales_order o on o.id = c.order_id
      group by c.cause, o.currency
    )
    select p.cause, min(p.code) as code, count(*) as problems,
      coalesce((select sum(m.orders) from money m where m.cause = p.cause), 0)::bigint as orders,
      coalesce((select json_agg(json_build_object('currency', m.currency, 'minor', m.minor)
        order by m.minor desc) from money m where m.cause = p.cause), '[]') as money,
      min(p.first_seen_at) as "firstSeenAt", max(p.last_seen_at) as "lastSeenAt",
      min(p.next_retry_at) as "nextRetryAt",
      coalesce(array_agg(distinct p.assigned_to) filter (where p.assigned_to is not null), '{}')
        as "assignedTo",
      (array_agg(p.message order by p.id))[1] as message,
      (array_agg(p.detail order by p.id))[1] as detail
    from open p
    group by p.cause
    order by min(p.first_seen_at), p.cause
    limit ${CAUSES_MAX}`.execute(db);
  return rows;
}
