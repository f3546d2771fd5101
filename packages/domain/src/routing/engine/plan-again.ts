// Orders that have a place already and may get another one with a run that plans its orders together: what they hold
// counts as free for the plan, and moving one costs the merchant's price.

import type { PlannedAssignment } from '../optimizer/problem.ts';
import { groupBy } from './group-by.ts';
import { NOT_ALLOWED } from './joint-orders.ts';
import type { JointOrder } from './joint-orders.ts';
import { jointParcels } from './joint-problem.ts';
import { take } from './network.ts';
import type { OpenRun } from './open-run.ts';
import type { PlannedOrder, RunPlan } from './planning.ts';
import type { BrokeringProblem, RoutingFacility, RoutingOrder } from './routing-problem.ts';

export interface AllocatedOrder {
  /** With its items as if they waited, and nothing of it present anywhere. */
  readonly order: RoutingOrder;
  /** Item → the facility that has it now. */
  readonly facilityOf: ReadonlyMap<string, string>;
  /** Whose places of the day and of the hour it takes. */
  readonly places: readonly {
    readonly facilityId: string;
    readonly ofDay: boolean;
    readonly ofHour: boolean;
  }[];
}

/** An order that another plan suits better: where it was, and what it gets. */
export interface MovedOrder {
  readonly plan: PlannedOrder;
  readonly facilityOf: ReadonlyMap<string, string>;
}

/** The problem as if these orders had no place yet. */
export function withReturned(
  problem: BrokeringProblem,
  allocated: readonly AllocatedOrder[],
): BrokeringProblem {
  if (allocated.length === 0) return problem;
  const units = new Map<string, number>();
  for (const { order, facilityOf } of allocated) {
    for (const { seq, productId, quantity } of order.items) {
      const key = `${facilityOf.get(seq) ?? ''}\n${productId}`;
      units.set(key, (units.get(key) ?? 0) + quantity);
    }
  }
  const stock = problem.stock.map((cell) => {
    const key = `${cell.facilityId}\n${cell.productId}`;
    const returned = units.get(key) ?? 0;
    units.delete(key);
    return returned === 0 ? cell : { ...cell, available: cell.available + returned };
  });
  const emptied = [...units].map(([key, available]) => {
    const [facilityId = '', productId = ''] = key.split('\n');
    return { facilityId, productId, available, weeklyUnits: null, rejected: false };
  });
  const places = groupBy(
    allocated.flatMap((one) => one.places),
    (place) => place.facilityId,
  );
  const facilities = problem.facilities.map((facility): RoutingFacility => {
    const mine = places.get(facility.facilityId) ?? [];
    const { dayLeft, hourLeft } = facility;
    return {
      ...facility,
      dayLeft: dayLeft === null ? null : dayLeft + mine.filter((place) => place.ofDay).length,
      hourLeft: hourLeft === null ? null : hourLeft + mine.filter((place) => place.ofHour).length,
    };
  });
  const orders = [...problem.orders, ...allocated.map((one) => one.order)];
  return { ...problem, orders, facilities, stock: [...stock, ...emptied] };
}

/** Whether the run plans all of the order together with the others, and its rules allow what it has now. */
export function isMovable(
  one: AllocatedOrder,
  joint: JointOrder | undefined,
  open: OpenRun,
): boolean {
  if (joint === undefined || joint.items.length < one.order.items.length) return false;
  return tierNow(one, joint, open) < joint.batch.rules.length;
}

// The first rule that allows the order's facilities as they are; the number of rules when none does.
function tierNow(one: AllocatedOrder, { tiers, batch, maxShipments }: JointOrder, open: OpenRun) {
  const none = batch.rules.length;
  const facilities = new Set(one.facilityOf.values());
  if (facilities.size > maxShipments) return none;
  let tier = facilities.size > 1 ? tiers.split : 0;
  for (const facilityId of facilities) {
    const index = open.planning.network.indexOf.get(facilityId) ?? -1;
    const mine = tiers.facilities instanceof Uint8Array ? tiers.facilities[index] : NOT_ALLOWED;
    tier = Math.max(tier, mine ?? NOT_ALLOWED);
  }
  return Math.min(tier, none);
}

/** What the orders have now, as the assignments of their parcels. */
export function assignmentsNow(
  allocated: readonly AllocatedOrder[],
  joint: ReadonlyMap<string, JointOrder>,
): ReadonlyMap<string, PlannedAssignment['lines']> {
  return new Map(
    allocated.flatMap(({ order, facilityOf }) => {
      const one = joint.get(order.orderId);
      if (one === undefined) return [];
      return [...jointParcels(one)].map(
        ([id, items]) => [id, items.map(({ seq }) => facilityOf.get(seq) ?? null)] as const,
      );
    }),
  );
}

/** What the orders have now, as a plan by the first rules that allow it: what another plan is held against. */
export function plansNow(
  allocated: readonly AllocatedOrder[],
  joint: ReadonlyMap<string, JointOrder>,
  open: OpenRun,
): readonly Pick<PlannedOrder, 'orderId' | 'parts' | 'left'>[] {
  return allocated.flatMap((one) => {
    const mine = joint.get(one.order.orderId);
    if (mine === undefined) return [];
    const { batch } = mine;
    const rule = batch.rules[tierNow(one, mine, open)]?.rule.code ?? '';
    const parts = [...groupBy([...one.facilityOf], ([, facilityId]) => facilityId)].map(
      ([facilityId, items]) => ({
        facilityId,
        itemSeqs: items.map(([seq]) => seq),
        miles: null,
        cost: 0,
        batch: batch.batch.code,
        rule,
        limited: true,
      }),
    );
    return [{ orderId: one.order.orderId, parts, left: [] }];
  });
}

/** Orders whose parcels all stay keep what they have, whatever the rules say of it now: nothing is decided anew. */
export function keepUnmoved(
  open: OpenRun,
  allocated: readonly AllocatedOrder[],
  planned: {
    readonly byOrder: ReadonlyMap<string, JointOrder>;
    readonly now: ReadonlyMap<string, PlannedAssignment['lines']>;
    readonly facilitiesOf: ReadonlyMap<string, PlannedAssignment['lines']>;
  },
): void {
  const { network } = open.planning;
  const { byOrder, now, facilitiesOf } = planned;
  const isKept = (one: JointOrder | undefined): boolean =>
    one !== undefined &&
    [...jointParcels(one).keys()].every((id) =>
      now.get(id)?.every((facilityId, line) => facilityId === facilitiesOf.get(id)?.[line]),
    );
  const kept = allocated.filter((one) => isKept(byOrder.get(one.order.orderId)));
  for (const { orderId, parts } of plansNow(kept, byOrder, open)) {
    const state = open.stateOf(orderId);
    if (state === null) continue;
    for (const { facilityId, itemSeqs } of parts) {
      const items = itemSeqs.flatMap((seq) => state.open.get(seq) ?? []);
      take(network, network.indexOf.get(facilityId) ?? -1, { items, isNew: true });
      for (const seq of itemSeqs) state.open.delete(seq);
    }
    state.parts.push(...parts);
  }
}

/** The run's own orders apart from those that had a place, of which only what moves is told. */
export function splitMoves(
  plan: RunPlan,
  allocated: readonly AllocatedOrder[],
): { readonly own: RunPlan; readonly moves: readonly MovedOrder[]; readonly isWhole: boolean } {
  const had = new Map(allocated.map((one) => [one.order.orderId, one.facilityOf]));
  const moves = plan.orders.flatMap((one) => {
    const facilityOf = had.get(one.orderId);
    const isMoved = one.parts.some(({ facilityId, itemSeqs }) =>
      itemSeqs.some((seq) => facilityOf?.get(seq) !== facilityId),
    );
    return facilityOf === undefined || !isMoved ? [] : [{ plan: one, facilityOf }];
  });
  const orders = plan.orders.filter((one) => !had.has(one.orderId));
  const isWhole = plan.orders.every((one) => !had.has(one.orderId) || one.left.length === 0);
  return { own: { ...plan, orders }, moves, isWhole };
}
