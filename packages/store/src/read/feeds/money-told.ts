// Whether NetSuite has heard of all that was given up or given back of a sales order.

import { sql } from 'kysely';
import { bodyRevision, givenBackOf } from './due-body-discounts.ts';
import { refundedByReturn } from './refunded-by-return.ts';

/**
 * NetSuite bills what ships as the order then stands, and the bill uses the deposits up: lines to close, a discount
 * to change or a refund to pay that came after it would be refused. So nothing of the kind may be due or on its way.
 * What NetSuite has refused waits for a person, and the goods do not wait for that. Stands in a query that calls the
 * posting `g`.
 */
export const isMoneyTold = sql<boolean>`not exists (select 1 from ledger l
    where l.order_id = g.order_id and l.feed in ('item-close', 'customer-refund')
      and l.subject like g.id || '.%' and l.state in ('DUE', 'WRITTEN', 'HANDED_OVER'))
  and not exists (select 1 from order_item i where i.posting_id = g.id and i.status = 'CANCELLED'
    and not exists (select 1 from ledger l where l.feed = 'item-close' and l.subject = g.id || '.' || i.seq))
  and (${givenBackOf} = 0 or exists (select 1 from ledger l
    where l.feed = 'item-close' and l.subject = g.id || '.BODY' and l.revision = ${bodyRevision}))
  and not exists (select 1 from payment_share s join payment p on p.id = s.payment_id
    join sales_order o on o.id = p.order_id
    where s.posting_id = g.id and p.kind = 'REFUND' and p.status = 'SUCCESS'
      and s.amount_minor > ${refundedByReturn}
      and exists (select 1 from payment_share x join payment d on d.id = x.payment_id
        where x.posting_id = g.id and d.kind in ('SALE', 'CAPTURE') and d.status = 'SUCCESS')
      and not exists (select 1 from ledger l where l.feed = 'customer-refund'
        and l.subject = g.id || '.' || p.shopify_transaction_id))`;
