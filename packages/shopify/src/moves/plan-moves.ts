// Decides, from what Shopify says now, which units must go to another location. Units that are where they should be
// stay, so that a plan made again after some of it was done is what is left of it.

import type { MovedUnits } from '@sendsale/store/read';
import type { OpenFulfillmentOrder } from '../fulfillments/fulfillment-state.ts';

export interface PlannedMove {
  readonly fulfillmentOrder: OpenFulfillmentOrder;
  /** Legacy id. */
  readonly locationId: string;
  /** Ids of the fulfillment order's own lines. */
  readonly lines: readonly { readonly id: string; readonly quantity: number }[];
  /** The lines are all that is left of the fulfillment order: it keeps its id. */
  readonly whole: boolean;
}

/** Line → location → units. */
type Need = Map<string, Map<string, number>>;

export function planMoves(
  units: readonly MovedUnits[],
  fulfillmentOrders: readonly OpenFulfillmentOrder[],
): PlannedMove[] {
  const need = needOf(units);
  const open = fulfillmentOrders.filter(isOpen);
  const elsewhere = new Map<string, number>();
  for (const one of open)
    for (const line of one.lines) {
      const stays = take(need, { lineId: line.lineId, at: one.locationId, most: line.remaining });
      elsewhere.set(line.id, line.remaining - stays);
    }
  return open.filter(canMove).flatMap((one) => movesOf(one, elsewhere, need));
}

function needOf(units: readonly MovedUnits[]): Need {
  const need: Need = new Map();
  for (const { shopifyLineId, locationId, quantity } of units) {
    const places = need.get(shopifyLineId) ?? new Map<string, number>();
    places.set(locationId, (places.get(locationId) ?? 0) + quantity);
    need.set(shopifyLineId, places);
  }
  return need;
}

/** Goods carried out or collected are where the customer is. */
function isOpen(one: OpenFulfillmentOrder): boolean {
  if (one.methodType === 'RETAIL' || one.methodType === 'PICK_UP') return false;
  return ['OPEN', 'ON_HOLD', 'IN_PROGRESS', 'SCHEDULED'].includes(one.status);
}

function canMove(one: OpenFulfillmentOrder): boolean {
  return one.actions.includes('MOVE');
}

function take(
  need: Need,
  wanted: { readonly lineId: string; readonly at: string | null; readonly most: number },
): number {
  const places = need.get(wanted.lineId);
  if (places === undefined || wanted.at === null) return 0;
  const there = places.get(wanted.at) ?? 0;
  const taken = Math.min(there, wanted.most);
  places.set(wanted.at, there - taken);
  return taken;
}

function movesOf(
  one: OpenFulfillmentOrder,
  elsewhere: ReadonlyMap<string, number>,
  need: Need,
): PlannedMove[] {
  const moves = new Map<string, { id: string; quantity: number }[]>();
  let stays = 0;
  for (const line of one.lines) {
    let left = elsewhere.get(line.id) ?? 0;
    stays += line.remaining - left;
    for (const at of need.get(line.lineId)?.keys() ?? []) {
      const quantity = take(need, { lineId: line.lineId, at, most: left });
      if (quantity === 0) continue;
      left -= quantity;
      moves.set(at, [...(moves.get(at) ?? []), { id: line.id, quantity }]);
    }
    stays += left;
  }
  const whole = stays === 0 && moves.size === 1;
  return [...moves].map(([locationId, lines]) => ({
    fulfillmentOrder: one,
    locationId,
    lines,
    whole,
  }));
}
