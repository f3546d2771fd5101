// What is measured of an instance: plans of every policy, times of the optimiser, and what the verifier says.

import { planRoutes, verifyPlan } from '@sendsale/domain';
import type { RoutingPlan, RoutingProblem } from '@sendsale/domain';
import { planByTemplate, planFewestSplits, planPerOrder } from './baselines.ts';
import { solveExactly } from './exact.ts';

export interface PolicyOutcome {
  readonly policy: string;
  readonly objective: number;
  /** Of the optimiser's bound. */
  readonly gapPercent: number;
  readonly shipments: number;
  readonly fillPercent: number;
  readonly wallMs: number;
  readonly cpuMs: number;
}

export interface InstanceOutcome {
  readonly policies: readonly PolicyOutcome[];
  readonly bound: number;
  /** Largest relative difference between what plans say and what the verifier finds. */
  readonly disagreement: number;
  readonly violations: readonly string[];
  readonly megabytes: number;
}

interface Timed {
  readonly policy: string;
  readonly plan: RoutingPlan;
  readonly wallMs: number;
  readonly cpuMs: number;
}

/** Plans an instance by every policy. Plans are verified. */
export function measureInstance(
  problem: RoutingProblem,
  options: { readonly baselines: boolean } = { baselines: true },
): InstanceOutcome {
  const optimized = timed('optimised', () => planRoutes(problem, { mode: 'optimize' }));
  const megabytes = process.memoryUsage.rss() / 2 ** 20;
  const others = options.baselines
    ? [
        timed('documentation template', () => planByTemplate(problem)),
        timed('fewest splits', () => planFewestSplits(problem)),
        timed('per-order optimum', () => planPerOrder(problem)),
      ]
    : [];
  const all = [
    timed('nearest rules', () => planRoutes(problem, { mode: 'rules' })),
    ...others,
    optimized,
  ];
  const bound = optimized.plan.bound ?? 0;
  const checks = all.map((one) => ({ one, checked: verifyPlan(problem, one.plan) }));
  const differences = checks.flatMap(({ one, checked }) => [
    Math.abs(checked.recomputedObjective / one.plan.objective - 1),
    ...(one.plan.bound === null ? [] : [Math.abs(checked.recomputedBound / one.plan.bound - 1)]),
  ]);
  return {
    policies: all.map((one) => outcomeOf(problem, one, bound)),
    bound,
    disagreement: Math.max(...differences),
    violations: checks.flatMap(({ checked }) => checked.violations),
    megabytes,
  };
}

function timed(policy: string, work: () => RoutingPlan): Timed {
  const start = performance.now();
  const before = process.cpuUsage();
  const plan = work();
  const used = process.cpuUsage(before);
  const wallMs = performance.now() - start;
  return { policy, plan, wallMs, cpuMs: (used.user + used.system) / 1000 };
}

function outcomeOf(problem: RoutingProblem, one: Timed, bound: number): PolicyOutcome {
  let shipments = 0;
  let filled = 0;
  let wanted = 0;
  for (const [index, order] of problem.orders.entries()) {
    const lines = one.plan.assignments[index]?.lines ?? [];
    shipments += new Set(lines.filter((facility) => facility !== null)).size;
    for (const [position, [, quantity]] of order.lines.entries()) {
      wanted += quantity;
      if ((lines[position] ?? null) !== null) filled += quantity;
    }
  }
  return {
    policy: one.policy,
    objective: one.plan.objective,
    gapPercent: (one.plan.objective / bound - 1) * 100,
    shipments,
    fillPercent: (100 * filled) / Math.max(1, wanted),
    wallMs: one.wallMs,
    cpuMs: one.cpuMs,
  };
}

export interface ExactMeasure {
  /** Of the optimum, in per cent. */
  readonly planOver: number;
  readonly boundUnder: number;
  readonly isOptimal: boolean;
  readonly planMs: number;
  readonly exactMs: number;
}

/** An instance by the optimiser and by HiGHS. */
export async function measureExact(problem: RoutingProblem): Promise<ExactMeasure> {
  const one = timed('optimised', () => planRoutes(problem, { mode: 'optimize' }));
  const start = performance.now();
  const exact = await solveExactly(problem, 60);
  return {
    planOver: (one.plan.objective / exact.objective - 1) * 100,
    boundUnder: (1 - (one.plan.bound ?? 0) / exact.objective) * 100,
    isOptimal: exact.isOptimal,
    planMs: one.wallMs,
    exactMs: performance.now() - start,
  };
}
