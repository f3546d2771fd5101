// From approval to shipment: who is chosen, what is promised, and what each step leaves in the tables.

import { testEngines } from '@sendsale/platform/testing';
import {
  buildGroup,
  buildLine,
  buildOrder,
  createTestDatabase,
  seedNetwork,
  T0,
} from '@sendsale/test-kit';
import type { TestDatabase } from '@sendsale/test-kit';
import type { IncomingOrder } from '@sendsale/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rejectItem } from '../fulfillment/reject-item.ts';
import { shipItems } from '../fulfillment/ship-items.ts';
import { recordCounts } from '../inventory/record-counts.ts';
import { acceptOrder } from '../orders/accept-order.ts';
import { approveOrder } from '../orders/approve-order.ts';
import { approveReadyOrders } from '../orders/approve-ready-orders.ts';
import { cancelOrder } from '../orders/cancel-order.ts';
import { holdOrder, releaseOrder } from '../orders/hold-order.ts';
import { recordPostingId } from '../orders/record-posting-id.ts';
import { recordPostingLine } from '../orders/record-posting-line.ts';
import { brokerOrder } from './broker-order.ts';
import { brokerOrders } from './broker-orders.ts';

const T1 = new Date('2026-11-23T11:00:00Z');
const NO_PLACE = { latitude: null, longitude: null };

describe.each(testEngines())('brokering and fulfillment on $engine', ({ server, engine }) => {
  let kit: TestDatabase;
  beforeAll(async () => {
    kit = await createTestDatabase(server);
    await seedNetwork(kit.db);
  });
  afterAll(async () => kit.close());
  beforeEach(async () => {
    // Each test has the network to itself: no stock, no open work.
    await kit.db
      .updateTable('inventory')
      .set({ on_hand: 0, reserved: 0, counted_at: null })
      .execute();
    await kit.db.updateTable('order_item').set({ queue: null }).execute();
    await kit.db.updateTable('facility').set({ orders_per_day: null, safety_stock: 0 }).execute();
    await kit.db.deleteFrom('rejection').execute();
    await kit.db.updateTable('allocation').set({ released_at: T0 }).execute();
    await kit.db.updateTable('sales_order').set({ status: 'CANCELLED' }).execute();
  });

  const stock = async (counts: Readonly<Record<string, Readonly<Record<string, number>>>>) => {
    const ids: Readonly<Record<string, string>> = {
      'SKU-1': '101',
      'SKU-2': '102',
      'SKU-3': '103',
    };
    await kit.db
      .insertInto('inventory')
      .expression((eb) =>
        eb
          .selectFrom('facility as f')
          .innerJoin('product as p', (join) => join.onTrue())
          .select(['f.id as facility_id', 'p.id as product_id', eb.lit(0).as('on_hand')]),
      )
      .columns(['facility_id', 'product_id', 'on_hand'])
      .onConflict((c) => c.doNothing())
      .execute();
    for (const [facilityId, skus] of Object.entries(counts)) {
      for (const [sku, onHand] of Object.entries(skus)) {
        await kit.db
          .updateTable('inventory')
          .set({ on_hand: onHand })
          .where('facility_id', '=', facilityId)
          .where('product_id', '=', (eb) =>
            eb
              .selectFrom('product')
              .select('id')
              .where('netsuite_item_id', '=', ids[sku] ?? ''),
          )
          .execute();
      }
    }
  };
  const approved = async (...skus: readonly string[]): Promise<string> => {
    const lines = skus.map((sku) => buildLine({ sku }));
    return approve(buildOrder({ shipGroups: [buildGroup({ lines })] }));
  };
  const approve = async (incoming: IncomingOrder): Promise<string> => {
    const accepted = await acceptOrder(kit.db, { incoming, messageId: null, at: T0 });
    if (!accepted.ok) throw new Error(accepted.error.message);
    const { orderId } = accepted.value;
    await approveOrder(kit.db, { orderId, actor: 'test', via: 'test', at: T0 });
    return orderId;
  };
  const itemsOf = async (id: string) =>
    kit.db
      .selectFrom('order_item')
      .select(['seq', 'status', 'facility_id', 'queue'])
      .where('order_id', '=', id)
      .orderBy('seq')
      .execute();
  const stepsOf = async (id: string) => {
    const rows = await kit.db
      .selectFrom('order_timeline')
      .select('step')
      .where('order_id', '=', id)
      .orderBy('id')
      .execute();
    return rows.map((row) => row.step);
  };
  const openProblems = async (id: string) => {
    const rows = await kit.db
      .selectFrom('problem')
      .select('code')
      .where('order_id', '=', id)
      .where('resolved_at', 'is', null)
      .execute();
    return rows.map((row) => row.code);
  };
  const stockOf = async (facilityId: string, sku = 'SKU-1') =>
    kit.db
      .selectFrom('inventory as v')
      .innerJoin('product as p', 'p.id', 'v.product_id')
      .select(['v.on_hand', 'v.reserved'])
      .where('v.facility_id', '=', facilityId)
      .where('p.sku', '=', sku)
      .executeTakeFirst();
  const broker = async () => brokerOrders(kit.db, { at: T1, limit: 100 });
  const ship = async (orderId: string, facilityId: string, itemSeqs: readonly string[]) =>
    shipItems(kit.db, {
      orderId,
      facilityId,
      itemSeqs,
      carrier: 'UPS',
      trackingNumber: '1Z',
      origin: 'OMS',
      actor: 'store',
      via: 'test',
      at: T1,
    });

  test('one order is brokered at once because a person says so, and the others wait', async () => {
    await stock({ NYC: { 'SKU-1': 5 } });
    const [one, other] = [await approved('SKU-1'), await approved('SKU-1')];
    const who = { actor: 'Olivia', at: T1 };
    const done = await brokerOrder(kit.db, { orderId: one, ...who });
    expect(done).toEqual({ ok: true, value: { allocated: 1, left: 0 } });
    expect(await itemsOf(one)).toMatchObject([{ facility_id: 'NYC', queue: null }]);
    expect(await itemsOf(other)).toMatchObject([{ facility_id: null, queue: 'BROKERING' }]);
    const run = await kit.db
      .selectFrom('brokering_run')
      .select(['trigger', 'actor', 'orders'])
      .orderBy('id', 'desc')
      .executeTakeFirst();
    expect(run).toEqual({ trigger: 'AT_ONCE', actor: 'Olivia', orders: 1 });
    const again = await brokerOrder(kit.db, { orderId: one, ...who });
    expect(again).toMatchObject({ ok: false, error: { code: 'STEP_NOT_ALLOWED' } });
  });

  test('the nearest facility with stock is chosen, its stock reserved, the reason kept', async () => {
    await stock({ BOS: { 'SKU-1': 1 }, CHI: { 'SKU-1': 9 } });
    const id = await approved('SKU-1');
    expect(await itemsOf(id)).toMatchObject([{ status: 'APPROVED', queue: 'BROKERING' }]);
    expect(await broker()).toEqual({ allocated: [id], unfilled: [] });
    expect(await itemsOf(id)).toEqual([
      { seq: '00001', status: 'APPROVED', facility_id: 'BOS', queue: null },
    ]);
    expect(await stockOf('BOS')).toEqual({ on_hand: 1, reserved: 1 });
    const allocation = await kit.db
      .selectFrom('allocation')
      .selectAll()
      .where('order_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(allocation).toMatchObject({ facility_id: 'BOS', released_at: null });
    expect(allocation.decision).toMatchObject({
      rule: 'NEAREST_WITH_EVERYTHING',
      origin: 'SHIP_TO',
      considered: [
        { facilityId: 'NYC', verdict: 'NO_STOCK' },
        { facilityId: 'BOS', verdict: 'CHOSEN', couldShip: ['00001'] },
        { facilityId: 'CHI', verdict: 'FARTHER' },
        { facilityId: 'RNO', verdict: 'NO_STOCK' },
      ],
    });
    expect(await stepsOf(id)).toEqual(['downloaded', 'approved', 'brokered']);
    expect(await broker()).toEqual({ allocated: [], unfilled: [] });
  });

  test('one facility with everything comes before two nearer ones', async () => {
    await stock({
      NYC: { 'SKU-1': 1 },
      BOS: { 'SKU-2': 1 },
      CHI: { 'SKU-1': 1, 'SKU-2': 1 },
    });
    const id = await approved('SKU-1', 'SKU-2');
    await broker();
    expect(await itemsOf(id)).toMatchObject([{ facility_id: 'CHI' }, { facility_id: 'CHI' }]);
  });

  test('without such a facility the order is split over the fewest', async () => {
    await stock({ BOS: { 'SKU-1': 1 }, RNO: { 'SKU-2': 1 } });
    const id = await approved('SKU-1', 'SKU-2');
    await broker();
    expect(await itemsOf(id)).toMatchObject([{ facility_id: 'BOS' }, { facility_id: 'RNO' }]);
  });

  test('what nobody has waits as unfillable, and goes on by itself when stock appears', async () => {
    await stock({ BOS: { 'SKU-1': 1 } });
    const id = await approved('SKU-1', 'SKU-2');
    expect(await broker()).toEqual({ allocated: [id], unfilled: [id] });
    expect(await itemsOf(id)).toMatchObject([
      { facility_id: 'BOS' },
      { facility_id: null, queue: 'UNFILLABLE' },
    ]);
    expect(await openProblems(id)).toEqual(['UNFILLABLE']);
    expect(await broker()).toEqual({ allocated: [], unfilled: [] });
    const counts = [{ netsuiteLocationId: 'NS-CHI', netsuiteItemId: '102', onHand: 3 }];
    await recordCounts(kit.db, { counts, via: 'inventory.csv', at: T1 });
    expect(await broker()).toEqual({ allocated: [id], unfilled: [] });
    expect(await itemsOf(id)).toMatchObject([{ facility_id: 'BOS' }, { facility_id: 'CHI' }]);
    expect(await openProblems(id)).toEqual([]);
  });

  test('safety stock and daily capacity are kept', async () => {
    await stock({ BOS: { 'SKU-1': 5 }, CHI: { 'SKU-1': 2 } });
    await kit.db.updateTable('facility').set({ safety_stock: 1 }).where('id', '=', 'CHI').execute();
    await kit.db
      .updateTable('facility')
      .set({ orders_per_day: 1 })
      .where('id', '=', 'BOS')
      .execute();
    const ids = [await approved('SKU-1'), await approved('SKU-1'), await approved('SKU-1')];
    await broker();
    const places = await Promise.all(ids.map(async (id) => (await itemsOf(id))[0]?.facility_id));
    expect(places).toEqual(['BOS', 'CHI', null]);
  });

  test('a held order is not brokered until it is released and approved again', async () => {
    await stock({ BOS: { 'SKU-1': 1 } });
    const id = await approved('SKU-1');
    const person = { actor: 'csr', via: 'test', at: T1 };
    await holdOrder(kit.db, { orderId: id, reason: 'address', ...person });
    expect(await broker()).toEqual({ allocated: [], unfilled: [] });
    await releaseOrder(kit.db, { orderId: id, reason: 'address ok', ...person });
    await approveOrder(kit.db, { orderId: id, ...person });
    expect(await broker()).toEqual({ allocated: [id], unfilled: [] });
  });

  test('an order without coordinates is measured from its selling store', async () => {
    await stock({ BOS: { 'SKU-1': 1 }, RNO: { 'SKU-1': 1 } });
    const order = buildOrder();
    const shipTo = order.shipTo === null ? null : { ...order.shipTo, ...NO_PLACE };
    const id = await approve({ ...order, shipTo });
    await broker();
    expect(await itemsOf(id)).toMatchObject([{ facility_id: 'BOS' }]);
  });

  test('a pickup goes to its own store, whatever is nearer', async () => {
    await stock({ BOS: { 'SKU-1': 1 }, NYC: { 'SKU-1': 1 } });
    const group = buildGroup({ delivery: 'PICKUP', locationId: 'L1' });
    const id = await approve(buildOrder({ channel: 'WEB', shipGroups: [group] }));
    await broker();
    expect(await itemsOf(id)).toMatchObject([{ facility_id: 'NYC' }]);
  });

  test('shipping takes the stock, completes the order, and repeating it changes nothing', async () => {
    await stock({ BOS: { 'SKU-1': 2 } });
    const id = await approved('SKU-1');
    await broker();
    const shipped = await ship(id, 'BOS', ['00001']);
    expect(shipped).toMatchObject({ ok: true, value: { isNew: true } });
    expect(await stockOf('BOS')).toEqual({ on_hand: 1, reserved: 0 });
    expect(await itemsOf(id)).toMatchObject([{ status: 'COMPLETED', facility_id: 'BOS' }]);
    const order = kit.db.selectFrom('sales_order').select('status').where('id', '=', id);
    expect(await order.executeTakeFirst()).toEqual({ status: 'COMPLETED' });
    const again = await ship(id, 'BOS', ['00001']);
    expect(again).toEqual({
      ok: true,
      value: { shipmentId: shipped.ok ? shipped.value.shipmentId : '', isNew: false },
    });
    expect(await stockOf('BOS')).toEqual({ on_hand: 1, reserved: 0 });
    expect(await stepsOf(id)).toEqual(['downloaded', 'approved', 'brokered', 'fulfilled']);
  });

  test('a store cannot ship what is allocated elsewhere', async () => {
    await stock({ BOS: { 'SKU-1': 1 } });
    const id = await approved('SKU-1');
    await broker();
    expect(await ship(id, 'CHI', ['00001'])).toMatchObject({
      ok: false,
      error: { code: 'STEP_NOT_ALLOWED' },
    });
    expect(await ship(id, 'BOS', ['00009'])).toMatchObject({
      ok: false,
      error: { code: 'ITEM_UNKNOWN' },
    });
  });

  test('NetSuite’s fulfillment counts wherever it came from, and once', async () => {
    await stock({ RNO: { 'SKU-1': 1 }, BOS: { 'SKU-1': 1 } });
    const id = await approved('SKU-1');
    await broker();
    expect(await itemsOf(id)).toMatchObject([{ facility_id: 'BOS' }]);
    const fulfillment = {
      orderId: id,
      facilityId: 'RNO',
      itemSeqs: ['00001'],
      carrier: null,
      trackingNumber: 'T1',
      origin: 'NETSUITE',
      netsuiteFulfillmentId: `IF-${id}`,
      actor: 'NetSuite warehouse',
      via: 'fulfillment.json',
      at: T1,
    } as const;
    expect(await shipItems(kit.db, fulfillment)).toMatchObject({ value: { isNew: true } });
    expect(await shipItems(kit.db, fulfillment)).toMatchObject({ value: { isNew: false } });
    expect(await stockOf('BOS')).toEqual({ on_hand: 1, reserved: 0 });
    expect(await stockOf('RNO')).toEqual({ on_hand: 0, reserved: 0 });
    expect((await stepsOf(id)).slice(-2)).toEqual(['fulfilled', 'fulfillment received']);
  });

  test('a rejection corrects the stock, keeps the store out, and the item goes elsewhere', async () => {
    await stock({ BOS: { 'SKU-1': 3 }, CHI: { 'SKU-1': 1 } });
    const id = await approved('SKU-1');
    await broker();
    const rejected = await rejectItem(kit.db, {
      orderId: id,
      itemSeq: '00001',
      reason: 'NOT_IN_STOCK',
      comment: 'looked twice',
      actor: 'store',
      via: 'test',
      at: T1,
    });
    expect(rejected).toEqual({ ok: true, value: { facilityId: 'BOS', variance: -1 } });
    expect(await stockOf('BOS')).toEqual({ on_hand: 2, reserved: 0 });
    expect(await itemsOf(id)).toMatchObject([{ facility_id: null, queue: 'REJECTED' }]);
    const variances = kit.db
      .selectFrom('inventory_variance')
      .selectAll()
      .where('order_id', '=', id);
    expect(await variances.execute()).toMatchObject([
      { facility_id: 'BOS', delta: -1, reason: 'NOT_IN_STOCK' },
    ]);
    expect(await broker()).toEqual({ allocated: [id], unfilled: [] });
    expect(await itemsOf(id)).toMatchObject([{ facility_id: 'CHI' }]);
    expect(await stepsOf(id)).toEqual([
      'downloaded',
      'approved',
      'brokered',
      'rejected',
      'brokered',
    ]);
  });

  test('NetSuite keeps the stock of its own warehouse: no variance there', async () => {
    await stock({ RNO: { 'SKU-1': 1 } });
    const id = await approved('SKU-1');
    await broker();
    const rejected = await rejectItem(kit.db, {
      orderId: id,
      itemSeq: '00001',
      reason: 'NOT_IN_STOCK',
      comment: null,
      actor: 'NetSuite',
      via: 'rejected.csv',
      at: T1,
    });
    expect(rejected).toEqual({ ok: true, value: { facilityId: 'RNO', variance: 0 } });
    expect(await stockOf('RNO')).toEqual({ on_hand: 1, reserved: 0 });
  });

  test('cancelling releases what was promised; repeating it is success', async () => {
    await stock({ BOS: { 'SKU-1': 1, 'SKU-2': 1 } });
    const id = await approved('SKU-1', 'SKU-2');
    await broker();
    await ship(id, 'BOS', ['00001']);
    const cancel = { orderId: id, reason: 'CHANGED_MIND', actor: 'csr', via: 'test', at: T1 };
    expect(await cancelOrder(kit.db, cancel)).toMatchObject({ value: { itemSeqs: ['00002'] } });
    expect(await stockOf('BOS', 'SKU-2')).toEqual({ on_hand: 1, reserved: 0 });
    expect(await itemsOf(id)).toMatchObject([{ status: 'COMPLETED' }, { status: 'CANCELLED' }]);
    const order = kit.db.selectFrom('sales_order').select('status').where('id', '=', id);
    expect(await order.executeTakeFirst()).toEqual({ status: 'COMPLETED' });
    expect(await ship(id, 'BOS', ['00002'])).toMatchObject({
      error: { code: 'SHIPPED_AFTER_CANCELLATION' },
    });
  });

  test('an order is approved when NetSuite has it with all its lines', async () => {
    const incoming = buildOrder();
    const accepted = await acceptOrder(kit.db, { incoming, messageId: null, at: T0 });
    const id = accepted.ok ? accepted.value.orderId : '';
    expect(await approveReadyOrders(kit.db, { at: T1, limit: 10 })).toEqual({ approved: [] });
    const answer = { postingId: id, via: 'ids.csv', at: T1 };
    const booked = await recordPostingId(kit.db, { ...answer, netsuiteId: `SO-${id}` });
    expect(booked).toEqual({ ok: true, value: { orderId: id, isNew: true } });
    expect(await approveReadyOrders(kit.db, { at: T1, limit: 10 })).toEqual({ approved: [] });
    const line = { ...answer, key: '00001', kind: 'ITEM', netsuiteLine: '1' } as const;
    expect(await recordPostingLine(kit.db, line)).toMatchObject({ value: { complete: true } });
    // NetSuite takes no deposit for an order it has billed: the goods wait for it, though not for ever.
    expect(await approveReadyOrders(kit.db, { at: T1, limit: 10 })).toEqual({ approved: [] });
    const late = new Date(T1.getTime() + 61 * 60_000);
    expect(await approveReadyOrders(kit.db, { at: late, limit: 10 })).toEqual({ approved: [id] });
    expect(await stepsOf(id)).toEqual([
      'downloaded',
      'order id received',
      'line ids received',
      'approved',
    ]);
  });

  test.runIf(engine === 'postgres')('two machines never promise one unit twice', async () => {
    await stock({ BOS: { 'SKU-1': 7 }, CHI: { 'SKU-1': 5 } });
    const ids: string[] = [];
    for (let count = 0; count < 20; count += 1) ids.push(await approved('SKU-1'));
    const other = await kit.openAgain();
    try {
      const options = { at: T1, limit: 100 };
      const runs = [kit.db, other.kysely, kit.db, other.kysely];
      await Promise.all(runs.map(async (db) => brokerOrders(db, options)));
      expect(await stockOf('BOS')).toEqual({ on_hand: 7, reserved: 7 });
      expect(await stockOf('CHI')).toEqual({ on_hand: 5, reserved: 5 });
      const open = kit.db
        .selectFrom('allocation')
        .select('order_id')
        .where('order_id', 'in', ids)
        .where('released_at', 'is', null);
      expect(await open.execute()).toHaveLength(12);
    } finally {
      await other.close();
    }
  });
});
