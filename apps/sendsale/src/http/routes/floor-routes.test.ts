// A store's floor over HTTP: from the list to the box, with everything said twice, out of order or too late; the day a
// facility is off; and nobody elsewhere.

import { ApiError } from '@sendsale/api';
import type { ApiClient } from '@sendsale/api';
import { acceptOrder, approveOrder, brokerOrders, cancelOrder, createApiKey } from '@sendsale/oms';
import { assert } from '@sendsale/std';
import { auditEntries } from '@sendsale/store/read';
import { buildOrder, seedNetwork } from '@sendsale/test-kit';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Oms } from '../../compose.ts';
import { startTestServer } from '../../testing/test-server.ts';
import type { TestServer } from '../../testing/test-server.ts';

let world: TestServer;
let oms: Oms;
let api: ApiClient;
let count = 0;

beforeAll(async () => {
  world = await startTestServer({ open: true });
  ({ oms } = world);
  api = world.client(null);
  await seedNetwork(oms.db, { stock: { BOS: { 'SKU-1': 100 } } });
}, 240_000);
afterAll(async () => world.close(), 60_000);
// Only Boston has anything, and every day is a day like any other.
beforeEach(async () => {
  await oms.db.deleteFrom('facility_day').execute();
  await oms.db.updateTable('inventory').set({ on_hand: 100 }).execute();
  await oms.db.deleteFrom('rejection').execute();
});

async function newOrder(): Promise<string> {
  count += 1;
  const at = oms.clock.now();
  const incoming = buildOrder({
    shopifyId: String(7000 + count),
    name: `#${count}`,
    orderedAt: at,
  });
  const accepted = await acceptOrder(oms.db, { incoming, messageId: null, at });
  assert(accepted.ok, 'The order was accepted.');
  const { orderId } = accepted.value;
  await approveOrder(oms.db, { orderId, actor: 'test', via: 'test', at });
  await brokerOrders(oms.db, { at, limit: 100 });
  return orderId;
}

const floorOf = async (orderId: string) =>
  (await api.floor('BOS')).orders.find((order) => order.orderId === orderId);
const statesOf = async (orderId: string) =>
  (await floorOf(orderId))?.items.map(({ state }) => state);
const seqsOf = async (orderId: string) =>
  (await floorOf(orderId))?.items.map(({ seq }) => seq) ?? [];
const pick = (
  orderId: string,
  itemSeqs: readonly string[],
  change: 'pick' | 'unpick' = 'pick',
) => ({
  picks: itemSeqs.map((itemSeq) => ({ orderId, itemSeq, change, scanned: true })),
});

test('two orders go on one list, are scanned, packed and shipped; each step twice is once', async () => {
  const orders = [await newOrder(), await newOrder()];
  expect(await statesOf(orders[0] ?? '')).toEqual(['TO_PICK']);
  const list = await api.startPicklist('BOS', 'list-key-1', orders);
  expect(await api.startPicklist('BOS', 'list-key-1', orders)).toMatchObject({
    picklistId: list.picklistId,
  });
  for (const orderId of orders) {
    const itemSeqs = await seqsOf(orderId);
    expect(await statesOf(orderId)).toEqual(['PICKING']);
    expect((await api.recordPicks('BOS', pick(orderId, itemSeqs))).outcomes).toEqual(['DONE']);
    expect((await api.recordPicks('BOS', pick(orderId, itemSeqs))).outcomes).toEqual(['SAME']);
    for (const _ of [1, 2]) await api.packItems('BOS', { orderId, itemSeqs, change: 'pack' });
    expect(await statesOf(orderId)).toEqual(['PACKED']);
    const parcel = { orderId, itemSeqs, carrier: 'UPS', trackingNumber: `1Z${orderId}` };
    const shipped = await api.ship('BOS', parcel);
    expect(await api.ship('BOS', parcel)).toEqual(shipped);
    expect(await floorOf(orderId)).toBeUndefined();
  }
  const { left } = await api.floor('BOS');
  expect(left.map(({ orderId }) => orderId).sort()).toEqual([...orders].sort());
  expect(left[0]).toMatchObject({ carrier: 'UPS', items: 1, shopifyTold: false });
  const stored = await oms.db.selectFrom('shipment').select('id').execute();
  expect(stored).toHaveLength(2);
  const [entry] = await auditEntries(oms.db, { limit: 1, subject: 'facility BOS' });
  expect(entry).toMatchObject({ action: 'facility.pack' });
});

test('what somebody else has on a list is not given out again; left, it is', async () => {
  const orderId = await newOrder();
  await api.startPicklist('BOS', 'list-key-2', [orderId]);
  await expect(api.startPicklist('BOS', 'list-key-3', [orderId])).rejects.toMatchObject({
    status: 409,
    code: 'STEP_NOT_ALLOWED',
  });
  await api.packItems('BOS', { orderId, itemSeqs: await seqsOf(orderId), change: 'leave' });
  expect(await statesOf(orderId)).toEqual(['TO_PICK']);
  expect((await api.startPicklist('BOS', 'list-key-4', [orderId])).items).toBe(1);
});

test('nothing is packed that was not picked, nor picked that is on no list', async () => {
  const orderId = await newOrder();
  const itemSeqs = await seqsOf(orderId);
  expect((await api.recordPicks('BOS', pick(orderId, itemSeqs))).outcomes).toEqual(['GONE']);
  await api.startPicklist('BOS', 'list-key-5', [orderId]);
  await expect(api.packItems('BOS', { orderId, itemSeqs, change: 'pack' })).rejects.toThrow(
    /not picked at BOS/,
  );
  await api.recordPicks('BOS', pick(orderId, itemSeqs));
  await api.recordPicks('BOS', pick(orderId, itemSeqs, 'unpick'));
  expect(await statesOf(orderId)).toEqual(['PICKING']);
});

test('cancelled after it was picked, it has to go back to its shelf; a late scan of it is told so', async () => {
  const orderId = await newOrder();
  const itemSeqs = await seqsOf(orderId);
  await api.startPicklist('BOS', 'list-key-6', [orderId]);
  await api.recordPicks('BOS', pick(orderId, itemSeqs));
  const at = oms.clock.now();
  await cancelOrder(oms.db, { orderId, reason: 'test', actor: 'test', via: 'test', at });
  expect((await api.recordPicks('BOS', pick(orderId, itemSeqs))).outcomes).toEqual(['GONE']);
  const { withdrawn } = await api.floor('BOS');
  expect(withdrawn).toMatchObject([{ orderId, seq: itemSeqs[0] }]);
  await api.packItems('BOS', { orderId, itemSeqs, change: 'leave' });
  expect((await api.floor('BOS')).withdrawn).toEqual([]);
});

test('a rejection sent twice is one: one variance, and the item is brokered again', async () => {
  const orderId = await newOrder();
  const [itemSeq = ''] = await seqsOf(orderId);
  await api.startPicklist('BOS', 'list-key-7', [orderId]);
  const rejection = {
    orderId,
    itemSeq,
    comment: null,
    requestKey: 'reject-key-1',
    reason: 'DAMAGED' as const,
  };
  for (const _ of [1, 2]) await api.reject('BOS', rejection);
  const variances = await oms.db
    .selectFrom('inventory_variance')
    .where('order_id', '=', orderId)
    .select('delta')
    .execute();
  expect(variances).toEqual([{ delta: -1 }]);
  const { on_hand: onHand, reserved } = await oms.db
    .selectFrom('inventory')
    .where('facility_id', '=', 'BOS')
    .select(['on_hand', 'reserved'])
    .executeTakeFirstOrThrow();
  expect([onHand, reserved >= 0]).toEqual([99, true]);
  expect((await api.floor('BOS')).withdrawn).toEqual([]);
  expect((await api.showOrder(orderId)).items[0]).toMatchObject({ queue: 'REJECTED' });
});

test('switched off for today, a facility gets no order; with places left for today, so many', async () => {
  await api.sayFacilityDay('BOS', { off: true, orders: null });
  const waits = await newOrder();
  expect(await floorOf(waits)).toBeUndefined();
  const { ordersTaken } = (await api.floor('BOS')).today;
  await api.sayFacilityDay('BOS', { off: false, orders: ordersTaken + 1 });
  await newOrder();
  const { today } = await api.floor('BOS');
  expect(today).toMatchObject({
    off: false,
    ordersToday: ordersTaken + 1,
    ordersTaken: ordersTaken + 1,
  });
  const [entry] = await auditEntries(oms.db, { limit: 1, subject: 'facility BOS' });
  expect(entry).toMatchObject({
    action: 'facility.today',
    before: { off: true, orders: null },
    after: { off: false, orders: ordersTaken + 1 },
  });
});

test('nobody works at a place that is not theirs', async () => {
  const key = await createApiKey(oms.db, {
    name: 'floor',
    role: 'FULFILLMENT',
    actor: 'test',
    via: 'test',
    at: oms.clock.now(),
  });
  const elsewhere = world.client(key);
  const calls = [
    elsewhere.floor('BOS'),
    elsewhere.startPicklist('BOS', 'list-key-8', ['M10001']),
    elsewhere.recordPicks('BOS', pick('M10001', ['00101'])),
    elsewhere.packItems('BOS', { orderId: 'M10001', itemSeqs: ['00101'], change: 'pack' }),
  ];
  for (const call of calls) {
    await expect(call).rejects.toMatchObject({ status: 403, code: 'OTHER_FACILITY' });
  }
  await expect(elsewhere.sayFacilityDay('BOS', { off: true, orders: null })).rejects.toMatchObject({
    status: 403,
    code: 'NOT_PERMITTED',
  });
  await expect(api.floor('NOWHERE')).rejects.toBeInstanceOf(ApiError);
});
