// Small random problems for the optimiser's tests, and every plan of one by brute force.

import fc from 'fast-check';
import type { PlannedAssignment, RoutingProblem, StockRow } from './problem.ts';
import { verifyPlan } from './verify.ts';

export interface SmallOptions {
  readonly orders: number;
  readonly facilities: number;
  readonly skus: number;
  readonly lines: number;
}

const cents = (max: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: max * 100 }).map((value) => value / 100);
const latitude = fc.integer({ min: 250, max: 480 }).map((value) => value / 10);
const longitude = fc.integer({ min: -1240, max: -700 }).map((value) => value / 10);

/** Problems of at most these sizes: scarce stock and capacity, credits, duplicate SKUs, two methods. */
export function smallProblem(options: SmallOptions): fc.Arbitrary<RoutingProblem> {
  const facility = fc.record({
    lat: latitude,
    lng: longitude,
    capacity: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
    perShipment: cents(3),
    perUnit: cents(1),
    stock: fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), cents(2)), {
      minLength: options.skus,
      maxLength: options.skus,
    }),
  });
  const order = fc.record({
    lat: latitude,
    lng: longitude,
    method: fc.constantFrom('standard', 'next-day'),
    lines: fc.array(fc.tuple(fc.nat({ max: options.skus - 1 }), fc.integer({ min: 1, max: 2 })), {
      minLength: 1,
      maxLength: options.lines,
    }),
  });
  return fc
    .record({
      facilities: fc.array(facility, { minLength: 1, maxLength: options.facilities }),
      orders: fc.array(order, { minLength: 1, maxLength: options.orders }),
      pounds: fc.array(cents(4), { minLength: options.skus, maxLength: options.skus }),
    })
    .map(({ facilities, orders, pounds }) => ({
      zones: {
        limitMiles: [300, 1000, null],
        base: { standard: [7, 9, 12], 'next-day': [15, 30, 45] },
        perPound: { standard: [0.4, 0.7, 1.2], 'next-day': [1, 2, 4] },
      },
      maxMiles: { 'next-day': 1500 },
      unfilledPerUnit: 30,
      facilities: facilities.map(({ lat, lng, capacity, perShipment, perUnit }, index) => ({
        id: `F${index}`,
        lat,
        lng,
        capacity,
        perShipment,
        perUnit,
      })),
      skus: pounds.map((one, index) => ({ id: `S${index}`, pounds: one })),
      stock: facilities.flatMap(({ stock }, index) =>
        stock.flatMap(([units, credit], sku): readonly StockRow[] =>
          units === 0 ? [] : [[`F${index}`, `S${sku}`, units, credit]],
        ),
      ),
      orders: orders.map((one, index) => ({
        ...one,
        id: `O${index}`,
        lines: one.lines.map(([sku, quantity]) => [`S${sku}`, quantity] as const),
      })),
    }));
}

/** The least objective of all plans there are. */
export function leastOfAll(problem: RoutingProblem): number {
  const slots = problem.orders.flatMap((order, at) => order.lines.map(() => at));
  const choices = [null, ...problem.facilities.map((facility) => facility.id)];
  let least = Infinity;
  for (let number = 0; number < choices.length ** slots.length; number += 1) {
    const lines: Array<Array<string | null>> = problem.orders.map(() => []);
    let rest = number;
    for (const order of slots) {
      lines[order]?.push(choices[rest % choices.length] ?? null);
      rest = Math.floor(rest / choices.length);
    }
    const assignments: readonly PlannedAssignment[] = problem.orders.map(({ id }, at) => ({
      order: id,
      lines: lines[at] ?? [],
    }));
    const checked = verifyPlan(problem, { assignments, prices: { stock: [], capacity: [] } });
    if (checked.isFeasible) least = Math.min(least, checked.recomputedObjective);
  }
  return least;
}
