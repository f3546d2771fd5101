// How the goods of a fulfillment order reach the customer. Shopify says it itself in the delivery method; where
// it can't be read there are documented fallbacks. Fulfillment status alone never decides: a tenth of real
// carry-outs are never marked fulfilled, and a shipped send sale is fulfilled too.

import type { Channel, Delivery, DeliveryEvidence } from '@sendsale/domain';
import { gid } from '../wire/scalars.ts';
import type { SourceFulfillment, SourceFulfillmentOrder, SourceOrder } from './source-order.ts';

export interface ClassifiedDelivery {
  readonly delivery: Delivery;
  readonly evidence: DeliveryEvidence;
}

// DeliveryMethodType of the 2026-10 schema. A pickup point is a parcel locker: the parcel is shipped to it.
const BY_METHOD: ReadonlyMap<string, Delivery> = new Map<string, Delivery>([
  ['SHIPPING', 'SHIP'],
  ['PICKUP_POINT', 'SHIP'],
  ['RETAIL', 'CARRY_OUT'],
  ['PICK_UP', 'PICKUP'],
  ['LOCAL', 'LOCAL'],
  ['NONE', 'NONE'],
]);

/** The delivery of a whole fulfillment order; for one without a known method, null: its units need a fallback. */
export function classifyFulfillmentOrder(
  fulfillmentOrder: SourceFulfillmentOrder,
): ClassifiedDelivery | null {
  const delivery = BY_METHOD.get(fulfillmentOrder.methodType ?? '');
  if (delivery === undefined) return null;
  // Only what decided and does not change: moving the fulfillment order is no other evidence.
  const facts = {
    methodType: fulfillmentOrder.methodType,
    fulfillmentOrder: gid('FulfillmentOrder', fulfillmentOrder.id),
  };
  return { delivery, evidence: { rule: 'fulfillment-order-method', facts } };
}

export interface UnclassifiedUnits {
  readonly requiresShipping: boolean;
  /** See fulfilledAtTill. */
  readonly fulfilledAtTill: boolean;
  /** Why there is no method: `no-fulfillment-orders`, `unknown-method:…`, `not-in-fulfillment-orders`. */
  readonly because: string;
}

/**
 * The delivery of units no delivery method is known for. At a till: handed over then and there → CARRY_OUT;
 * an address and a shipping line → SHIP; else CARRY_OUT. Elsewhere: what needs no shipping → NONE; the shipping
 * line's category; else SHIP.
 */
export function classifyWithoutMethod(
  order: SourceOrder,
  channel: Channel,
  units: UnclassifiedUnits,
): ClassifiedDelivery {
  const shippingLine = order.shippingLines.find((line) => !line.isRemoved) ?? null;
  const facts = {
    because: units.because,
    channel,
    shippingAddress: order.shipTo !== null,
    shippingLine: shippingLine?.title ?? null,
    requiresShipping: units.requiresShipping,
    fulfilledAtTill: units.fulfilledAtTill,
  };
  const decided = (rule: string, delivery: Delivery): ClassifiedDelivery => ({
    delivery,
    evidence: { rule, facts },
  });
  if (channel === 'POS') {
    if (units.fulfilledAtTill) return decided('fallback-fulfilled-at-till', 'CARRY_OUT');
    if (order.shipTo !== null && shippingLine !== null && units.requiresShipping)
      return decided('fallback-address-and-shipping-line', 'SHIP');
    return decided('fallback-nothing-to-ship', 'CARRY_OUT');
  }
  if (!units.requiresShipping) return decided('fallback-needs-no-shipping', 'NONE');
  const category = (shippingLine?.deliveryCategory ?? '').toLowerCase();
  if (category.includes('pickup')) return decided('fallback-delivery-category', 'PICKUP');
  if (category.includes('local')) return decided('fallback-delivery-category', 'LOCAL');
  return decided('fallback-needs-shipping', 'SHIP');
}

/** Shopify marks a carry-out fulfilled within a second; an hour leaves room for registers that sync in steps. */
const TILL_WINDOW_MS = 60 * 60 * 1000;

/**
 * Units of a line that were handed over at the till: fulfilled at the selling store (or at no location) when the
 * order was made, without tracking. A parcel of a send sale leaves later, or elsewhere, or with tracking.
 */
export function fulfilledAtTill(order: SourceOrder, lineId: string): number {
  let units = 0;
  for (const fulfillment of order.fulfillments ?? []) {
    if (!isHandOver(order, fulfillment)) continue;
    for (const unit of fulfillment.units) if (unit.lineId === lineId) units += unit.quantity;
  }
  return units;
}

function isHandOver(order: SourceOrder, fulfillment: SourceFulfillment): boolean {
  if (fulfillment.tracked) return false;
  const store = order.till.locationId;
  if (fulfillment.locationId !== null && store !== null && fulfillment.locationId !== store)
    return false;
  const at = fulfillment.createdAt ?? order.createdAt;
  return Math.abs(at.getTime() - order.createdAt.getTime()) <= TILL_WINDOW_MS;
}
