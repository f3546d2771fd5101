import { expect, test } from 'vitest';
import { ShopSeed } from './seed.ts';
import { FIXTURE_SEED } from './test/fixture-shop.ts';

test('a seed fills in what is left out', () => {
  const seed = ShopSeed.parse({ ...FIXTURE_SEED, stock: [] });
  expect(seed.limits).toEqual({ maximumAvailable: 2000, restoreRate: 100 });
  expect(seed.app.scopes).not.toContain('read_users');
  expect(seed.shop.firstOrderNumber).toBe(1254);
});

test('ids that are there twice and stock of what is not there are refused', () => {
  const [place] = FIXTURE_SEED.locations;
  const result = ShopSeed.safeParse({
    ...FIXTURE_SEED,
    locations: [...FIXTURE_SEED.locations, place],
    stock: [{ locationId: place?.id ?? '', sku: 'none', available: 1 }],
  });
  expect(result.error?.issues.map((issue) => issue.message)).toEqual([
    'The location 9100000002 is there twice.',
    'Stock of none at 9100000002 names what is not there.',
  ]);
});
