// Customers NetSuite does not know and was not asked to make yet.

import type { Database } from '@sendsale/platform/db';
import { sql } from 'kysely';
import type { Tables } from '../../tables.ts';
import { unsent } from './conditions.ts';

export interface DueCustomer {
  readonly customerId: string;
  readonly shopifyId: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly subsidiaryId: string | null;
  /** The customer's first order, which the timeline step is written for. */
  readonly orderId: string | null;
}

/** Customers without NetSuite id and without a row in the feed's ledger, oldest first. */
export async function dueCustomers(
  db: Database<Tables>,
  options: { readonly limit: number },
): Promise<DueCustomer[]> {
  return db
    .selectFrom('customer as c')
    .innerJoin('shop as s', 's.id', 'c.shop_id')
    .select([
      'c.id as customerId',
      'c.shopify_id as shopifyId',
      'c.first_name as firstName',
      'c.last_name as lastName',
      'c.email',
      'c.phone',
      's.netsuite_subsidiary_id as subsidiaryId',
      sql<string | null>`(select o.id from sales_order o where o.customer_id = c.id
        order by o.entered_at, o.id limit 1)`.as('orderId'),
    ])
    .where('c.netsuite_id', 'is', null)
    .where(unsent('customer', sql`c.id`))
    .orderBy('c.id')
    .limit(options.limit)
    .execute();
}
