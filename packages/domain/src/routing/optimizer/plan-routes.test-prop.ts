// Whatever the problem: the plan is possible, costs what it says, is not dearer than the rules', and the bound
// is what its prices say.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundAtPrices, planRoutes } from './plan-routes.ts';
import type { RoutingPlan, RoutingProblem, TierSet } from './problem.ts';
import { leastOfAll, smallProblem } from './small-problems.ts';
import { verifyPlan } from './verify.ts';

const CENT = 1e-6;
const problems = smallProblem({ orders: 8, facilities: 5, skus: 4, lines: 4 });
const budget = { dualIterations: 120, ruins: 200 };

function optimize(problem: RoutingProblem): RoutingPlan {
  return planRoutes(problem, { mode: 'optimize', seed: 1, budget });
}

test('a plan uses only what is there, costs what it says, and its bound follows from its prices', () => {
  fc.assert(
    fc.property(problems, (problem) => {
      for (const plan of [planRoutes(problem, { mode: 'rules' }), optimize(problem)]) {
        const checked = verifyPlan(problem, plan);
        expect(checked.violations).toEqual([]);
        expect(Math.abs(checked.recomputedObjective - plan.objective)).toBeLessThan(CENT);
        if (plan.bound === null) continue;
        expect(Math.abs(checked.recomputedBound - plan.bound)).toBeLessThan(CENT);
        expect(plan.bound).toBeLessThanOrEqual(plan.objective + CENT);
      }
    }),
    { numRuns: 60 },
  );
});

test('a plan is never dearer than the rules', () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const rules = planRoutes(problem, { mode: 'rules' });
      expect(optimize(problem).objective).toBeLessThanOrEqual(rules.objective + CENT);
    }),
    { numRuns: 60 },
  );
});

test('the bound lies under every plan there is, and the plan is the best of them', () => {
  fc.assert(
    fc.property(smallProblem({ orders: 3, facilities: 2, skus: 2, lines: 2 }), (problem) => {
      const least = leastOfAll(problem);
      const plan = planRoutes(problem, { mode: 'optimize', seed: 1 });
      expect(plan.bound ?? 0).toBeLessThanOrEqual(least + CENT);
      expect(Math.abs(plan.objective - least)).toBeLessThan(CENT);
    }),
    { numRuns: 15, seed: 6 },
  );
});

test('more stock never raises the bound, nor what the best plan costs at most', () => {
  fc.assert(
    fc.property(problems, fc.nat(), (problem, which) => {
      const plan = optimize(problem);
      const at = which % Math.max(1, problem.stock.length);
      const richer = {
        ...problem,
        stock: problem.stock.map(
          ([facility, sku, units, credit], index) =>
            [facility, sku, index === at ? units + 1 : units, credit] as const,
        ),
        facilities: problem.facilities.map((facility) => ({
          ...facility,
          capacity: facility.capacity === null ? null : facility.capacity + 1,
        })),
      };
      expect(boundAtPrices(richer, plan.prices)).toBeLessThanOrEqual((plan.bound ?? 0) + CENT);
      const more = optimize(richer);
      expect(more.bound ?? 0).toBeLessThanOrEqual(plan.objective + CENT);
    }),
    { numRuns: 40 },
  );
});

test('renaming facilities, SKUs and orders renames the plan and changes nothing else', () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const renamed = {
        ...problem,
        facilities: problem.facilities.map((one) => ({ ...one, id: `z${one.id}` })),
        skus: problem.skus.map((one) => ({ ...one, id: `9${one.id}` })),
        stock: problem.stock.map(([f, s, u, c]) => [`z${f}`, `9${s}`, u, c] as const),
        orders: problem.orders.map((one) => ({
          ...one,
          id: `q${one.id}`,
          lines: one.lines.map(([s, q]) => [`9${s}`, q] as const),
        })),
      };
      const plan = optimize(problem);
      const other = optimize(renamed);
      expect(other.objective).toBe(plan.objective);
      expect(other.bound).toBe(plan.bound);
      expect(other.assignments.map((one) => one.lines)).toEqual(
        plan.assignments.map((one) => one.lines.map((id) => (id === null ? null : `z${id}`))),
      );
    }),
    { numRuns: 30 },
  );
});

test('the same seed gives the same plan, and a limit on shipments holds', () => {
  fc.assert(
    fc.property(problems, (problem) => {
      expect(optimize(problem)).toEqual(optimize(problem));
      const limited = {
        ...problem,
        orders: problem.orders.map((order) => ({ ...order, maxShipments: 1 })),
      };
      const plan = optimize(limited);
      expect(verifyPlan(limited, plan).violations).toEqual([]);
      expect(plan.bound ?? 0).toBeLessThanOrEqual(plan.objective + CENT);
    }),
    { numRuns: 30 },
  );
});

const tierSets: fc.Arbitrary<TierSet> = fc.record({
  facilities: fc.record({
    F0: fc.integer({ min: 0, max: 2 }),
    F1: fc.integer({ min: 0, max: 2 }),
  }),
  others: fc.option(fc.integer({ min: 0, max: 2 }), { nil: null }),
  split: fc.integer({ min: 0, max: 3 }),
  unfilled: fc.constant(3),
});

function tiered(problem: RoutingProblem, set: TierSet): RoutingProblem {
  const named = Object.fromEntries(
    Object.entries(set.facilities).filter(([id]) => problem.facilities.some((f) => f.id === id)),
  );
  return {
    ...problem,
    tierSets: { rules: { ...set, facilities: named } },
    orders: problem.orders.map((order) => ({ ...order, tierSet: 'rules' })),
  };
}

test('strict tiers are never worse kept than by the rules', () => {
  fc.assert(
    fc.property(problems, tierSets, (plain, set) => {
      const problem = tiered(plain, set);
      const rules = planRoutes(problem, { mode: 'rules', tiers: 'strict' });
      const plan = planRoutes(problem, { mode: 'optimize', tiers: 'strict', budget });
      const first = plan.tierVector.findIndex((count, tier) => count !== rules.tierVector[tier]);
      const isWorse =
        first !== -1 && (plan.tierVector[first] ?? 0) < (rules.tierVector[first] ?? 0);
      expect(isWorse).toBe(false);
      expect(verifyPlan(problem, plan).violations).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('with a price for each tier the bound still lies under the plan, tiers included', () => {
  fc.assert(
    fc.property(problems, tierSets, (plain, set) => {
      const problem = tiered(plain, set);
      const plan = planRoutes(problem, { mode: 'optimize', tiers: { soft: 3 }, budget });
      expect(plan.bound ?? 0).toBeLessThanOrEqual(plan.objective + plan.tierCost + CENT);
    }),
    { numRuns: 40 },
  );
});

test('an order planned already moves only when that saves more than moving costs', () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const rules = planRoutes(problem, { mode: 'rules' });
      const planned = {
        ...problem,
        switchCost: 5,
        orders: problem.orders.map((order, index) => ({
          ...order,
          current: rules.assignments[index]?.lines ?? [],
        })),
      };
      const plan = planRoutes(planned, { mode: 'optimize', budget });
      const moved = plan.assignments.filter(
        (one, index) =>
          JSON.stringify(one.lines) !== JSON.stringify(rules.assignments[index]?.lines),
      );
      expect(plan.moveCost).toBe(5 * moved.length);
      expect(plan.objective + plan.moveCost).toBeLessThanOrEqual(rules.objective + CENT);
      expect(plan.bound ?? 0).toBeLessThanOrEqual(plan.objective + plan.moveCost + CENT);
    }),
    { numRuns: 40 },
  );
});

test('orders with more lines than subsets allow are planned and bounded exactly', () => {
  const wide = smallProblem({ orders: 3, facilities: 5, skus: 8, lines: 13 });
  fc.assert(
    fc.property(wide, (problem) => {
      const plan = planRoutes(problem, {
        mode: 'optimize',
        budget: { dualIterations: 30, ruins: 20 },
      });
      const checked = verifyPlan(problem, plan);
      expect(checked.violations).toEqual([]);
      expect(Math.abs(checked.recomputedBound - (plan.bound ?? 0))).toBeLessThan(CENT);
    }),
    { numRuns: 20 },
  );
});
