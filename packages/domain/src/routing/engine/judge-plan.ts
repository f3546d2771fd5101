// What a run's plan is judged by, the merchant's objective: how far down the rules its orders fall, and what it costs.

import { groupBy } from './group-by.ts';
import type { OptimizeRules } from '../rules/rules.ts';
import type { OpenRun } from './open-run.ts';
import type { PriceGuide } from './price-guide.ts';
import type { PlannedOrder } from './planning.ts';
import { shipmentCost } from './shipment-cost.ts';

export interface PlanJudgement {
  /** Orders by the furthest rule of their batch that they need, the best first; the last: something is left. */
  readonly tiers: readonly number[];
  /** Decimal money, unfilled units and (where there is a guide) prices of what is taken included. */
  readonly cost: number;
}

export type JudgedOrder = Pick<PlannedOrder, 'orderId' | 'parts' | 'left'>;

export function judgePlan(
  open: OpenRun,
  plan: { readonly orders: readonly JudgedOrder[] },
  guide: PriceGuide | null,
): PlanJudgement {
  const tierOf = new Map(
    open.batches.flatMap(({ batch, rules }) =>
      rules.map(({ rule }, index) => [`${batch.code}\n${rule.code}`, index] as const),
    ),
  );
  const last = Math.max(0, ...open.batches.map((batch) => batch.rules.length));
  const tiers = Array.from({ length: last + 1 }, () => 0);
  let cost = 0;
  for (const one of plan.orders) {
    const needed = one.parts.map(({ batch, rule }) => tierOf.get(`${batch}\n${rule}`) ?? 0);
    const tier = one.left.length > 0 ? last : Math.max(0, ...needed);
    tiers[tier] = (tiers[tier] ?? 0) + 1;
    cost += costOf(open, one, guide);
  }
  return { tiers, cost };
}

function costOf(open: OpenRun, one: JudgedOrder, guide: PriceGuide | null): number {
  const { network, rules } = open.planning;
  const state = open.stateOf(one.orderId);
  const items = new Map(state?.order.items.map((item) => [item.seq, item]));
  let cost = 0;
  for (const [facilityId, parts] of groupBy(one.parts, (part) => part.facilityId)) {
    const facility = network.facilities[network.indexOf.get(facilityId) ?? -1];
    if (facility === undefined) continue;
    const mine = parts.flatMap((part) => part.itemSeqs).flatMap((seq) => items.get(seq) ?? []);
    const miles = state?.miles?.[network.indexOf.get(facilityId) ?? -1] ?? null;
    cost += shipmentCost(mine, { facility, miles }, rules.costs);
    cost += guide?.place(facilityId) ?? 0;
    for (const { productId, quantity } of mine) {
      cost += quantity * (guide?.unit(facilityId, productId) ?? 0);
    }
  }
  return one.left.reduce((sum, item) => sum + item.quantity * rules.costs.unfilledPerUnit, cost);
}

/** Whether `a` is at least as good as `b` by the merchant's objective. */
export function isNoWorse(a: PlanJudgement, b: PlanJudgement, optimize: OptimizeRules): boolean {
  if (optimize.tiers === 'STRICT') {
    const first = a.tiers.findIndex((count, tier) => count !== b.tiers[tier]);
    if (first !== -1) return (a.tiers[first] ?? 0) > (b.tiers[first] ?? 0);
  }
  return objectiveOf(a, optimize) <= objectiveOf(b, optimize) + 1e-9;
}

/** Cost, and with soft tiers what the steps down the rules cost. */
export function objectiveOf(
  { tiers, cost }: PlanJudgement,
  { tiers: mode, pricePerStep }: OptimizeRules,
): number {
  if (mode !== 'SOFT') return cost;
  return tiers.reduce((sum, count, tier) => sum + count * tier * pricePerStep, cost);
}
