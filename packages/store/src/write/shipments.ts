// Shipments, rejections and the items they are about.

import type { Delivery, FulfilledBy, ItemStatus, Queue } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { insertGraph, part } from './insert-graph.ts';

export interface FulfillmentItem {
  readonly seq: string;
  readonly status: ItemStatus;
  readonly quantity: number;
  readonly shopifyLineId: string;
  /** Of its ship group. */
  readonly delivery: Delivery;
  readonly productId: string | null;
  readonly facilityId: string | null;
  readonly queue: Queue | null;
  /** The shipment it left in. */
  readonly shipmentId: string | null;
}

/** The items of an order as fulfillment sees them. The caller holds the order's lock. */
export async function fulfillmentItems(
  db: Database,
  orderId: string,
): Promise<readonly FulfillmentItem[]> {
  return db
    .selectFrom('order_item as i')
    .innerJoin('ship_group as g', (join) =>
      join.onRef('g.order_id', '=', 'i.order_id').onRef('g.seq', '=', 'i.ship_group_seq'),
    )
    .leftJoin('shipment_item as x', (join) =>
      join.onRef('x.order_id', '=', 'i.order_id').onRef('x.item_seq', '=', 'i.seq'),
    )
    .select([
      'i.seq',
      'i.status',
      'i.quantity',
      'i.shopify_line_id as shopifyLineId',
      'g.delivery',
      'i.product_id as productId',
      'i.facility_id as facilityId',
      'i.queue',
      'x.shipment_id as shipmentId',
    ])
    .where('i.order_id', '=', orderId)
    .orderBy('i.seq')
    .execute();
}

export interface NewShipment {
  readonly orderId: string;
  readonly facilityId: string;
  readonly itemSeqs: readonly string[];
  readonly origin: FulfilledBy;
  readonly shippedAt: Date;
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly netsuiteFulfillmentId: string | null;
  /** When NetSuite had booked it; null while it has not. */
  readonly bookedAt: Date | null;
}

/** Inserts the shipment, and completes its items there. @returns its number */
export async function insertShipment(db: Database, shipment: NewShipment): Promise<string> {
  const { orderId, facilityId } = shipment;
  const { id } = await db
    .insertInto('shipment')
    .values({
      order_id: orderId,
      facility_id: facilityId,
      origin: shipment.origin,
      shipped_at: shipment.shippedAt,
      carrier: shipment.carrier,
      tracking_number: shipment.trackingNumber,
      netsuite_fulfillment_id: shipment.netsuiteFulfillmentId,
      booked_at: shipment.bookedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertGraph(db, [
    part(
      'shipment_item',
      shipment.itemSeqs.map((seq) => ({ shipment_id: id, order_id: orderId, item_seq: seq })),
    ),
  ]);
  await db
    .updateTable('order_item')
    .set({ status: 'COMPLETED', facility_id: facilityId, queue: null })
    .where('order_id', '=', orderId)
    .where('seq', '=', sql<string>`any(${[...shipment.itemSeqs]}::text[])`)
    .execute();
  return id;
}

/** The shipment NetSuite's warehouse made under this item fulfillment. */
export async function netsuiteShipment(
  db: Database,
  netsuiteFulfillmentId: string,
): Promise<{ readonly id: string; readonly orderId: string } | null> {
  const row = await db
    .selectFrom('shipment')
    .select(['id', 'order_id as orderId'])
    .where('origin', '=', 'NETSUITE')
    .where('netsuite_fulfillment_id', '=', netsuiteFulfillmentId)
    .executeTakeFirst();
  return row ?? null;
}

export interface LockedShipment {
  readonly id: string;
  readonly orderId: string;
  readonly facilityId: string;
  readonly shopifyFulfillmentId: string | null;
  readonly netsuiteFulfillmentId: string | null;
}

export async function lockShipment(db: Database, id: string): Promise<LockedShipment | null> {
  const row = await db
    .selectFrom('shipment')
    .select([
      'id',
      'order_id as orderId',
      'facility_id as facilityId',
      'shopify_fulfillment_id as shopifyFulfillmentId',
      'netsuite_fulfillment_id as netsuiteFulfillmentId',
    ])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** In how many sales orders the goods of a shipment are booked. */
export async function shipmentPostings(db: Database, shipmentId: string): Promise<number> {
  const row = await db
    .selectFrom('shipment_item as s')
    .innerJoin('order_item as i', (join) =>
      join.onRef('i.order_id', '=', 's.order_id').onRef('i.seq', '=', 's.item_seq'),
    )
    .where('s.shipment_id', '=', shipmentId)
    .select((build) => build.fn.count<number>('i.posting_id').distinct().as('count'))
    .executeTakeFirst();
  return row?.count ?? 0;
}

export async function setShopifyFulfillment(
  db: Database,
  shipmentId: string,
  shopifyFulfillmentId: string,
): Promise<void> {
  await db
    .updateTable('shipment')
    .set({ shopify_fulfillment_id: shopifyFulfillmentId })
    .where('id', '=', shipmentId)
    .execute();
}

export async function setNetsuiteFulfillment(
  db: Database,
  shipment: {
    readonly id: string;
    readonly netsuiteFulfillmentId: string;
    readonly at: Date;
  },
): Promise<void> {
  await db
    .updateTable('shipment')
    .set({
      netsuite_fulfillment_id: shipment.netsuiteFulfillmentId,
      booked_at: shipment.at,
    })
    .where('id', '=', shipment.id)
    .execute();
}

export interface NewRejection {
  readonly orderId: string;
  readonly itemSeq: string;
  readonly facilityId: string;
  readonly productId: string;
  readonly reason: string;
  readonly comment: string | null;
  readonly actor: string;
  readonly at: Date;
  readonly requestKey: string | null;
  readonly notHereUntil: Date;
  /** Change of the stock on hand that NetSuite must be told; 0 writes none. */
  readonly variance: number;
}

/** What was rejected under this key; null: nothing was. */
export async function rejectionOfKey(
  db: Database,
  requestKey: string | null,
): Promise<{ readonly facilityId: string; readonly variance: number } | null> {
  if (requestKey === null) return null;
  const row = await db
    .selectFrom('rejection as r')
    .leftJoin('inventory_variance as v', (join) =>
      join
        .onRef('v.order_id', '=', 'r.order_id')
        .onRef('v.facility_id', '=', 'r.facility_id')
        .onRef('v.product_id', '=', 'r.product_id')
        .onRef('v.recorded_at', '=', 'r.rejected_at'),
    )
    .where('r.request_key', '=', requestKey)
    .select(['r.facility_id as facilityId', 'v.delta'])
    .executeTakeFirst();
  return row === undefined ? null : { facilityId: row.facilityId, variance: row.delta ?? 0 };
}

/** Inserts the rejection and its variance, ends the allocation, and puts the item into the queue REJECTED. */
export async function insertRejection(db: Database, rejection: NewRejection): Promise<void> {
  const { orderId, itemSeq, facilityId, productId, reason, at } = rejection;
  await insertGraph(db, [
    part('rejection', [
      {
        order_id: orderId,
        item_seq: itemSeq,
        facility_id: facilityId,
        product_id: productId,
        reason,
        comment: rejection.comment,
        actor: rejection.actor,
        rejected_at: at,
        not_here_until: rejection.notHereUntil,
        request_key: rejection.requestKey,
      },
    ]),
    part(
      'inventory_variance',
      rejection.variance === 0
        ? []
        : [
            {
              facility_id: facilityId,
              product_id: productId,
              delta: rejection.variance,
              reason,
              order_id: orderId,
              recorded_at: at,
            },
          ],
    ),
  ]);
  await db
    .updateTable('allocation')
    .set({ released_at: at, release_reason: reason })
    .where('order_id', '=', orderId)
    .where('item_seq', '=', itemSeq)
    .where('released_at', 'is', null)
    .execute();
  await db
    .updateTable('order_item')
    .set({ facility_id: null, queue: 'REJECTED' })
    .where('order_id', '=', orderId)
    .where('seq', '=', itemSeq)
    .execute();
}

/** Ends open allocations of items that left from another place. Their reservations are the caller's. */
export async function releaseAllocations(
  db: Database,
  options: {
    readonly orderId: string;
    readonly itemSeqs: readonly string[];
    readonly reason: string;
    readonly at: Date;
  },
): Promise<void> {
  if (options.itemSeqs.length === 0) return;
  await db
    .updateTable('allocation')
    .set({ released_at: options.at, release_reason: options.reason })
    .where('order_id', '=', options.orderId)
    .where('item_seq', '=', sql<string>`any(${[...options.itemSeqs]}::text[])`)
    .where('released_at', 'is', null)
    .execute();
}

/** Locks a facility's stock of a product and tells who keeps it. */
export async function facilityStock(
  db: Database,
  key: { readonly facilityId: string; readonly productId: string },
): Promise<{ readonly onHand: number; readonly fulfilledBy: FulfilledBy }> {
  const row = await db
    .selectFrom('inventory as v')
    .innerJoin('facility as f', 'f.id', 'v.facility_id')
    .select(['v.on_hand as onHand', 'f.fulfilled_by as fulfilledBy'])
    .where('v.facility_id', '=', key.facilityId)
    .where('v.product_id', '=', key.productId)
    .forUpdate('v')
    .executeTakeFirstOrThrow();
  return row;
}
