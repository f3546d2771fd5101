import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assert, defined } from '@sendsale/std';
import { gid, legacyId } from '../wire/scalars.ts';
import { createFulfillment } from './fulfillment-calls.ts';
import { readFulfillmentState } from './fulfillment-state.ts';
import { HOME, openRoad, OTHER_STORE, STORE } from '../test/road.ts';
import type { Road } from '../test/road.ts';

// One road for the whole file: every test sells an order of its own.
let road: Road;

beforeAll(async () => {
  road = await openRoad();
  await road.catalogue();
});

afterAll(async () => {
  await road.close();
});

async function sell(
  ...lines: { sku: string; quantity?: number; delivery: 'SHIP' | 'CARRY_OUT' }[]
): Promise<string> {
  const { name } = await road.ring({
    locationId: STORE,
    customer: { firstName: 'Ada', lastName: 'Byron', email: 'ada@example.com' },
    shippingAddress: HOME,
    lines,
    shipping: { title: 'Standard', price: '8.00' },
  });
  await road.download();
  return name;
}

/** Fulfillments in Shopify: location, tracking numbers and units of each. */
async function told(name: string) {
  const { fulfillments } = await road.view(name);
  return fulfillments
    .filter((one) => one.status === 'SUCCESS')
    .map((one) => ({
      location: one.locationId,
      tracking: one.tracking.map(({ number }) => number),
      units: one.lines.reduce((sum, line) => sum + line.quantity, 0),
    }));
}

async function shipmentOf(name: string) {
  return road.db
    .selectFrom('shipment')
    .innerJoin('sales_order', 'sales_order.id', 'shipment.order_id')
    .select(['shipment.id', 'shipment.order_id', 'shopify_fulfillment_id'])
    .where('sales_order.name', '=', name)
    .executeTakeFirstOrThrow();
}

test('a shipment becomes one fulfillment with its tracking, at the store that shipped it', async () => {
  const name = await sell({ sku: 'SHIRT', quantity: 2, delivery: 'SHIP' });
  await road.ship(name, '1Z-1', 'Back Bay');
  expect(await road.push()).toMatchObject({ done: 1, note: '1 told' });
  expect(await told(name)).toEqual([{ location: OTHER_STORE, tracking: ['1Z-1'], units: 2 }]);
  const shipment = await shipmentOf(name);
  const ledger = await road.db
    .selectFrom('ledger')
    .select(['state', 'remote_id'])
    .where('feed', '=', 'shopify-fulfillment')
    .where('subject', '=', shipment.id)
    .execute();
  expect(ledger).toEqual([{ state: 'ACCEPTED', remote_id: shipment.shopify_fulfillment_id }]);
  const steps = await road.db
    .selectFrom('order_timeline')
    .select('step')
    .where('order_id', '=', shipment.order_id)
    .execute();
  expect(steps.map((one) => one.step)).toContain('Shopify told');
  expect(await road.push()).toEqual({ done: 0 });
});

test('what we told comes back with the next download and changes nothing', async () => {
  const name = await sell({ sku: 'SHIRT', quantity: 2, delivery: 'SHIP' });
  await road.ship(name, '1Z-1', 'Back Bay');
  await road.push();
  road.clock.advance(60_000);
  await road.download();
  const order = await road.db
    .selectFrom('sales_order')
    .select('status')
    .where('name', '=', name)
    .executeTakeFirst();
  expect(order?.status).toBe('COMPLETED');
  const problems = await road.db
    .selectFrom('problem')
    .select('code')
    .where('resolved_at', 'is', null)
    .where('code', 'not in', ['ITEM_NOT_IN_NETSUITE', 'SETTING_MISSING'])
    .execute();
  expect(problems).toEqual([]);
});

test('two shipments of one line are two fulfillments, and the carried units stay the till’s', async () => {
  const name = await sell(
    { sku: 'SHIRT', quantity: 1, delivery: 'CARRY_OUT' },
    { sku: 'HAT', quantity: 3, delivery: 'SHIP' },
  );
  await road.ship(name, '1Z-1', 'Warehouse');
  await road.push();
  const fulfillments = await told(name);
  expect(fulfillments.filter((one) => one.tracking.length === 0)).toHaveLength(1);
  expect(fulfillments.find((one) => one.tracking.includes('1Z-1'))?.units).toBe(3);
  expect((await road.view(name)).fulfillmentStatus).toBe('FULFILLED');
});

describe('never twice', () => {
  test.each([
    ['with a tracking number', '1Z-1'],
    ['without one', null],
  ])('the answer to the creation was lost, %s: the next run recognises it', async (_, tracking) => {
    const name = await sell({ sku: 'SHIRT', quantity: 2, delivery: 'SHIP' });
    await road.ship(name, tracking, 'Back Bay');
    road.cut('mutation FulfillmentCreate');
    expect(await road.push()).toMatchObject({ done: 0, note: '1 failed', again: true });
    expect(await told(name)).toHaveLength(1);
    expect(await road.push()).toMatchObject({ done: 1 });
    expect(await told(name)).toHaveLength(1);
    expect((await shipmentOf(name)).shopify_fulfillment_id).not.toBeNull();
  });

  test('the answer to the move was lost: the next run goes on from where Shopify is', async () => {
    const name = await sell({ sku: 'SHIRT', quantity: 2, delivery: 'SHIP' });
    await road.ship(name, '1Z-1', 'Back Bay');
    road.cut('mutation FulfillmentOrderMove');
    expect(await road.push()).toMatchObject({ done: 0, again: true });
    expect(await road.push()).toMatchObject({ done: 1 });
    expect(await told(name)).toEqual([{ location: OTHER_STORE, tracking: ['1Z-1'], units: 2 }]);
  });
});

test('units somebody else fulfilled in Shopify are a named problem of the shipment', async () => {
  const name = await sell({ sku: 'SHIRT', delivery: 'SHIP' });
  await road.ship(name, '1Z-1', 'Back Bay');
  const { id } = await road.view(name);
  await fulfillByHand(id);
  expect(await road.push()).toMatchObject({ done: 0, note: '1 refused' });
  const problems = await road.db
    .selectFrom('problem')
    .select(['code', 'subject', 'order_id'])
    .where('code', '=', 'SHOPIFY_FULFILLMENT_REFUSED')
    .execute();
  expect(problems).toMatchObject([{ subject: (await shipmentOf(name)).id }]);
  // It is not asked again at every wake.
  expect(await road.push()).toEqual({ done: 0 });
});

async function fulfillByHand(orderId: string): Promise<void> {
  const shop = defined(road.context.shops[0], 'There is a shop.');
  const state = await readFulfillmentState(shop.client, legacyId(orderId));
  assert(state.ok && state.value !== null, 'Shopify has the order.');
  const made = await createFulfillment(shop, {
    lineItemsByFulfillmentOrder: state.value.fulfillmentOrders.map((one) => ({
      fulfillmentOrderId: gid('FulfillmentOrder', one.id),
      fulfillmentOrderLineItems: one.lines.map((line) => ({
        id: gid('FulfillmentOrderLineItem', line.id),
        quantity: line.remaining,
      })),
    })),
    notifyCustomer: false,
  });
  assert(made.ok, 'Somebody fulfilled it.');
}

test('a facility without a Shopify location still tells, from where Shopify assigned it', async () => {
  const name = await sell({ sku: 'SHIRT', delivery: 'SHIP' });
  await road.ship(name, '1Z-1', 'Back Bay');
  await road.db
    .deleteFrom('facility_location')
    .where('shopify_location_id', '=', OTHER_STORE)
    .execute();
  expect(await road.push()).toMatchObject({ done: 1 });
  expect(await told(name)).toHaveLength(1);
});
