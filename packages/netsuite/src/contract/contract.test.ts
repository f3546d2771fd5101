import { expect, test } from 'vitest';
import {
  acknowledgementFileName,
  ALLOCATION_COLUMNS,
  allDirectories,
  baseDirectory,
  CASH_SALE_COLUMNS,
  CUSTOMER_COLUMNS,
  fileTime,
  formatRowId,
  FULFILLMENT_COLUMNS,
  IMPORT_MAPS,
  INVENTORY_ADJUSTMENT_COLUMNS,
  ITEM_CLOSE_COLUMNS,
  parseRowId,
  SALES_ORDER_COLUMNS,
  SCRIPTS,
} from './index.ts';

const COLUMNS_BY_MAP: Readonly<Record<string, readonly string[]>> = {
  custimport_customer_hc: CUSTOMER_COLUMNS,
  custimport_add_salesorders_hc: SALES_ORDER_COLUMNS,
  custimport_update_salesorders_hc: [
    ...ALLOCATION_COLUMNS,
    ...ITEM_CLOSE_COLUMNS,
    ...FULFILLMENT_COLUMNS,
    // Ticked by people in NetSuite; the OMS never sends it.
    'rejected',
  ],
  custimport_add_cashsale_hc: CASH_SALE_COLUMNS,
  custimport_inventoryadjustment_hc: INVENTORY_ADJUSTMENT_COLUMNS,
};

test('every column an import map reads is one that a feed writes', () => {
  for (const map of IMPORT_MAPS) {
    for (const mapping of map.columns) {
      expect(COLUMNS_BY_MAP[map.scriptId]).toContain(mapping.column);
    }
  }
});

test('no CSV has a column twice, and rowId is the last one', () => {
  for (const columns of Object.values(COLUMNS_BY_MAP)) expect(columns).toContain('rowId');
  for (const columns of [CUSTOMER_COLUMNS, SALES_ORDER_COLUMNS, CASH_SALE_COLUMNS]) {
    expect(new Set(columns).size).toBe(columns.length);
    expect(columns.at(-1)).toBe('rowId');
  }
});

test('script ids and names within the lengths NetSuite allows are unique', () => {
  const scripts = Object.values(SCRIPTS);
  expect(new Set(scripts.map((script) => script.scriptId)).size).toBe(scripts.length);
  expect(new Set(scripts.map((script) => script.jobName)).size).toBe(scripts.length);
  for (const script of scripts) {
    expect(script.scriptId.length).toBeLessThanOrEqual(40);
    expect(script.onDemandDeploymentId.length).toBeLessThanOrEqual(40);
  }
});

test('parents come before their children in the list of directories', () => {
  const directories = allDirectories();
  for (const [index, directory] of directories.entries()) {
    const parent = directory.split('/').slice(0, -1).join('/');
    expect(['', ...directories.slice(0, index)]).toContain(parent);
  }
  expect(directories).toContain('inventoryadjustment/error');
  expect(baseDirectory('netsuite')).toBe('/home/netsuite/netsuite/');
});

test('row ids read back, and other texts are none', () => {
  const rowId = { feed: 'allocation', subject: 'M10001.00002', revision: 3 };
  expect(formatRowId(rowId)).toBe('allocation/M10001.00002/3');
  expect(parseRowId(formatRowId(rowId))).toEqual(rowId);
  for (const text of ['', 'a/b', 'a/b/0', 'a/b/x', 'a/b/1/2', '/b/1']) {
    expect(parseRowId(text)).toBeNull();
  }
});

test('file names carry the instant in UTC', () => {
  const at = new Date('2026-11-23T10:05:09.042Z');
  expect(fileTime(at)).toBe('2026-11-23-10-05-09');
  expect(acknowledgementFileName(at, 'sales-order', 2)).toBe(
    '2026-11-23-10-05-09-042-sales-order-2.csv',
  );
});
