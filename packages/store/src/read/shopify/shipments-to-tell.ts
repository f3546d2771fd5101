// Shipments Shopify has not been told of, with what the telling needs.

import type { Database } from '../../database.ts';

export interface ShippedUnits {
  readonly shopifyLineId: string;
  readonly units: number;
}

export interface ShipmentToTell {
  readonly shipmentId: string;
  readonly orderId: string;
  readonly orderName: string;
  readonly shopId: string;
  /** The order's legacy id. */
  readonly shopifyId: string;
  readonly facilityId: string;
  /** Shopify location of the facility in this shop, legacy id; null when the two are not tied. */
  readonly shopifyLocationId: string | null;
  readonly shippedAt: Date;
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly units: readonly ShippedUnits[];
  /** Fulfillments of the order that stand for other shipments, legacy ids. */
  readonly otherFulfillmentIds: readonly string[];
  /** The file the call was written to before it was made the first time; null: it never was. */
  readonly fileId: number | null;
  /** When Shopify last refused it; null when it did not. */
  readonly lastRefusedAt: Date | null;
}

/**
 * Those Shopify never refused first, oldest first; then the refused ones, longest ago first, so that none keeps
 * others waiting. Goods carried out of a store are no shipment and never here.
 */
export async function shipmentsToTell(
  db: Database,
  options: { readonly shopId: string; readonly feed: string; readonly limit: number },
): Promise<readonly ShipmentToTell[]> {
  const shipments = await db
    .selectFrom('shipment')
    .innerJoin('sales_order', 'sales_order.id', 'shipment.order_id')
    .leftJoin('ledger', (join) =>
      join
        .onRef('ledger.subject', '=', 'shipment.id')
        .on('ledger.feed', '=', options.feed)
        .on('ledger.revision', '=', 1),
    )
    .leftJoin('problem', (join) =>
      join
        .onRef('problem.subject', '=', 'shipment.id')
        .on('problem.code', '=', 'SHOPIFY_FULFILLMENT_REFUSED')
        .on('problem.resolved_at', 'is', null),
    )
    .where('shipment.shopify_fulfillment_id', 'is', null)
    .where('sales_order.shop_id', '=', options.shopId)
    .select((eb) => [
      'shipment.id as shipmentId',
      'shipment.order_id as orderId',
      'sales_order.name as orderName',
      'sales_order.shop_id as shopId',
      'sales_order.shopify_id as shopifyId',
      'shipment.facility_id as facilityId',
      'shipment.shipped_at as shippedAt',
      'shipment.carrier',
      'shipment.tracking_number as trackingNumber',
      'ledger.file_id as fileId',
      'problem.last_seen_at as lastRefusedAt',
      eb
        .selectFrom('facility_location')
        .whereRef('facility_location.facility_id', '=', 'shipment.facility_id')
        .whereRef('facility_location.shop_id', '=', 'sales_order.shop_id')
        .select((inner) => inner.fn.min('shopify_location_id').as('location'))
        .as('shopifyLocationId'),
    ])
    .orderBy('problem.last_seen_at', (order) => order.asc().nullsFirst())
    .orderBy('shipment.shipped_at')
    .orderBy('shipment.id')
    .limit(options.limit)
    .execute();
  if (shipments.length === 0) return [];
  const units = await unitsOf(
    db,
    shipments.map((one) => one.shipmentId),
  );
  const told = await toldOf(
    db,
    shipments.map((one) => one.orderId),
  );
  return shipments.map((shipment) => ({
    ...shipment,
    units: units.get(shipment.shipmentId) ?? [],
    otherFulfillmentIds: told.get(shipment.orderId) ?? [],
  }));
}

async function unitsOf(
  db: Database,
  shipmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ShippedUnits[]>> {
  const rows = await db
    .selectFrom('shipment_item')
    .innerJoin('order_item', (join) =>
      join
        .onRef('order_item.order_id', '=', 'shipment_item.order_id')
        .onRef('order_item.seq', '=', 'shipment_item.item_seq'),
    )
    .where('shipment_item.shipment_id', 'in', shipmentIds)
    .groupBy(['shipment_item.shipment_id', 'order_item.shopify_line_id'])
    .select((eb) => [
      'shipment_item.shipment_id as shipmentId',
      'order_item.shopify_line_id as shopifyLineId',
      eb.fn.sum<number>('order_item.quantity').as('units'),
    ])
    .orderBy('order_item.shopify_line_id')
    .execute();
  const units = new Map<string, ShippedUnits[]>();
  for (const { shipmentId, shopifyLineId, units: count } of rows)
    units.set(shipmentId, [
      ...(units.get(shipmentId) ?? []),
      { shopifyLineId, units: Number(count) },
    ]);
  return units;
}

async function toldOf(
  db: Database,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .selectFrom('shipment')
    .where('order_id', 'in', orderIds)
    .where('shopify_fulfillment_id', 'is not', null)
    .select(['order_id', 'shopify_fulfillment_id'])
    .execute();
  const told = new Map<string, string[]>();
  for (const row of rows)
    told.set(row.order_id, [
      ...(told.get(row.order_id) ?? []),
      ...(row.shopify_fulfillment_id ?? '').split(','),
    ]);
  return told;
}
