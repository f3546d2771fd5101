// Of the money a refund took out of a posting, what the returns feed pays out.

import { sql } from 'kysely';

/**
 * Goods that came back are credited and refunded by the returns feed: of a refund's money that much, first
 * transaction first. What is beyond (goods that never left, goodwill) leaves the deposit. Stands in a query that
 * calls the share `s`, its payment `p`, the posting `g` and the order `o`.
 */
export const refundedByReturn = sql<number>`coalesce((select greatest(0, least(s.amount_minor,
      r.goods_minor + r.tax_minor + r.shipping_minor + r.beyond_minor - coalesce((select sum(b.amount_minor)
        from payment a join payment_share b on b.payment_id = a.id and b.posting_id = g.id
        where a.order_id = o.id and a.kind = 'REFUND' and a.status = 'SUCCESS' and a.id < p.id
          and c.stated->'transactionIds' ? a.shopify_transaction_id), 0)))
    from order_return r
    join order_change c on c.order_id = r.order_id and c.key = r.key
    where r.posting_id = g.id and c.stated->'transactionIds' ? p.shopify_transaction_id
    limit 1), 0)::bigint`;
