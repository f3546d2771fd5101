// Two customers of ours are one person after all.

import { sql } from 'kysely';
import type { Database } from '../database.ts';

export interface MergeCustomers {
  /** Who goes. */
  readonly fromId: string;
  /** Who stays. */
  readonly intoId: string;
  readonly at: Date;
}

/**
 * Orders, Shopify ids and, where the one who stays has none, the NetSuite id go over. The one who goes keeps an
 * empty row: files that named it still mean somebody.
 * @returns the orders that changed hands
 */
export async function mergeCustomers(
  db: Database,
  { fromId, intoId, at }: MergeCustomers,
): Promise<readonly string[]> {
  await sql`select 1 from customer where id in (${fromId}, ${intoId}) order by id for update`.execute(
    db,
  );
  await sql`
    update customer_shopify_id set customer_id = ${intoId}, matched_by = 'MERGE', matched_at = ${at}
    where customer_id = ${fromId}`.execute(db);
  await sql`
    insert into customer_shopify_id (shop_id, shopify_id, customer_id, matched_by, matched_at)
    select shop_id, shopify_id, ${intoId}, 'MERGE', ${at} from customer where id = ${fromId}
    on conflict (shop_id, shopify_id) do update set customer_id = excluded.customer_id`.execute(db);
  await sql`
    with gone as (
      select first_name, last_name, email, phone, email_key, phone_key from customer where id = ${fromId}
    )
    update customer c set
      first_name = coalesce(c.first_name, gone.first_name),
      last_name = coalesce(c.last_name, gone.last_name),
      email = coalesce(c.email, gone.email), phone = coalesce(c.phone, gone.phone),
      email_key = coalesce(c.email_key, gone.email_key), phone_key = coalesce(c.phone_key, gone.phone_key)
    from gone where c.id = ${intoId}`.execute(db);
  await sql`update customer set email_key = null, phone_key = null where id = ${fromId}`.execute(
    db,
  );
  const { rows } = await sql<{ id: string }>`
    update sales_order set customer_id = ${intoId} where customer_id = ${fromId} returning id`.execute(
    db,
  );
  return rows.map((row) => row.id);
}

/** Another Shopify id the customer goes by. */
export async function nameCustomer(
  db: Database,
  name: {
    readonly shopId: string;
    readonly shopifyId: string;
    readonly customerId: string;
    readonly at: Date;
  },
): Promise<void> {
  await db
    .insertInto('customer_shopify_id')
    .values({
      shop_id: name.shopId,
      shopify_id: name.shopifyId,
      customer_id: name.customerId,
      matched_by: 'MERGE',
      matched_at: name.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Our customer behind a Shopify id, its own or another it goes by. */
export async function customerOf(
  db: Database,
  who: { readonly shopId: string; readonly shopifyId: string },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select customer_id as id, 1 as rank from customer_shopify_id
    where shop_id = ${who.shopId} and shopify_id = ${who.shopifyId}
    union all
    select id, 2 from customer where shop_id = ${who.shopId} and shopify_id = ${who.shopifyId}
    order by rank limit 1`.execute(db);
  return rows[0]?.id ?? null;
}
