// What is decided here about an order, told to the simulator.

import { cancelOrder, holdOrder, releaseOrder } from '@sendsale/oms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOME, openRoad, STORE } from '../test/road.ts';
import type { Road } from '../test/road.ts';
import { pushNotices } from './push-notices.ts';

let road: Road;
beforeAll(async () => {
  road = await openRoad();
  await road.catalogue();
});
afterAll(async () => road.close());

const ring = async () => {
  const { name } = await road.ring({
    locationId: STORE,
    shippingAddress: HOME,
    customer: { firstName: 'Ada', email: 'ada@example.com' },
    lines: [{ sku: 'SHIRT', delivery: 'SHIP' }],
    shipping: { title: 'Standard', price: '5.00' },
  });
  await road.download();
  const { id } = await road.db
    .selectFrom('sales_order')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return { name, orderId: id, reason: 'Asked for', actor: 'Grace', via: 'test' };
};
const push = async () =>
  pushNotices(road.context, { at: road.clock.now(), signal: new AbortController().signal });
const stepsOf = async (orderId: string) =>
  (
    await road.db
      .selectFrom('order_timeline')
      .select('step')
      .where('order_id', '=', orderId)
      .orderBy('id')
      .execute()
  ).map((row) => row.step);

test('an order cancelled here is cancelled in Shopify once, and its refund comes home', async () => {
  const { name, ...order } = await ring();
  await cancelOrder(road.db, { ...order, at: road.clock.now() });
  expect((await push()).done).toBe(1);
  expect((await push()).done).toBe(0);
  expect(await road.view(name)).toMatchObject({ cancelledAt: expect.any(String) as string });
  await road.download();
  const steps = await stepsOf(order.orderId);
  expect(steps).toEqual(expect.arrayContaining(['Shopify told of a cancellation', 'refunded']));
});

test('a cancellation whose answer was lost is recognised and not made again', async () => {
  const { orderId, ...order } = await ring();
  await cancelOrder(road.db, { orderId, ...order, at: road.clock.now() });
  road.cut('mutation OrderCancel');
  expect((await push()).done).toBe(0);
  road.clock.advance(120_000);
  await push();
  expect(await stepsOf(orderId)).toContain('Shopify told of a cancellation');
});

test('all that ships, cancelled after the rest was carried out: Shopify gives its money and its shipping back, once', async () => {
  const { name } = await road.ring({
    locationId: STORE,
    shippingAddress: HOME,
    customer: { firstName: 'Ada', email: 'ada@example.com' },
    lines: [
      { sku: 'HAT', delivery: 'CARRY_OUT' },
      { sku: 'SHIRT', quantity: 2, delivery: 'SHIP' },
    ],
    shipping: { title: 'Standard', price: '5.00' },
  });
  // Carried out, Shopify marks the hat as fulfilled.
  road.clock.advance(60_000);
  await road.download();
  const { id: orderId } = await road.db
    .selectFrom('sales_order')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  const reason = 'Customer changed her mind';
  const order = { orderId, reason, actor: 'Grace', via: 'test' };
  expect(await cancelOrder(road.db, { ...order, at: road.clock.now() })).toMatchObject({
    ok: true,
  });
  road.cut('mutation RefundCreate');
  expect((await push()).done).toBe(1);
  expect((await push()).done).toBe(0);
  // Two shirts at 19.99 and their tax, and the shipping: nothing is sent any more.
  const view = await road.view(name);
  expect(view).toMatchObject({ cancelledAt: null, refunded: '48.28' });
  await road.download();
  const items = await road.db
    .selectFrom('order_item')
    .select(['sku', 'status'])
    .where('order_id', '=', orderId)
    .orderBy('seq')
    .execute();
  expect(items).toEqual([
    { sku: 'HAT', status: 'COMPLETED' },
    { sku: 'SHIRT', status: 'CANCELLED' },
    { sku: 'SHIRT', status: 'CANCELLED' },
  ]);
  const steps = await stepsOf(orderId);
  expect(steps).toEqual(expect.arrayContaining(['Shopify told of a cancellation', 'refunded']));
});

test('a hold is placed and released in Shopify', async () => {
  const { name: _, ...order } = await ring();
  await holdOrder(road.db, { ...order, at: road.clock.now() });
  await push();
  road.clock.advance(1_000);
  await releaseOrder(road.db, { ...order, at: road.clock.now() });
  await push();
  expect(await stepsOf(order.orderId)).toEqual(
    expect.arrayContaining(['Shopify told of a hold', 'Shopify told of a release']),
  );
});
