// The list of all orders, from the operation to the orders read: first everything, then every day what was missed.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRoad, STORE } from '../test/road.ts';
import type { Road } from '../test/road.ts';
import { listOrders } from './list-orders.ts';
import { readListedOrders } from './read-listed-orders.ts';

let road: Road;
beforeAll(async () => {
  road = await openRoad();
  await road.catalogue();
});
afterAll(async () => {
  await road.close();
});

const run = () => ({ at: road.clock.now(), signal: new AbortController().signal });
const sell = async () =>
  (await road.ring({ locationId: STORE, lines: [{ sku: 'SHIRT', delivery: 'CARRY_OUT' }] })).name;

/** As the job does: again until Shopify has written the list. */
async function list(): Promise<number> {
  let done = 0;
  for (let tries = 0; tries < 50; tries += 1) {
    const outcome = await listOrders(road.context, run());
    done += outcome.done;
    if (outcome.again !== true) return done;
  }
  throw new Error('The list never ended.');
}

const runs = async () =>
  road.db
    .selectFrom('bulk_run')
    .select(['purpose', 'state', 'listed', 'differing', 'error'])
    .orderBy('id')
    .execute();
const waiting = async () => road.db.selectFrom('order_to_read').select('shopify_id').execute();
const failures = async () =>
  road.db
    .selectFrom('problem')
    .select(['message', 'resolved_at'])
    .where('code', '=', 'SHOPIFY_BULK_FAILED')
    .orderBy('id')
    .execute();
const HOUR_MS = 60 * 60 * 1000;

test('the first list names every order, and each is read by its id', async () => {
  const names = [await sell(), await sell(), await sell()];
  expect(await list()).toBe(3);
  expect(await runs()).toEqual([
    { purpose: 'BACKFILL', state: 'DONE', listed: 3, differing: 3, error: null },
  ]);
  expect(await readListedOrders(road.context, run())).toMatchObject({ done: 3 });
  const orders = await road.db.selectFrom('sales_order').select('name').orderBy('name').execute();
  expect(orders.map((one) => one.name)).toEqual(names.toSorted());
  expect(await waiting()).toEqual([]);
});

test('no other list is begun on the same day', async () => {
  expect(await list()).toBe(0);
  expect(await runs()).toHaveLength(1);
});

test('a day later an order that nobody told of is found, and nothing else is read again', async () => {
  road.clock.advance(24 * HOUR_MS);
  const missed = await sell();
  expect(await list()).toBe(1);
  expect((await runs()).at(-1)).toEqual({
    purpose: 'NIGHTLY',
    state: 'DONE',
    listed: 4,
    differing: 1,
    error: null,
  });
  expect(await readListedOrders(road.context, run())).toMatchObject({ note: '1 new' });
  const found = await road.db.selectFrom('sales_order').select('name').execute();
  expect(found.map((one) => one.name)).toContain(missed);
});

test('a list that fails is a problem; what it wrote is used, and it is begun again within the hour', async () => {
  road.clock.advance(24 * HOUR_MS);
  await sell();
  await road.post('/control/bulk', { fail: 'TIMEOUT' });
  expect(await list()).toBe(1);
  expect((await runs()).at(-1)).toMatchObject({ state: 'FAILED', listed: 5, error: 'TIMEOUT' });
  expect(await failures()).toMatchObject([
    { message: 'The list of all orders failed: TIMEOUT', resolved_at: null },
  ]);
  expect(await list()).toBe(0);
  await readListedOrders(road.context, run());
  road.clock.advance(HOUR_MS);
  expect(await list()).toBe(0);
  expect((await runs()).at(-1)).toMatchObject({ state: 'DONE', listed: 5, differing: 0 });
  expect((await failures())[0]?.resolved_at).not.toBeNull();
});

test('a list whose file has gone is a failure that says so', async () => {
  road.clock.advance(24 * HOUR_MS);
  await listOrders(road.context, run());
  road.spoil('query BulkOperation', ['url', '.jsonl', '.gone']);
  await list();
  road.spoil(null);
  expect((await runs()).at(-1)).toMatchObject({
    state: 'FAILED',
    error: 'Its file can no longer be fetched, or broke off.',
  });
});
