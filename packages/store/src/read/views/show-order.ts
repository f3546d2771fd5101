// Everything about one order, for its page: parts, books, shipments, timeline.

import type { Address, DeliveryEvidence } from '@sendsale/domain';
import type { Database } from '../../database.ts';
import type { OrderHead } from './list-orders.ts';
import { listOrders } from './list-orders.ts';
import type { ListedProblem } from './open-problems.ts';
import { openProblems } from './open-problems.ts';

export interface OrderDetail extends OrderHead {
  readonly shipTo: Address | null;
  readonly email: string | null;
  readonly sellingFacilityId: string | null;
  readonly shipGroups: readonly ShipGroupDetail[];
  readonly items: Awaited<ReturnType<typeof itemsOf>>;
  readonly adjustments: Awaited<ReturnType<typeof adjustmentsOf>>;
  readonly postings: Awaited<ReturnType<typeof postingsOf>>;
  readonly payments: Awaited<ReturnType<typeof paymentsOf>>;
  readonly shipments: readonly ShipmentDetail[];
  readonly timeline: Awaited<ReturnType<typeof timelineOf>>;
  readonly problemsOpen: readonly ListedProblem[];
}

export interface ShipGroupDetail {
  readonly seq: string;
  readonly delivery: string;
  readonly postingId: string;
  readonly shippingMethod: string | null;
  readonly shippingTitle: string | null;
  readonly evidence: DeliveryEvidence;
}

export interface ShipmentDetail {
  readonly id: string;
  readonly facilityId: string;
  readonly origin: string;
  readonly shippedAt: Date;
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly shopifyFulfillmentId: string | null;
  readonly netsuiteFulfillmentId: string | null;
  readonly itemSeqs: readonly string[];
}

/**
 * The order with this id, or the newest one with this name; null when there is none, or none that concerns the
 * places given.
 * Reads follow each other: an embedded database has a single connection.
 */
export async function showOrder(
  db: Database,
  nameOrId: string,
  facilityIds: readonly string[] | null = null,
): Promise<OrderDetail | null> {
  const [head] = await listOrders(db, { limit: 1, nameOrId, facilityIds });
  if (head === undefined) return null;
  return {
    ...head,
    ...(await whoOf(db, head.id)),
    shipGroups: await shipGroupsOf(db, head.id),
    items: await itemsOf(db, head.id),
    adjustments: await adjustmentsOf(db, head.id),
    postings: await postingsOf(db, head.id),
    payments: await paymentsOf(db, head.id),
    shipments: await shipmentsOf(db, head.id),
    timeline: await timelineOf(db, head.id),
    problemsOpen: await openProblems(db, { orderId: head.id }),
  };
}

async function whoOf(
  db: Database,
  orderId: string,
): Promise<Pick<OrderDetail, 'shipTo' | 'email' | 'sellingFacilityId'>> {
  return db
    .selectFrom('sales_order')
    .where('id', '=', orderId)
    .select(['ship_to as shipTo', 'email', 'selling_facility_id as sellingFacilityId'])
    .executeTakeFirstOrThrow();
}

async function shipGroupsOf(db: Database, orderId: string): Promise<ShipGroupDetail[]> {
  return db
    .selectFrom('ship_group')
    .where('order_id', '=', orderId)
    .orderBy('seq')
    .select([
      'seq',
      'delivery',
      'posting_id as postingId',
      'shipping_method as shippingMethod',
      'shipping_title as shippingTitle',
      'evidence',
    ])
    .execute();
}

// The return types below are what the queries say they select.
async function itemsOf(db: Database, orderId: string) {
  return db
    .selectFrom('order_item')
    .where('order_id', '=', orderId)
    .orderBy('seq')
    .select([
      'seq',
      'ship_group_seq as shipGroupSeq',
      'posting_id as postingId',
      'sku',
      'title',
      'quantity',
      'unit_price_minor as unitPriceMinor',
      'status',
      'facility_id as facilityId',
      'queue',
    ])
    .execute();
}

async function adjustmentsOf(db: Database, orderId: string) {
  return db
    .selectFrom('order_adjustment')
    .where('order_id', '=', orderId)
    .orderBy('seq')
    .select([
      'kind',
      'item_seq as itemSeq',
      'ship_group_seq as shipGroupSeq',
      'amount_minor as amountMinor',
      'title',
      'code',
    ])
    .execute();
}

async function postingsOf(db: Database, orderId: string) {
  return db
    .selectFrom('posting')
    .where('order_id', '=', orderId)
    .orderBy('id')
    .select(['id', 'kind', 'external_id as externalId', 'netsuite_id as netsuiteId'])
    .execute();
}

async function paymentsOf(db: Database, orderId: string) {
  return db
    .selectFrom('payment')
    .where('order_id', '=', orderId)
    .orderBy('id')
    .select([
      'shopify_transaction_id as shopifyTransactionId',
      'kind',
      'status',
      'gateway',
      'amount_minor as amountMinor',
      'processed_at as processedAt',
    ])
    .execute();
}

async function shipmentsOf(db: Database, orderId: string): Promise<ShipmentDetail[]> {
  const shipments = await db
    .selectFrom('shipment')
    .where('order_id', '=', orderId)
    .orderBy('shipped_at')
    .orderBy('id')
    .selectAll()
    .execute();
  const items = await db
    .selectFrom('shipment_item')
    .where('order_id', '=', orderId)
    .orderBy('item_seq')
    .select(['shipment_id', 'item_seq'])
    .execute();
  return shipments.map((shipment) => ({
    id: shipment.id,
    facilityId: shipment.facility_id,
    origin: shipment.origin,
    shippedAt: shipment.shipped_at,
    carrier: shipment.carrier,
    trackingNumber: shipment.tracking_number,
    shopifyFulfillmentId: shipment.shopify_fulfillment_id,
    netsuiteFulfillmentId: shipment.netsuite_fulfillment_id,
    itemSeqs: items.filter((item) => item.shipment_id === shipment.id).map((item) => item.item_seq),
  }));
}

async function timelineOf(db: Database, orderId: string) {
  return db
    .selectFrom('order_timeline')
    .where('order_id', '=', orderId)
    .orderBy('id')
    .select(['step', 'at', 'actor', 'via', 'detail'])
    .execute();
}
