// A plan in the words of the problem: ids, money and prices.

import type { FoundPrices } from './ascent.ts';
import type { Compiled } from './compile.ts';
import { merchantCost, moveCost, tierOf } from './plan.ts';
import type { Plan } from './plan.ts';
import type { PlannedAssignment, Prices, RoutingPlan } from './problem.ts';

const ROUNDING = 1e-11;

export function planReport(plan: Plan, prices: FoundPrices | null): RoutingPlan {
  const { compiled, cellOf } = plan;
  let objective = 0;
  let tierCost = 0;
  let moves = 0;
  for (let order = 0; order < compiled.orderCount; order += 1) {
    objective += merchantCost(compiled, order, cellOf);
    if (compiled.tiers.isOn) {
      tierCost += compiled.tiers.weight[tierOf(compiled, order, cellOf)] ?? 0;
    }
    moves += moveCost(compiled, order, cellOf);
  }
  return {
    assignments: assignmentsOf(plan),
    objective,
    tierCost,
    moveCost: moves,
    bound: prices === null ? null : boundUnder(prices.bound, objective + tierCost + moves),
    prices: prices === null ? { stock: [], capacity: [] } : pricesOf(compiled, prices),
    tierVector: tierVectorOf(plan),
  };
}

// Where plan and bound meet, sums in another order must not say that the plan is better than the best.
function boundUnder(bound: number, cost: number): number {
  return bound > cost && bound - cost <= ROUNDING * Math.abs(cost) ? cost : bound;
}

function assignmentsOf(plan: Plan): readonly PlannedAssignment[] {
  const { compiled, cellOf } = plan;
  const { problem, lineStart, cellFacility } = compiled;
  return problem.orders.map(({ id }, order) => ({
    order: id,
    lines: Array.from(cellOf.subarray(lineStart[order] ?? 0, lineStart[order + 1] ?? 0), (cell) =>
      cell === -1 ? null : (problem.facilities[cellFacility[cell] ?? 0]?.id ?? null),
    ),
  }));
}

function pricesOf(compiled: Compiled, found: FoundPrices): Prices {
  const { problem, cellStart, cellFacility } = compiled;
  const stock: Array<readonly [string, string, number]> = [];
  for (const [sku, { id }] of problem.skus.entries()) {
    for (let cell = cellStart[sku] ?? 0; cell < (cellStart[sku + 1] ?? 0); cell += 1) {
      const price = found.cell[cell] ?? 0;
      const facility = problem.facilities[cellFacility[cell] ?? 0];
      if (price > 0 && facility !== undefined) stock.push([facility.id, id, price]);
    }
  }
  const capacity = problem.facilities.flatMap(({ id }, index) => {
    const price = found.facility[index] ?? 0;
    return price > 0 ? [[id, price] as const] : [];
  });
  return { stock, capacity };
}

/** Orders by tier, the best tier first; empty without tiers. */
export function tierVectorOf(plan: Plan): readonly number[] {
  const { compiled } = plan;
  if (!compiled.tiers.isOn) return [];
  const vector = Array.from({ length: compiled.tiers.tierCount }, () => 0);
  for (let order = 0; order < compiled.orderCount; order += 1) {
    if ((compiled.tiers.setOf[order] ?? -1) === -1) continue;
    const tier = tierOf(compiled, order, plan.cellOf);
    vector[tier] = (vector[tier] ?? 0) + 1;
  }
  return vector;
}
