// Money given back out of a deposit NetSuite holds, for which no customer refund was sent yet.

import type { Database } from '@sendsale/platform/db';
import { sql } from 'kysely';
import type { Tables } from '../../tables.ts';
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
 * transaction; a refund that names no parent (or one without deposit) comes out of the newest deposit of
 * the same gateway. Until that deposit is accepted the refund waits.
 */
export async function dueRefunds(
  db: Database<Tables>,
  options: { readonly limit: number },
): Promise<DueRefund[]> {
  const subject = sql<string>`g.id || '.' || p.shopify_transaction_id`;
  const deposit = sql<string | null>`(select d.shopify_transaction_id from payment d
    join ledger l on l.feed = 'customer-deposit' and l.subject = g.id || '.' || d.shopify_transaction_id
    where d.order_id = p.order_id and l.state = 'ACCEPTED'
      and (d.shopify_transaction_id = p.parent_transaction_id
        or (d.gateway = p.gateway and not exists (select 1 from payment_share x
          join payment y on y.id = x.payment_id
          where x.posting_id = g.id and y.kind in ('SALE', 'CAPTURE')
            and y.shopify_transaction_id = p.parent_transaction_id)))
    order by d.id desc limit 1)`;
  // Goods that came back are credited and refunded by the returns feed: of a refund's money that much, first
  // transaction first. What is beyond (goods that never left, goodwill) is given back here.
  const byReturn = sql<number>`coalesce((select greatest(0, least(s.amount_minor,
      r.goods_minor + r.tax_minor + r.shipping_minor - coalesce((select sum(b.amount_minor)
        from payment a join payment_share b on b.payment_id = a.id and b.posting_id = g.id
        where a.order_id = o.id and a.kind = 'REFUND' and a.status = 'SUCCESS' and a.id < p.id
          and c.stated->'transactionIds' ? a.shopify_transaction_id), 0)))
    from order_return r
    join order_change c on c.order_id = r.order_id and c.key = r.key
    where r.posting_id = g.id and c.stated->'transactionIds' ? p.shopify_transaction_id
    limit 1), 0)::bigint`;
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
      sql<number>`s.amount_minor - ${byReturn}`.as('amountMinor'),
      'p.processed_at as processedAt',
      'p.id as paymentId',
    ])
    .where('g.kind', '=', 'SALES_ORDER')
    .where('g.netsuite_id', 'is not', null)
    .where('p.kind', '=', 'REFUND')
    .where('p.status', '=', 'SUCCESS')
    .where(sql<boolean>`s.amount_minor > ${byReturn}`)
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
