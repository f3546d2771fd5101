import {
  CASH_SALE_COLUMNS,
  INVENTORY_ADJUSTMENT_COLUMNS,
  SCRIPTS,
} from '@sendsale/netsuite/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTable, writeTable } from '../src/lib/table.ts';
import { LOCATIONS, SKUS } from './account-seed.ts';
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

const RUN = 'customscript_restlet_runscript';

test('W14 the run RESTlet starts a script, and says so only when it did', async () => {
  const { jobName, scriptType } = SCRIPTS.generateProducts;
  expect(await bundle.restlet(RUN, { jobName, scriptType })).toMatchObject({ status: 'success' });
  await bundle.control('idle');
  const rows = readTable(bundle.read('product/csv', '-HCExportProduct.csv'), ['id-value']).rows;
  expect(rows.map((row) => row['id-value'])).toEqual(expect.arrayContaining(SKUS));

  expect(await bundle.restlet(RUN, { jobName: 'Nobody', scriptType })).toMatchObject({
    status: 'error',
    code: 'UNKNOWN_SCRIPT',
  });
  expect(await bundle.restlet(RUN, { jobName, scriptType: 'OTHER' })).toMatchObject({
    status: 'error',
    code: 'INVALID_REQUEST',
  });
});

test('a script that waits already is not started twice', async () => {
  const { jobName, scriptType } = SCRIPTS.importSalesOrders;
  await bundle.control('queue/hold', {});
  const first = await bundle.restlet(RUN, { jobName, scriptType });
  const second = await bundle.restlet(RUN, { jobName, scriptType });
  await bundle.control('queue/release', {});
  await bundle.control('idle');
  expect(first).toMatchObject({ status: 'success' });
  expect(second).toMatchObject({ status: 'error', code: 'ALREADY_RUNNING' });
});

test('a schedule is read, paused and let go on', async () => {
  const { jobName } = SCRIPTS.importSalesOrders;
  const status = 'customscript_restlet_updatescript';
  expect(await bundle.restlet(status, { jobName, paused: 'Y' })).toMatchObject({
    status: 'success',
  });
  const scripts = await bundle.control('scripts');
  const script = (scripts as Array<{ name: string; deployments: Array<{ status: string }> }>).find(
    ({ name }) => name === jobName,
  );
  expect(script?.deployments[0]?.status).toBe('TESTING');
  await bundle.restlet(status, { jobName, paused: 'N' });
  expect(await bundle.restlet(status, { jobName: 'Nobody', paused: 'Y' })).toMatchObject({
    status: 'error',
  });
});

test('W14 storing the SFTP settings keeps the one row; a second row stops every script by name', async () => {
  const store = 'customscript_restlet_store_sftpconf';
  expect(await bundle.restlet(store, { userName: 'sendsale' })).toMatchObject({
    status: 'success',
  });
  expect(await bundle.records('customrecord_ns_sftp_configuration')).toHaveLength(1);

  const [, second] = (await bundle.control('records', [
    {
      type: 'customrecord_ns_sftp_configuration',
      fields: { custrecord_ns_sftp_server: 'elsewhere' },
    },
  ])) as [unknown, unknown];
  expect(second).toBeUndefined();
  await bundle.run('customscript_create_invoice');
  await bundle.run('customscript_imp_customer');
  const executions = JSON.stringify(await bundle.control('executions?failed=true'));
  expect(executions).toContain('SFTP_SETTINGS_AMBIGUOUS');
  const [, row] = await bundle.records('customrecord_ns_sftp_configuration');
  await bundle.control(`records/customrecord_ns_sftp_configuration/${String(row?.id)}`, {
    fields: { isinactive: true },
  });
  await bundle.run('customscript_imp_customer');
});

test('the stock of the locations in sync is told, nothing left out', async () => {
  await bundle.run('customscript_exp_inventoryitem');
  const text = bundle.read('inventoryitem/csv', '-InventoryItemExport.csv');
  const { rows } = readTable(text, ['Item', 'externalFacilityId', 'availableQty', 'idValue']);
  expect(rows).toHaveLength(SKUS.length * (LOCATIONS.length - 1));
  expect(new Set(rows.map((row) => row['onHandQty']))).toEqual(new Set(['1000']));
});

test('a variance changes the stock once, however often its file comes', async () => {
  const location = await bundle.id('location', 'STORE-1');
  const text = writeTable(INVENTORY_ADJUSTMENT_COLUMNS, [
    {
      'Adjustment Account': await bundle.id('account', 'ACC'),
      Item: await bundle.id('inventoryitem', 'TEE-S'),
      'Adjust Qty By': '-1',
      Location: location,
      Date: '11/23/2026',
      Memo: 'Not in stock',
      'HC Inventory Adj Id': 'V10001',
      'Adjustment Location': location,
      Subsidiary: await bundle.id('subsidiary', 'SUB'),
      externalId: 'V10001',
      rowId: 'inventory-adjustment/V10001/1',
    },
  ]);
  bundle.put('inventoryadjustment/csv', 'InventoryAdjustmentFeed_1.csv', text);
  await bundle.run('customscript_imp_inventoryadjustment');
  bundle.put('inventoryadjustment/csv', 'InventoryAdjustmentFeed_2.csv', text);
  await bundle.run('customscript_imp_inventoryadjustment');
  expect(bundle.answers('inventory-adjustment')).toMatchObject([
    { rowId: 'inventory-adjustment/V10001/1', outcome: 'ACCEPTED' },
    { rowId: 'inventory-adjustment/V10001/1', outcome: 'ACCEPTED' },
  ]);
  expect(await bundle.records('inventoryadjustment')).toHaveLength(2);
  expect(bundle.files('inventoryadjustment/archive')).toHaveLength(2);
});

test('what was carried out becomes one cash sale, whose id comes back', async () => {
  const [row] = await orderRows(bundle, 'M10005', [{ key: '00001', sku: 'TEE-L', price: '25.00' }]);
  const text = writeTable(CASH_SALE_COLUMNS, [
    {
      ...row,
      externalId: '5510005-C',
      HCOrderId: 'M10005-C',
      HCShopifyPOSOrderId: '5510005',
      rowId: 'cash-sale/M10005-C/1',
    },
  ]);
  bundle.put('cashsale/export', 'CreateOrderItemsFeed_1.csv', text);
  await bundle.run('customscript_import_cashsale');
  bundle.put('cashsale/export', 'CreateOrderItemsFeed_2.csv', text);
  await bundle.run('customscript_import_cashsale');
  const made = await bundle.records('cashsale');
  expect(made).toHaveLength(1);
  expect(made[0]?.fields['total']).toBe(25);
  expect(bundle.answers('cash-sale')[0]).toMatchObject({
    rowId: 'cash-sale/M10005-C/1',
    outcome: 'ACCEPTED',
    internalId: made[0]?.id,
  });
  expect(bundle.read('salesorder/import/orderidentification', '-CashSaleExport.csv')).toContain(
    `M10005-C,NETSUITE_ORDER_ID,${String(made[0]?.id)}\n`,
  );
});

test('a rejected line is told once, and its tick is off again', async () => {
  const rows = await orderRows(bundle, 'M10006', [{ key: '00001', sku: 'TEE-L', price: '25.00' }]);
  bundle.put('salesorder/export', 'CreateOrderItemsFeed_6.csv', orderFile(rows));
  await bundle.run('customscript_import_salesorder');
  const [order] = (await bundle.records('salesorder')).filter(
    ({ fields }) => fields['custbody_hc_order_id'] === 'M10006',
  );
  await bundle.control(`records/salesorder/${String(order?.id)}`, {
    sublists: { item: [{ custcol_hc_order_item_rejected: true }] },
  });
  await bundle.run('customscript_export_rejected_so_items');
  await bundle.run('customscript_export_rejected_so_items');
  const told = bundle.read('salesorder/rejectedorderitem', '-RejectedSalesOrderItemExport.csv');
  expect(told).toContain('M10006,00001,Order Item Rejected from NetSuite,\n');
});

test('a server that is away loses nothing: the files go on when it is back', async () => {
  const rows = await orderRows(bundle, 'M10007', [{ key: '00001', sku: 'TEE-L', price: '25.00' }]);
  bundle.put('salesorder/export', 'CreateOrderItemsFeed_7.csv', orderFile(rows));
  await bundle.sftp.goDown();
  await bundle.run('customscript_import_salesorder');
  expect(bundle.files('salesorder/export')).toEqual(['CreateOrderItemsFeed_7.csv']);
  await bundle.sftp.comeUp();
  await bundle.run('customscript_import_salesorder');
  expect(bundle.answers('sales-order').at(-1)).toMatchObject({
    rowId: 'sales-order/M10007/1',
    outcome: 'ACCEPTED',
  });
});
