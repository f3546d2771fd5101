import { saveMapping, recordCounts } from '@sendsale/oms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOME, openRoad, OTHER_STORE, STORE, WAREHOUSE } from '../test/road.ts';
import type { Road } from '../test/road.ts';
import { downloadInventory } from './download-inventory.ts';
import { tellInventory } from './tell-inventory.ts';

let road: Road;
beforeAll(async () => {
  road = await openRoad();
  await road.catalogue();
});
afterAll(async () => {
  await road.close();
});

const run = () => ({ at: road.clock.now(), signal: new AbortController().signal });

/** SKU → location → available, as the simulator counts. */
async function theirs(sku: string): Promise<Record<string, number>> {
  const levels = (await road.read(`/control/stock?sku=${sku}`)) as {
    locationId: string;
    available: number;
  }[];
  return Object.fromEntries(levels.map((level) => [level.locationId, level.available]));
}

async function count(facilityName: string, sku: string, onHand: number): Promise<void> {
  const { id: productId } = await road.db
    .selectFrom('product')
    .select('id')
    .where('sku', '=', sku)
    .executeTakeFirstOrThrow();
  const counts = [{ facilityId: facilityName, productId, onHand }];
  await recordCounts(road.db, { counts, via: 'test', at: road.clock.now() });
}

async function problems() {
  return road.db
    .selectFrom('problem')
    .select(['code', 'subject'])
    .where('resolved_at', 'is', null)
    .where('code', 'in', ['SHOPIFY_INVENTORY_REFUSED', 'SHOPIFY_LOCATION_UNTIED'])
    .execute();
}

test('the levels of every location of ours are read, and nothing is set unless the shop wants it', async () => {
  await count('Warehouse', 'SHIRT', 5);
  expect(await downloadInventory(road.context, run())).toEqual({ done: 9 });
  const kept = await road.db.selectFrom('shopify_inventory_level').selectAll().execute();
  expect(kept.map((one) => [one.available, one.on_hand])).toEqual(Array(9).fill([20, 20]));
  expect(await tellInventory(road.context, run())).toEqual({ done: 0 });
  expect(await theirs('SHIRT')).toEqual({ [STORE]: 20, [OTHER_STORE]: 20, [WAREHOUSE]: 20 });
  expect(await problems()).toEqual([]);
});

test('what differs is set, less safety stock and what orders wait for; a second run sets nothing', async () => {
  await saveMapping(road.db, {
    kind: 'SHOPIFY_RULE',
    key: 'TELL_INVENTORY',
    value: 'yes',
    at: road.clock.now(),
  });
  // Shopify promises the shirt at the location it assigns the order to; we have not chosen one yet.
  const sold = await road.ring({
    locationId: STORE,
    customer: { firstName: 'Ada', email: 'ada@example.com' },
    shippingAddress: HOME,
    lines: [{ sku: 'SHIRT', delivery: 'SHIP' }],
    shipping: { title: 'Standard', price: '8.00' },
  });
  const before = await theirs('SHIRT');
  await count('Warehouse', 'SHIRT', 5);
  await count('Back Bay', 'SHIRT', 30);
  const told = await tellInventory(road.context, run());
  const after = await theirs('SHIRT');
  const assigned = Object.keys(before).find((id) => before[id] === 19);
  const less = (id: string): number => (id === assigned ? 1 : 0);
  expect(after).toEqual({
    [STORE]: before[STORE],
    [OTHER_STORE]: 30 - less(OTHER_STORE),
    [WAREHOUSE]: 5 - less(WAREHOUSE),
  });
  expect(told.done).toBe(2);
  expect(sold.name).toMatch(/^#/);
  expect(await tellInventory(road.context, run())).toEqual({ done: 0 });
});

test('a sale between reading and setting is not overwritten', async () => {
  await count('Back Bay', 'HAT', 7);
  // The levels are read, then this sale happens, then the quantity would be set.
  const { shops } = road.context;
  const [shop] = shops;
  if (shop === undefined) throw new Error('The road has a shop.');
  let sold = false;
  const client = {
    ...shop.client,
    query: async (call: Parameters<typeof shop.client.query>[0]) => {
      if (call.operation.includes('inventorySetQuantities') && !sold) {
        sold = true;
        await road.ring({
          locationId: OTHER_STORE,
          lines: [{ sku: 'HAT', delivery: 'CARRY_OUT' }],
        });
      }
      return shop.client.query(call);
    },
  } as typeof shop.client;
  const context = { ...road.context, shops: [{ ...shop, client }] };
  expect((await tellInventory(context, run())).done).toBe(0);
  expect((await theirs('HAT'))[OTHER_STORE]).toBe(19);
  road.clock.advance(10_000);
  expect((await tellInventory(road.context, run())).done).toBe(1);
  expect((await theirs('HAT'))[OTHER_STORE]).toBe(6);
  expect(await problems()).toEqual([]);
});

test('an answer that was lost is asked for again, and the quantity is set once', async () => {
  await count('Warehouse', 'SHOES', 11);
  road.cut('inventorySetQuantities');
  expect((await tellInventory(road.context, run())).done).toBe(1);
  expect((await theirs('SHOES'))[WAREHOUSE]).toBe(11);
});

test('a location of no facility is a problem, which heals when it is tied', async () => {
  await road.db.deleteFrom('facility_location').where('facility_id', '=', 'Back Bay').execute();
  await downloadInventory(road.context, run());
  expect(await problems()).toEqual([
    { code: 'SHOPIFY_LOCATION_UNTIED', subject: 'shop/locations' },
  ]);
  await road.db
    .insertInto('facility_location')
    .values({ shop_id: 'shop', shopify_location_id: OTHER_STORE, facility_id: 'Back Bay' })
    .execute();
  await downloadInventory(road.context, run());
  expect(await problems()).toEqual([]);
});
