// Plans a run as one batch: the rules' plan first, then the optimiser on all orders at once within the rules, and
// the better of the two by the merchant's objective.

import { planRoutes } from '../optimizer/plan-routes.ts';
import type { Prices, TierMode } from '../optimizer/problem.ts';
import type { OptimizeRules } from '../rules/rules.ts';
import { isNoWorse, judgePlan, objectiveOf } from './judge-plan.ts';
import { explainCheaper } from './cheaper-elsewhere.ts';
import { jointOrders } from './joint-orders.ts';
import type { JointOrder } from './joint-orders.ts';
import { jointProblem } from './joint-problem.ts';
import { placeJoint } from './place-joint.ts';
import { openRun, planRun, walkRules } from './plan-run.ts';
import type { OpenRun } from './open-run.ts';
import type { PlanOptions, RunPlan } from './planning.ts';
import { priceGuide } from './price-guide.ts';
import type { BrokeringProblem } from './routing-problem.ts';

export interface OptimizeRunOptions extends PlanOptions {
  readonly optimize: OptimizeRules;
  /** Prices of the last run: where the search starts, or with `guides` what a unit is worth to later orders. */
  readonly prices: Prices | null;
  /** Few orders at a time: prices count as costs, and none are found. */
  readonly guides: boolean;
}

export interface OptimizedRun {
  readonly plan: RunPlan;
  /** By the merchant's objective, of the plan and of the rules' own. */
  readonly objective: number;
  readonly rulesObjective: number;
  /** Of the orders planned together, what their plan costs and no plan can be cheaper than. */
  readonly joint: { readonly orders: number; readonly cost: number; readonly bound: number } | null;
  /** Facility and product (or facility alone) → what one more of it would have saved. */
  readonly prices: Prices;
}

/** Never worse than `planRun` by the merchant's objective. */
export function optimizeRun(problem: BrokeringProblem, options: OptimizeRunOptions): OptimizedRun {
  const { optimize, prices, guides } = options;
  const guide = guides && prices !== null ? priceGuide(prices) : null;
  const rules = planRun(problem, { ...options, considers: false });
  const open = openRun(problem, options);
  const joint = jointOrders(open);
  const judged = judgePlan(open, rules, guide);
  const rulesObjective = objectiveOf(judged, optimize);
  if (joint.length === 0) {
    const plan = planRun(problem, options);
    return { plan, objective: rulesObjective, rulesObjective, joint: null, prices: NONE };
  }
  const asked = jointProblem(open, joint, { rules, guide });
  const routed = planRoutes(asked.problem, {
    mode: 'optimize',
    tiers: tierMode(optimize),
    incumbent: asked.incumbent,
    ...(prices === null || guides ? {} : { prices }),
  });
  const facilitiesOf = new Map(routed.assignments.map(({ order, lines }) => [order, lines]));
  const placed = placeJoint(open, joint, facilitiesOf);
  const plan = withPlaced(walkRules(open), placed);
  const mine = judgePlan(open, plan, guide);
  const isBetter = isNoWorse(mine, judged, optimize);
  return {
    plan: isBetter
      ? explained(problem, { ...options, open, joint }, { plan, prices: routed.prices })
      : planRun(problem, options),
    objective: isBetter ? objectiveOf(mine, optimize) : rulesObjective,
    rulesObjective,
    joint: {
      orders: joint.length,
      cost: routed.objective + routed.tierCost,
      bound: routed.bound ?? 0,
    },
    prices: routed.prices,
  };
}

/** A run's plan as it asks for it itself, without knowledge of earlier runs: what trials compare. */
export function planAsAsked(problem: BrokeringProblem, options: PlanOptions): RunPlan {
  const optimize = options.run.optimize ?? null;
  if (optimize === null) return planRun(problem, options);
  return optimizeRun(problem, { ...options, optimize, prices: null, guides: false }).plan;
}

const NONE: Prices = { stock: [], capacity: [] };

function tierMode({ tiers, pricePerStep }: OptimizeRules): TierMode {
  if (tiers === 'STRICT') return 'strict';
  return { soft: tiers === 'SOFT' ? pricePerStep : 0 };
}

function explained(
  problem: BrokeringProblem,
  run: PlanOptions & { readonly open: OpenRun; readonly joint: readonly JointOrder[] },
  found: { readonly plan: RunPlan; readonly prices: Prices },
): RunPlan {
  if (!run.considers) return found.plan;
  const together = new Set(run.joint.map(({ state }) => state.order.orderId));
  const plan = explainCheaper(problem, run.open, found);
  return {
    ...plan,
    orders: plan.orders.map((one) => ({
      ...one,
      explanation: { ...one.explanation, together: together.has(one.orderId) },
    })),
  };
}

// The batches' counts with what was placed before their rules were walked.
function withPlaced(plan: RunPlan, placed: ReadonlyMap<string, number>): RunPlan {
  const known = new Set(plan.perBatch.map(({ batch }) => batch));
  const missing = [...placed.keys()]
    .filter((batch) => !known.has(batch))
    .map((batch) => ({ batch, attempted: 0, allocated: 0, queued: 0 }));
  const perBatch = [...plan.perBatch, ...missing].map((count) => {
    const items = placed.get(count.batch) ?? 0;
    return { ...count, attempted: count.attempted + items, allocated: count.allocated + items };
  });
  return { ...plan, perBatch };
}
