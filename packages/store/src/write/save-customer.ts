// Inserts the buyer of an order, or takes over what changed about one we know.

import type { IncomingCustomer } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../database.ts';

export interface SavedCustomer {
  readonly id: string;
  readonly netsuiteId: string | null;
}

/** What is null in the incoming customer (hidden by a scope, or gone) does not erase what we have. */
export async function saveCustomer(
  db: Database,
  shopId: string,
  customer: IncomingCustomer,
): Promise<SavedCustomer> {
  const { rows } = await sql<SavedCustomer>`
    insert into customer as c (shop_id, shopify_id, first_name, last_name, email, phone)
    values (${shopId}, ${customer.shopifyId}, ${customer.firstName}, ${customer.lastName},
      ${customer.email}, ${customer.phone})
    on conflict (shop_id, shopify_id) do update set
      first_name = coalesce(excluded.first_name, c.first_name),
      last_name = coalesce(excluded.last_name, c.last_name),
      email = coalesce(excluded.email, c.email),
      phone = coalesce(excluded.phone, c.phone)
    returning id, netsuite_id as "netsuiteId"`.execute(db);
  const [saved] = rows;
  if (saved === undefined) throw new Error(`Customer ${customer.shopifyId} was not saved.`);
  return saved;
}
