// One unit, two orders that want it: what is said about the one that does not get it, and what its price tells
// an order that comes later.

import { expect, test } from 'vitest';
import { explainAssignment } from './explain-assignment.ts';
import { planRoutes } from './plan-routes.ts';
import type { RoutingProblem } from './problem.ts';
import { routeOne } from './route-one.ts';

const NEAR = { lat: 40.7, lng: -74 };
const FAR = { lat: 34, lng: -118.2 };

// The east store has one unit. O0 is in Chicago and loses little by taking it from the west store; O1 is next door.
const problem: RoutingProblem = {
  zones: {
    limitMiles: [150, 1000, null],
    base: { standard: [5, 10, 12] },
    perPound: { standard: [0, 0, 0] },
  },
  maxMiles: {},
  unfilledPerUnit: 30,
  facilities: [
    { id: 'EAST', ...NEAR, capacity: null, perShipment: 0, perUnit: 0 },
    { id: 'WEST', ...FAR, capacity: 5, perShipment: 0, perUnit: 0 },
  ],
  skus: [{ id: 'S0', pounds: 1 }],
  stock: [
    ['EAST', 'S0', 1, 0],
    ['WEST', 'S0', 5, 0],
  ],
  orders: [
    { id: 'O0', lat: 41.9, lng: -87.6, method: 'standard', lines: [['S0', 1]] },
    { id: 'O1', lat: 40.8, lng: -74.1, method: 'standard', lines: [['S0', 1]] },
  ],
};

test('the order that loses least gives way, and is told to whom and at which price', () => {
  const rules = planRoutes(problem, { mode: 'rules' });
  expect(rules.objective).toBe(10 + 12);
  const plan = planRoutes(problem, { mode: 'optimize' });
  expect(plan.assignments.map((one) => one.lines)).toEqual([['WEST'], ['EAST']]);
  expect(plan.objective).toBe(12 + 5);
  expect(plan.bound).toBeCloseTo(17, 4);

  const explained = explainAssignment(problem, plan, 'O0');
  expect(explained).toMatchObject({ order: 'O0', lines: ['WEST'], cost: 12, cheaper: ['EAST'] });
  const [east] = explained.considered;
  expect(east).toMatchObject({ facility: 'EAST', cost: 10, couldShip: [0] });
  expect(east?.miles).toBeCloseTo(713, -1);
  expect(east?.obstacles).toHaveLength(1);
  expect(east?.obstacles[0]).toMatchObject({
    kind: 'STOCK',
    sku: 'S0',
    left: 0,
    claimants: ['O1'],
  });
  // At least what O0 would save, at most what O1 would lose.
  expect(east?.obstacles[0]?.price).toBeGreaterThanOrEqual(2 - 1e-6);
  expect(east?.obstacles[0]?.price).toBeLessThanOrEqual(7 + 1e-6);
});

test('a later order leaves the dear unit to those who need it, and says what it would have been worth', () => {
  const prices = { stock: [['EAST', 'S0', 5] as const], capacity: [] };
  const [order] = problem.orders;
  if (order === undefined) throw new Error('There is an order.');
  expect(routeOne(problem, { order, prices, priceWeight: 1 })).toEqual({
    lines: ['WEST'],
    cost: 12,
    priced: 0,
  });
  expect(routeOne(problem, { order, prices, priceWeight: 0.2 })).toEqual({
    lines: ['EAST'],
    cost: 10,
    priced: 5,
  });
});
