// Orders that stand at a stage longer than it may take, and since when.

import type { StageName } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../../database.ts';

export interface StuckOrder {
  readonly orderId: string;
  readonly stage: StageName;
  readonly since: Date;
}

const STUCK_MAX = 5_000;

/**
 * The longest stuck first.
 * @param options.minutes how long each stage may take; stages that are left out are not looked at
 */
export async function stuckOrders(
  db: Database,
  options: { readonly minutes: Readonly<Partial<Record<StageName, number>>>; readonly at: Date },
): Promise<StuckOrder[]> {
  const { minutes, at } = options;
  const { rows } = await sql<StuckOrder>`
    select s.order_id as "orderId", s.stage, min(s.since) as since
    from (
      ${sql.join([...NETSUITE_STAGES, ...WAREHOUSE_STAGES], sql` union all `)}
    ) as s(order_id, stage, since)
    join json_each_text(${JSON.stringify(minutes)}::json) as m(stage, minutes) on m.stage = s.stage
    where s.since <= ${at}::timestamptz - make_interval(mins => m.minutes::int)
    group by s.order_id, s.stage
    order by min(s.since), s.order_id
    limit ${STUCK_MAX}`.execute(db);
  return rows;
}

const NETSUITE_STAGES = [
  sql`select o.id, 'CUSTOMER', o.entered_at from sales_order o
    join customer c on c.id = o.customer_id and c.netsuite_id is null
    where o.status = 'CREATED'`,
  sql`select g.order_id, 'BOOKING', o.entered_at from posting g
    join sales_order o on o.id = g.order_id and o.status not in ('CANCELLED', 'HOLD')
    join customer c on c.id = o.customer_id and c.netsuite_id is not null
    where g.netsuite_id is null
      and exists (select 1 from order_item i where i.posting_id = g.id and i.status <> 'CANCELLED')`,
  sql`select g.order_id, 'LINES', g.booked_at from posting g
    join sales_order o on o.id = g.order_id and o.status = 'CREATED'
    where g.kind = 'SALES_ORDER' and g.netsuite_id is not null
      and exists (select 1 from posting_line l where l.posting_id = g.id and l.netsuite_line is null)`,
  sql`select o.id, 'APPROVAL', max(g.booked_at) from sales_order o
    join posting g on g.order_id = o.id and g.kind = 'SALES_ORDER'
    where o.status = 'CREATED' and not exists (select 1 from posting p
      left join posting_line l on l.posting_id = p.id and l.netsuite_line is null
      where p.order_id = o.id and p.kind = 'SALES_ORDER'
        and (p.netsuite_id is null or l.posting_id is not null))
    group by o.id`,
  sql`select s.order_id, 'FULFILLMENT', s.shipped_at from shipment s
    where s.origin = 'OMS' and s.netsuite_fulfillment_id is null
      and exists (select 1 from shipment_item x
        join order_item i on i.order_id = x.order_id and i.seq = x.item_seq
        join posting g on g.id = i.posting_id and g.kind = 'SALES_ORDER'
        where x.shipment_id = s.id)`,
  sql`select g.order_id, 'INVOICE', max(s.shipped_at) from posting g
    join shipment s on s.order_id = g.order_id
    where g.kind = 'SALES_ORDER' and g.netsuite_id is not null
      and not exists (select 1 from invoice v where v.posting_id = g.id)
      and exists (select 1 from order_item i where i.posting_id = g.id and i.status = 'COMPLETED')
      and not exists (select 1 from order_item i where i.posting_id = g.id
        and i.status not in ('COMPLETED', 'CANCELLED'))
    group by g.order_id, g.id`,
];

const WAREHOUSE_STAGES = [
  sql`select o.id, 'HOLD', coalesce((select max(t.at) from order_timeline t
      where t.order_id = o.id and t.step = 'held'), o.updated_at)
    from sales_order o where o.status = 'HOLD'`,
  sql`select i.order_id, case i.queue when 'BROKERING' then 'BROKERING' else 'STOCK' end,
      coalesce((select max(t.at) from order_timeline t where t.order_id = i.order_id
        and t.step in ('approved', 'released', 'rejected')), o.entered_at)
    from order_item i
    join sales_order o on o.id = i.order_id and o.status = 'APPROVED'
    where i.status = 'APPROVED' and i.queue in ('BROKERING', 'UNFILLABLE', 'REJECTED')
      and not exists (select 1 from brokering_hold h
        where h.order_id = i.order_id and h.released_at is null)`,
  sql`select a.order_id, 'SHIPPING', a.allocated_at from allocation a
    join order_item i on i.order_id = a.order_id and i.seq = a.item_seq and i.status = 'APPROVED'
    join sales_order o on o.id = a.order_id and o.status = 'APPROVED'
    where a.released_at is null`,
  sql`select s.order_id, 'SHOPIFY', s.shipped_at from shipment s
    join sales_order o on o.id = s.order_id and o.status <> 'CANCELLED'
    where s.shopify_fulfillment_id is null`,
];
