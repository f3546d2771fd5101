// An order as it is kept, for the decision what a changed download means for it.

import type {
  BilledPosting,
  KeptPosting,
  KnownReturn,
  PaymentShare,
  StoredAdjustment,
  StoredItem,
  TaxPart,
} from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../../database.ts';

export interface StoredOrder {
  readonly totalMinor: number;
  readonly customerId: string | null;
  /** `total` as they were booked, cancelled items and all. */
  readonly postings: readonly (KeptPosting & BilledPosting & { readonly total: number })[];
  readonly items: readonly StoredOrderItem[];
  readonly adjustments: readonly (StoredAdjustment & TaxPart)[];
  readonly shares: readonly PaymentShare[];
  /** How far the order's own numbers go: where a supplement goes on counting. */
  readonly last: {
    readonly supplement: number;
    readonly groups: number;
    readonly items: number;
    readonly adjustments: number;
  };
  /** Keys of the changes recorded so far. */
  readonly changeKeys: readonly string[];
  readonly returned: readonly KnownReturn[];
  /** Transactions that were successful when the order was last accepted. */
  readonly settledTransactionIds: readonly string[];
  /** NetSuite has it, or was sent it and has not refused it by name (an error file means a whole file). */
  readonly booked: boolean;
  /** A facility was chosen, something was shipped, or something came back. */
  readonly worked: boolean;
}

export interface StoredOrderItem extends StoredItem {
  readonly postingId: string;
  readonly productId: string | null;
  readonly facilityId: string | null;
}

export async function loadStoredOrder(db: Database, orderId: string): Promise<StoredOrder> {
  const { rows } = await sql<StoredOrder>`
    select o.total_minor as "totalMinor", o.customer_id as "customerId",
      (select coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind, 'total',
          coalesce((select sum(i.unit_price_minor * i.quantity) from order_item i where i.posting_id = p.id), 0)
          + coalesce((select sum(a.amount_minor) from order_adjustment a where a.posting_id = p.id), 0),
          'billed', p.kind = 'CASH_SALE' or exists (select 1 from invoice v where v.posting_id = p.id),
          'booked', p.netsuite_id is not null or exists (select 1 from ledger l where l.subject = p.id
            and l.feed in ('sales-order', 'cash-sale') and not (l.state in ('REFUSED', 'DUE')
              and l.code is distinct from 'ERROR_FILE')))), '[]')
        from posting p where p.order_id = o.id) as postings,
      (select coalesce(json_agg(json_build_object('seq', i.seq, 'shopifyLineId', i.shopify_line_id,
          'postingKind', p.kind, 'postingId', p.id, 'quantity', i.quantity, 'unitPrice', i.unit_price_minor,
          'status', i.status, 'productId', i.product_id, 'facilityId', i.facility_id,
          'allocated', i.facility_id is not null and i.status = 'APPROVED') order by i.seq), '[]')
        from order_item i join posting p on p.id = i.posting_id where i.order_id = o.id) as items,
      (select coalesce(json_agg(json_build_object('seq', a.seq, 'itemSeq', a.item_seq, 'kind', a.kind,
          'title', a.title, 'amount', a.amount_minor) order by a.seq), '[]')
        from order_adjustment a where a.order_id = o.id) as adjustments,
      json_build_object(
        'supplement', (select coalesce(max(p.supplement), 0) from posting p where p.order_id = o.id),
        'groups', (select coalesce(max(g.seq::int), 0) from ship_group g where g.order_id = o.id),
        'items', (select coalesce(max(i.seq::int), 0) from order_item i where i.order_id = o.id),
        'adjustments', (select coalesce(max(a.seq), 0) from order_adjustment a where a.order_id = o.id)
      ) as last,
      (select coalesce(json_agg(c.key), '[]') from order_change c where c.order_id = o.id) as "changeKeys",
      (select coalesce(json_agg(json_build_object('key', r.key, 'itemSeq', x.item_seq,
          'quantity', coalesce(x.quantity, 0))), '[]')
        from order_return r left join order_return_item x on x.return_id = r.id
        where r.order_id = o.id) as returned,
      (select coalesce(json_agg(json_build_object('shopifyTransactionId', y.shopify_transaction_id,
          'postingId', s.posting_id, 'amount', s.amount_minor)), '[]')
        from payment y join payment_share s on s.payment_id = y.id where y.order_id = o.id) as shares,
      (select coalesce(json_agg(y.shopify_transaction_id), '[]')
        from payment y where y.order_id = o.id and y.status = 'SUCCESS') as "settledTransactionIds",
      exists (select 1 from ledger l where l.order_id = o.id and l.feed in ('sales-order', 'cash-sale')
          and not (l.state in ('REFUSED', 'DUE') and l.code is distinct from 'ERROR_FILE'))
        or exists (select 1 from posting p where p.order_id = o.id and p.netsuite_id is not null) as booked,
      exists (select 1 from allocation a where a.order_id = o.id)
        or exists (select 1 from shipment s where s.order_id = o.id)
        or exists (select 1 from order_return r where r.order_id = o.id) as worked
    from sales_order o where o.id = ${orderId}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error(`Order ${orderId} was there a moment ago.`);
  return row;
}
