// Money taken for a sales order NetSuite has booked, for which no deposit was sent yet.

import type { Database } from '@sendsale/platform/db';
import { sql } from 'kysely';
import type { Tables } from '../../tables.ts';
import { unsent } from './conditions.ts';

export interface DueDeposit {
  /** `<posting id>.<Shopify transaction>`: the ledger's subject. */
  readonly subject: string;
  readonly orderId: string;
  readonly postingId: string;
  readonly postingNetsuiteId: string;
  readonly shopId: string;
  readonly currency: string;
  readonly orderName: string;
  readonly shopifyId: string;
  readonly timeZone: string;
  readonly transactionId: string;
  readonly gateway: string;
  readonly amountMinor: number;
  readonly processedAt: Date;
}

/** The ledger's subject of the deposit of payment `p` for posting `g`. */
export const depositSubject = sql<string>`g.id || '.' || p.shopify_transaction_id`;

/** Money of a cancelled order `o` that was given back in full; `p` is the payment. */
export const needsNoDeposit = sql<boolean>`(o.status = 'CANCELLED' and p.amount_minor <= (
  select coalesce(sum(r.amount_minor), 0) from payment r
  where r.order_id = p.order_id and r.kind = 'REFUND' and r.status = 'SUCCESS'
    and r.parent_transaction_id = p.shopify_transaction_id))`;

/**
 * The sales order's share of each successful sale or capture. Money of a cancelled order that was given
 * back in full before any deposit was sent needs none.
 */
export async function dueDeposits(
  db: Database<Tables>,
  options: { readonly limit: number },
): Promise<DueDeposit[]> {
  return db
    .selectFrom('payment_share as s')
    .innerJoin('payment as p', 'p.id', 's.payment_id')
    .innerJoin('posting as g', 'g.id', 's.posting_id')
    .innerJoin('sales_order as o', 'o.id', 'g.order_id')
    .innerJoin('shop as h', 'h.id', 'o.shop_id')
    .select([
      depositSubject.as('subject'),
      'o.id as orderId',
      'g.id as postingId',
      'g.netsuite_id as postingNetsuiteId',
      'o.shop_id as shopId',
      'o.currency',
      'o.name as orderName',
      'o.shopify_id as shopifyId',
      'h.time_zone as timeZone',
      'p.shopify_transaction_id as transactionId',
      'p.gateway',
      's.amount_minor as amountMinor',
      'p.processed_at as processedAt',
    ])
    .$narrowType<{ postingNetsuiteId: string }>()
    .where('g.kind', '=', 'SALES_ORDER')
    .where('g.netsuite_id', 'is not', null)
    .where('p.kind', 'in', ['SALE', 'CAPTURE'])
    .where('p.status', '=', 'SUCCESS')
    .where('s.amount_minor', '>', 0)
    .where(unsent('customer-deposit', depositSubject))
    .where(sql<boolean>`not ${needsNoDeposit}`)
    .orderBy('p.id')
    .limit(options.limit)
    .execute();
}
