// Which orders of a run can be planned together, and what their rules say as tiers: for each facility the first
// rule whose filters keep it, and the first that splits.

import type { TierSet } from '../optimizer/problem.ts';
import type { FacilityView } from '../rules/units.ts';
import type { CompiledBatch, CompiledRule } from './compile-rules.ts';
import type { OrderState } from './order-state.ts';
import type { OpenRun } from './open-run.ts';
import type { Planning } from './planning.ts';
import type { RoutingFacility, RoutingItem } from './routing-problem.ts';
import { sortedBatch } from './sorted-batch.ts';

export const NOT_ALLOWED = 255;

export interface JointOrder {
  readonly state: OrderState;
  readonly batch: CompiledBatch;
  readonly items: readonly RoutingItem[];
  readonly setName: string;
  readonly tiers: TierSet;
  readonly maxShipments: number;
}

/** In the order their batches take them. */
export function jointOrders({ planning, states, batches }: OpenRun): readonly JointOrder[] {
  const batchesOf = new Map<OrderState, CompiledBatch[]>();
  const taken = new Set<string>();
  const found: {
    readonly state: OrderState;
    readonly batch: CompiledBatch;
    readonly items: readonly RoutingItem[];
  }[] = [];
  for (const batch of batches) {
    for (const { state, seqs } of sortedBatch(batch, states, planning)) {
      const mine = seqs.filter((seq) => !taken.has(`${state.order.orderId}/${seq}`));
      if (mine.length === 0) continue;
      for (const seq of mine) taken.add(`${state.order.orderId}/${seq}`);
      batchesOf.set(state, [...(batchesOf.get(state) ?? []), batch]);
      const items = mine.flatMap((seq) => state.open.get(seq) ?? []);
      found.push({ state, batch, items });
    }
  }
  const sets = new Map<string, TierSet>();
  return found
    .filter((one) => batchesOf.get(one.state)?.length === 1 && isPlain(one, planning))
    .map((one) => ({
      ...one,
      ...tierSetOf(one, { planning, sets }),
      maxShipments: maxShipmentsOf(one.batch),
    }));
}

type Taken = Pick<JointOrder, 'state' | 'batch' | 'items'>;

// Bundles, thresholds, holds and parcels that are on their way already are the rules' own.
function isPlain({ state, batch, items }: Taken, { network }: Planning): boolean {
  const { order } = state;
  if (order.destination === null || order.presentAt.length > 0 || batch.rules.length === 0)
    return false;
  const areSpecial = batch.rules.some(
    ({ options }) =>
      options.entireShipGroup || options.everythingAvailable || options.shipmentValueMinor > 0,
  );
  if (areSpecial) return false;
  return items.every(
    (item) =>
      item.itemGroup === null && (network.stock.get(item.productId)?.holds.length ?? 0) === 0,
  );
}

function maxShipmentsOf(batch: CompiledBatch): number {
  return Math.max(
    ...batch.rules.map(({ rule, options }) =>
      rule.assignment === 'SINGLE' ? 1 : options.shipmentsMax,
    ),
  );
}

function tierSetOf(
  one: Taken,
  known: { readonly planning: Planning; readonly sets: Map<string, TierSet> },
): Pick<JointOrder, 'setName' | 'tiers'> {
  const { batch } = one;
  const facilities = facilityTiers(one, known.planning);
  const setName = `${batch.batch.code} ${String.fromCharCode(...facilities)}`;
  const found = known.sets.get(setName);
  if (found !== undefined) return { setName, tiers: found };
  const splits = batch.rules.findIndex(({ rule }) => rule.assignment === 'MULTI');
  const last = batch.rules.length;
  const split = splits === -1 ? last : splits;
  const tiers = { facilities, others: null, split, unfilled: last };
  known.sets.set(setName, tiers);
  return { setName, tiers };
}

function facilityTiers({ state, batch, items }: Taken, planning: Planning): Uint8Array {
  const { facilities } = planning.network;
  const view = viewOf({ state, items }, planning);
  return Uint8Array.from(facilities, (facility, index) => {
    if (!facility.shipsOrders) return NOT_ALLOWED;
    view.miles = state.miles?.[index] ?? null;
    const tier = batch.rules.findIndex((rule) => keepsFacility(rule, facility, view));
    return tier === -1 ? NOT_ALLOWED : tier;
  });
}

type MutableView = { -readonly [Key in keyof FacilityView]: FacilityView[Key] };

export function viewOf(
  { state, items }: Pick<Taken, 'state' | 'items'>,
  { at, rules, facility }: Planning,
): MutableView {
  const { order } = state;
  const selling = facility(order.sellingFacilityId);
  return { at, order, items, costs: rules.costs, selling, miles: null, args: NO_ARGS };
}

const NO_ARGS: FacilityView['args'] = {
  number: () => 0,
  text: () => '',
  texts: () => new Set(),
};

/** Whether the rule's filters of facilities let it ship to the view's order. */
export function keepsFacility(
  rule: CompiledRule,
  facility: RoutingFacility,
  view: MutableView,
): boolean {
  return rule.facilityFilters.every(({ unit, args, exclude }) => {
    view.args = args;
    return unit.keeps(facility, view) !== exclude;
  });
}
