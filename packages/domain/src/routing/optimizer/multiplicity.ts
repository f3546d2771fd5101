// Orders with the same SKU on two lines: each line fits a cell, both together may not. The relaxation does
// not know that, a plan must: where it goes wrong, one of the two lines is kept from the cell, either one
// is tried, and the cheaper outcome stands.

import type { OrderSolver } from './order-solver.ts';
import { lineCountOf } from './order-solver.ts';
import { solveOrder } from './solve-order.ts';

const DEPTH_MAX = 6;

/** The cheapest way to serve an order out of what is left; `picked` holds it. Prices are in the cost. */
export function solveWithinLeft(solver: OrderSolver, order: number): number {
  const cost = solveOrder(solver, order);
  return solver.compiled.hasTwins[order] === 1 ? separate(solver, order, cost) : cost;
}

function separate(solver: OrderSolver, order: number, cost: number): number {
  const clash = findClash(solver, order);
  if (clash === null) return cost;
  const { bans, picked } = solver;
  const size = lineCountOf(solver, order);
  if (bans.length >= 2 * DEPTH_MAX) {
    // Too many twins to try all: the later line goes without.
    picked[clash.later - clash.first] = -1;
    return separate(solver, order, Infinity);
  }
  let least = Infinity;
  let plan: Int32Array | null = null;
  for (const line of [clash.later, clash.earlier]) {
    bans.push(line, clash.cell);
    const one = separate(solver, order, solveOrder(solver, order));
    bans.length -= 2;
    if (plan !== null && one >= least) continue;
    least = one;
    plan = picked.slice(0, size);
  }
  if (plan !== null) picked.set(plan);
  return least;
}

interface Clash {
  readonly first: number;
  readonly earlier: number;
  readonly later: number;
  readonly cell: number;
}

function findClash(solver: OrderSolver, order: number): Clash | null {
  const { compiled, picked, unitsLeft } = solver;
  const first = compiled.lineStart[order] ?? 0;
  const size = lineCountOf(solver, order);
  for (let later = 1; later < size; later += 1) {
    const cell = picked[later] ?? -1;
    if (cell === -1) continue;
    let wanted = compiled.lineQuantity[first + later] ?? 0;
    let earlier = -1;
    for (let other = 0; other < later; other += 1) {
      if (picked[other] !== cell) continue;
      wanted += compiled.lineQuantity[first + other] ?? 0;
      earlier = first + other;
    }
    if (earlier !== -1 && wanted > (unitsLeft[cell] ?? 0)) {
      return { first, earlier, later: first + later, cell };
    }
  }
  return null;
}
