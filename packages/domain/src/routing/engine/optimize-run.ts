// Plans a run as one batch: the rules' plan first, then the optimiser on all orders at once within the rules, and
// the better of the two by the merchant's objective.

import { planRoutes } from '../optimizer/plan-routes.ts';
import type { Prices, TierMode } from '../optimizer/problem.ts';
import type { OptimizeRules } from '../rules/rules.ts';
import { isNoWorse, judgePlan, objectiveOf } from './judge-plan.ts';
import {
  assignmentsNow,
  isMovable,
  keepUnmoved,
  plansNow,
  splitMoves,
  withReturned,
} from './plan-again.ts';
import type { AllocatedOrder, MovedOrder } from './plan-again.ts';
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
  /** Orders that have a place and may get another one; not among the problem's own. */
  readonly allocated?: readonly AllocatedOrder[];
}

export interface OptimizedRun {
  /** Of the problem's own orders. */
  readonly plan: RunPlan;
  /** Allocated orders that get other places. The plan counts on all of them to be carried out. */
  readonly moves: readonly MovedOrder[];
  /** By the merchant's objective, of the plan and of the rules' own; with what allocated orders cost. */
  readonly objective: number;
  readonly rulesObjective: number;
  /** Of the orders planned together, what their plan costs and no plan can be cheaper than. */
  readonly joint: { readonly orders: number; readonly cost: number; readonly bound: number } | null;
  /** Facility and product (or facility alone) → what one more of it would have saved. */
  readonly prices: Prices;
}

/** Never worse than `planRun`, and what is allocated left where it is, by the merchant's objective. */
export function optimizeRun(problem: BrokeringProblem, options: OptimizeRunOptions): OptimizedRun {
  const { optimize, prices, guides } = options;
  const guide = guides && prices !== null ? priceGuide(prices) : null;
  const movePrice = optimize.again?.movePrice ?? 0;
  const rules = planRun(problem, { ...options, considers: false });
  const { whole, open, joint, byOrder, allocated } = openTogether(problem, options);
  const asIs = { orders: [...rules.orders, ...plansNow(allocated, byOrder, open)] };
  const judged = judgePlan(open, asIs, guide);
  const rulesObjective = objectiveOf(judged, optimize);
  if (joint.length === 0) {
    const plan = planRun(problem, options);
    const objective = rulesObjective;
    return { plan, moves: [], objective, rulesObjective, joint: null, prices: NONE };
  }
  const now = assignmentsNow(allocated, byOrder);
  const asked = jointProblem(open, joint, { rules, guide, now, movePrice });
  const routed = planRoutes(asked.problem, {
    mode: 'optimize',
    tiers: tierMode(optimize),
    incumbent: asked.incumbent,
    ...(prices === null || guides ? {} : { prices }),
  });
  const facilitiesOf = new Map(routed.assignments.map(({ order, lines }) => [order, lines]));
  keepUnmoved(open, allocated, { byOrder, now, facilitiesOf });
  const had = new Set(allocated.map((one) => one.order.orderId));
  const isOwn = ({ state }: JointOrder): boolean => !had.has(state.order.orderId);
  const moving = joint.filter((one) => !isOwn(one) && one.state.open.size > 0);
  placeJoint(open, moving, facilitiesOf);
  const placed = placeJoint(open, joint.filter(isOwn), facilitiesOf);
  const plan = withPlaced(walkRules(open), placed);
  const { moves, isWhole } = splitMoves(plan, allocated);
  const planned = judgePlan(open, plan, guide);
  const mine = { ...planned, cost: planned.cost + moves.length * movePrice };
  const isBetter = isWhole && isNoWorse(mine, judged, optimize);
  const found = { plan, prices: routed.prices };
  const told = isBetter
    ? splitMoves(explained(whole, { ...options, open, joint }, found), allocated)
    : { own: planRun(problem, options), moves: [] };
  return {
    plan: told.own,
    moves: told.moves,
    objective: isBetter ? objectiveOf(mine, optimize) : rulesObjective,
    rulesObjective,
    joint: {
      orders: joint.length,
      cost: routed.objective + routed.tierCost + routed.moveCost,
      bound: routed.bound ?? 0,
    },
    prices: routed.prices,
  };
}

interface Together {
  /** The problem with what the allocated orders hold returned. */
  readonly whole: BrokeringProblem;
  readonly open: OpenRun;
  readonly joint: readonly JointOrder[];
  readonly byOrder: ReadonlyMap<string, JointOrder>;
  readonly allocated: readonly AllocatedOrder[];
}

// Allocated orders that the run does not plan together with the others keep what they have.
function openTogether(problem: BrokeringProblem, options: OptimizeRunOptions): Together {
  let allocated = options.allocated ?? [];
  for (;;) {
    const whole = withReturned(problem, allocated);
    const open = openRun(whole, options);
    const joint = jointOrders(open);
    const byOrder = new Map(joint.map((one) => [one.state.order.orderId, one]));
    const movable = allocated.filter((one) => isMovable(one, byOrder.get(one.order.orderId), open));
    if (movable.length === allocated.length) return { whole, open, joint, byOrder, allocated };
    allocated = movable;
  }
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
