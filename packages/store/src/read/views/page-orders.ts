// Orders by pages: the newest first, filtered and searched by indexes, so that the hundredth page costs what the first
// does.

import type { Channel, OrderStatus } from '@sendsale/domain';
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Database } from '../../database.ts';
import { concerns, HEAD_COLUMNS } from './list-orders.ts';
import type { OrderHead } from './list-orders.ts';

export interface PagedOrder extends OrderHead {
  readonly enteredAt: Date;
  readonly customer: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly sellingFacilityId: string | null;
}

export interface OrderQuestion {
  readonly limit: number;
  /** Only orders older than this one: `entered at` and id of the last row of the page before. */
  readonly after?: { readonly enteredAt: Date; readonly id: string };
  /** The beginning of a number, email or last name; an id, tracking number or id of another system in full. */
  readonly q?: string;
  readonly statuses?: readonly OrderStatus[];
  readonly channel?: Channel;
  readonly facilityId?: string;
  readonly withProblem?: boolean;
  readonly from?: Date;
  readonly until?: Date;
  /** Only what concerns these places; null: all. */
  readonly facilityIds: readonly string[] | null;
}

/** Of a search that fits more, the rest is not looked at: nobody reads on after so many. */
const FOUND_MAX = 2000;

export async function pageOrders(db: Database, question: OrderQuestion): Promise<PagedOrder[]> {
  const where = sql.join(conditions(question), sql` and `);
  const { rows } = await sql<PagedOrder>`
    select ${HEAD_COLUMNS}, o.entered_at as "enteredAt", o.selling_facility_id as "sellingFacilityId",
      o.ship_to->>'city' as city, o.ship_to->>'region' as region,
      (select nullif(trim(concat(c.first_name, ' ', c.last_name)), '')
        from customer c where c.id = o.customer_id) as customer
    from sales_order o
    where ${where}
    order by o.entered_at desc, o.id desc
    limit ${question.limit}`.execute(db);
  return rows;
}

function conditions(question: OrderQuestion): RawBuilder<unknown>[] {
  const { after, q, statuses, channel, facilityId, withProblem, from, until } = question;
  const all: RawBuilder<unknown>[] = [concerns(question.facilityIds)];
  if (after) all.push(sql`(o.entered_at, o.id) < (${after.enteredAt}, ${after.id})`);
  if (q !== undefined) all.push(sql`o.id in (${found(q)})`);
  if (statuses) all.push(sql`o.status = any(${[...statuses]}::text[])`);
  if (channel) all.push(sql`o.channel = ${channel}`);
  if (facilityId !== undefined) all.push(concerns([facilityId]));
  if (from) all.push(sql`o.entered_at >= ${from}`);
  if (until) all.push(sql`o.entered_at < ${until}`);
  if (withProblem === true) {
    // In the order of the problems, of which few are open.
    all.push(sql`o.id in (select r.order_id from problem r
      where r.resolved_at is null and r.order_id is not null)`);
  }
  return all;
}

// Each part is one index; together they would be none.
function found(q: string): RawBuilder<unknown> {
  const begins = `${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const name = begins.startsWith('#') ? begins : `#${begins}`;
  return sql`
    select id from sales_order where id = ${q.toUpperCase()} or shopify_id = ${q}
    union all (select id from sales_order where name like ${name} limit ${FOUND_MAX})
    union all (select id from sales_order where name like ${begins} limit ${FOUND_MAX})
    union all (select id from sales_order where lower(email) like lower(${begins}) limit ${FOUND_MAX})
    union all select order_id from posting where netsuite_id = ${q}
    union all select order_id from shipment where tracking_number = ${q}
    union all (select o2.id from customer c join sales_order o2 on o2.customer_id = c.id
      where lower(c.last_name) like lower(${begins}) limit ${FOUND_MAX})`;
}
