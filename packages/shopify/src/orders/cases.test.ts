// The collection in fixtures/cases: each file is read as is written by hand beside it, to the cent.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CASES } from '../test/cases/index.ts';
import { summary } from '../test/cases/summary.ts';
import { readOrders } from './read-orders.ts';

const FOLDER = new URL('../../fixtures/cases/', import.meta.url);
const text = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');
const names = readdirSync(FOLDER).filter((name) => !name.endsWith('.expected.json'));

test('there are at least sixty, and the files are what the builders make', () => {
  expect(names.length).toBeGreaterThanOrEqual(60);
  expect(names.map((name) => name.replace('.json', '')).sort()).toEqual(
    CASES.map((one) => one.name).sort(),
  );
  for (const { name, payload, expected } of CASES) {
    expect([name, JSON.parse(text(`${name}.json`))]).toEqual([
      name,
      JSON.parse(JSON.stringify(payload)),
    ]);
    expect([name, JSON.parse(text(`${name}.expected.json`))]).toEqual([name, expected]);
  }
});

describe('each is read as expected', () => {
  test.each(names)('%s', (name) => {
    const read = [...readOrders(text(name), { origin: name })];
    expect(read.map(summary)).toEqual([JSON.parse(text(name.replace('.json', '.expected.json')))]);
    const refused = read[0]?.problems.some((one) => one.severity === 'refuses') === true;
    const { sum, total } = read[0]?.totals ?? {};
    expect(refused || sum === total, 'its parts come to its total').toBe(true);
  });
});
