import { INVENTORY_ADJUSTMENT_COLUMNS } from '@sendsale/netsuite/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Row, writeTable } from '../src/lib/table.ts';
import { type InstalledBundle, installBundle } from './installed-bundle.ts';
import { makeCustomer, orderFile, orderRows } from './orders.ts';

let bundle: InstalledBundle;

beforeAll(async () => {
  bundle = await installBundle();
  await makeCustomer(bundle);
});

afterAll(async () => {
  await bundle.close();
});

const IMPORT = 'customscript_import_salesorder';
const INBOX = 'salesorder/export';

async function order(orderId: string): Promise<readonly Row[]> {
  return orderRows(bundle, orderId, [{ key: '00001', sku: 'TEE-L', price: '25.00' }]);
}

async function bookedOrders(): Promise<readonly unknown[]> {
  const orders = await bundle.records('salesorder');
  return orders.map(({ fields }) => fields['custbody_hc_order_id']);
}

function acceptedRows(feed: string): string[] {
  return bundle
    .answers(feed)
    .filter((row) => row['outcome'] === 'ACCEPTED')
    .map((row) => row['rowId'] ?? '');
}

test('W5 killed after the file was taken: the next run does the work', async () => {
  bundle.put(`${INBOX}/processing`, 'Feed_1.csv', orderFile(await order('M10001')));
  await bundle.run(IMPORT);
  expect(await bookedOrders()).toEqual(['M10001']);
  expect(acceptedRows('sales-order')).toEqual(['sales-order/M10001/1']);
  expect(bundle.files(`${INBOX}/processing`)).toEqual([]);
});

test('W5 killed after the import was submitted, its task forgotten: the records tell', async () => {
  const text = orderFile(await order('M10001'), await order('M10002'));
  bundle.put(`${INBOX}/processing`, 'Feed_2.csv~task=LOST_1~settled=0', text);
  await bundle.run(IMPORT);
  expect(await bookedOrders()).toEqual(['M10001', 'M10002']);
  expect(acceptedRows('sales-order').slice(1)).toEqual([
    'sales-order/M10001/1',
    'sales-order/M10002/1',
  ]);
  expect(bundle.files(`${INBOX}/archive`)).toContain('Feed_2.csv');
});

test('stopped in the middle of a file: only the rest is answered', async () => {
  const text = orderFile(await order('M10001'), await order('M10003'));
  bundle.put(`${INBOX}/processing`, 'Feed_3.csv~task=none~settled=1', text);
  const before = acceptedRows('sales-order').length;
  await bundle.run(IMPORT);
  expect(acceptedRows('sales-order').slice(before)).toEqual(['sales-order/M10003/1']);
});

test('W5 a name that was here before does not stop a file on its way to the archive', async () => {
  bundle.put(INBOX, 'Feed_1.csv', orderFile(await order('M10004')));
  await bundle.run(IMPORT);
  expect(bundle.files(INBOX)).toEqual([]);
  expect(bundle.files(`${INBOX}/archive`).filter((name) => name.startsWith('Feed_1'))).toHaveLength(
    2,
  );
});

test('a rename whose answer got lost is not done twice', async () => {
  bundle.put(INBOX, 'Feed_5.csv', orderFile(await order('M10005')));
  bundle.sftp.loseNextRenameAnswer();
  await bundle.run(IMPORT);
  await bundle.run(IMPORT);
  expect((await bookedOrders()).filter((id) => id === 'M10005')).toHaveLength(1);
  expect(acceptedRows('sales-order')).toContain('sales-order/M10005/1');
  expect(bundle.files(`${INBOX}/processing`)).toEqual([]);
});

test('a row the import refuses for no lasting reason is made on its own', async () => {
  await bundle.control('faults', { kind: 'row-refused', containing: 'M10006' });
  bundle.put(INBOX, 'Feed_6.csv', orderFile(await order('M10006')));
  await bundle.run(IMPORT);
  expect(acceptedRows('sales-order')).toContain('sales-order/M10006/1');
  // By the same column table: it differs from an imported one in nothing but its number.
  const orders = await bundle.records('salesorder');
  const [imported, single] = ['M10005', 'M10006'].map((orderId) => {
    const order = orders.find(({ fields }) => fields['custbody_hc_order_id'] === orderId);
    const { total, orderstatus, entity, shipmethod, trandate } = order?.fields ?? {};
    return { total, orderstatus, entity, shipmethod, trandate, addresses: order?.subrecords };
  });
  expect(single).toEqual(imported);
  expect(single?.total).toBe(34.95);
});

test('a row without external id is refused; its neighbours are imported', async () => {
  const [blank = {}] = await order('M10007');
  const text = orderFile([{ ...blank, externalId: '' }], await order('M10008'));
  bundle.put(INBOX, 'Feed_7.csv', text);
  await bundle.run(IMPORT);
  expect(bundle.answers('sales-order').slice(-2)).toMatchObject([
    { rowId: 'sales-order/M10007/1', outcome: 'REFUSED', code: 'EXTERNAL_ID_MISSING' },
    { rowId: 'sales-order/M10008/1', outcome: 'ACCEPTED' },
  ]);
});

test('W6 a restart in the middle of the map stage makes no deposit twice and leaves none out', async () => {
  const [salesOrder] = await bundle.records('salesorder');
  const paymentMethod = await bundle.id('paymentmethod', 'PAY');
  const deposits = Array.from({ length: 25 }, (_, index) => ({
    totalAmount: 1,
    externalId: `D${String(index)}`,
    orderId: salesOrder?.id,
    paymentMethod,
    rowId: `customer-deposit/D${String(index)}/1`,
  }));
  const script = 'customscript_hc_mr_createcustomerdeposit';
  await bundle.control('faults', { kind: 'restart', script, stage: 'map', afterInvocations: 2 });
  bundle.put('salesorder/customerdeposit', 'Deposits_1.json', JSON.stringify(deposits));
  await bundle.run(script);
  await bundle.run(script);
  expect(await bundle.records('customerdeposit')).toHaveLength(25);
  expect(new Set(acceptedRows('customer-deposit')).size).toBe(25);
  expect(bundle.files('salesorder/customerdeposit/archive')).toEqual(['Deposits_1.json']);
});

test('W7 more work than the units of one run is done in several, each row answered once', async () => {
  const count = 700;
  const rows = Array.from({ length: count }, (_, index) => ({
    'Adjustment Account': '99999',
    Item: '99999',
    'Adjust Qty By': '-1',
    Location: '99999',
    Date: '11/23/2026',
    externalId: `V${String(index)}`,
    rowId: `inventory-adjustment/V${String(index)}/1`,
  }));
  const text = writeTable(INVENTORY_ADJUSTMENT_COLUMNS, rows);
  bundle.put('inventoryadjustment/csv', 'InventoryAdjustmentFeed_1.csv', text);
  await bundle.run('customscript_imp_inventoryadjustment');
  await bundle.control('idle');
  const answers = bundle.answers('inventory-adjustment');
  expect(answers).toHaveLength(count);
  expect(new Set(answers.map((row) => row['rowId'])).size).toBe(count);
  const files = bundle.files('acknowledgement').filter((name) => /adjustment/.test(name));
  expect(files.length).toBeGreaterThan(1);
  expect(bundle.files('inventoryadjustment/archive')).toEqual(['InventoryAdjustmentFeed_1.csv']);
});
