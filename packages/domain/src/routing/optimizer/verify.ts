// Checks a plan from its problem alone, sharing no code with the optimiser but the distance: what it uses is
// there, what it says it costs it costs, and the bound is what its prices say. Written to be read, not to be fast.

import { milesBetween } from '../distance.ts';
import { cheapestAtPrices } from './verify-order.ts';
import type { PricedChoice } from './verify-order.ts';
import type { ProblemOrder, RoutingPlan, RoutingProblem } from './problem.ts';

export interface Verification {
  readonly isFeasible: boolean;
  /** What is wrong, in sentences. */
  readonly violations: readonly string[];
  /** By the merchant's costs, from the assignments; NaN where one is impossible. */
  readonly recomputedObjective: number;
  /** From the prices, as issue 6 defines it; tiers, split limits and moving costs are not in it. */
  readonly recomputedBound: number;
}

export interface VerifiedProblem {
  readonly problem: RoutingProblem;
  /** Units and credit by facility and SKU. */
  readonly stock: ReadonlyMap<string, ReadonlyMap<string, { units: number; credit: number }>>;
  readonly pounds: ReadonlyMap<string, number>;
}

/** Verifies a plan (what `planRoutes` returned, or the answer of `sendsale route`). */
export function verifyPlan(
  problem: RoutingProblem,
  plan: Pick<RoutingPlan, 'assignments' | 'prices'>,
): Verification {
  const facts = factsOf(problem);
  const violations = [...shapeViolations(problem, plan), ...useViolations(facts, plan)];
  const { objective, bound } = sumsOf(facts, plan);
  return {
    isFeasible: violations.length === 0,
    violations,
    recomputedObjective: objective,
    recomputedBound: bound,
  };
}

/** The problem by ids, for looking things up. */
export function factsOf(problem: RoutingProblem): VerifiedProblem {
  const stock = new Map<string, Map<string, { units: number; credit: number }>>();
  for (const [facility, sku, units, credit] of problem.stock) {
    const bySku = stock.get(facility) ?? new Map<string, { units: number; credit: number }>();
    stock.set(facility, bySku.set(sku, { units, credit }));
  }
  return { problem, stock, pounds: new Map(problem.skus.map(({ id, pounds }) => [id, pounds])) };
}

type Assigned = Pick<RoutingPlan, 'assignments' | 'prices'>;

function shapeViolations(problem: RoutingProblem, plan: Assigned): readonly string[] {
  const violations: string[] = [];
  if (plan.assignments.length !== problem.orders.length) {
    violations.push(`${plan.assignments.length} assignments for ${problem.orders.length} orders.`);
  }
  for (const [index, order] of problem.orders.entries()) {
    const assignment = plan.assignments[index];
    if (assignment?.order !== order.id) violations.push(`Order ${order.id} is not in its place.`);
    else if (assignment.lines.length !== order.lines.length) {
      violations.push(`Order ${order.id} has other lines.`);
    }
  }
  const prices = [
    ...plan.prices.stock.map(([, , price]) => price),
    ...plan.prices.capacity.map(([, price]) => price),
  ];
  if (!prices.every((price) => price >= 0)) violations.push('A price is negative.');
  return violations;
}

function useViolations(facts: VerifiedProblem, plan: Assigned): readonly string[] {
  return [...shipmentViolations(facts.problem, plan), ...stockViolations(facts, plan)];
}

function shipmentViolations(problem: RoutingProblem, plan: Assigned): readonly string[] {
  const violations: string[] = [];
  const shipments = new Map<string, number>();
  for (const [index, order] of problem.orders.entries()) {
    const mine = new Set(plan.assignments[index]?.lines.filter((facility) => facility !== null));
    if (mine.size > (order.maxShipments ?? Infinity)) {
      violations.push(`Order ${order.id} goes out in ${mine.size} shipments.`);
    }
    for (const facility of mine) {
      shipments.set(facility, (shipments.get(facility) ?? 0) + 1);
      if (zoneOf(problem, order, facility) === null) {
        violations.push(`${facility} cannot ship to order ${order.id}.`);
      }
    }
  }
  for (const { id, capacity } of problem.facilities) {
    const sent = shipments.get(id) ?? 0;
    if (capacity !== null && sent > capacity) {
      violations.push(`${id} sends ${sent} shipments, and can send ${capacity}.`);
    }
  }
  return violations;
}

function stockViolations(facts: VerifiedProblem, plan: Assigned): readonly string[] {
  const used = new Map<string, Map<string, number>>();
  for (const [index, order] of facts.problem.orders.entries()) {
    for (const [position, [sku, quantity]] of order.lines.entries()) {
      const facility = plan.assignments[index]?.lines[position] ?? null;
      if (facility === null) continue;
      const bySku = used.get(facility) ?? new Map<string, number>();
      used.set(facility, bySku.set(sku, (bySku.get(sku) ?? 0) + quantity));
    }
  }
  return [...used].flatMap(([facility, bySku]) =>
    [...bySku].flatMap(([sku, units]) => {
      const held = facts.stock.get(facility)?.get(sku)?.units ?? 0;
      return units > held ? [`${facility} has ${held} of ${sku}, not ${units}.`] : [];
    }),
  );
}

/** The zone of an order from a facility; null when it cannot be reached that way. */
function zoneOf(problem: RoutingProblem, order: ProblemOrder, facilityId: string): number | null {
  const facility = problem.facilities.find(({ id }) => id === facilityId);
  if (facility === undefined) return null;
  return zoneAt(problem, order, facility);
}

function zoneAt(
  problem: RoutingProblem,
  order: ProblemOrder,
  facility: { readonly lat: number; readonly lng: number },
): number | null {
  const miles = milesBetween(
    { latitude: facility.lat, longitude: facility.lng },
    { latitude: order.lat, longitude: order.lng },
  );
  if (miles > (problem.maxMiles[order.method] ?? Infinity)) return null;
  const zone = problem.zones.limitMiles.findIndex((limit) => limit === null || limit >= miles);
  return zone === -1 ? null : zone;
}

/** What each facility would cost an order, line by line; facilities that can ship nothing of it are left out. */
export function choicesOf(facts: VerifiedProblem, order: ProblemOrder): readonly PricedChoice[] {
  const { problem, stock, pounds } = facts;
  const base = problem.zones.base[order.method] ?? [];
  const perPound = problem.zones.perPound[order.method] ?? [];
  return problem.facilities.flatMap((facility) => {
    const held = stock.get(facility.id);
    const able = order.lines.some(([sku, quantity]) => (held?.get(sku)?.units ?? 0) >= quantity);
    if (!able) return [];
    const zone = zoneAt(problem, order, facility);
    if (zone === null) return [];
    const lines = order.lines.map(([sku, quantity]) => {
      const cell = held?.get(sku);
      if (cell === undefined || cell.units < quantity) return Infinity;
      const weight = (pounds.get(sku) ?? 0) * (perPound[zone] ?? 0);
      return quantity * (weight + facility.perUnit - cell.credit);
    });
    return [{ facility: facility.id, shipment: (base[zone] ?? 0) + facility.perShipment, lines }];
  });
}

// Both sums in one pass over the orders: their choices are the dear part.
function sumsOf(
  facts: VerifiedProblem,
  plan: Assigned,
): { readonly objective: number; readonly bound: number } {
  const { problem, stock } = facts;
  const unit = new Map<string, Map<string, number>>();
  let objective = 0;
  let bound = 0;
  for (const [facility, sku, price] of plan.prices.stock) {
    unit.set(facility, (unit.get(facility) ?? new Map<string, number>()).set(sku, price));
    bound -= price * (stock.get(facility)?.get(sku)?.units ?? 0);
  }
  const shipment = new Map(plan.prices.capacity);
  for (const { id, capacity } of problem.facilities) {
    const price = shipment.get(id) ?? 0;
    if (price > 0) bound -= price * (capacity ?? Infinity);
  }
  for (const [index, order] of problem.orders.entries()) {
    const choices = choicesOf(facts, order);
    const perUnit = order.unfilledPerUnit ?? problem.unfilledPerUnit;
    const unfilled = order.lines.map(([, quantity]) => quantity * perUnit);
    objective += costOf(choices, plan.assignments[index]?.lines ?? [], unfilled);
    bound += cheapestAtPrices(withPrices(choices, order, { unit, shipment }), unfilled);
  }
  return { objective, bound };
}

// NaN when a line goes out from a facility that cannot ship it.
function costOf(
  choices: readonly PricedChoice[],
  lines: ReadonlyArray<string | null>,
  unfilled: readonly number[],
): number {
  const byFacility = new Map(choices.map((choice) => [choice.facility, choice]));
  let cost = 0;
  for (const facility of new Set(lines)) {
    if (facility !== null) cost += byFacility.get(facility)?.shipment ?? NaN;
  }
  for (const [position, without] of unfilled.entries()) {
    const facility = lines[position] ?? null;
    cost += facility === null ? without : (byFacility.get(facility)?.lines[position] ?? NaN);
  }
  return cost;
}

interface PriceTables {
  readonly unit: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly shipment: ReadonlyMap<string, number>;
}

function withPrices(
  choices: readonly PricedChoice[],
  order: ProblemOrder,
  { unit, shipment }: PriceTables,
): readonly PricedChoice[] {
  return choices.map((choice) => ({
    facility: choice.facility,
    shipment: choice.shipment + (shipment.get(choice.facility) ?? 0),
    lines: choice.lines.map((cost, position) => {
      const [sku = '', quantity = 0] = order.lines[position] ?? [];
      return cost + quantity * (unit.get(choice.facility)?.get(sku) ?? 0);
    }),
  }));
}
