// Divides the units of one line over the fulfillment orders that claim them, and says how many of each part are
// fulfilled and cancelled. Shopify's claims overlap: a cancelled fulfillment leaves its old fulfillment order
// CLOSED beside a new OPEN one, and removed units are in none.

import { defined, sumMinor } from '@sendsale/std';
import type { SourceLine, SourceOrder } from './source-order.ts';

/** What one fulfillment order says of a line. */
export interface UnitClaim {
  readonly group: string;
  readonly fulfillmentOrderId: string;
  readonly status: string;
  readonly total: number;
  readonly remaining: number;
}

export interface UnitShare {
  readonly group: string;
  readonly units: number;
  readonly fulfilled: number;
  readonly cancelled: number;
}

interface Part {
  readonly claim: UnitClaim;
  units: number;
  fulfilled: number;
  cancelled: number;
}

/**
 * Every unit of the line ends in exactly one share. Live claims are served first, then closed ones (newest
 * first), then cancelled ones; units nobody claims were removed and stay with the largest claim.
 */
export function assignUnits(
  order: SourceOrder,
  line: SourceLine,
  claims: readonly UnitClaim[],
): UnitShare[] {
  const parts = [...claims].sort(byPrecedence).map(emptyPart);
  let unclaimed = line.quantity;
  for (const part of parts) {
    part.units = Math.min(unclaimed, part.claim.total);
    unclaimed -= part.units;
  }
  const largest = [...parts].sort((a, b) => b.claim.total - a.claim.total)[0];
  defined(largest, 'A line is divided over at least one claim.').units += unclaimed;
  shareFulfilled(parts, fulfilledUnits(order, line));
  shareCancelled(parts, cancelledUnits(order, line));
  return merge(parts);
}

function emptyPart(claim: UnitClaim): Part {
  return { claim, units: 0, fulfilled: 0, cancelled: 0 };
}

function byPrecedence(a: UnitClaim, b: UnitClaim): number {
  const order = rank(a.status) - rank(b.status);
  return order === 0 ? compareIds(b.fulfillmentOrderId, a.fulfillmentOrderId) : order;
}

function rank(status: string): number {
  if (status === 'CANCELLED') return 2;
  return status === 'CLOSED' ? 1 : 0;
}

/** Legacy ids are digits without leading zeros: the longer one is the larger. */
export function compareIds(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : Number(a > b);
}

/**
 * Units of the line that left: counted in fulfillments, which are the fact; without them, what is neither open,
 * nor removed, nor unfulfillable.
 */
export function fulfilledUnits(order: SourceOrder, line: SourceLine): number {
  if (order.fulfillments === null) {
    if (line.nonFulfillable) return 0;
    return Math.max(0, line.currentQuantity - line.unfulfilledQuantity);
  }
  const units = order.fulfillments.flatMap((one) => one.units);
  const counted = sumMinor(units.filter((unit) => unit.lineId === line.id).map((u) => u.quantity));
  return Math.min(line.quantity, counted);
}

/**
 * Units taken off before they left: what is missing from the current quantity, less what came back after it
 * had left (fulfilled units, and units refunded as RETURN).
 */
export function cancelledUnits(order: SourceOrder, line: SourceLine): number {
  const fulfilled = fulfilledUnits(order, line);
  if (order.cancelledAt !== null) return line.quantity - fulfilled;
  const removed = line.quantity - line.currentQuantity;
  const returned = sumMinor(
    order.refundedUnits
      .filter((unit) => unit.lineId === line.id && unit.restockType === 'RETURN')
      .map((unit) => unit.quantity),
  );
  const gone = line.quantity - fulfilled - line.unfulfilledQuantity;
  return Math.max(0, Math.min(gone, removed - returned, line.quantity));
}

function shareFulfilled(parts: readonly Part[], fulfilled: number): void {
  let left = fulfilled;
  // First where Shopify counts them itself, then wherever there is room.
  for (const part of parts) {
    part.fulfilled = Math.min(left, part.units, part.claim.total - part.claim.remaining);
    left -= part.fulfilled;
  }
  for (const part of parts) {
    const more = Math.min(left, part.units - part.fulfilled);
    part.fulfilled += more;
    left -= more;
  }
}

function shareCancelled(parts: readonly Part[], cancelled: number): void {
  let left = cancelled;
  // First the units Shopify no longer counts, then those of dead claims, then any that have not left.
  const take = (part: Part, most: number): void => {
    const more = Math.max(0, Math.min(left, most, part.units - part.fulfilled - part.cancelled));
    part.cancelled += more;
    left -= more;
  };
  for (const part of parts) take(part, part.units - part.claim.total);
  for (const part of parts) if (rank(part.claim.status) > 0) take(part, left);
  for (const part of parts) take(part, left);
}

function merge(parts: readonly Part[]): UnitShare[] {
  const shares = new Map<string, UnitShare>();
  for (const { claim, units, fulfilled, cancelled } of parts) {
    if (units === 0) continue;
    const sofar = shares.get(claim.group);
    shares.set(claim.group, {
      group: claim.group,
      units: units + (sofar?.units ?? 0),
      fulfilled: fulfilled + (sofar?.fulfilled ?? 0),
      cancelled: cancelled + (sofar?.cancelled ?? 0),
    });
  }
  return [...shares.values()];
}
