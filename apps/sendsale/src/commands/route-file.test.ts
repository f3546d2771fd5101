// An instance file is taken as issue 6 shows it; what is wrong with another is named where it stands.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planRoutes } from '@sendsale/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRoutingProblem } from './route-file.ts';

const INSTANCE = {
  zones: {
    limitMiles: [150, 1000, null],
    base: { standard: [7.6, 9.7, 11.7] },
    perPound: { standard: [0.35, 0.75, 1.35] },
  },
  maxMiles: { 'next-day': 1000 },
  unfilledPerUnit: 30,
  facilities: [{ id: 'F0', lat: 40.7, lng: -74, capacity: 120, perShipment: 1.1, perUnit: 0.4 }],
  skus: [{ id: 'S0', pounds: 1.2 }],
  stock: [['F0', 'S0', 12, 0.5]],
  orders: [{ id: 'O0', lat: 34, lng: -118.2, method: 'standard', lines: [['S0', 2]] }],
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sendsale-route-'));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

async function write(instance: unknown): Promise<string> {
  const path = join(folder, 'instance.json');
  await writeFile(path, JSON.stringify(instance));
  return path;
}

test('the file is read and planned at the costs the issue defines', async () => {
  const problem = await readRoutingProblem(await write(INSTANCE));
  const plan = planRoutes(problem, { mode: 'optimize' });
  expect(plan.assignments).toEqual([{ order: 'O0', lines: ['F0'] }]);
  expect(plan.objective).toBeCloseTo(11.7 + 1.1 + 2 * (1.2 * 1.35 + 0.4 - 0.5), 9);
  expect(plan.bound).toBeCloseTo(plan.objective, 9);
});

test('every contradiction is named where it stands', async () => {
  const path = await write({
    ...INSTANCE,
    stock: [
      ['F0', 'S0', 1, 0],
      ['F0', 'S0', 2, 0],
      ['F9', 'S0', 2, 0],
    ],
    orders: [
      { id: 'O0', lat: 34, lng: -118.2, method: 'drone', lines: [['S9', 1]] },
      { id: 'O0', lat: 34, lng: -118.2, method: 'standard', lines: [] },
    ],
  });
  await expect(readRoutingProblem(path)).rejects.toThrow(
    [
      'is not a routing instance:',
      'orders.1.id: O0 stands there twice',
      'stock.1: S0 at F0 stands there twice',
      'stock.2: no facility F9',
      'orders.0.method: zones.base has no drone',
      'orders.0.lines: no SKU S9',
    ].join('\n  '),
  );
});

test('a wrong number, a text that is no JSON and a missing file are told as such', async () => {
  const wrong = await write({ ...INSTANCE, unfilledPerUnit: -1 });
  await expect(readRoutingProblem(wrong)).rejects.toThrow(/unfilledPerUnit: /);
  await writeFile(join(folder, 'no.json'), '{');
  await expect(readRoutingProblem(join(folder, 'no.json'))).rejects.toThrow(/is not JSON/);
  await expect(readRoutingProblem(join(folder, 'none.json'))).rejects.toThrow(/cannot be read/);
});
