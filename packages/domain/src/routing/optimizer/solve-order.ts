// The cheapest way to serve one order at given prices, exactly: the best partition of its lines over
// facilities, by dynamic programming over subsets.

import { lineCountOf } from './order-solver.ts';
import type { OrderSolver } from './order-solver.ts';
import { solveVariant } from './partition.ts';
import { keepOrMove } from './switch-cost.ts';
import { solveWideVariant } from './wide-order.ts';

/**
 * The least an order costs at the solver's prices, its tier and its move included; `picked` holds the plan.
 */
export function solveOrder(solver: OrderSolver, order: number): number {
  const { moves } = solver.compiled;
  const least = solveVariants(solver, order);
  return moves.isOn && moves.hasPlan[order] === 1 ? keepOrMove(solver, order, least) : least;
}

function solveVariants(solver: OrderSolver, order: number): number {
  const { lists, picked, scratch } = solver;
  const start = lists.variantStart[order] ?? 0;
  const end = lists.variantStart[order + 1] ?? 0;
  if (end === start + 1) return solveOne(solver, start);
  const size = lineCountOf(solver, order);
  let least = Infinity;
  for (let variant = start; variant < end; variant += 1) {
    const weight = lists.variants[variant]?.weight ?? 0;
    // Weights only rise; what an order saves at most is what it costs without its tier.
    if (weight + (lists.floor[variant] ?? 0) >= least) continue;
    const cost = weight + solveOne(solver, variant);
    if (cost >= least) continue;
    least = cost;
    for (let position = 0; position < size; position += 1) {
      scratch[position] = picked[position] ?? -1;
    }
  }
  for (let position = 0; position < size; position += 1) picked[position] = scratch[position] ?? -1;
  return least;
}

/** The least cost of one variant at the solver's prices, its weight not included. */
export function solveOne(solver: OrderSolver, variant: number): number {
  const base = solver.lists.listBase[variant] ?? -1;
  return base === -1 ? solveWideVariant(solver, variant) : solveVariant(solver, variant);
}
