// Sales orders NetSuite has and has not invoiced whose discount of the whole order is another one now: goods it was
// spread over are cancelled, or shipping or goodwill was given back beside the goods.

import type { Database } from '@sendsale/platform/db';
import { sql } from 'kysely';
import type { Tables } from '../../tables.ts';

export interface DueBodyDiscount {
  /** `<posting id>.BODY`: the ledger's subject. */
  readonly subject: string;
  readonly orderId: string;
  readonly shopId: string;
  readonly postingNetsuiteId: string;
  /** Grows with every cancelled item and every refund, so that each change is told. */
  readonly revision: number;
  /** 0 or negative. */
  readonly discountMinor: number;
  readonly currency: string;
}

/** A sales order all of whose goods are cancelled is closed and needs no discount. */
export async function dueBodyDiscounts(
  db: Database<Tables>,
  options: { readonly limit: number },
): Promise<DueBodyDiscount[]> {
  const { rows } = await sql<DueBodyDiscount>`
    with body as (
      select g.id || '.BODY' as subject, g.order_id as "orderId", o.shop_id as "shopId",
        g.netsuite_id as "postingNetsuiteId", o.currency,
        ${bodyRevision} as revision,
        ${discounts(sql`i.status = 'CANCELLED'`)} as cancelled,
        ${discounts(sql`i.status <> 'CANCELLED'`)}
          + (select coalesce(sum(a.amount_minor), 0)::bigint from order_adjustment a
            where a.posting_id = g.id and a.item_seq is null
              and a.kind in ('ORDER_DISCOUNT', 'LINE_DISCOUNT')) as standing,
        ${givenBackOf} as "givenBack"
      from posting g
      join sales_order o on o.id = g.order_id
      where g.kind = 'SALES_ORDER' and g.netsuite_id is not null
        and not exists (select 1 from invoice v where v.posting_id = g.id)
        and exists (select 1 from order_item i
          where i.posting_id = g.id and i.status <> 'CANCELLED'))
    select subject, "orderId", "shopId", "postingNetsuiteId", revision, currency,
      standing - "givenBack" as "discountMinor"
    from body b
    where (cancelled <> 0 or "givenBack" <> 0)
      and not exists (select 1 from ledger t
        where t.feed = 'item-close' and t.subject = b.subject and t.revision = b.revision)
    order by "orderId", subject
    limit ${options.limit}`.execute(db);
  return rows;
}

const isBesideGoods = sql`(coalesce((c.stated->>'shipping')::bigint, 0) <> 0
  or coalesce((c.stated->>'difference')::bigint, 0) <> 0)`;

/** Shipping that went back with goods which had left is in the credit memo of their return. */
const givenBack = sql`(select coalesce(sum(coalesce((c.stated->>'shipping')::bigint, 0)
      - coalesce((c.stated->>'difference')::bigint, 0)), 0)::bigint
    from order_change c where c.order_id = g.order_id and c.key like 'refund/%')
  - (select coalesce(sum(r.shipping_minor + r.beyond_minor), 0)::bigint from order_return r
    where r.order_id = g.order_id)`;

/** What was given back beside goods, of the posting `g` that takes it. */
export const givenBackOf = sql<number>`case when g.supplement = 0 then ${givenBack} else 0 end`;

/** Counts what changes the discount of the posting `g`: every cancelled item and every refund beside goods. */
export const bodyRevision = sql<number>`(select count(*) from order_item i
    where i.posting_id = g.id and i.status = 'CANCELLED')
  + case when g.supplement = 0 then (select count(*) from order_change c
      where c.order_id = g.order_id and c.key like 'refund/%' and ${isBesideGoods}) else 0 end`;

function discounts(ofItems: ReturnType<typeof sql>) {
  return sql`(select coalesce(sum(a.amount_minor), 0)::bigint from order_adjustment a
    join order_item i on i.order_id = a.order_id and i.seq = a.item_seq
    where a.posting_id = g.id and a.kind = 'ORDER_DISCOUNT' and ${ofItems})`;
}
