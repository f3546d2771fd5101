// Approves orders and their items.

import { sql } from 'kysely';
import type { Database } from '../database.ts';

/**
 * Locks created orders whose sales order is booked completely: it has its id, and every line of what is
 * not cancelled has its number. Its deposits come first, since NetSuite takes none for an order it has billed; one
 * that is refused, or was not answered for too long, does not hold the goods back. Orders another worker is
 * approving are left to it.
 */
export async function lockReadyOrders(
  db: Database,
  options: { readonly limit: number; readonly depositsDueSince: Date },
): Promise<readonly string[]> {
  const { limit, depositsDueSince } = options;
  const { rows } = await sql<{ id: string }>`
    select o.id from sales_order o
    where o.status = 'CREATED'
      and exists (select 1 from posting p
        where p.order_id = o.id and p.kind = 'SALES_ORDER' and p.netsuite_id is not null)
      and not exists (select 1 from posting p
        join posting_line l on l.posting_id = p.id
        left join order_item i on i.order_id = l.order_id and i.seq = l.item_seq
        where p.order_id = o.id and p.kind = 'SALES_ORDER' and l.netsuite_line is null
          and i.status is distinct from 'CANCELLED')
      and not exists (select 1 from posting p
        join payment_share s on s.posting_id = p.id and s.amount_minor > 0
        join payment y on y.id = s.payment_id and y.kind in ('SALE', 'CAPTURE')
          and y.status = 'SUCCESS'
        where p.order_id = o.id and p.kind = 'SALES_ORDER' and p.booked_at > ${depositsDueSince}
          and not exists (select 1 from ledger l where l.feed = 'customer-deposit'
            and l.subject = p.id || '.' || y.shopify_transaction_id
            and l.state in ('ACCEPTED', 'REFUSED')))
    order by o.ordered_at, o.id
    limit ${limit}
    for update of o skip locked`.execute(db);
  return rows.map((row) => row.id);
}

/**
 * Approves the orders: items that ship wait for brokering; items nothing moves for (digital goods, or goods
 * already taken) are done.
 * @returns the orders that are done with it
 */
export async function approveOrders(
  db: Database,
  orderIds: readonly string[],
): Promise<readonly string[]> {
  const ids = sql<string>`any(${[...orderIds]}::text[])`;
  await sql`update sales_order set status = 'APPROVED' where id = ${ids}`.execute(db);
  await sql`
    update order_item i set
      status = case when g.delivery in ('NONE', 'CARRY_OUT') then 'COMPLETED' else 'APPROVED' end,
      queue = case when g.delivery in ('NONE', 'CARRY_OUT') then null else 'BROKERING' end
    from ship_group g
    where i.order_id = ${ids} and i.status = 'CREATED'
      and g.order_id = i.order_id and g.seq = i.ship_group_seq`.execute(db);
  const { rows } = await sql<{ id: string }>`
    update sales_order o set status = 'COMPLETED'
    where o.id = ${ids} and not exists (select 1 from order_item i
      where i.order_id = o.id and i.status not in ('COMPLETED', 'CANCELLED'))
    returning o.id`.execute(db);
  return rows.map((row) => row.id);
}
