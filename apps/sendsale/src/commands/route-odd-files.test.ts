// Instances nobody thought of: each is planned within what is there, and its bound follows from the prices as they
// are printed, recomputed by code of its own.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { boundAtPrices, planRoutes, verifyPlan } from '@sendsale/domain';
import type { RoutingPlan, RoutingProblem } from '@sendsale/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRoutingProblem } from './route-file.ts';

const PLAIN = {
  zones: {
    limitMiles: [150, 1000, null],
    base: { standard: [7.6, 9.7, 11.7], 'next-day': [17, 36, 49] },
    perPound: { standard: [0.35, 0.75, 1.35], 'next-day': [1.1, 2.9, 4.7] },
  },
  maxMiles: { 'next-day': 1000 },
  unfilledPerUnit: 30,
  facilities: [
    { id: 'NYC', lat: 40.7, lng: -74, capacity: 2, perShipment: 1.1, perUnit: 0.4 },
    { id: 'LA', lat: 34.05, lng: -118.24, capacity: 120, perShipment: 2.4, perUnit: 0.9 },
  ],
  skus: [
    { id: 'A', pounds: 1.2 },
    { id: 'B', pounds: 0.4 },
  ],
  stock: [
    ['NYC', 'A', 3, 0],
    ['LA', 'A', 1, 0.5],
    ['LA', 'B', 4, 0],
  ],
  orders: [
    { id: 'O0', lat: 34, lng: -118.2, method: 'standard', lines: [['A', 1]] },
    {
      id: 'O1',
      lat: 41,
      lng: -74.2,
      method: 'next-day',
      lines: [
        ['A', 1],
        ['B', 2],
      ],
    },
    {
      id: 'O2',
      lat: 33,
      lng: -117,
      method: 'standard',
      lines: [
        ['A', 1],
        ['B', 1],
      ],
    },
  ],
};
const [NYC, LA] = PLAIN.facilities;
const many = (count: number): ReadonlyArray<readonly [string, number]> =>
  Array.from({ length: count }, (_, index) => [index % 3 === 0 ? 'A' : 'B', 1 + (index % 2)]);
const ordersOf = (lines: ReadonlyArray<readonly [string, number]>): readonly object[] => [
  { id: 'O0', lat: 34, lng: -118.2, method: 'standard', lines },
  { id: 'O1', lat: 41, lng: -74.2, method: 'standard', lines },
];

const ODD: Readonly<Record<string, object>> = {
  'as it is': {},
  'limits without null at the end': { zones: { ...PLAIN.zones, limitMiles: [10, 20, 30] } },
  'only one zone, without limit': {
    zones: {
      limitMiles: [null],
      base: { standard: [8], 'next-day': [20] },
      perPound: { standard: [0.5], 'next-day': [1] },
    },
  },
  'no method in maxMiles': { maxMiles: {} },
  'a method that reaches nobody': { maxMiles: { standard: 0, 'next-day': 0 } },
  'an order without lines': {
    orders: [...PLAIN.orders, ...ordersOf([])].map((one, index) => ({ ...one, id: `O${index}` })),
  },
  'only orders without lines': { orders: ordersOf([]) },
  'no orders': { orders: [] },
  'no stock': { stock: [] },
  'no facilities': { facilities: [], stock: [] },
  'nine lines, the same SKUs again and again': { orders: ordersOf(many(9)) },
  'fifteen lines': { orders: ordersOf(many(15)) },
  'one SKU on two lines, more than one facility has': {
    orders: ordersOf([
      ['A', 1],
      ['A', 1],
      ['A', 2],
    ]),
  },
  'capacity 0 everywhere': {
    facilities: [
      { ...NYC, capacity: 0 },
      { ...LA, capacity: 0 },
    ],
  },
  'capacity without limit, said and unsaid': {
    facilities: [
      { ...NYC, capacity: null },
      { ...LA, capacity: undefined },
    ],
  },
  'quantities larger than any stock': {
    orders: ordersOf([
      ['A', 9],
      ['B', 99],
    ]),
  },
  'a single order': { orders: PLAIN.orders.slice(0, 1) },
  'weights of tons': {
    skus: [
      { id: 'A', pounds: 4000 },
      { id: 'B', pounds: 1e6 },
    ],
  },
  'weightless goods': {
    skus: [
      { id: 'A', pounds: 0 },
      { id: 'B', pounds: 0 },
    ],
  },
  'a credit below nothing': {
    stock: [
      ['NYC', 'A', 3, -4],
      ['LA', 'A', 1, -50],
      ['LA', 'B', 4, -0.01],
    ],
  },
  'a credit above all costs': {
    stock: [
      ['NYC', 'A', 3, 100],
      ['LA', 'A', 1, 0],
      ['LA', 'B', 4, 100],
    ],
  },
  'no credit said': {
    stock: [
      ['NYC', 'A', 3],
      ['LA', 'B', 4],
    ],
  },
  'nothing lost when unfilled': { unfilledPerUnit: 0 },
  'rows of no units': {
    stock: [
      ['NYC', 'A', 0, 0],
      ['LA', 'A', 0, 0],
      ['LA', 'B', 1, 0],
    ],
  },
  'everybody at one place': {
    facilities: [
      { ...NYC, lat: 34, lng: -118.2 },
      { ...LA, lat: 34, lng: -118.2 },
    ],
  },
  'ids like those of objects': {
    facilities: [
      { ...NYC, id: '__proto__' },
      { ...LA, id: 'constructor' },
    ],
    stock: [
      ['__proto__', 'A', 3, 0],
      ['constructor', 'A', 1, 0],
      ['constructor', 'B', 4, 0],
    ],
  },
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sendsale-odd-'));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

async function read(change: object): Promise<RoutingProblem> {
  const path = join(folder, 'instance.json');
  await writeFile(path, JSON.stringify({ ...PLAIN, ...change }));
  return readRoutingProblem(path);
}

// As printed: what a reader of the JSON has.
const printed = (plan: RoutingPlan): RoutingPlan => JSON.parse(JSON.stringify(plan)) as RoutingPlan;

test.each(Object.keys(ODD))('%s', async (name) => {
  const problem = await read(ODD[name] ?? {});
  const plan = printed(planRoutes(problem, { mode: 'optimize', seed: 3 }));
  expect(printed(planRoutes(problem, { mode: 'optimize', seed: 3 }))).toEqual(plan);
  const rules = printed(planRoutes(problem, { mode: 'rules' }));
  for (const one of [plan, rules]) {
    const bound = one.bound ?? boundAtPrices(problem, one.prices);
    const checked = verifyPlan(problem, one);
    expect(checked.violations).toEqual([]);
    expect(Math.abs(checked.recomputedObjective - one.objective)).toBeLessThan(1e-6);
    expect(Math.abs(checked.recomputedBound - bound)).toBeLessThan(1e-6);
    expect(bound).toBeLessThanOrEqual(one.objective);
  }
  expect(plan.objective).toBeLessThanOrEqual(rules.objective);
});

test('what cannot be read is refused where it stands', async () => {
  const wrong: ReadonlyArray<readonly [object, RegExp]> = [
    [{ stock: [['NYC', 'A', -1, 0]] }, /stock\.0: facility, SKU, units/],
    [{ stock: [['NYC', 'A']] }, /stock\.0: /],
    [
      {
        stock: [
          ['NYC', 'A', 1, 0],
          ['NYC', 'A', 2, 0],
        ],
      },
      /stock\.1: A at NYC stands there twice/,
    ],
    [{ stock: [['NYC', 'Z', 1, 0]] }, /stock\.0: no SKU Z/],
    [{ orders: ordersOf([['A', 0]]) }, /orders\.0\.lines\.0\.1: /],
    [{ orders: ordersOf([['Z', 1]]) }, /orders\.0\.lines: no SKU Z/],
    [{ zones: { ...PLAIN.zones, limitMiles: [null, 10, 20] } }, /limitMiles: must rise/],
    [{ stock: undefined }, /stock: rows of stock wanted/],
  ];
  for (const [change, words] of wrong) await expect(read(change)).rejects.toThrow(words);
});
