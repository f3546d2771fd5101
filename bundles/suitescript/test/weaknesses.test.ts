// The defects of the published bundle (contract §W) that the other tests do not show in passing: each test
// fails on the behaviour described there.

import { ALLOCATION_COLUMNS, ITEM_CLOSE_COLUMNS } from '@sendsale/netsuite/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTable, type Row, writeTable } from '../src/lib/table.ts';
import { type InstalledBundle, installBundle, type StoredRecord } from './installed-bundle.ts';
import { makeCustomer, orderFile, orderRows } from './orders.ts';

let bundle: InstalledBundle;

beforeAll(async () => {
  bundle = await installBundle();
  await makeCustomer(bundle);
  const rows = await orderRows(bundle, 'M30001', [
    { key: '00001', sku: 'TEE-S', price: '20.00' },
    { key: '00002', sku: 'TEE-M', price: '30.00' },
    { key: 'TAX', sku: 'TAX', price: '4.06', lineType: 'HC_TAX' },
  ]);
  bundle.put('salesorder/export', 'CreateOrderItemsFeed_1.csv', orderFile(rows));
  await bundle.run('customscript_import_salesorder');
});

afterAll(async () => {
  await bundle.close();
});

async function order(): Promise<StoredRecord> {
  const [found] = await bundle.records('salesorder');
  if (found === undefined) throw new Error('There is a sales order');
  return found;
}

const LINE_IDS = 'salesorder/import/orderitemattribute';

function lineRows(): readonly Row[] {
  return bundle
    .files(LINE_IDS)
    .flatMap((name) => readTable(bundle.read(LINE_IDS, name), ['attrValue']).rows);
}

async function update(rows: readonly Row[], columns: readonly string[]): Promise<void> {
  const name = `brokeredOrderItemsFeed_${String(Date.now())}.csv`;
  bundle.put('salesorder/update', name, writeTable(columns, rows));
  await bundle.run('customscript_update_salesorder');
}

test('W1 an id is told without any cursor, and a record that was marked untold is told again', async () => {
  const { id } = await order();
  const folder = 'salesorder/import/orderidentification';
  const before = bundle.files(folder).length;
  await bundle.run('customscript_export_salesorders');
  expect(bundle.files(folder)).toHaveLength(before);
  await bundle.control(`records/salesorder/${id}`, {
    fields: { custbody_sendsale_id_exported: false },
  });
  await bundle.run('customscript_export_salesorders');
  const last = bundle.files(folder).at(-1) ?? '';
  expect(bundle.read(folder, last)).toContain(`M30001,NETSUITE_ORDER_ID,${id}\n`);
});

test('W2 keys cannot run together: every line of every order is told with its own id', () => {
  expect(lineRows().map((row) => [row['orderItemSeqId'], row['attrValue']])).toEqual([
    ['00001', '1'],
    ['00002', '2'],
    ['TAX', '3'],
  ]);
});

test('a line that is added later is told, and only that line', async () => {
  const { id } = await order();
  const item = await bundle.id('inventoryitem', 'TEE-L');
  const { sublists } = await order();
  await bundle.control(`records/salesorder/${id}`, {
    sublists: {
      item: [
        ...(sublists['item'] ?? []).map(() => ({})),
        { item, quantity: 1, price: '-1', rate: 5, custcol_hc_order_line_id: '00003' },
      ],
    },
  });
  await bundle.run('customscript_export_salesorderitems');
  await bundle.run('customscript_export_salesorderitems');
  expect(lineRows().map((row) => row['orderItemSeqId'])).toEqual([
    '00001',
    '00002',
    'TAX',
    '00003',
  ]);
});

test('a line nobody ships any more loses its location; a blank cell takes nothing away', async () => {
  const { id } = await order();
  const location = await bundle.id('location', 'WAREHOUSE');
  const row: Row = { lineId: '2', internalId: id, quantity: '1' };
  const locationOf = async (): Promise<unknown> =>
    (await order()).sublists['item']?.[1]?.['location'] ?? null;
  await update([{ ...row, location, rowId: 'allocation/M30001.00002/1' }], ALLOCATION_COLUMNS);
  expect(await locationOf()).toBe(location);
  await update([{ ...row, rowId: 'allocation/M30001.00002/2' }], ALLOCATION_COLUMNS);
  expect(await locationOf()).toBe(location);
  const clear = { ...row, clearLocation: 'true', rowId: 'allocation/M30001.00002.RELEASED/2' };
  await update([clear], ALLOCATION_COLUMNS);
  expect(await locationOf()).toBeNull();
  expect(bundle.answers('allocation').at(-1)).toMatchObject({ outcome: 'ACCEPTED' });
});

test('a part that is cancelled closes its line and reduces the tax, to the cent', async () => {
  const before = await order();
  const rows: Row[] = [
    { lineId: '1', internalId: before.id, closed: 'true', rowId: 'item-close/M30001.00001/1' },
    { lineId: '3', internalId: before.id, price: '2.44', rowId: 'item-close/M30001.TAX.AMOUNT/1' },
  ];
  await update(rows, ITEM_CLOSE_COLUMNS);
  const lines = (await order()).sublists['item'] ?? [];
  expect(lines.map((line) => line['isclosed'] === true)).toEqual([true, false, false, false]);
  expect(lines[2]?.['amount']).toBe(2.44);
  expect(bundle.answers('allocation').slice(-2)).toMatchObject([
    { rowId: 'item-close/M30001.00001/1', outcome: 'ACCEPTED' },
    { rowId: 'item-close/M30001.TAX.AMOUNT/1', outcome: 'ACCEPTED' },
  ]);
});

test('W4 an error file with several rows is a CSV file, whatever the messages hold', async () => {
  const bad = ['M30008', 'M30009'].map(async (orderId) =>
    orderRows(bundle, orderId, [{ key: '00001', sku: 'UNKNOWN', price: '20.00' }]),
  );
  bundle.put('salesorder/export', 'a "quoted", name.csv', orderFile(...(await Promise.all(bad))));
  await bundle.run('customscript_import_salesorder');
  const [name = ''] = bundle.files('salesorder/export/error');
  const { columns, rows } = readTable(bundle.read('salesorder/export/error', name), ['fileName']);
  expect(columns.slice(0, 2)).toEqual(['fileName', 'errorMessage']);
  expect(rows.map((row) => row['fileName'])).toEqual([
    'a "quoted", name.csv',
    'a "quoted", name.csv',
  ]);
});

test('W10 a rejection is told once and its tick is off, so a later one is told anew', async () => {
  const { id, sublists } = await order();
  const folder = 'salesorder/rejectedorderitem';
  for (const times of [1, 2]) {
    await bundle.control(`records/salesorder/${id}`, {
      sublists: {
        item: (sublists['item'] ?? []).map((_, index) =>
          index === 1 ? { custcol_hc_order_item_rejected: true } : {},
        ),
      },
    });
    await bundle.run('customscript_export_rejected_so_items');
    await bundle.run('customscript_export_rejected_so_items');
    expect(bundle.files(folder)).toHaveLength(times);
  }
});
