// Everything acceptOrder must know before it decides, in one round trip.

import type { OrderStatus } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../../database.ts';

export interface IntakeQuestion {
  readonly shopId: string;
  readonly shopifyId: string;
  readonly variantIds: readonly string[];
  readonly skus: readonly string[];
  readonly shippingTitles: readonly string[];
  /** Shopify locations: the till's and those the ship groups are assigned to. */
  readonly locationIds: readonly string[];
}

export interface IntakeFacts {
  readonly shopKnown: boolean;
  readonly stored: StoredOrderHead | null;
  /** The next order number, drawn when the order is not stored yet. */
  readonly newOrderId: string | null;
  /** The buyer of anonymous sales. */
  readonly anonymousCustomer: { readonly id: string; readonly netsuiteId: string | null } | null;
  readonly products: readonly IntakeProduct[];
  readonly facilities: readonly { readonly locationId: string; readonly facilityId: string }[];
  /** Shipping title → our method; the shop's own mapping stands before everybody's. */
  readonly shippingMethods: readonly { readonly title: string; readonly method: string }[];
  /** Keys of the mapping NETSUITE_ITEM that have a value. */
  readonly itemWords: readonly string[];
  /** An earlier download of the order was refused, and that problem is open. */
  readonly refused: boolean;
}

export interface StoredOrderHead {
  readonly id: string;
  readonly status: OrderStatus;
  readonly digest: string;
  readonly updatedAt: Date;
  readonly revision: number;
}

export interface IntakeProduct {
  readonly id: string;
  readonly sku: string;
  readonly netsuiteItemId: string | null;
  /** The variant asked for that led here; null when the SKU did. */
  readonly variantId: string | null;
}

/** The buyer that stands for anonymous sales is the customer with this Shopify id. */
export const ANONYMOUS = 'anonymous';

interface Row extends Omit<IntakeFacts, 'stored'> {
  readonly stored: (Omit<StoredOrderHead, 'updatedAt'> & { readonly updatedAt: string }) | null;
}

export async function loadIntake(db: Database, question: IntakeQuestion): Promise<IntakeFacts> {
  const { shopId } = question;
  const { rows } = await sql<Row>`
    select exists (select 1 from shop where id = ${shopId}) as "shopKnown",
      (select json_build_object('id', o.id, 'status', o.status, 'digest', o.digest,
          'updatedAt', o.updated_at, 'revision', o.revision)
        from sales_order o where o.shop_id = ${shopId} and o.shopify_id = ${question.shopifyId}) as stored,
      (select coalesce((select n.id from given_number n where n.kind = 'ORDER'
        and n.shopify_id = ${question.shopifyId}), 'M' || nextval('order_number')) where not exists (
        select 1 from sales_order o
        where o.shop_id = ${shopId} and o.shopify_id = ${question.shopifyId})) as "newOrderId",
      (select json_build_object('id', c.id, 'netsuiteId', c.netsuite_id)
        from customer c where c.shop_id = ${shopId} and c.shopify_id = ${ANONYMOUS}) as "anonymousCustomer",
      (select coalesce(json_agg(found), '[]') from (
        select p.id, p.sku, p.netsuite_item_id as "netsuiteItemId", v.shopify_variant_id as "variantId"
        from product_variant v join product p on p.id = v.product_id
        where v.shop_id = ${shopId} and v.shopify_variant_id = any(${[...question.variantIds]}::text[])
        union all
        select p.id, p.sku, p.netsuite_item_id, null
        from product p where p.sku = any(${[...question.skus]}::text[])) found) as products,
      (select coalesce(json_agg(json_build_object(
          'locationId', l.shopify_location_id, 'facilityId', l.facility_id)), '[]')
        from facility_location l
        where l.shop_id = ${shopId} and l.shopify_location_id = any(${[...question.locationIds]}::text[]))
        as facilities,
      (select coalesce(json_agg(json_build_object('title', m.key, 'method', m.value)
          order by m.shop_id = '*'), '[]')
        from mapping m
        where m.kind = 'SHIPPING_METHOD' and m.shop_id in (${shopId}, '*')
          and m.key = any(${[...question.shippingTitles]}::text[])) as "shippingMethods",
      (select coalesce(json_agg(m.key), '[]') from mapping m
        where m.kind = 'NETSUITE_ITEM' and m.shop_id in (${shopId}, '*')) as "itemWords",
      exists (select 1 from problem p where p.resolved_at is null
        and p.code in ('TOTAL_MISMATCH', 'SHOP_UNKNOWN')
        and p.subject = ${shopId} || '/' || ${question.shopifyId}) as refused`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('A select without from returns a row.');
  const stored =
    row.stored === null ? null : { ...row.stored, updatedAt: new Date(row.stored.updatedAt) };
  return { ...row, stored };
}
