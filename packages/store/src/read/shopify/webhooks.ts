// Webhooks that wait to be read, and the records they can be about.

import { sql } from 'kysely';
import type { Database } from '../../database.ts';

export interface UnreadWebhook {
  readonly messageId: number;
  readonly shopId: string;
  readonly topic: string;
  readonly body: string;
  readonly receivedAt: Date;
}

/** Oldest first. */
export async function unreadWebhooks(
  db: Database,
  options: { readonly shopIds: readonly string[]; readonly limit: number },
): Promise<readonly UnreadWebhook[]> {
  const { rows } = await sql<UnreadWebhook>`
    select id as "messageId", shop_id as "shopId", topic, body, received_at as "receivedAt"
    from message
    where source = 'SHOPIFY_WEBHOOK' and state = 'RECEIVED'
      and shop_id = any(${[...options.shopIds]}::text[])
    order by id
    limit ${options.limit}`.execute(db);
  return rows;
}

export interface PersonalRecords {
  readonly customerIds: readonly string[];
  readonly orderIds: readonly string[];
}

/** What we keep of a person: by their Shopify id, and the orders named. */
export async function personalRecords(
  db: Database,
  who: {
    readonly shopId: string;
    readonly customerShopifyId: string | null;
    readonly orderShopifyIds: readonly string[];
  },
): Promise<PersonalRecords> {
  const { rows } = await sql<{ customerIds: string[]; orderIds: string[] }>`
    with person as (
      select id from customer where shop_id = ${who.shopId} and shopify_id = ${who.customerShopifyId}
      union
      select customer_id from customer_shopify_id
      where shop_id = ${who.shopId} and shopify_id = ${who.customerShopifyId}
    )
    select (select coalesce(json_agg(id), '[]') from person) as "customerIds",
      (select coalesce(json_agg(o.id order by o.id), '[]') from sales_order o
        where o.shop_id = ${who.shopId} and (o.customer_id in (select id from person)
          or o.shopify_id = any(${[...who.orderShopifyIds]}::text[]))) as "orderIds"`.execute(db);
  const [row] = rows;
  return row ?? { customerIds: [], orderIds: [] };
}
