// The defects of the published connector (contract §W) that need a database and a server to show: each
// test fails on the behaviour described there.

import { buildGroup, buildLine, buildOrder, buildPayment } from '@sendsale/test-kit';
import { acceptOrder } from '@sendsale/oms';
import { expect, test } from 'vitest';
import { NETSUITE_DATE, useRoad } from '../test/road.ts';
import { handOverFiles } from './hand-over-files.ts';
import { importFiles } from './import-files.ts';

const road = useRoad();

async function netsuiteHasTheCustomers(): Promise<void> {
  await road.db
    .updateTable('customer')
    .set((eb) => ({ netsuite_id: eb.ref('shopify_id') }))
    .execute();
}

test('W20 an order is sent once, however often the job runs before its answer comes', async () => {
  await road.take({});
  await netsuiteHasTheCustomers();
  expect(await road.sendAll()).toEqual({ 'sales-order': 1 });
  for (const minutes of [15, 60]) {
    road.minutesLater(minutes);
    expect(await road.sendAll()).toEqual({});
  }
});

test('W21 an order part of which was cancelled is exported for what is left, not called half paid', async () => {
  const lines = [buildLine({}), buildLine({ sku: 'SKU-2', quantity: 2, cancelledQuantity: 2 })];
  await road.take({
    shipGroups: [buildGroup({ lines })],
    payments: [buildPayment({ key: '6001', amount: 10_000 })],
  });
  await netsuiteHasTheCustomers();
  expect(await road.sendAll()).toEqual({ 'sales-order': 1 });
  const [header = '', ...rows] = road
    .onlyFile('salesorder/export', /^CreateOrderItemsFeed_/)
    .trim()
    .split('\n');
  const closed = header.split(',').indexOf('closed');
  expect(rows.map((row) => row.split(',')[closed])).toEqual(['false', 'true', 'true']);
  for (const folder of ['required_fields_missing', 'partial_payment']) {
    expect(road.filesIn(`salesorder/export/${folder}`)).toEqual([]);
  }
});

test('W21 a send sale that is paid in part goes the same way; its deposit is what was paid', async () => {
  const payments = [buildPayment({ key: '6001', amount: 4_000 })];
  await road.bookOrder({ payments });
  expect(await road.sendAll()).toEqual({ 'customer-deposit': 1 });
  const text = road.onlyFile('salesorder/customerdeposit', /^Customer-Deposit-Feed-/);
  expect(JSON.parse(text)).toMatchObject([{ totalAmount: 40, externalId: '6001' }]);
});

test('W22 only money that came is a deposit, and money that comes later is one too', async () => {
  const settled = buildPayment({ key: '6001', amount: 6_000 });
  const incoming = buildOrder({
    payments: [
      settled,
      buildPayment({ key: '6002', amount: 4_000, status: 'FAILURE' }),
      buildPayment({ key: '6003', amount: 4_000, kind: 'AUTHORIZATION' }),
    ],
  });
  await road.bookOrder(incoming);
  expect(await road.sendAll()).toEqual({ 'customer-deposit': 1 });
  road.minutesLater(24 * 60);
  const captured = buildPayment({
    key: '6004',
    kind: 'CAPTURE',
    parentTransactionId: '6003',
    amount: 4_000,
  });
  await acceptOrder(road.db, {
    incoming: {
      ...incoming,
      updatedAt: road.now(),
      payments: [...incoming.payments, captured],
    },
    messageId: null,
    at: road.now(),
  });
  expect(await road.sendAll()).toEqual({ 'customer-deposit': 1 });
  const sent = road
    .filesIn('salesorder/customerdeposit')
    .flatMap((name) => JSON.parse(road.text(`salesorder/customerdeposit/${name}`)) as Deposit[]);
  expect(sent.map(({ externalId, totalAmount }) => [externalId, totalAmount])).toEqual([
    ['6001', 60],
    ['6004', 40],
  ]);
});

interface Deposit {
  readonly externalId: string;
  readonly totalAmount: number;
}

test('W25 what another feed sent says nothing about this one', async () => {
  const orderId = await road.take({});
  await netsuiteHasTheCustomers();
  await road.db
    .insertInto('ledger')
    .values({
      feed: 'cash-sale',
      subject: orderId,
      order_id: orderId,
      state: 'ACCEPTED',
      written_at: road.now(),
    })
    .execute();
  expect(await road.sendAll()).toEqual({ 'sales-order': 1 });
});

test('W26 a customer is sent once, and again only when somebody asks for it', async () => {
  await road.take({});
  expect(await road.sendAll()).toEqual({ customer: 1 });
  road.minutesLater(15);
  expect(await road.sendAll()).toEqual({});
});

test('W27 a gift card is a deposit beside the other payment, and no discount of the order', async () => {
  const payments = [
    buildPayment({ key: '6001', gateway: 'gift_card', amount: 2_500 }),
    buildPayment({ key: '6002', amount: 7_500 }),
  ];
  await road.bookOrder({ payments });
  const order = road.onlyFile('salesorder/export', /^CreateOrderItemsFeed_/).split('\n');
  const cells = (order[1] ?? '').split(',');
  const cell = (name: string): string | undefined =>
    cells[(order[0] ?? '').split(',').indexOf(name)];
  expect([cell('HCOrderTotal'), cell('rate'), cell('giftCardPaymentTotal')]).toEqual([
    '100.00',
    '',
    '25.00',
  ]);
  await road.sendAll();
  const text = road.onlyFile('salesorder/customerdeposit', /^Customer-Deposit-Feed-/);
  const deposits = JSON.parse(text) as Deposit[];
  expect(deposits.map(({ totalAmount }) => totalAmount)).toEqual([25, 75]);
});

test('W29 a snapshot that tells what is there counts so; one that tells only what is free counts that', async () => {
  await road.db
    .updateTable('product')
    .set({ netsuite_item_id: '555' })
    .where('sku', '=', 'SKU-2')
    .execute();
  const header = 'Item,externalFacilityId,availableQty,idValue';
  const files = [
    [`${NETSUITE_DATE}-InventoryItemExport.csv`, `${header}\nSKU-2,3,2,555\n`, 2],
    [
      '2026-11-24-14-00-00-000-InventoryItemExport.csv',
      `${header},onHandQty,countedAt\nSKU-2,3,2,555,7,2026-11-24T14:00:00.000Z\n`,
      7,
    ],
  ] as const;
  for (const [name, text, onHand] of files) {
    road.minutesLater(60 * 24);
    road.answer(`inventoryitem/csv/${name}`, text);
    await importFiles(road.context);
    const stock = await road.db
      .selectFrom('inventory')
      .innerJoin('product', 'product.id', 'inventory.product_id')
      .select('on_hand')
      .where('sku', '=', 'SKU-2')
      .where('facility_id', '=', 'BOS')
      .executeTakeFirstOrThrow();
    expect(stock.on_hand).toBe(onHand);
  }
});

test('W30 a file is whole when it can be seen: its bytes are kept first, then renamed into place', async () => {
  await road.take({});
  await road.exportAll();
  const kept = await road.db.selectFrom('feed_file').selectAll().executeTakeFirstOrThrow();
  expect(road.filesIn('customer/export')).toEqual([]);
  road.server.cutTransferAfter(40);
  const broken = await handOverFiles(road.context, road.context.files);
  expect(broken.isReached).toBe(false);
  expect(road.filesIn('customer/export').filter((name) => name.endsWith('.csv'))).toEqual([]);
  await road.handOver();
  expect(road.filesIn('customer/export')).toEqual([kept.name]);
  expect(road.text(`customer/export/${kept.name}`)).toBe(Buffer.from(kept.content).toString());
});
