// Planning allocated orders again with a run's own: nothing goes twice, moving pays, and who may not move stays.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OptimizeRules } from '../rules/rules.ts';
import { applyPlan } from './apply-plan.ts';
import { optimizeRun } from './optimize-run.ts';
import type { AllocatedOrder } from './plan-again.ts';
import { planRun } from './plan-run.ts';
import type { PlannedOrder, RunPlan } from './planning.ts';
import { expectNothingTwice, jointProblems, jointRuns } from './random-runs.ts';
import type { BrokeringProblem, RoutingOrder } from './routing-problem.ts';
import { batch, COSTS, facility, item, NOON, order, rule, run, stock } from './test-problem.ts';

const plain = { rules: { costs: COSTS }, rulesVersion: 1, considers: true };

/** What a run decided for an order, as the next one finds it. */
function allocatedBy(plan: RunPlan, orders: readonly RoutingOrder[]): readonly AllocatedOrder[] {
  return plan.orders.flatMap((one) => {
    const mine = orders.find((other) => other.orderId === one.orderId);
    const isBound = mine?.items.some((other) => other.assignedFacilityId !== null) ?? true;
    if (mine === undefined || isBound || one.left.length > 0) return [];
    const facilityOf = new Map(
      one.parts.flatMap(({ facilityId, itemSeqs }) =>
        itemSeqs.map((seq) => [seq, facilityId] as const),
      ),
    );
    const places = [...new Set(facilityOf.values())].map((facilityId) => ({
      facilityId,
      ofDay: true,
      ofHour: true,
    }));
    return [{ order: mine, facilityOf, places }];
  });
}

/** Where everything is after both runs. */
function combined(
  problem: BrokeringProblem,
  first: RunPlan,
  second: ReturnType<typeof optimizeRun>,
): RunPlan {
  const moved = new Map(second.moves.map(({ plan }) => [plan.orderId, plan]));
  const later = new Map(second.plan.orders.map((one) => [one.orderId, one]));
  const earlier = new Map(first.orders.map((one) => [one.orderId, one]));
  const orders = problem.orders.map((one): PlannedOrder => {
    const { orderId, items } = one;
    const now = moved.get(orderId);
    if (now !== undefined) return now;
    const parts = [...(earlier.get(orderId)?.parts ?? []), ...(later.get(orderId)?.parts ?? [])];
    const gone = new Set(parts.flatMap((part) => part.itemSeqs));
    const left = items.filter(({ seq }) => !gone.has(seq));
    const [any] = [...first.orders, ...second.plan.orders];
    const explanation = any?.explanation;
    if (explanation === undefined) throw new Error('No order was planned.');
    return { orderId, parts, left, explanation };
  });
  return { orders, perBatch: [] };
}

test('nothing goes twice when some orders move for others, and all together is not dearer', () => {
  const modes: fc.Arbitrary<OptimizeRules> = fc.constantFrom(
    { tiers: 'STRICT', pricePerStep: 0, again: { minutes: 60, movePrice: 0.5 } },
    { tiers: 'OFF', pricePerStep: 0, again: { minutes: 60, movePrice: 0.5 } },
  );
  fc.assert(
    fc.property(jointProblems, jointRuns, modes, (scarce, by, optimize) => {
      const cells = scarce.stock.map((one) => ({ ...one, available: one.available + 2 }));
      const problem = { ...scarce, stock: cells };
      const early = problem.orders.slice(0, Math.ceil(problem.orders.length / 2));
      const first = planRun({ ...problem, orders: early }, { ...plain, run: by });
      if (first.orders.length === 0) return;
      const allocated = allocatedBy(first, early);
      const options = { ...plain, run: by, optimize, prices: null, guides: false };
      const second = optimizeRun(applyPlan(problem, first), { ...options, allocated });
      expectNothingTwice(problem, combined(problem, first, second));
      const isCheaper = second.objective <= second.rulesObjective + 1e-9;
      expect(optimize.tiers === 'STRICT' || isCheaper).toBe(true);
      if (second.moves.length === 0) return;
      const mayMove = new Set(allocated.map((one) => one.order.orderId));
      expect(second.moves.every(({ plan }) => mayMove.has(plan.orderId))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

// M1 has A's only unit; M2 needs it and P2 from A, or two parcels.
const NETWORK = {
  at: NOON,
  holds: [],
  facilities: [facility('A'), facility('B', { longitude: -80 })],
  stock: stock({ A: { P2: 1 }, B: { P1: 1 } }),
  orders: [order('M2', { items: [item('1'), item('2', { productId: 'P2' })] })],
};
const M1: AllocatedOrder = {
  order: order('M1'),
  facilityOf: new Map([['1', 'A']]),
  places: [{ facilityId: 'A', ofDay: true, ofHour: true }],
};
const split = rule({ code: 'SPLIT', assignment: 'MULTI', partial: true });
const optimized = (movePrice: number, rules = [split], allocated = [M1]) =>
  optimizeRun(NETWORK, {
    ...plain,
    run: run({ batches: [batch({ rules })] }),
    optimize: { tiers: 'OFF', pricePerStep: 0, again: { minutes: 60, movePrice } },
    prices: null,
    guides: false,
    allocated,
  });
const facilitiesOf = (one: PlannedOrder | undefined) => one?.parts.map((part) => part.facilityId);

test('an allocated order makes room where that saves more than moving costs', () => {
  const { plan, moves, objective, rulesObjective } = optimized(1);
  expect(moves.map((move) => [move.plan.orderId, facilitiesOf(move.plan)])).toEqual([
    ['M1', ['B']],
  ]);
  expect(facilitiesOf(plan.orders[0])).toEqual(['A']);
  expect(objective).toBeLessThan(rulesObjective);
  expect(moves[0]?.plan.explanation).toMatchObject({ together: true, rule: 'SPLIT' });
});

test('it stays where moving costs more, and where no rule of now allows what it has', () => {
  expect(optimized(500).moves).toEqual([]);
  expect(facilitiesOf(optimized(500).plan.orders[0])?.toSorted()).toEqual(['A', 'B']);
  const notA = {
    ...split,
    filters: [{ code: 'FACILITY_GROUP', args: { groups: ['NONE'] }, exclude: false }],
  };
  expect(optimized(1, [notA]).moves).toEqual([]);
});
