// Why an order goes out as planned: what its plan costs, what every other facility would have cost, and what
// keeps the cheaper ones from it: a price, and the orders that hold the unit or the capacity it names.

import { defined } from '@sendsale/std';
import { milesApart } from './compile-geography.ts';
import type { Prices, ProblemOrder, RoutingPlan, RoutingProblem } from './problem.ts';
import { choicesOf, factsOf } from './verify.ts';
import type { VerifiedProblem } from './verify.ts';

/** Something a facility has not enough of, and who has it. */
export interface Obstacle {
  readonly kind: 'STOCK' | 'CAPACITY';
  /** The SKU; null for capacity. */
  readonly sku: string | null;
  /** Dollars a unit or a shipment; 0 where nobody would pay for it. */
  readonly price: number;
  /** Left in the plan. */
  readonly left: number;
  /** Orders that hold it, a few. */
  readonly claimants: readonly string[];
}

export interface ConsideredChoice {
  readonly facility: string;
  readonly miles: number;
  /** Lines it could ship, by position. */
  readonly couldShip: readonly number[];
  /** What the order would cost with all of these from here and the rest unfilled. */
  readonly cost: number;
  /** The same with the prices of what it takes. */
  readonly costAtPrices: number;
  /** What is short there; empty when it was simply dearer. */
  readonly obstacles: readonly Obstacle[];
}

export interface AssignmentExplanation {
  readonly order: string;
  readonly lines: ReadonlyArray<string | null>;
  readonly cost: number;
  readonly costAtPrices: number;
  /** Every facility that could ship something of the order, cheapest first. */
  readonly considered: readonly ConsideredChoice[];
  /** Those of them that would have been cheaper, had they had it to give. */
  readonly cheaper: readonly string[];
}

const CLAIMANTS_MAX = 5;

interface Explaining {
  readonly facts: VerifiedProblem;
  readonly order: ProblemOrder;
  readonly plan: Pick<RoutingPlan, 'assignments' | 'prices'>;
  readonly unitPrice: (facility: string, sku: string) => number;
  readonly shipmentPrice: (facility: string) => number;
}

/** Explains the plan of one order. Throws when the problem has no such order. */
export function explainAssignment(
  problem: RoutingProblem,
  plan: Pick<RoutingPlan, 'assignments' | 'prices'>,
  orderId: string,
): AssignmentExplanation {
  const order = defined(
    problem.orders.find(({ id }) => id === orderId),
    `The problem has the order ${orderId}.`,
  );
  const assignment = defined(
    plan.assignments.find((one) => one.order === orderId),
    `The plan has the order ${orderId}.`,
  );
  const explaining = { facts: factsOf(problem), order, plan, ...priceBook(plan.prices) };
  const own = costOfPlan(explaining, assignment.lines);
  const considered = consider(explaining).toSorted((a, b) => a.cost - b.cost);
  const used = new Set(assignment.lines);
  const cheaper = considered.filter((one) => one.cost < own.cost && !used.has(one.facility));
  return {
    order: orderId,
    lines: assignment.lines,
    ...own,
    considered,
    cheaper: cheaper.map((one) => one.facility),
  };
}

function priceBook(prices: Prices): Pick<Explaining, 'unitPrice' | 'shipmentPrice'> {
  const units = new Map(
    prices.stock.map(([facility, sku, price]) => [JSON.stringify([facility, sku]), price]),
  );
  const shipments = new Map(prices.capacity);
  return {
    unitPrice: (facility, sku) => units.get(JSON.stringify([facility, sku])) ?? 0,
    shipmentPrice: (facility) => shipments.get(facility) ?? 0,
  };
}

function costOfPlan(
  explaining: Explaining,
  lines: ReadonlyArray<string | null>,
): { readonly cost: number; readonly costAtPrices: number } {
  const { facts, order, unitPrice, shipmentPrice } = explaining;
  const choices = new Map(choicesOf(facts, order).map((choice) => [choice.facility, choice]));
  let cost = 0;
  let prices = 0;
  for (const facility of new Set(lines)) {
    if (facility === null) continue;
    cost += choices.get(facility)?.shipment ?? 0;
    prices += shipmentPrice(facility);
  }
  for (const [position, [sku, quantity]] of order.lines.entries()) {
    const facility = lines[position] ?? null;
    if (facility === null) {
      cost += quantity * (order.unfilledPerUnit ?? facts.problem.unfilledPerUnit);
      continue;
    }
    cost += choices.get(facility)?.lines[position] ?? 0;
    prices += quantity * unitPrice(facility, sku);
  }
  return { cost, costAtPrices: cost + prices };
}

function consider(explaining: Explaining): readonly ConsideredChoice[] {
  const { facts, order } = explaining;
  const places = new Map(facts.problem.facilities.map((facility) => [facility.id, facility]));
  return choicesOf(facts, order).map(({ facility, lines }) => {
    const couldShip = [...lines.keys()].filter((position) => lines[position] !== Infinity);
    const alone = order.lines.map((_, position) =>
      lines[position] === Infinity ? null : facility,
    );
    return {
      facility,
      miles: milesApart(order, places.get(facility) ?? order),
      couldShip,
      ...costOfPlan(explaining, alone),
      obstacles: obstaclesAt(explaining, facility, couldShip),
    };
  });
}

function obstaclesAt(
  explaining: Explaining,
  facility: string,
  couldShip: readonly number[],
): readonly Obstacle[] {
  const { facts, order, plan, unitPrice, shipmentPrice } = explaining;
  const { problem, stock } = facts;
  const obstacles: Obstacle[] = [];
  for (const position of couldShip) {
    const [sku = '', quantity = 0] = order.lines[position] ?? [];
    const holders = problem.orders.flatMap((other, index) => {
      const lines = plan.assignments[index]?.lines ?? [];
      const taken = other.lines.reduce(
        (sum, [one, units], at) => (one === sku && lines[at] === facility ? sum + units : sum),
        0,
      );
      return taken > 0 && other.id !== order.id ? [{ id: other.id, taken }] : [];
    });
    const used = holders.reduce((sum, one) => sum + one.taken, 0);
    const left = (stock.get(facility)?.get(sku)?.units ?? 0) - used;
    if (left >= quantity) continue;
    const claimants = holders.slice(0, CLAIMANTS_MAX).map((one) => one.id);
    obstacles.push({ kind: 'STOCK', sku, price: unitPrice(facility, sku), left, claimants });
  }
  const senders = plan.assignments.filter(
    (one) => one.order !== order.id && one.lines.includes(facility),
  );
  const capacity = problem.facilities.find(({ id }) => id === facility)?.capacity ?? Infinity;
  if (senders.length < capacity) return obstacles;
  const claimants = senders.slice(0, CLAIMANTS_MAX).map((one) => one.order);
  const left = capacity - senders.length;
  const price = shipmentPrice(facility);
  return [...obstacles, { kind: 'CAPACITY', sku: null, price, left, claimants }];
}
