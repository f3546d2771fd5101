// Items left a facility: a shipment is recorded, stock goes down, and the order completes with its last item.

import { nextItemStatus, problem } from '@sendsale/domain';
import type { FulfilledBy, Problem } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';
import {
  appendTimeline,
  changeStock,
  fulfillmentItems,
  insertShipment,
  lockOrder,
  netsuiteShipment,
  releaseAllocations,
} from '@sendsale/store/write';
import type {
  FulfillmentItem,
  LockedOrder,
  StockChange,
  TimelineEntry,
} from '@sendsale/store/write';
import { settleOrderStatus } from '../orders/settle-order-status.ts';
import { itemUnknown, orderUnknown, stepNotAllowed } from '../problems/refusals.ts';

export interface ShipItemsOptions {
  readonly orderId: string;
  readonly facilityId: string;
  readonly itemSeqs: readonly string[];
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  /** OMS: our store says so. NETSUITE: an item fulfillment of NetSuite says so. */
  readonly origin: FulfilledBy;
  /** With origin NETSUITE: the item fulfillment's internal id; the same one again changes nothing. */
  readonly netsuiteFulfillmentId?: string;
  readonly shippedAt?: Date;
  readonly actor: string;
  readonly via: string;
  readonly at: Date;
}

/**
 * Ships items in one shipment. The same items shipped before in one shipment from there: that shipment is
 * returned (`isNew` false). ORDER_UNKNOWN, ITEM_UNKNOWN, STEP_NOT_ALLOWED (not allocated there, not approved),
 * SHIPPED_AFTER_CANCELLATION.
 */
export async function shipItems(
  db: Database,
  options: ShipItemsOptions,
): Promise<Result<{ readonly shipmentId: string; readonly isNew: boolean }, Problem>> {
  const { orderId } = options;
  return inTransaction(db, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (order === null) return fail(orderUnknown(orderId));
    const known = await shippedBefore(tx, options);
    if (known !== null) return ok({ shipmentId: known, isNew: false });
    const all = await fulfillmentItems(tx, orderId);
    const chosen = chooseItems(all, options);
    if (!chosen.ok) return chosen;
    const items = chosen.value;
    const again = sameShipment(items);
    if (again !== null) return ok({ shipmentId: again, isNew: false });
    const refusal = refuse(order, items, options);
    if (refusal !== null) return fail(refusal);
    return ok({ shipmentId: await ship(tx, order, { all, items, options }), isNew: true });
  });
}

async function shippedBefore(tx: Database, options: ShipItemsOptions): Promise<string | null> {
  if (options.netsuiteFulfillmentId === undefined) return null;
  const shipment = await netsuiteShipment(tx, options.netsuiteFulfillmentId);
  return shipment?.id ?? null;
}

function chooseItems(
  all: readonly FulfillmentItem[],
  options: ShipItemsOptions,
): Result<readonly FulfillmentItem[], Problem> {
  const bySeq = new Map(all.map((item) => [item.seq, item]));
  const items: FulfillmentItem[] = [];
  for (const seq of new Set(options.itemSeqs)) {
    const item = bySeq.get(seq);
    if (item === undefined) return fail(itemUnknown(options.orderId, seq));
    items.push(item);
  }
  if (items.length > 0) return ok(items);
  return fail(stepNotAllowed(options.orderId, 'ship', 'A shipment has at least one item.'));
}

// The same call again, after its answer was lost.
function sameShipment(items: readonly FulfillmentItem[]): string | null {
  const ids = new Set(items.map((item) => item.shipmentId));
  const [id] = ids;
  return ids.size === 1 && id !== undefined ? id : null;
}

function refuse(
  order: LockedOrder,
  items: readonly FulfillmentItem[],
  options: ShipItemsOptions,
): Problem | null {
  const { orderId, facilityId } = options;
  const why = (sentence: string): Problem => stepNotAllowed(orderId, 'ship', sentence);
  const cancelled = items.filter((item) => item.status === 'CANCELLED').map((item) => item.seq);
  if (cancelled.length > 0) {
    const message = `Item ${cancelled.join(', ')} of order ${orderId} is cancelled.`;
    const detail = { itemSeqs: cancelled, facilityId, via: options.via };
    return problem({
      code: 'SHIPPED_AFTER_CANCELLATION',
      subject: orderId,
      orderId,
      message,
      detail,
    });
  }
  for (const item of items) {
    if (nextItemStatus(item.status, 'complete') === null) {
      return why(`Item ${item.seq} of order ${orderId} has left already.`);
    }
    // What NetSuite's warehouse says has happened, wherever we thought it would.
    if (options.origin === 'NETSUITE') continue;
    if (item.status !== 'APPROVED' || item.facilityId !== facilityId) {
      return why(`Item ${item.seq} of order ${orderId} is not allocated to ${facilityId}.`);
    }
  }
  if (options.origin === 'OMS' && order.status === 'HOLD') return why(`Order ${orderId} is held.`);
  return null;
}

async function ship(
  tx: Database,
  order: LockedOrder,
  facts: {
    readonly all: readonly FulfillmentItem[];
    readonly items: readonly FulfillmentItem[];
    readonly options: ShipItemsOptions;
  },
): Promise<string> {
  const { all, items, options } = facts;
  const { orderId, facilityId, at, origin } = options;
  const shippedAt = options.shippedAt ?? at;
  const itemSeqs = items.map((item) => item.seq);
  const elsewhere = items.filter((item) => item.facilityId !== facilityId).map((item) => item.seq);
  await releaseAllocations(tx, { orderId, itemSeqs: elsewhere, reason: 'SHIPPED_ELSEWHERE', at });
  await changeStock(
    tx,
    items.flatMap((item) => stockChanges(item, facilityId)),
  );
  const shipmentId = await insertShipment(tx, {
    ...options,
    itemSeqs,
    shippedAt,
    netsuiteFulfillmentId: options.netsuiteFulfillmentId ?? null,
    bookedAt: origin === 'NETSUITE' ? shippedAt : null,
  });
  const statuses = all.map((item) => (itemSeqs.includes(item.seq) ? 'COMPLETED' : item.status));
  await settleOrderStatus(tx, order, statuses);
  await appendTimeline(tx, entriesOf(options, { shipmentId, itemSeqs, shippedAt }));
  return shipmentId;
}

// The unit leaves the shelf of the facility that shipped it; a reservation goes where it was made.
function stockChanges(item: FulfillmentItem, facilityId: string): readonly StockChange[] {
  const { productId, quantity } = item;
  if (productId === null) return [];
  const left = { facilityId, productId, onHand: -quantity, reserved: 0 };
  if (item.facilityId === null) return [left];
  return [left, { facilityId: item.facilityId, productId, onHand: 0, reserved: -quantity }];
}

function entriesOf(
  options: ShipItemsOptions,
  shipment: {
    readonly shipmentId: string;
    readonly itemSeqs: readonly string[];
    readonly shippedAt: Date;
  },
): readonly TimelineEntry[] {
  const { orderId, facilityId, carrier, trackingNumber, actor, via, at } = options;
  const { shipmentId, itemSeqs } = shipment;
  const detail = { shipmentId, facilityId, itemSeqs, carrier, trackingNumber };
  const fulfilled = {
    orderId,
    step: 'fulfilled',
    at: shipment.shippedAt,
    actor,
    via,
    detail,
  } as const;
  if (options.origin === 'OMS') return [fulfilled];
  const netsuiteFulfillmentId = options.netsuiteFulfillmentId ?? null;
  const received = { shipmentId, netsuiteFulfillmentId };
  const step = 'fulfillment received';
  return [fulfilled, { orderId, step, at, actor: 'NetSuite', via, detail: received }];
}
