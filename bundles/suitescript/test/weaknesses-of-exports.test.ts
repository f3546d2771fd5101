// The defects of the published bundle (contract §W) in what it tells the OMS: each test fails on the
// behaviour described there. One account, in which the things to tell happen while the server is away.

import { SCRIPTS } from '@sendsale/netsuite/contract';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EVERY_DIRECTORY } from '../src/lib/directory-tree.ts';
import { readTable, type Row } from '../src/lib/table.ts';
import { type InstalledBundle, installBundle } from './installed-bundle.ts';
import { makeCustomer, orderFile, orderRows } from './orders.ts';

let bundle: InstalledBundle;

/** Scripts that tell the OMS of records, with the directory and the end of the file name each writes. */
const TOLD = [
  ['customscript_export_salesorders', 'salesorder/import/orderidentification'],
  ['customscript_export_salesorderitems', 'salesorder/import/orderitemattribute'],
  ['customscript_export_cust_deposit', 'salesorder/import/orderpayment'],
  ['customscript_export_so_fulfillment_json', 'salesorder/import/fulfillment'],
  ['customscript_export_so_fulfillment', 'salesorder/import/fulfillment-nifi'],
  ['customscript_exp_giftcard_fulfillment', 'salesorder/giftcard-fulfillment'],
  ['customscript_exp_inventory_adj', 'inventoryadjustment/import'],
  ['customscript_exp_cycle_count', 'inventoryadjustment/cycle_count'],
  ['customscript_export_customer', 'customer/import'],
] as const;

const ref = (externalid: string, type: string): object => ({ $ref: externalid, type });

beforeAll(async () => {
  bundle = await installBundle();
  await bundle.clockAt('2026-12-01T06:30:00Z');
  const customer = await makeCustomer(bundle);
  await happen(customer);
});

afterAll(async () => {
  await bundle.close();
});

/** An order of two lines with a deposit, shipped by the warehouse, and two changes of the stock. */
async function happen(customer: string): Promise<void> {
  const line = (sku: string, key: string): object => ({
    item: ref(sku, 'inventoryitem'),
    quantity: 1,
    price: '-1',
    rate: 20,
    location: ref('WAREHOUSE', 'location'),
    custcol_hc_order_line_id: key,
  });
  const adjustment = (externalid: string, fields: object): object => ({
    type: 'inventoryadjustment',
    externalid,
    fields: { account: ref('ACC', 'account'), subsidiary: ref('SUB', 'subsidiary'), ...fields },
    sublists: {
      inventory: [
        {
          item: ref('TEE-L', 'inventoryitem'),
          location: ref('WAREHOUSE', 'location'),
          adjustqtyby: -1,
        },
      ],
    },
  });
  await bundle.control('records', [
    {
      type: 'salesorder',
      externalid: '5540001',
      fields: {
        entity: customer,
        subsidiary: ref('SUB', 'subsidiary'),
        orderstatus: 'B',
        shipmethod: ref('SHIP', 'shipitem'),
        custbody_hc_order_id: 'M40001',
        custbody_hc_shopify_order_id: '5540001',
        custbody_hc_sales_channel: 'POS Channel',
      },
      sublists: { item: [line('TEE-S', '00001'), line('TEE-M', '00002')] },
    },
    {
      type: 'customerdeposit',
      externalid: '9401',
      fields: {
        customer,
        salesorder: ref('5540001', 'salesorder'),
        payment: 40,
        paymentmethod: ref('PAY', 'paymentmethod'),
      },
    },
    adjustment('COUNT', {
      memo: 'Inventory cycle count by HotWax',
      custbody_hc_inventory_adj_number: 'WE400-1',
    }),
    adjustment('BROKEN', { memo: 'broken' }),
  ]);
  await bundle.control('item-fulfillments', {
    salesOrderId: await bundle.id('salesorder', '5540001'),
    locationId: await bundle.id('location', 'WAREHOUSE'),
    tracking: '1Z400',
    carrier: 'UPS',
  });
  const [shipped] = await bundle.records('itemfulfillment');
  await bundle.control(`records/itemfulfillment/${String(shipped?.id)}`, {
    sublists: { item: [{ custcol_hc_giftcard_number: 'GIFT-400' }] },
  });
}

async function runAll(): Promise<void> {
  for (const [script] of TOLD) await bundle.run(script);
}

function toldIn(directory: string): string[] {
  return bundle.files(directory).map((name) => bundle.read(directory, name));
}

test('W12 an upload that failed un-marks nothing, since nothing was marked: all is told after it, once', async () => {
  await bundle.sftp.goDown();
  await runAll();
  await bundle.sftp.comeUp();
  // Two nights later, which was too late for searches that see only today.
  await bundle.clockAt('2026-12-03T12:00:00Z');
  await runAll();
  await runAll();
  for (const [, directory] of TOLD)
    expect([directory, toldIn(directory).length]).toEqual([directory, 1]);
});

interface ToldFulfillment {
  readonly orderMap: { readonly orderId: string; readonly items: readonly Row[] };
}

test('W3 a shipment of the minutes before midnight is told by both scripts, whole, with its own day', () => {
  const [json = ''] = toldIn('salesorder/import/fulfillment');
  const [told] = JSON.parse(json) as ToldFulfillment[];
  expect(told?.orderMap.orderId).toBe('M40001');
  expect(told?.orderMap.items).toMatchObject([
    { orderItemSeqId: '00001', shippedDate: '2026-12-01', trackingNumber: '1Z400' },
    { orderItemSeqId: '00002', shippedDate: '2026-12-01', trackingNumber: '1Z400' },
  ]);
  const [csv = ''] = toldIn('salesorder/import/fulfillment-nifi');
  expect(readTable(csv, ['shippedDate']).rows).toMatchObject([
    { orderItemSeqId: '00001', shippedDate: '2026-12-01' },
    { orderItemSeqId: '00002', shippedDate: '2026-12-01' },
  ]);
});

interface Execution {
  readonly kind: string;
  readonly calls: ReadonlyArray<{ readonly call: string; readonly count: number }>;
}

test('W16 a record of two lines is marked once, after its file is on the server', async () => {
  const script = 'customscript_export_so_fulfillment_json';
  const executions = (await bundle.control(`executions?script=${script}`)) as Execution[];
  const marks = executions.flatMap(({ kind, calls }) =>
    calls
      .filter(({ call }) => call === 'record.submitFields')
      .map(({ count }) => [kind, count] as const),
  );
  expect(marks).toEqual([['summarize', 1]]);
});

test('W13 a shipment that cannot be booked is answered once by name, not listed twice a day', async () => {
  const ids = Object.values(SCRIPTS).map(({ scriptId }) => scriptId as string);
  expect(ids).not.toContain('customscript_exp_oms_fulfilled_so');
  const row = {
    lineId: '1',
    internalId: await bundle.id('salesorder', '5540001'),
    quantity: '1',
    location: await bundle.id('location', 'STORE-1'),
    tags: 'hotwax-fulfilled',
    shipmentId: 'S40001',
    rowId: 'fulfillment/S40001.00001/1',
  };
  const text = `${Object.keys(row).join(',')}\n${Object.values(row).join(',')}\n`;
  bundle.put('salesorder/update', 'fulfilledOrderItemsFeed_40.csv', text);
  for (let time = 0; time < 3; time += 1) await bundle.run('customscript_create_itemfulfillment');
  expect(bundle.answers('fulfillment')).toMatchObject([
    { rowId: 'fulfillment/S40001.00001/1', outcome: 'REFUSED', code: 'INVALID_INITIALIZE_REF' },
  ]);
  expect(toldIn('salesorder/import/oms-fulfillment-nifi')).toEqual([]);
});

test('W9 an order without deposit is invoiced too, on the day it shipped', async () => {
  const rows = await orderRows(bundle, 'M40002', [{ key: '00001', sku: 'TEE-S', price: '20.00' }]);
  const itemLocation = await bundle.id('location', 'STORE-1');
  const placed = rows.map((row) => ({ ...row, date: '12/01/2026', itemLocation }));
  bundle.put('salesorder/export', 'CreateOrderItemsFeed_40.csv', orderFile(placed));
  await bundle.run('customscript_import_salesorder');
  const salesOrderId = await bundle.id('salesorder', '5540002');
  await bundle.control('item-fulfillments', {
    salesOrderId,
    locationId: itemLocation,
    tracking: '1Z401',
    carrier: 'UPS',
  });
  await bundle.clockAt('2026-12-05T12:00:00Z');
  // Everybody looks at the order meanwhile: the day of its last change is not the day it shipped.
  await bundle.control(`records/salesorder/${salesOrderId}`, { fields: { memo: 'looked at' } });
  await bundle.run('customscript_create_invoice');
  const invoice = (await bundle.records('invoice')).find(
    ({ fields }) => fields['createdfrom'] === salesOrderId,
  );
  expect(String(invoice?.fields['trandate'])).toContain('2026-12-03');
  expect(invoice?.fields['total']).toBe(29.95);
});

test('W15 the snapshot holds what is sold out and what never lay there, so that nothing stays as it was', async () => {
  await bundle.control('records', [
    { type: 'inventoryitem', externalid: 'NEVER', fields: { itemid: 'NEVER-STOCKED' } },
    {
      type: 'inventoryadjustment',
      externalid: 'SHORT',
      fields: { account: ref('ACC', 'account'), subsidiary: ref('SUB', 'subsidiary') },
      sublists: {
        inventory: [
          {
            item: ref('TEE-M', 'inventoryitem'),
            location: ref('STORE-1', 'location'),
            adjustqtyby: -1000,
          },
        ],
      },
    },
  ]);
  await bundle.run('customscript_exp_inventoryitem');
  const store = await bundle.id('location', 'STORE-1');
  const rows = readTable(bundle.read('inventoryitem/csv', '-InventoryItemExport.csv'), [
    'onHandQty',
  ]).rows.filter((row) => row['externalFacilityId'] === store);
  const onHand = new Map(rows.map((row) => [row['Item'], row['onHandQty']]));
  expect(onHand.get('TEE-M')).toBe('0');
  expect(onHand.get('NEVER-STOCKED')).toBe('0');
});

test('W31 how often a script runs is told in whole minutes, or not at all', async () => {
  const cron = 'customscript_restlet_getscript_cronexp';
  const told: Array<readonly [string, unknown]> = [];
  const scripts = [SCRIPTS.importSalesOrders, SCRIPTS.createCustomerRefunds, SCRIPTS.exportKits];
  for (const { jobName } of [...scripts, { jobName: 'Nobody' }]) {
    const answer: unknown = await bundle.restletGet(cron, { jobName });
    const { status, recurrenceMinutes } = Object(answer) as Record<string, unknown>;
    told.push([String(status), recurrenceMinutes]);
  }
  expect(told).toEqual([
    ['success', 15],
    ['success', 30],
    ['success', null],
    ['error', null],
  ]);
});

test('W14 the directories are made again after half of them were there, every one a script uses', async () => {
  const script = 'customscript_create_sftpdirectory';
  await bundle.run(script);
  await bundle.run(script);
  const executions = (await bundle.control(`executions?script=${script}&failed=true`)) as unknown[];
  expect(executions).toEqual([]);
  expect(EVERY_DIRECTORY.filter((path) => !existsSync(bundle.local(path)))).toEqual([]);
});
