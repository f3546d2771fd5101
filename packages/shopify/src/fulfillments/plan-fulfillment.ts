// Decides, from what Shopify says now, what is left to tell of a shipment and against which fulfillment orders.
// `fulfillmentCreate` has no idempotency key: recognising what was already told is what makes a repeat safe.

import type { ShipmentToTell } from '@sendsale/store/read';
import type {
  FulfillmentState,
  KnownFulfillment,
  OpenFulfillmentOrder,
} from './fulfillment-state.ts';

export interface FulfillmentPlan {
  /** Fulfillments in Shopify that already stand for (part of) this shipment, legacy ids. */
  readonly told: readonly string[];
  /** Units still to be told, by the fulfillment order they are told against. */
  readonly parts: readonly PlannedPart[];
  /** Units no open fulfillment order has any more. */
  readonly missing: readonly { readonly lineId: string; readonly units: number }[];
}

export interface PlannedPart {
  readonly fulfillmentOrder: OpenFulfillmentOrder;
  /** Ids of the fulfillment order's own lines. */
  readonly lines: readonly { readonly id: string; readonly quantity: number }[];
  /** The lines are all that is left of the fulfillment order. */
  readonly whole: boolean;
}

export function planFulfillment(
  shipment: ShipmentToTell,
  state: FulfillmentState,
): FulfillmentPlan {
  const need = new Map(shipment.units.map((one) => [one.shopifyLineId, one.units]));
  const told: string[] = [];
  for (const fulfillment of state.fulfillments) {
    if (!isOurs(shipment, fulfillment) || !fits(fulfillment, need)) continue;
    told.push(fulfillment.id);
    for (const [lineId, units] of fulfillment.units) lower(need, lineId, units);
  }
  const open = state.fulfillmentOrders.filter(isFulfillable).toSorted(nearestFirst(shipment));
  const parts = open.map((one) => takePart(one, need)).filter((part) => part.lines.length > 0);
  const missing = [...need]
    .filter(([, units]) => units > 0)
    .map(([lineId, units]) => ({ lineId, units }));
  return { told, parts, missing };
}

/** Registers and Shopify may disagree about the time a little. */
const CLOCK_MARGIN_MS = 60 * 60 * 1000;

/**
 * Our own fulfillment bears our tracking number. A shipment without one is recognised only after we called
 * once, by place and time; its lines must fit in either case.
 */
function isOurs(shipment: ShipmentToTell, fulfillment: KnownFulfillment): boolean {
  if (shipment.otherFulfillmentIds.includes(fulfillment.id)) return false;
  if (shipment.trackingNumber !== null)
    return fulfillment.trackingNumbers.includes(shipment.trackingNumber);
  if (shipment.fileId === null || fulfillment.trackingNumbers.length > 0) return false;
  const earliest = shipment.shippedAt.getTime() - CLOCK_MARGIN_MS;
  return fulfillment.createdAt !== null && fulfillment.createdAt.getTime() >= earliest;
}

function fits(fulfillment: KnownFulfillment, need: ReadonlyMap<string, number>): boolean {
  const units = [...fulfillment.units];
  return units.length > 0 && units.every(([lineId, count]) => count <= (need.get(lineId) ?? 0));
}

/** A RETAIL fulfillment order is the till's: units carried out are not ours to tell. */
function isFulfillable(one: OpenFulfillmentOrder): boolean {
  if (one.methodType === 'RETAIL') return false;
  if (one.actions.length > 0 && !one.actions.includes('CREATE_FULFILLMENT')) return false;
  return one.status === 'OPEN' || one.status === 'IN_PROGRESS';
}

function nearestFirst(
  shipment: ShipmentToTell,
): (a: OpenFulfillmentOrder, b: OpenFulfillmentOrder) => number {
  const away = (one: OpenFulfillmentOrder): number =>
    Number(one.locationId !== shipment.shopifyLocationId);
  return (a, b) => away(a) - away(b);
}

/** Takes what `one` can give of `need`, and lowers `need` by it. */
function takePart(one: OpenFulfillmentOrder, need: Map<string, number>): PlannedPart {
  const lines: { id: string; quantity: number }[] = [];
  let left = 0;
  for (const line of one.lines) {
    const quantity = Math.min(line.remaining, need.get(line.lineId) ?? 0);
    left += line.remaining - quantity;
    if (quantity === 0) continue;
    lower(need, line.lineId, quantity);
    lines.push({ id: line.id, quantity });
  }
  return { fulfillmentOrder: one, lines, whole: left === 0 };
}

function lower(need: Map<string, number>, lineId: string, units: number): void {
  need.set(lineId, (need.get(lineId) ?? 0) - units);
}

/** Parts by the location they are told at: one `fulfillmentCreate` takes fulfillment orders of one location. */
export function byLocation(parts: readonly PlannedPart[]): PlannedPart[][] {
  const places = new Map<string | null, PlannedPart[]>();
  for (const part of parts) {
    const place = part.fulfillmentOrder.locationId;
    places.set(place, [...(places.get(place) ?? []), part]);
  }
  return [...places.values()];
}
