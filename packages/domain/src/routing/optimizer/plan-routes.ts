// The optimiser as one pure function: the rules' plan first, prices, a plan at the prices, improvements; the
// better of all plans is the answer, and it says how far from perfect it can be at most.

import { seededRandom } from '@sendsale/std';
import { compile } from './compile.ts';
import type { Compiled } from './compile.ts';
import { boundAt, findPrices } from './find-prices.ts';
import { improvePlan } from './improve.ts';
import { placeIncumbent } from './incumbent.ts';
import { planByNearest } from './nearest-rules.ts';
import { makeSolver } from './order-solver.ts';
import { emptyPlan, restorePlan, totalCost } from './plan.ts';
import type { Plan } from './plan.ts';
import type { FoundPrices } from './ascent.ts';
import type { Prices, RouteOptions, RoutingPlan, RoutingProblem, TierMode } from './problem.ts';
import { planReport, tierVectorOf } from './plan-report.ts';
import { repairAt } from './repair.ts';
import { buildShipmentLists, LISTED_LINES_MAX } from './shipment-lists.ts';
import type { ShipmentLists } from './shipment-lists.ts';

// Small problems are cheap to look at longer.
const PASSES = { least: 80, most: 2000, orderVisits: 800_000 };
const RUINS = { least: 2000, most: 30_000, perOrder: 20 };
const WIDE_WORK = { passes: 50, ruins: 5 };

/**
 * Plans all orders of a problem at once. The same problem, options and seed give the same plan on any machine.
 * In mode `optimize` the plan never costs more than the rules' plan or the incumbent, whichever is cheaper; with
 * strict tiers, its tier vector is never worse than theirs.
 */
export function planRoutes(problem: RoutingProblem, options: RouteOptions): RoutingPlan {
  const compiled = compile(problem, options.tiers ?? 'off');
  const rules = baseline(compiled, options);
  if (options.mode === 'rules') return planReport(rules, null);
  const lists = buildShipmentLists(compiled);
  const prices = findPrices(compiled, lists, {
    passes: options.budget?.dualIterations ?? passesFor(workOf(compiled, WIDE_WORK.passes)),
    start: options.prices ?? null,
  });
  const plan = optimized({ compiled, lists, prices, options, rules });
  return planReport(plan, prices);
}

/** No plan costs less than this; anyone can check it from the prices (issue 6). */
export function boundAtPrices(
  problem: RoutingProblem,
  prices: Prices,
  tiers: TierMode = 'off',
): number {
  const compiled = compile(problem, tiers);
  return boundAt(compiled, buildShipmentLists(compiled), prices);
}

function passesFor(work: number): number {
  const wanted = Math.round(PASSES.orderVisits / Math.max(1, work));
  return Math.min(PASSES.most, Math.max(PASSES.least, wanted));
}

function ruinsFor(compiled: Compiled): number {
  const wanted = Math.max(RUINS.least, RUINS.perOrder * compiled.orderCount);
  const share = compiled.orderCount / Math.max(1, workOf(compiled, WIDE_WORK.ruins));
  return Math.round(Math.min(RUINS.most, wanted) * share);
}

// Orders by what it takes to look at one.
function workOf({ lineStart, orderCount }: Compiled, wideWork: number): number {
  let work = 0;
  for (let order = 0; order < orderCount; order += 1) {
    const lines = (lineStart[order + 1] ?? 0) - (lineStart[order] ?? 0);
    work += lines > LISTED_LINES_MAX ? wideWork : 1;
  }
  return work;
}

// The nearest rules' plan, or the incumbent where that is better.
function baseline(compiled: Compiled, options: RouteOptions): Plan {
  const nearest = planByNearest(compiled);
  const incumbent =
    options.incumbent === undefined ? null : placeIncumbent(compiled, options.incumbent);
  if (incumbent === null) return nearest;
  return isBetter(incumbent, nearest, options) ? incumbent : nearest;
}

interface Optimizing {
  readonly compiled: Compiled;
  readonly lists: ShipmentLists;
  readonly prices: FoundPrices;
  readonly options: RouteOptions;
  readonly rules: Plan;
}

function optimized(facts: Optimizing): Plan {
  const { compiled, options, rules } = facts;
  const plan = emptyPlan(compiled);
  repairAt(plan, solverOf(facts, plan), facts.prices);
  improve(facts, plan);
  if (!isBetter(rules, plan, options)) return plan;
  // Rare: the rules' plan is hard to reach from the prices, so it is improved itself.
  const other = emptyPlan(compiled);
  restorePlan(other, rules.cellOf);
  improve(facts, other);
  return isBetter(rules, other, options) ? rules : other;
}

function improve(facts: Optimizing, plan: Plan): void {
  const { options, compiled } = facts;
  improvePlan(plan, solverOf(facts, plan), {
    prices: facts.prices,
    ruins: options.budget?.ruins ?? ruinsFor(compiled),
    random: seededRandom(options.seed ?? 1),
  });
}

function solverOf(facts: Optimizing, plan: Plan): ReturnType<typeof makeSolver> {
  return makeSolver(facts.compiled, facts.lists, {
    units: plan.unitsLeft,
    capacity: plan.capacityLeft,
  });
}

// Whether `a` must be preferred: with strict tiers by tier vector first, then by cost.
function isBetter(a: Plan, b: Plan, options: RouteOptions): boolean {
  if (options.tiers === 'strict') {
    const vectorA = tierVectorOf(a);
    const vectorB = tierVectorOf(b);
    const tier = vectorA.findIndex((count, index) => count !== vectorB[index]);
    if (tier !== -1) return (vectorA[tier] ?? 0) > (vectorB[tier] ?? 0);
  }
  return totalCost(a) < totalCost(b);
}
