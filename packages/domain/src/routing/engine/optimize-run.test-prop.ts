// Planning a run as one batch: still within the rules, the stock and the places, and never worse than the rules.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OptimizeRules } from '../rules/rules.ts';
import { judgePlan, isNoWorse } from './judge-plan.ts';
import { optimizeRun } from './optimize-run.ts';
import { openRun, planRun } from './plan-run.ts';
import {
  brokeringProblems,
  expectNothingTwice,
  jointProblems,
  jointRuns,
  runs,
} from './random-runs.ts';
import {
  call,
  COSTS,
  facility,
  item,
  NOON,
  order,
  rule,
  batch,
  run,
  stock,
} from './test-problem.ts';

const modes: fc.Arbitrary<OptimizeRules> = fc.constantFrom(
  { tiers: 'STRICT', pricePerStep: 0 },
  { tiers: 'SOFT', pricePerStep: 3 },
  { tiers: 'OFF', pricePerStep: 0 },
);
const plain = { rules: { costs: COSTS }, rulesVersion: 1, considers: true };

test('nothing is promised twice, and the plan is not worse than the rules by the merchant’s objective', () => {
  let together = 0;
  const problems = fc.oneof(jointProblems, brokeringProblems);
  const anyRuns = fc.oneof(jointRuns, runs);
  fc.assert(
    fc.property(problems, anyRuns, modes, (problem, by, optimize) => {
      const options = { ...plain, run: by, optimize, prices: null, guides: false };
      const { plan, objective, rulesObjective, joint } = optimizeRun(problem, options);
      expectNothingTwice(problem, plan);
      together += joint === null ? 0 : 1;
      const open = openRun(problem, options);
      const rules = judgePlan(open, planRun(problem, options), null);
      expect(isNoWorse(judgePlan(open, plan, null), rules, optimize)).toBe(true);
      expect(optimize.tiers === 'STRICT' || objective <= rulesObjective + 1e-9).toBe(true);
      expect(joint === null || joint.bound <= joint.cost + 1e-6).toBe(true);
      const attempted = plan.perBatch.reduce((sum, count) => sum + count.attempted, 0);
      const allocated = plan.perBatch.reduce((sum, count) => sum + count.allocated, 0);
      const items = plan.orders.flatMap(({ parts }) => parts.flatMap((part) => part.itemSeqs));
      expect(allocated).toBe(items.length);
      expect(attempted).toBeGreaterThanOrEqual(allocated);
    }),
    { numRuns: 150 },
  );
  // Else the property says nothing of what it is about.
  expect(together).toBeGreaterThan(30);
});

// Two stores; the older order is nearer to A, and so is the younger one, whose only way is A.
const near = rule({ code: 'NEAREST', assignment: 'SINGLE', partial: false });
const rules = run({ batches: [batch({ rules: [near] })] });
const CONTESTED = {
  at: NOON,
  holds: [],
  facilities: [facility('A'), facility('B', { longitude: -80 })],
  stock: stock({ A: { P1: 1, P2: 1 }, B: { P1: 1 } }),
  orders: [
    order('M1', { placedAt: 1 }),
    order('M2', { placedAt: 2, items: [item('1'), item('2', { productId: 'P2' })] }),
  ],
};

test('an order gives way to one that needs the unit more, and the price says what it was worth', () => {
  const optimize = { tiers: 'STRICT' as const, pricePerStep: 0 };
  const options = { ...plain, run: rules, optimize, prices: null, guides: false };
  const facilitiesOf = (plan: ReturnType<typeof planRun>) =>
    plan.orders.map((one) => one.parts.map((part) => `${part.facilityId} by ${part.rule}`));
  expect(facilitiesOf(planRun(CONTESTED, options))).toEqual([['A by NEAREST'], []]);
  const optimized = optimizeRun(CONTESTED, options);
  expect(facilitiesOf(optimized.plan)).toEqual([['B by NEAREST'], ['A by NEAREST']]);
  expect(optimized.objective).toBeLessThan(optimized.rulesObjective);
  expect(optimized.prices.stock.some(([id, product]) => id === 'A' && product === 'P1')).toBe(true);
  const [first] = optimized.plan.orders;
  expect(first?.explanation.steps).toMatchObject([
    { rule: 'NEAREST', parts: [{ facilityId: 'B' }] },
  ]);
});

test('decided alone, an order leaves the unit that the prices say is worth more to others', () => {
  const alone = { ...CONTESTED, orders: CONTESTED.orders.slice(0, 1) };
  const optimize = { tiers: 'STRICT' as const, pricePerStep: 0 };
  const prices = { stock: [['A', 'P1', 40] as const], capacity: [] };
  const by = (known: typeof prices | null) =>
    optimizeRun(alone, { ...plain, run: rules, optimize, prices: known, guides: true }).plan
      .orders[0]?.parts[0]?.facilityId;
  expect(by(null)).toBe('A');
  expect(by(prices)).toBe('B');
});

test('a filter that keeps a facility out keeps it out of the joint plan too', () => {
  const far = rule({ ...near, filters: [call('PROXIMITY', { distance: 100 })] });
  const optimize = { tiers: 'OFF' as const, pricePerStep: 0 };
  const options = {
    ...plain,
    run: run({ batches: [batch({ rules: [far] })] }),
    optimize,
    prices: null,
    guides: false,
  };
  const used = optimizeRun(CONTESTED, options).plan.orders.flatMap((one) =>
    one.parts.map((part) => part.facilityId),
  );
  expect(new Set(used)).toEqual(new Set(['A']));
});
