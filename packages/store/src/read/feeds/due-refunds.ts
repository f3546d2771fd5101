// Money given back out of a deposit NetSuite holds, for which no customer refund was sent yet.

import type { Database } from '@sendsale/platform/db';
import { sql } from 'kysely';
import type { Tables } from '../../tables.ts';
import { refundedByReturn } from './refunded-by-return.ts';
import { unsent } from './conditions.ts';

export interface DueRefund {
  /** `<posting id>.<Shopify refund transaction>`: the ledger's subject. */
  readonly subject: string;
  readonly orderId: string;
  readonly postingId: string;
  readonly postingNetsuiteId: string;
  readonly shopId: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly transactionId: string;
  /** The transaction whose deposit the money comes out of: the deposit's external id. */
  readonly depositTransactionId: string;
  readonly gateway: string;
  readonly amountMinor: number;
  readonly processedAt: Date;
}

/**
 * Successful refunds whose deposit NetSuite has accepted. The deposit is the one of the refund's parent
 * transaction, else the newest of the same gateway, else the newest one: the money of an order is shared over its
 * postings, so that a refund may leave another deposit than the tender it goes back to paid. One that is more than
 * its deposit takes the rest out of the others of its sales order, and waits until all of them are there.
 */
export async function dueRefunds(
  db: Database<Tables>,
  options: { readonly limit: number },
): Promise<DueRefund[]> {
  const subject = sql<string>`g.id || '.' || p.shopify_transaction_id`;
  const isBooked = sql<boolean>`exists (select 1 from ledger l where l.feed = 'customer-deposit'
    and l.subject = g.id || '.' || d.shopify_transaction_id and l.state = 'ACCEPTED')`;
  const deposits = sql`payment d join payment_share x on x.payment_id = d.id and x.posting_id = g.id
    where d.kind in ('SALE', 'CAPTURE') and d.status = 'SUCCESS' and x.amount_minor > 0`;
  const deposit = sql<
    string | null
  >`(select case when ${isBooked} and (s.amount_minor <= x.amount_minor
        or not exists (select 1 from ${deposits} and not ${isBooked}))
      then d.shopify_transaction_id end
    from ${deposits}
    order by (d.shopify_transaction_id = p.parent_transaction_id) desc nulls last,
      d.parent_transaction_id = p.parent_transaction_id desc nulls last,
      d.gateway = p.gateway desc, d.id desc limit 1)`;
  const due = db
    .selectFrom('payment_share as s')
    .innerJoin('payment as p', 'p.id', 's.payment_id')
    .innerJoin('posting as g', 'g.id', 's.posting_id')
    .innerJoin('sales_order as o', 'o.id', 'g.order_id')
    .innerJoin('shop as h', 'h.id', 'o.shop_id')
    .select([
      subject.as('subject'),
      'o.id as orderId',
      'g.id as postingId',
      'g.netsuite_id as postingNetsuiteId',
      'o.shop_id as shopId',
      'o.currency',
      'h.time_zone as timeZone',
      'p.shopify_transaction_id as transactionId',
      deposit.as('depositTransactionId'),
      'p.gateway',
      sql<number>`s.amount_minor - ${refundedByReturn}`.as('amountMinor'),
      'p.processed_at as processedAt',
      'p.id as paymentId',
    ])
    .where('g.kind', '=', 'SALES_ORDER')
    .where('g.netsuite_id', 'is not', null)
    .where('p.kind', '=', 'REFUND')
    .where('p.status', '=', 'SUCCESS')
    .where(sql<boolean>`s.amount_minor > ${refundedByReturn}`)
    .where(unsent('customer-refund', subject));
  return db
    .selectFrom(due.as('due'))
    .selectAll()
    .$narrowType<{ postingNetsuiteId: string; depositTransactionId: string }>()
    .where('due.depositTransactionId', 'is not', null)
    .orderBy('due.paymentId')
    .limit(options.limit)
    .execute();
}
