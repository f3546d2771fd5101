// The first hundred of the 200 seeds every test run takes, as far as its time goes: two files, so that two run at once.
// Longer: npm run simulate -- --seeds 1000.

import { expect, test } from 'vitest';
import { seedsWithin } from './seeds-within.ts';

const BUDGET_MS = 20_000;

test(
  'whatever goes wrong, nothing is lost and nothing is twice',
  async () => {
    expect(await seedsWithin({ from: 1, seeds: 100, budgetMs: BUDGET_MS })).toBeNull();
  },
  4 * BUDGET_MS,
);
