// Goods that came back of what NetSuite has billed, and the money that went back for them.

import type { Database } from '@sendsale/platform/db';
import { sql } from 'kysely';
import type { Tables } from '../../tables.ts';
import { unsent } from './conditions.ts';

export interface DueReturn {
  /** The return's number, e.g. R10001: the ledger's subject. */
  readonly subject: string;
  readonly orderId: string;
  readonly postingId: string;
  readonly postingNetsuiteId: string;
  readonly shopId: string;
  readonly shopifyId: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly returnedAt: Date;
  readonly goodsMinor: number;
  readonly taxMinor: number;
  readonly shippingMinor: number;
  /** Money beyond goods and shipping. */
  readonly beyondMinor: number;
  /** Goods went out in the same change: what is not paid out stays a credit for them. */
  readonly isExchange: boolean;
  /** Those goods went out as a cash sale, which is paid by its nature: the credit for them is used up. */
  readonly isSpentAtTill: boolean;
  readonly items: readonly DueReturnItem[];
  readonly payments: readonly DueReturnPayment[];
}

export interface DueReturnItem {
  readonly seq: string;
  readonly sku: string | null;
  readonly quantity: number;
  readonly amountMinor: number;
  readonly restocked: boolean;
  readonly netsuiteItemId: string | null;
  readonly isGiftCard: boolean;
  /** Where it went back to, else where it was sold. */
  readonly locationId: string | null;
}

export interface DueReturnPayment {
  readonly transactionId: string;
  readonly gateway: string;
  readonly amountMinor: number;
}

/**
 * Returns no row was written for, of cash sales NetSuite has and of sales orders it has invoiced: before
 * that there is nothing to credit. A return whose refund is still pending waits for the money.
 */
export async function dueReturns(
  db: Database<Tables>,
  options: { readonly limit: number },
): Promise<DueReturn[]> {
  const { rows } = await sql<DueReturn>`
    select r.id as subject, r.order_id as "orderId", g.id as "postingId",
      g.netsuite_id as "postingNetsuiteId", o.shop_id as "shopId", o.shopify_id as "shopifyId",
      o.currency, h.time_zone as "timeZone", r.returned_at as "returnedAt",
      r.goods_minor as "goodsMinor", r.tax_minor as "taxMinor", r.shipping_minor as "shippingMinor",
      r.beyond_minor as "beyondMinor",
      exists (select 1 from order_change c where c.order_id = r.order_id and c.kind = 'EXCHANGE'
        and c.consequence->'returnIds' ? r.id) as "isExchange",
      exists (select 1 from order_change c join posting e on c.consequence->'supplements' ? e.id
        where c.order_id = r.order_id and c.kind = 'EXCHANGE' and c.consequence->'returnIds' ? r.id
        and e.order_id = r.order_id and e.kind = 'CASH_SALE') as "isSpentAtTill",
      (select coalesce(json_agg(json_build_object('seq', x.item_seq, 'sku', i.sku,
          'quantity', x.quantity, 'amountMinor', x.goods_minor, 'restocked', x.restocked,
          'netsuiteItemId', p.netsuite_item_id, 'isGiftCard', i.is_gift_card,
          'locationId', coalesce(f.netsuite_location_id, s.netsuite_location_id,
            w.netsuite_location_id)) order by x.item_seq), '[]')
        from order_return_item x
        join order_item i on i.order_id = x.order_id and i.seq = x.item_seq
        left join product p on p.id = i.product_id
        left join facility f on f.id = x.facility_id
        left join facility s on s.id = i.facility_id
        left join facility w on w.id = o.selling_facility_id
        where x.return_id = r.id) as items,
      (select coalesce(json_agg(json_build_object('transactionId', y.shopify_transaction_id,
          'gateway', y.gateway, 'amountMinor', z.amount_minor) order by y.id), '[]')
        from payment y
        join payment_share z on z.payment_id = y.id and z.posting_id = g.id
        where y.order_id = r.order_id and y.kind = 'REFUND' and y.status = 'SUCCESS'
          and z.amount_minor > 0 and ${ofReturn}) as payments
    from order_return r
    join posting g on g.id = r.posting_id
    join sales_order o on o.id = r.order_id
    join shop h on h.id = o.shop_id
    where g.netsuite_id is not null
      and (g.kind = 'CASH_SALE' or exists (select 1 from invoice v where v.posting_id = g.id))
      and not exists (select 1 from payment y where y.order_id = r.order_id
        and y.kind = 'REFUND' and y.status = 'PENDING' and ${ofReturn})
      and ${unsent('pos-return', sql`r.id`)}
    order by r.returned_at, r.id
    limit ${options.limit}`.execute(db);
  return rows.map((row) => ({ ...row, returnedAt: new Date(row.returnedAt) }));
}

/** The money `y` went back in the refund the return `r` was read from. */
const ofReturn = sql`exists (select 1 from order_change c where c.order_id = r.order_id
  and c.key = r.key and c.stated->'transactionIds' ? y.shopify_transaction_id)`;
