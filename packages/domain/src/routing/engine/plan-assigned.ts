// Items the order itself binds to a facility (pickup, local delivery): no rule chooses for them, and they come
// before everything else, since nobody else can serve them.

import type { ConsideredFacility, RoutingVerdict } from '../explanation.ts';
import { groupBy } from './group-by.ts';
import { capacityLeft, take } from './network.ts';
import type { Network } from './network.ts';
import { leaveItem } from './order-state.ts';
import type { OrderState } from './order-state.ts';
import type { BatchCount, Planning } from './planning.ts';
import type { RoutingItem } from './routing-problem.ts';
import { rounded } from './consider.ts';

const RULE = 'ASSIGNED_FACILITY';

/** Allocates what its own facility has; the rest waits as unfillable. */
export function planAssigned(states: readonly OrderState[], { network }: Planning): BatchCount {
  let attempted = 0;
  let allocated = 0;
  for (const state of states.toSorted(byAge)) {
    const items = [...state.open.values()].filter((item) => item.assignedFacilityId !== null);
    for (const [facilityId, mine] of groupBy(items, (item) => item.assignedFacilityId ?? '')) {
      attempted += mine.length;
      allocated += planThere(state, mine, { network, facilityId });
    }
  }
  return { batch: RULE, attempted, allocated, queued: attempted - allocated };
}

function byAge(a: OrderState, b: OrderState): number {
  if (a.order.placedAt !== b.order.placedAt) return a.order.placedAt - b.order.placedAt;
  return a.order.orderId < b.order.orderId ? -1 : 1;
}

function planThere(
  state: OrderState,
  items: readonly RoutingItem[],
  where: { readonly network: Network; readonly facilityId: string },
): number {
  const { network, facilityId } = where;
  const index = network.indexOf.get(facilityId) ?? -1;
  const isFull = capacityLeft(network, index) <= 0 && !state.presentAt.has(index);
  const taken: RoutingItem[] = [];
  for (const item of isFull ? [] : items) {
    const stock = network.stock.get(item.productId);
    if (stock === undefined || stock.rejectedAt.has(index)) continue;
    if ((stock.left[index] ?? 0) < item.quantity) continue;
    const isNew = !state.presentAt.has(index);
    take(network, index, { items: [item], isNew });
    state.presentAt.add(index);
    state.open.delete(item.seq);
    taken.push(item);
  }
  record(state, { items, taken, index, facilityId, isFull, network });
  return taken.length;
}

interface There {
  readonly items: readonly RoutingItem[];
  readonly taken: readonly RoutingItem[];
  readonly index: number;
  readonly facilityId: string;
  readonly isFull: boolean;
  readonly network: Network;
}

function record(state: OrderState, there: There): void {
  const { items, taken, index, facilityId, isFull } = there;
  state.attempted = true;
  const miles = rounded(state.miles?.[index] ?? null);
  const itemSeqs = taken.map((item) => item.seq);
  // Nothing is sent to the customer's home from a pickup; its cost is the store's own.
  const part = { facilityId, itemSeqs, miles, cost: 0 };
  const parts = taken.length === 0 ? [] : [part];
  for (const item of items) {
    if (taken.includes(item)) continue;
    const { autoCancelAt } = item;
    leaveItem(state, item, { queue: 'UNFILLABLE', autoCancelAt, stops: true });
  }
  const left = items.length - taken.length;
  state.parts.push(...parts.map((one) => ({ ...one, batch: RULE, rule: RULE, limited: true })));
  state.considered = [...state.considered, considered(there, miles)];
  state.steps.push({
    batch: RULE,
    rule: RULE,
    itemSeqs: items.map((item) => item.seq),
    removed: left > 0 ? [{ by: isFull ? 'AT_CAPACITY' : 'NO_STOCK', facilities: 1 }] : [],
    candidates: parts.length,
    parts,
    actions: left > 0 ? ['MOVE_TO_QUEUE'] : [],
    refused: null,
  });
}

function considered(there: There, miles: number | null): ConsideredFacility {
  const { facilityId, taken, isFull, items, network, index } = there;
  const rejected = items.some((item) => network.stock.get(item.productId)?.rejectedAt.has(index));
  const why: RoutingVerdict = isFull ? 'AT_CAPACITY' : rejected ? 'REJECTED_BEFORE' : 'NO_STOCK';
  const verdict = taken.length > 0 ? 'CHOSEN' : why;
  const couldShip = taken.map((item) => item.seq);
  return { facilityId, miles, verdict, couldShip, rank: null, cost: null, by: null };
}
