// The part of a run that can be planned as one batch: orders whose rules are filters and splits, with their stock,
// places and costs, as the optimiser is asked it. What else the rules know stays with the rules.

import { defined } from '@sendsale/std';
import type {
  PlannedAssignment,
  ProblemOrder,
  RoutingProblem,
  TierSet,
} from '../optimizer/problem.ts';
import { methodCosts } from '../rules/costs.ts';
import { rejectionRate } from '../rules/acceptance.ts';
import { groupBy } from './group-by.ts';
import type { JointOrder } from './joint-orders.ts';
import { capacityLeft } from './network.ts';
import type { OpenRun } from './open-run.ts';
import type { Planning, RunPlan } from './planning.ts';
import type { RoutingItem } from './routing-problem.ts';
import type { PriceGuide } from './price-guide.ts';

// Dollars a unit: what has a place is not given up for others, it only moves.
const NEVER = 10_000;

export interface JointProblem {
  readonly problem: RoutingProblem;
  /** What the rules decide, as the plan to start from. */
  readonly incumbent: readonly PlannedAssignment[];
}

/** One shipping method of one order: a parcel of its own by the merchant's costs. */
export function jointParcels(one: JointOrder): ReadonlyMap<string, readonly RoutingItem[]> {
  return groupBy(one.items, (item) => `${one.state.order.orderId}\n${item.shippingMethod ?? '*'}`);
}

/** @param rules the plan by the rules alone: what it gives to all others is not the optimiser's to give */
export function jointProblem(
  open: OpenRun,
  joint: readonly JointOrder[],
  given: {
    readonly rules: RunPlan;
    readonly guide: PriceGuide | null;
    /** Parcel → where its items are allocated now; moving one costs `movePrice`. */
    readonly now: ReadonlyMap<string, PlannedAssignment['lines']>;
    readonly movePrice: number;
  },
): JointProblem {
  const { planning } = open;
  const { costs } = planning.rules;
  const parcels = joint.flatMap((one) =>
    [...jointParcels(one)].map(([id, items]) => ({ id, items, one })),
  );
  const methods = [...new Set(parcels.map(({ items }) => items[0]?.shippingMethod ?? '*'))];
  const prices = methods.map((method) => [method, methodCosts(costs, method)] as const);
  const weights = new Map(
    parcels.flatMap(({ items }) => items.map((item) => [item.productId, item.pounds])),
  );
  const tierSets: Record<string, TierSet> = {};
  for (const { setName, tiers } of joint) tierSets[setName] = tiers;
  const used = usedByOthers(open, joint, given.rules);
  const problem: RoutingProblem = {
    zones: {
      limitMiles: costs.zoneMiles,
      base: Object.fromEntries(prices.map(([method, of]) => [method, of?.base ?? []])),
      perPound: Object.fromEntries(prices.map(([method, of]) => [method, of?.perPound ?? []])),
    },
    maxMiles: {},
    unfilledPerUnit: costs.unfilledPerUnit,
    facilities: jointFacilities(planning, used, given.guide),
    skus: [...weights].map(([id, pounds]) => ({ id, pounds })),
    stock: jointStock(planning, { used, products: [...weights.keys()], guide: given.guide }),
    orders: parcels.map(({ id, items, one }) => {
      const current = given.now.get(id);
      return {
        ...parcelOrder(id, items, one),
        ...(current === undefined ? {} : { current, unfilledPerUnit: NEVER }),
      };
    }),
    tierSets,
    switchCost: given.movePrice,
  };
  const byRules = incumbentOf(parcels, given.rules);
  return {
    problem,
    incumbent: byRules.map(({ order, lines }) => ({ order, lines: given.now.get(order) ?? lines })),
  };
}

function parcelOrder(id: string, items: readonly RoutingItem[], one: JointOrder): ProblemOrder {
  const destination = defined(one.state.order.destination, 'An order planned jointly has a place.');
  return {
    id,
    lat: destination.latitude,
    lng: destination.longitude,
    method: items[0]?.shippingMethod ?? '*',
    lines: items.map((item) => [item.productId, item.quantity]),
    tierSet: one.setName,
    ...(one.maxShipments === Infinity ? {} : { maxShipments: one.maxShipments }),
  };
}

interface Used {
  readonly units: ReadonlyMap<string, number>;
  readonly places: ReadonlyMap<string, number>;
}

function usedByOthers(open: OpenRun, joint: readonly JointOrder[], rules: RunPlan): Used {
  const isJoint = new Set(
    joint.flatMap(({ state, items }) => items.map((item) => `${state.order.orderId}/${item.seq}`)),
  );
  const units = new Map<string, number>();
  const places = new Map<string, number>();
  for (const { orderId, parts } of rules.orders) {
    const items = new Map(open.stateOf(orderId)?.order.items.map((item) => [item.seq, item]));
    for (const { facilityId, itemSeqs, rule, batch } of parts) {
      // Bound to a facility: taken from the network already.
      if (rule === batch) continue;
      const others = itemSeqs.filter((seq) => !isJoint.has(`${orderId}/${seq}`));
      for (const seq of others) {
        const item = items.get(seq);
        const key = `${facilityId}\n${item?.productId ?? ''}`;
        units.set(key, (units.get(key) ?? 0) + (item?.quantity ?? 0));
      }
      if (others.length > 0) places.set(facilityId, (places.get(facilityId) ?? 0) + 1);
    }
  }
  return { units, places };
}

function jointFacilities(
  { network, rules }: Planning,
  used: Used,
  guide: PriceGuide | null,
): RoutingProblem['facilities'] {
  const { costs } = rules;
  return network.facilities.map((facility, index) => {
    const left = capacityLeft(network, index) - (used.places.get(facility.facilityId) ?? 0);
    const rejections = rejectionRate(facility) * costs.perRejection;
    const guided = guide?.place(facility.facilityId) ?? 0;
    return {
      id: facility.facilityId,
      lat: facility.latitude,
      lng: facility.longitude,
      capacity: left === Infinity ? null : Math.max(0, left),
      perShipment: costs.perShipment + facility.perShipment + rejections + guided,
      perUnit: costs.perUnit + facility.perUnit,
    };
  });
}

function jointStock(
  { network }: Planning,
  options: {
    readonly used: Used;
    readonly products: readonly string[];
    readonly guide: PriceGuide | null;
  },
): RoutingProblem['stock'] {
  const { used, products, guide } = options;
  return products.flatMap((productId) => {
    const stock = network.stock.get(productId);
    if (stock === undefined) return [];
    return network.facilities.flatMap((facility, index) => {
      if (!facility.shipsOrders || stock.rejectedAt.has(index)) return [];
      const { facilityId } = facility;
      const units = (stock.left[index] ?? 0) - (used.units.get(`${facilityId}\n${productId}`) ?? 0);
      const guided = guide?.unit(facilityId, productId) ?? 0;
      return units > 0 ? [[facilityId, productId, units, -guided] as const] : [];
    });
  });
}

function incumbentOf(
  parcels: readonly {
    readonly id: string;
    readonly items: readonly RoutingItem[];
    readonly one: JointOrder;
  }[],
  rules: RunPlan,
): readonly PlannedAssignment[] {
  const byOrder = new Map(rules.orders.map((order) => [order.orderId, order.parts]));
  return parcels.map(({ id, items, one }) => {
    const { code } = one.batch.batch;
    const parts = byOrder.get(one.state.order.orderId)?.filter(({ batch }) => batch === code) ?? [];
    const lines = items.map(
      ({ seq }) => parts.find((part) => part.itemSeqs.includes(seq))?.facilityId ?? null,
    );
    return { order: id, lines };
  });
}
