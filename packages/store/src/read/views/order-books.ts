// What we believe each order comes to, by posting: one side of the reconciliation.

import { sql } from 'kysely';
import type { OrderStatus } from '@sendsale/domain';
import type { Database } from '../../database.ts';

export interface OmsOrderBook {
  readonly shopId: string;
  readonly shopifyId: string;
  readonly orderId: string;
  readonly name: string;
  readonly status: OrderStatus;
  readonly currency: string;
  readonly total: number;
  /** Captured and given back, by the transactions Shopify told us. */
  readonly captured: number;
  readonly refunded: number;
  readonly postings: ReadonlyArray<{
    readonly id: string;
    readonly kind: 'SALES_ORDER' | 'CASH_SALE';
    readonly netsuiteId: string | null;
    readonly total: number;
    /** Money captured for it. */
    readonly captured: number;
  }>;
  readonly openProblems: number;
}

const BOOKS_MAX = 100_000;

export async function orderBooks(db: Database): Promise<OmsOrderBook[]> {
  const { rows } = await sql<OmsOrderBook>`
    select o.shop_id as "shopId", o.shopify_id as "shopifyId", o.id as "orderId", o.name, o.status,
      o.currency, o.total_minor as total,
      coalesce((select sum(y.amount_minor) from payment y where y.order_id = o.id
        and y.kind in ('SALE', 'CAPTURE') and y.status = 'SUCCESS'), 0)::bigint as captured,
      coalesce((select sum(y.amount_minor) from payment y where y.order_id = o.id
        and y.kind = 'REFUND' and y.status = 'SUCCESS'), 0)::bigint as refunded,
      (select coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind,
          'netsuiteId', p.netsuite_id,
          'total', coalesce((select sum(i.unit_price_minor * i.quantity) from order_item i
              where i.posting_id = p.id), 0)
            + coalesce((select sum(a.amount_minor) from order_adjustment a
              where a.posting_id = p.id), 0),
          'captured', coalesce((select sum(s.amount_minor) from payment_share s
            join payment y on y.id = s.payment_id and y.status = 'SUCCESS'
              and y.kind in ('SALE', 'CAPTURE')
            where s.posting_id = p.id), 0)) order by p.id), '[]')
        from posting p where p.order_id = o.id) as postings,
      (select count(*) from problem r
        where r.order_id = o.id and r.resolved_at is null) as "openProblems"
    from sales_order o
    where not o.test
    order by o.id
    limit ${BOOKS_MAX}`.execute(db);
  return rows;
}
