// Whatever the rules, the stock and the orders: nothing is promised twice, filters only remove, and the order
// of facilities and orders in the problem decides nothing.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_RULES } from '../rules/default-rules.ts';
import type { FilterCall, RunRules } from '../rules/rules.ts';
import { checkRules } from '../rules/check-rules.ts';
import { planRun } from './plan-run.ts';
import type { RunPlan } from './planning.ts';
import {
  brokeringProblems,
  expectNothingTwice,
  filters,
  inventoryRules,
  itemOf,
  runs,
} from './random-runs.ts';
import type { BrokeringProblem } from './routing-problem.ts';
import { batch, COSTS, run } from './test-problem.ts';

const plan = (one: BrokeringProblem, by: RunRules): RunPlan =>
  planRun(one, { rules: { costs: COSTS }, run: by, rulesVersion: 1, considers: true });

test('no stock and no place is promised twice; no item goes out twice or is lost', () => {
  fc.assert(
    fc.property(brokeringProblems, runs, (one, by) => {
      const planned = plan(one, by);
      expectNothingTwice(one, planned);
    }),
    { numRuns: 300 },
  );
});

test('a filter only removes: with one more, a rule never has more facilities to choose from', () => {
  fc.assert(
    fc.property(brokeringProblems, inventoryRules, filters, (one, plain, more) => {
      const [orderOne] = one.orders;
      if (orderOne === undefined) return;
      const alone = { ...one, orders: [orderOne] };
      const candidates = (kept: readonly FilterCall[]): number => {
        const by = run({ batches: [batch({ rules: [{ ...plain, filters: kept }] })] });
        const steps = plan(alone, by).orders.flatMap((other) => other.explanation.steps);
        return steps.find((step) => step.rule === 'RULE')?.candidates ?? 0;
      };
      expect(candidates([...plain.filters, more])).toBeLessThanOrEqual(candidates(plain.filters));
    }),
    { numRuns: 200 },
  );
});

test('the plan is the same whatever order facilities, stock and orders come in', () => {
  fc.assert(
    fc.property(brokeringProblems, runs, (one, by) => {
      const turned = {
        ...one,
        facilities: one.facilities.toReversed(),
        orders: one.orders.toReversed(),
        stock: one.stock.toReversed(),
      };
      const sorted = (planned: RunPlan) =>
        planned.orders.toSorted((a, b) => (a.orderId < b.orderId ? -1 : 1));
      expect(sorted(plan(turned, by))).toEqual(sorted(plan(one, by)));
    }),
    { numRuns: 200 },
  );
});

test('the built-in rules leave an item only when nobody who may ship it has enough left', () => {
  const [builtIn] = DEFAULT_RULES.runs;
  if (builtIn === undefined) throw new Error('The built-in rules have a run.');
  expect(checkRules(DEFAULT_RULES)).toEqual([]);
  fc.assert(
    fc.property(brokeringProblems, (one) => {
      const [orderOne] = one.orders;
      if (orderOne === undefined) return;
      const items = orderOne.items.map((other) => ({ ...other, itemGroup: null }));
      const alone = { ...one, orders: [{ ...orderOne, items }] };
      const [planned] = plan(alone, builtIn).orders;
      for (const { productId, quantity, assignedFacilityId } of planned?.left ?? []) {
        if (assignedFacilityId !== null) continue;
        for (const { facilityId, shipsOrders, dayLeft, hourLeft } of one.facilities) {
          const isOpen = shipsOrders && (dayLeft ?? 1) > 0 && (hourLeft ?? 1) > 0;
          const cell = one.stock.find(
            (other) => other.facilityId === facilityId && other.productId === productId,
          );
          if (!isOpen || cell === undefined || cell.rejected) continue;
          const used = (planned?.parts ?? [])
            .filter((part) => part.facilityId === facilityId)
            .flatMap((part) => part.itemSeqs)
            .map((seq) => itemOf(alone, orderOne.orderId, seq))
            .filter((other) => other?.productId === productId)
            .reduce((sum, other) => sum + (other?.quantity ?? 0), 0);
          expect(cell.available - used).toBeLessThan(quantity);
        }
      }
    }),
    { numRuns: 300 },
  );
});
