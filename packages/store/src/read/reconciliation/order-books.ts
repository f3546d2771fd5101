// What we believe of orders, for the comparison with Shopify and NetSuite.

import { omsBook } from '@sendsale/domain';
import type { BookRows, OmsBook } from '@sendsale/domain';
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Database } from '../../database.ts';

type Which =
  | { readonly orderId: string }
  | { readonly shopId: string; readonly shopifyIds: readonly string[] }
  | { readonly shopId: string; readonly from: Date; readonly until: Date };

/** Books of one order, of some orders of a shop, or of those ordered within a time; test orders have none. */
export async function orderBooks(db: Database, which: Which): Promise<OmsBook[]> {
  const { rows } = await sql<BookRows>`
    select o.shop_id as "shopId", o.shopify_id as "shopifyId", o.id as "orderId", o.name, o.status,
      o.currency, o.ordered_at as "orderedAt", o.total_minor as total,
      coalesce((select max(t.at) from order_timeline t where t.order_id = o.id), o.updated_at)
        as "changedAt",
      ${tenders(sql`y.kind in ('SALE', 'CAPTURE')`)} as received,
      ${tenders(sql`y.kind = 'REFUND'`)} as refunded,
      (select coalesce(json_agg(json_build_object('seq', i.seq, 'postingId', i.posting_id,
          'shopifyLineId', i.shopify_line_id, 'quantity', i.quantity, 'unitPrice', i.unit_price_minor,
          'status', i.status,
          'returned', coalesce((select sum(x.quantity) from order_return_item x
            where x.order_id = i.order_id and x.item_seq = i.seq), 0),
          'shipped', exists (select 1 from shipment_item s
            where s.order_id = i.order_id and s.item_seq = i.seq)) order by i.seq), '[]')
        from order_item i where i.order_id = o.id) as items,
      (select coalesce(json_agg(json_build_object('postingId', a.posting_id, 'itemSeq', a.item_seq,
          'kind', a.kind, 'amount', a.amount_minor) order by a.seq), '[]')
        from order_adjustment a where a.order_id = o.id) as adjustments,
      (select coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind,
          'netsuiteId', p.netsuite_id,
          'invoiceIds', (select coalesce(json_agg(v.netsuite_id), '[]') from invoice v
            where v.posting_id = p.id)) order by p.id), '[]')
        from posting p where p.order_id = o.id) as postings,
      ${returns} as returns,
      (select coalesce(json_agg(json_build_object('shipping', c.stated->'shipping',
          'difference', c.stated->'difference')), '[]')
        from order_change c where c.order_id = o.id and c.key like 'refund/%') as "refundCharges",
      (select coalesce(json_agg(json_build_object('feed', l.feed, 'subject', l.subject,
          'state', l.state, 'remoteId', l.remote_id, 'code', l.code, 'message', l.message)
          order by l.id), '[]')
        from ledger l where l.order_id = o.id) as sent
    from sales_order o
    where not o.test and ${condition(which)}
    order by o.id`.execute(db);
  return rows.map((row) => omsBook({ ...row, changedAt: new Date(row.changedAt) }));
}

function condition(which: Which): RawBuilder<boolean> {
  if ('orderId' in which) return sql`o.id = ${which.orderId}`;
  if ('shopifyIds' in which) {
    return sql`o.shop_id = ${which.shopId} and o.shopify_id = any(${[...which.shopifyIds]}::text[])`;
  }
  return sql`o.shop_id = ${which.shopId} and o.ordered_at >= ${which.from}
    and o.ordered_at < ${which.until}`;
}

function tenders(kind: RawBuilder<boolean>): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('id', y.shopify_transaction_id,
      'gateway', y.gateway, 'amount', y.amount_minor,
      'shares', (select coalesce(json_agg(json_build_object('postingId', s.posting_id,
          'amount', s.amount_minor) order by s.posting_id), '[]')
        from payment_share s where s.payment_id = y.id)) order by y.id), '[]')
    from payment y where y.order_id = o.id and y.status = 'SUCCESS' and ${kind})`;
}

const returns = sql`(select coalesce(json_agg(json_build_object('id', r.id, 'postingId', r.posting_id,
    'goods', r.goods_minor, 'tax', r.tax_minor, 'shipping', r.shipping_minor,
    'beyond', r.beyond_minor,
    'isExchange', exists (select 1 from order_change c where c.order_id = r.order_id
      and c.kind = 'EXCHANGE' and c.consequence->'returnIds' ? r.id),
    'paid', coalesce((select sum(s.amount_minor) from payment y
      join payment_share s on s.payment_id = y.id and s.posting_id = r.posting_id
      join order_change c on c.order_id = r.order_id and c.key = r.key
      where y.order_id = r.order_id and y.kind = 'REFUND' and y.status = 'SUCCESS'
        and c.stated->'transactionIds' ? y.shopify_transaction_id), 0)) order by r.id), '[]')
  from order_return r where r.order_id = o.id)`;
