import { approveOrder, brokerOrders, recordCounts } from '@sendsale/oms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOME, openRoad, OTHER_STORE, STORE, WAREHOUSE } from '../test/road.ts';
import type { Road } from '../test/road.ts';
import { moveOrders } from './move-orders.ts';

let road: Road;
beforeAll(async () => {
  road = await openRoad();
  await road.catalogue();
});
afterAll(async () => {
  await road.close();
});

const move = async () =>
  moveOrders(road.context, { at: road.clock.now(), signal: new AbortController().signal });

/** Facility name → SKU → on hand; everything else has nothing. */
async function stock(counts: Readonly<Record<string, Readonly<Record<string, number>>>>) {
  const products = await road.db.selectFrom('product').select(['id', 'sku']).execute();
  await recordCounts(road.db, {
    counts: products.flatMap(({ id, sku }) =>
      ['Warehouse', 'Fifth Avenue', 'Back Bay'].map((facilityId) => ({
        facilityId,
        productId: id,
        onHand: counts[facilityId]?.[sku] ?? 0,
      })),
    ),
    via: 'test',
    at: road.clock.now(),
  });
}

async function sell(lines: readonly { sku: string; quantity?: number }[]): Promise<string> {
  const { name } = await road.ring({
    locationId: STORE,
    customer: { firstName: 'Ada', email: 'ada@example.com' },
    shippingAddress: HOME,
    lines: lines.map((line) => ({ ...line, delivery: 'SHIP' as const })),
    shipping: { title: 'Standard', price: '8.00' },
  });
  await road.download();
  const at = road.clock.now();
  const { id } = await road.db
    .selectFrom('sales_order')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  await approveOrder(road.db, { orderId: id, actor: 'test', via: 'test', at });
  await brokerOrders(road.db, { at, limit: 100 });
  return name;
}

/** "location SKU ×units" of what is still to be fulfilled. */
async function open(name: string): Promise<string[]> {
  const view = await road.view(name);
  const skus = new Map(view.lines.map((line) => [line.id, line.sku]));
  return view.fulfillmentOrders
    .filter((one) => one.status !== 'CLOSED')
    .flatMap((one) =>
      one.lines
        .filter((line) => line.remaining > 0)
        .map((line) => `${one.locationId} ${skus.get(line.lineId)} ×${line.remaining}`),
    )
    .sort();
}

test('an order that one facility ships is moved there whole, once', async () => {
  await stock({ 'Back Bay': { SHIRT: 9 } });
  const name = await sell([{ sku: 'SHIRT', quantity: 2 }]);
  expect(await move()).toEqual({ done: 1 });
  expect(await open(name)).toEqual([`${OTHER_STORE} SHIRT ×2`]);
  expect(await move()).toEqual({ done: 0 });
});

test('an order of two facilities is split, by line and by unit', async () => {
  await stock({ 'Back Bay': { HAT: 1 }, Warehouse: { HAT: 1, SHOES: 1 } });
  const name = await sell([{ sku: 'HAT', quantity: 2 }, { sku: 'SHOES' }]);
  expect(await move()).toEqual({ done: 1 });
  expect(await open(name)).toEqual([
    `${OTHER_STORE} HAT ×1`,
    `${WAREHOUSE} HAT ×1`,
    `${WAREHOUSE} SHOES ×1`,
  ]);
});

test('an answer that was lost moves nothing twice', async () => {
  // One pair in the warehouse is the order's before.
  await stock({ 'Back Bay': { SHOES: 1 }, Warehouse: { SHOES: 2 } });
  const name = await sell([{ sku: 'SHOES', quantity: 2 }]);
  road.cut('fulfillmentOrderMove');
  expect(await move()).toEqual({ done: 0 });
  expect(await move()).toEqual({ done: 1 });
  expect(await open(name)).toEqual([`${OTHER_STORE} SHOES ×1`, `${WAREHOUSE} SHOES ×1`]);
  // Everything the move made is one order of ours still, with nothing to complain about.
  await road.download();
  const problems = await road.db
    .selectFrom('problem')
    .select('code')
    .where('resolved_at', 'is', null)
    .where('code', 'in', ['ORDER_EDITED_AFTER_EXPORT', 'FULFILLED_OUTSIDE', 'SHOPIFY_UNREACHABLE'])
    .execute();
  expect(problems).toEqual([]);
});
