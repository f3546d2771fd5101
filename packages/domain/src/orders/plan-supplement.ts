// What was added to an order NetSuite has already: units and lines of an edit or an exchange, as an order of
// their own beside the first, so that what is booked stays as it was booked.

import { sumMinor } from '@sendsale/std';
import type { Minor } from '@sendsale/std';
import { postingRoute } from './delivery.ts';
import type { PostingKind } from './delivery.ts';
import type {
  AdjustmentKind,
  IncomingAdjustment,
  IncomingLine,
  IncomingOrder,
  IncomingShipGroup,
} from './incoming-order.ts';
import { sumOfParts } from './plan-order.ts';
import type { StoredItem } from './revise-order.ts';

export interface StoredAdjustment {
  /** Null for charges of a ship group or of the whole order. */
  readonly itemSeq: string | null;
  readonly kind: AdjustmentKind;
  readonly amount: Minor;
}

export interface BookedOrder {
  readonly items: readonly StoredItem[];
  readonly adjustments: readonly StoredAdjustment[];
}

/** Units of one line that the order has beyond those booked. */
interface AddedUnits {
  readonly units: number;
  /** Of `units`: added and taken off again between two looks. */
  readonly cancelled: number;
}

/**
 * The added units as an incoming order with nothing else in it; null when none were added. Its money is what
 * the lines (and the charges of the order) come to now less what is booked of them, so that both together
 * are the order's total again.
 * @param number of the supplement, part of the keys of its ship groups
 */
export function planSupplement(
  incoming: IncomingOrder,
  booked: BookedOrder,
  number: number,
): IncomingOrder | null {
  const shipGroups = incoming.shipGroups.flatMap((group, index) =>
    addedGroup(incoming, booked, { group, index, number }),
  );
  if (shipGroups.length === 0) return null;
  const reduced = {
    ...incoming,
    shipGroups,
    adjustments: chargeDifferences(incoming, booked),
    payments: [],
    refunds: [],
    agreements: [],
    // What it was cancelled with is in the lines already.
    cancelledAt: null,
    // Of the whole order, not of this part.
    standing: null,
  };
  return { ...reduced, total: sumOfParts(reduced) };
}

function addedGroup(
  incoming: IncomingOrder,
  booked: BookedOrder,
  place: { readonly group: IncomingShipGroup; readonly index: number; readonly number: number },
): readonly IncomingShipGroup[] {
  const { group, index, number } = place;
  const kind = postingRoute(incoming.channel, group.delivery);
  const lines = group.lines.flatMap((line) => {
    // Units are added where the line stands last.
    if (index !== lastGroupOf(incoming, line.shopifyLineId, kind)) return [];
    const added = addedUnits(incoming, booked, { lineId: line.shopifyLineId, kind });
    if (added.units === 0) return [];
    return [addedLine(incoming, booked, { line, kind, added })];
  });
  if (lines.length === 0) return [];
  return [{ ...group, key: `${group.key}/E${number}`, lines, adjustments: [] }];
}

interface LineKey {
  readonly lineId: string;
  readonly kind: PostingKind;
}

function linesOf(incoming: IncomingOrder, { lineId, kind }: LineKey): readonly IncomingLine[] {
  return incoming.shipGroups
    .filter((group) => postingRoute(incoming.channel, group.delivery) === kind)
    .flatMap((group) => group.lines.filter((line) => line.shopifyLineId === lineId));
}

function itemsOf(booked: BookedOrder, { lineId, kind }: LineKey): readonly StoredItem[] {
  return booked.items.filter((item) => item.shopifyLineId === lineId && item.postingKind === kind);
}

function addedUnits(incoming: IncomingOrder, booked: BookedOrder, key: LineKey): AddedUnits {
  const lines = linesOf(incoming, key);
  const items = itemsOf(booked, key);
  const quantity = sumMinor(lines.map((line) => line.quantity));
  const active = quantity - sumMinor(lines.map((line) => line.cancelledQuantity));
  const beyond = quantity - sumMinor(items.map((item) => item.quantity));
  // A line that only goes another way than it was booked is no more than before.
  const units = Math.max(0, Math.min(beyond, unitsBeyond(incoming, booked, key.lineId)));
  const stored = items.filter((item) => item.status !== 'CANCELLED');
  const storedActive = sumMinor(stored.map((item) => item.quantity));
  const wanted = Math.min(units, Math.max(0, active - storedActive));
  return { units, cancelled: units - wanted };
}

function unitsBeyond(incoming: IncomingOrder, booked: BookedOrder, lineId: string): number {
  const lines = incoming.shipGroups.flatMap((group) => group.lines);
  const now = lines.filter((line) => line.shopifyLineId === lineId).map((line) => line.quantity);
  const items = booked.items.filter((item) => item.shopifyLineId === lineId);
  return sumMinor(now) - sumMinor(items.map((item) => item.quantity));
}

function addedLine(
  incoming: IncomingOrder,
  booked: BookedOrder,
  what: {
    readonly line: IncomingLine;
    readonly kind: PostingKind;
    readonly added: AddedUnits;
  },
): IncomingLine {
  const { line, kind, added } = what;
  const key = { lineId: line.shopifyLineId, kind };
  const seqs = new Set(itemsOf(booked, key).map((item) => item.seq));
  return {
    ...line,
    quantity: added.units,
    cancelledQuantity: added.cancelled,
    fulfilledQuantity: Math.min(line.fulfilledQuantity, added.units - added.cancelled),
    adjustments: differences(
      linesOf(incoming, key).flatMap((one) => one.adjustments),
      booked.adjustments.filter((one) => one.itemSeq !== null && seqs.has(one.itemSeq)),
    ),
  };
}

/** Shipping, tips and the like: what they come to now beyond what is booked. */
function chargeDifferences(
  incoming: IncomingOrder,
  booked: BookedOrder,
): readonly IncomingAdjustment[] {
  const now = [
    ...incoming.shipGroups.flatMap((group) => group.adjustments),
    ...incoming.adjustments,
  ];
  return differences(
    now,
    booked.adjustments.filter((one) => one.itemSeq === null),
  );
}

/** One adjustment a kind whose sum changed; its title is the newest one of that kind. */
function differences(
  now: readonly IncomingAdjustment[],
  before: readonly StoredAdjustment[],
): readonly IncomingAdjustment[] {
  const kinds = [...new Set(now.map((one) => one.kind))];
  return kinds.flatMap((kind) => {
    const mine = now.filter((one) => one.kind === kind);
    const known = sumMinor(before.filter((one) => one.kind === kind).map((one) => one.amount));
    const amount = sumMinor(mine.map((one) => one.amount)) - known;
    const newest = mine.at(-1);
    return amount === 0 || newest === undefined ? [] : [{ ...newest, amount }];
  });
}

function lastGroupOf(incoming: IncomingOrder, lineId: string, kind: PostingKind): number {
  return incoming.shipGroups.findLastIndex(
    (group) =>
      postingRoute(incoming.channel, group.delivery) === kind &&
      group.lines.some((line) => line.shopifyLineId === lineId),
  );
}
