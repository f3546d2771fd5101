// Finds the buyer of an order among the customers we know, or inserts one: by Shopify id, then by e-mail, then by
// phone. Two Shopify customers with one e-mail are one person to us, and one customer in NetSuite.

import type { IncomingCustomer } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../database.ts';

export interface SavedCustomer {
  readonly id: string;
  readonly netsuiteId: string | null;
}

/**
 * The mapping SHOPIFY_RULE switches a rule off (MATCH_EMAIL or MATCH_PHONE: "no"). A phone that two people with
 * different e-mails share (a family) makes them no one person.
 *
 * What is null in the incoming customer (hidden by a scope, or gone) does not erase what we have. A customer
 * that was matched keeps its own Shopify id; the other one is remembered as another name of it.
 */
export async function saveCustomer(
  db: Database,
  shopId: string,
  customer: IncomingCustomer,
): Promise<SavedCustomer> {
  const keys = keysOf(customer);
  const known = await knownCustomer(db, { shopId, customer, keys });
  if (known !== null) return updateKnown(db, { id: known, customer, keys });
  const { rows } = await sql<SavedCustomer>`
    insert into customer as c (id, shop_id, shopify_id, first_name, last_name, email, phone, email_key, phone_key)
    values (coalesce((select id from given_number where kind = 'CUSTOMER'
        and shopify_id = ${customer.shopifyId}), 'C' || nextval('customer_number')),
      ${shopId}, ${customer.shopifyId}, ${customer.firstName}, ${customer.lastName},
      ${customer.email}, ${customer.phone}, ${keys.email}, ${keys.phone})
    on conflict (shop_id, shopify_id) do update set
      first_name = coalesce(excluded.first_name, c.first_name),
      last_name = coalesce(excluded.last_name, c.last_name),
      email = coalesce(excluded.email, c.email),
      phone = coalesce(excluded.phone, c.phone),
      email_key = coalesce(excluded.email_key, c.email_key),
      phone_key = coalesce(excluded.phone_key, c.phone_key)
    returning id, netsuite_id as "netsuiteId"`.execute(db);
  const [saved] = rows;
  if (saved === undefined) throw new Error(`Customer ${customer.shopifyId} was not saved.`);
  return saved;
}

interface Keys {
  readonly email: string | null;
  readonly phone: string | null;
}

function keysOf(customer: IncomingCustomer): Keys {
  const email = customer.email?.trim().toLowerCase() ?? '';
  return { email: email === '' ? null : email, phone: customer.phoneKey ?? null };
}

interface Question {
  readonly shopId: string;
  readonly customer: IncomingCustomer;
  readonly keys: Keys;
}

/** @returns a customer of ours that this Shopify customer is, by another id than its own; null when there is none */
async function knownCustomer(db: Database, question: Question): Promise<string | null> {
  const { shopId, customer, keys } = question;
  const { shopifyId } = customer;
  const { rows } = await sql<{ id: string | null; matchedBy: string }>`
    with rules as (
      select coalesce(max(value) filter (where key = 'MATCH_EMAIL'), 'yes') = 'yes' as email,
        coalesce(max(value) filter (where key = 'MATCH_PHONE'), 'yes') = 'yes' as phone
      from (select distinct on (key) key, value from mapping
        where kind = 'SHOPIFY_RULE' and shop_id in (${shopId}, '*') order by key, shop_id = '*') own_first
    ), own as (
      select id from customer where shop_id = ${shopId} and shopify_id = ${shopifyId}
    )
    select id, "matchedBy" from (
      select customer_id as id, 'ID' as "matchedBy", 1 as rank from customer_shopify_id
        where shop_id = ${shopId} and shopify_id = ${shopifyId}
      union all
      select c.id, 'EMAIL', 2 from customer c, rules
        where c.shop_id = ${shopId} and c.email_key = ${keys.email} and c.shopify_id <> 'anonymous'
          and rules.email and not exists (select 1 from own)
      union all
      select c.id, 'PHONE', 3 from customer c, rules
        where c.shop_id = ${shopId} and c.phone_key = ${keys.phone} and c.shopify_id <> 'anonymous'
          and rules.phone and not exists (select 1 from own)
          and (c.email_key is null or ${keys.email}::text is null)
    ) found
    order by rank, id limit 1`.execute(db);
  const [row] = rows;
  if (row === undefined || row.id === null) return null;
  if (row.matchedBy !== 'ID') {
    await sql`
      insert into customer_shopify_id (shop_id, shopify_id, customer_id, matched_by, matched_at)
      values (${shopId}, ${shopifyId}, ${row.id}, ${row.matchedBy}, clock_timestamp())
      on conflict do nothing`.execute(db);
  }
  return row.id;
}

async function updateKnown(
  db: Database,
  known: { readonly id: string; readonly customer: IncomingCustomer; readonly keys: Keys },
): Promise<SavedCustomer> {
  const { id, customer, keys } = known;
  const { rows } = await sql<SavedCustomer>`
    update customer set
      first_name = coalesce(first_name, ${customer.firstName}),
      last_name = coalesce(last_name, ${customer.lastName}),
      email = coalesce(email, ${customer.email}),
      phone = coalesce(phone, ${customer.phone}),
      email_key = coalesce(email_key, ${keys.email}),
      phone_key = coalesce(phone_key, ${keys.phone})
    where id = ${id}
    returning id, netsuite_id as "netsuiteId"`.execute(db);
  const [saved] = rows;
  if (saved === undefined) throw new Error(`Customer ${id} was there just now.`);
  return saved;
}
