// Tables that grow get statistics, once each time they have grown.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { refreshStatistics } from './embedded-upkeep.ts';
import { openDatabase } from './open-database.ts';
import type { OpenDatabase } from './open-database.ts';

let opened: OpenDatabase<Record<string, never>>;

beforeAll(async () => {
  opened = await openDatabase({ url: null, folder: null });
  await opened.pool.query('create table sale (id int primary key, note text)');
});

afterAll(async () => {
  await opened.close();
});

async function fill(from: number, to: number): Promise<void> {
  await opened.pool.query(
    `insert into sale select g, repeat('x', 50) from generate_series(${from}, ${to}) g`,
  );
}

async function rowsPlanned(): Promise<number> {
  const { rows } = await opened.pool.query<{ reltuples: number }>(
    "select reltuples from pg_class where relname = 'sale'",
  );
  return rows[0]?.reltuples ?? Number.NaN;
}

test('a table that has grown is planned for as it is; one that has not is left alone', async () => {
  expect(await refreshStatistics(opened.pool)).toEqual([]);
  await fill(1, 1000);
  expect(await rowsPlanned()).toBe(-1);
  expect(await refreshStatistics(opened.pool)).toEqual(['sale']);
  expect(await rowsPlanned()).toBe(1000);
  await fill(1001, 1010);
  expect(await refreshStatistics(opened.pool)).toEqual([]);
  await fill(1011, 3000);
  expect(await refreshStatistics(opened.pool, () => true)).toEqual([]);
  expect(await refreshStatistics(opened.pool)).toEqual(['sale']);
  expect(await rowsPlanned()).toBe(3000);
});
