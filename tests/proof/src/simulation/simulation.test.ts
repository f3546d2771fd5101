// That a seed is a run, and that planted defects are noticed.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReusedDatabase } from './fresh-database.ts';
import type { ReusedDatabase } from './fresh-database.ts';
import { CURSOR_NOT_LEDGER, NO_EXTERNAL_ID } from './plant.ts';
import type { Plant } from './plant.ts';
import { runSeed } from './run-seed.ts';

let database: ReusedDatabase;
beforeAll(async () => {
  database = await openReusedDatabase();
});
afterAll(async () => database.close());

test('the same seed is the same run', async () => {
  const first = await runSeed(database, { seed: 3 });
  const second = await runSeed(database, { seed: 3 });
  expect(second.digest).toBe(first.digest);
  expect(second.strikes).toEqual(first.strikes);
});

/** The first seed that notices the defect, of those that take turns here. */
async function noticed(plant: Plant, seeds: readonly number[]): Promise<readonly string[]> {
  for (const seed of seeds) {
    const { violations } = await runSeed(database, { seed, plant });
    if (violations.length > 0) return [...new Set(violations.map((one) => one.invariant))];
  }
  return [];
}

test('records without external ids come twice, and that is noticed', async () => {
  expect(await noticed(NO_EXTERNAL_ID, [14, 2, 5, 6])).toContain('I1');
});

test('a cursor in the place of the ledger loses records, and that is noticed', async () => {
  expect(await noticed(CURSOR_NOT_LEDGER, [14, 2, 5, 6])).not.toEqual([]);
});
