// Takes personal data out of what we keep. Amounts, goods and the region an order went to stay: the books and
// the routing need them, and they name nobody.

import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { redactFiles } from './redact-files.ts';
import type { Redaction } from './redaction.ts';

/** @returns how many customers, orders, send sales, stored messages and files were emptied */
export async function redactPeople(
  db: Database,
  redaction: Redaction,
): Promise<Readonly<Record<'customers' | 'orders' | 'sales' | 'messages' | 'files', number>>> {
  const { shopId, customerIds, orderIds, customerShopifyId, messageId } = redaction;
  const files = await redactFiles(db, redaction);
  const whichCustomers =
    customerIds === null ? sql`true` : sql`c.id = any(${[...customerIds]}::text[])`;
  const whichOrders = orderIds === null ? sql`true` : sql`o.id = any(${[...orderIds]}::text[])`;
  const customers = await sql`
    update customer c set first_name = null, last_name = 'Redacted', email = null, phone = null,
      email_key = null, phone_key = null
    where c.shop_id = ${shopId} and c.shopify_id <> 'anonymous' and ${whichCustomers}
    returning 1`.execute(db);
  const place = (column: string) => sql`case when ${sql.ref(column)} is null then null else
    jsonb_build_object('name', null, 'company', null, 'address1', null, 'address2', null, 'city', null,
      'region', ${sql.ref(column)}->'region', 'zip', null, 'country', ${sql.ref(column)}->'country',
      'phone', null, 'latitude', null, 'longitude', null) end`;
  const orders = await sql`
    update sales_order o set email = null, phone = null, note = null,
      ship_to = ${place('ship_to')}, bill_to = ${place('bill_to')}
    where o.shop_id = ${shopId} and ${whichOrders}
    returning 1`.execute(db);
  const sales = await sql`
    update send_sale s set request = s.request - 'customer' - 'shipTo' - 'note'
    where s.shop_id = ${shopId} and (${orderIds === null} or s.customer_shopify_id = ${customerShopifyId}
      or exists (select 1 from sales_order o
        where o.shop_id = s.shop_id and o.shopify_id = s.shopify_order_id and ${whichOrders}))
    returning 1`.execute(db);
  // The bytes go, their hash stays: it still proves what was there.
  const messages = await sql`
    update message m set body = ''
    where m.shop_id = ${shopId} and m.source in ('shopify', 'SHOPIFY_WEBHOOK') and m.body <> ''
      and (m.id = ${messageId} or exists (select 1 from sales_order o
        where o.shop_id = m.shop_id and ${whichOrders}
          and ((m.source = 'shopify' and m.topic = 'orders' and m.subject = o.shopify_id)
            or (m.source = 'SHOPIFY_WEBHOOK' and m.state <> 'RECEIVED'
              and position(o.shopify_id in m.body) > 0)))
        or (m.source = 'SHOPIFY_WEBHOOK' and m.state <> 'RECEIVED'
          and (${orderIds === null} or (m.topic like 'customers/%'
            and position(coalesce(${customerShopifyId}::text, '') in m.body) > 0))))
    returning 1`.execute(db);
  return {
    customers: customers.rows.length,
    orders: orders.rows.length,
    sales: sales.rows.length,
    messages: messages.rows.length,
    files,
  };
}
