// Send sales as the people who made them follow them: what was sold to whom, and how far it has come.

import type { JsonObject, SendSaleState } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../../database.ts';

export interface FollowedSale {
  readonly id: string;
  readonly shopId: string;
  readonly state: SendSaleState;
  readonly draftName: string | null;
  readonly draftOrderId: string | null;
  readonly invoiceUrl: string | null;
  readonly shopifyOrderId: string | null;
  readonly sellingFacilityId: string;
  readonly associate: string;
  readonly totalMinor: number | null;
  readonly currency: string | null;
  readonly failure: JsonObject | null;
  /** As it was placed; without the customer once that was redacted. */
  readonly request: JsonObject;
  readonly placedAt: Date;
  /** When the first of its holds ends; null without holds. */
  readonly heldUntil: Date | null;
  readonly order: FollowedOrder | null;
  /** Of the variants in the request. */
  readonly products: Readonly<Record<string, { readonly sku: string; readonly title: string }>>;
}

export interface FollowedOrder {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly items: ReadonlyArray<{
    readonly title: string;
    readonly status: string;
    readonly facilityId: string | null;
  }>;
  readonly shipments: ReadonlyArray<{
    readonly facilityId: string;
    readonly carrier: string | null;
    readonly trackingNumber: string | null;
    /** ISO 8601. */
    readonly shippedAt: string;
  }>;
}

export interface FollowSalesOptions {
  /** One sale, else the newest. */
  readonly id?: string;
  /** null: of every store. */
  readonly facilityIds: readonly string[] | null;
  readonly associate?: string;
  readonly limit: number;
}

export async function followedSales(
  db: Database,
  options: FollowSalesOptions,
): Promise<readonly FollowedSale[]> {
  const { id = null, facilityIds, associate = null, limit } = options;
  const { rows } = await sql<FollowedSale>`
    select s.id, s.shop_id as "shopId", s.state, s.draft_name as "draftName",
      s.draft_order_id as "draftOrderId", s.invoice_url as "invoiceUrl",
      s.shopify_order_id as "shopifyOrderId", s.selling_facility_id as "sellingFacilityId",
      s.associate, s.total_minor as "totalMinor", s.currency, s.failure, s.request,
      s.placed_at as "placedAt",
      (select min(h.expires_at) from stock_hold h where h.send_sale_id = s.id and h.state = 'HELD') as "heldUntil",
      (select json_build_object('id', o.id, 'name', o.name, 'status', o.status,
        'items', coalesce((select json_agg(json_build_object('title', i.title, 'status', i.status,
          'facilityId', i.facility_id) order by i.seq) from order_item i where i.order_id = o.id), '[]'),
        'shipments', coalesce((select json_agg(json_build_object('facilityId', x.facility_id,
          'carrier', x.carrier, 'trackingNumber', x.tracking_number,
          'shippedAt', to_char(x.shipped_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
          order by x.shipped_at) from shipment x where x.order_id = o.id), '[]'))
        from sales_order o where o.shop_id = s.shop_id and o.shopify_id = s.shopify_order_id) as "order",
      coalesce((select json_object_agg(v.shopify_variant_id, json_build_object('sku', p.sku, 'title', p.title))
        from json_array_elements((s.request->'items')::json) one
        join product_variant v on v.shop_id = s.shop_id and v.shopify_variant_id = one->>'variantId'
        join product p on p.id = v.product_id), '{}') as products
    from send_sale s
    where (${id}::text is null or s.id = ${id})
      and (${facilityIds === null} or s.selling_facility_id = any(${[...(facilityIds ?? [])]}::text[]))
      and (${associate}::text is null or s.associate = ${associate})
    order by s.placed_at desc, s.id desc
    limit ${limit}`.execute(db);
  return rows;
}
