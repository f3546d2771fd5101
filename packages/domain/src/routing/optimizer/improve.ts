// Improves a plan: ejection chains from the orders that pay too much, then ruin and recreate within the
// budget. Never ends with more than it began with.

import type { Random } from '@sendsale/std';
import type { FoundPrices } from './ascent.ts';
import { chainFromAll } from './ejection.ts';
import { openNeighbourhood } from './neighbourhood.ts';
import type { OrderSolver } from './order-solver.ts';
import type { Plan } from './plan.ts';
import { findSeeds, ruinOnce, startRuins } from './ruin.ts';

export interface ImproveOptions {
  readonly prices: FoundPrices;
  readonly ruins: number;
  readonly random: Random;
}

// Seeds are looked for anew after so many ruins: slack moves as the plan does.
const ROUND = 2000;

export function improvePlan(plan: Plan, solver: OrderSolver, options: ImproveOptions): void {
  const hood = openNeighbourhood(plan, solver, options);
  chainFromAll(hood);
  const ruins = startRuins(hood);
  for (let ruin = 0; ruin < options.ruins; ruin += 1) {
    if (ruin % ROUND === 0) findSeeds(ruins);
    if (ruins.seeds.length === 0) return;
    ruinOnce(ruins);
  }
}
