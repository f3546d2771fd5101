import { expect, test } from 'vitest';
import type { Database } from '@sendsale/store/read';
import { EXPORT_FEEDS } from './export-catalogue.ts';
import { defineExportFeed } from './export-feed.ts';

/** A feed of units that are just a number of rows. */
function feedOf(sizes: readonly number[], rowsPerFile: number) {
  return defineExportFeed<number>({
    name: 'allocation',
    label: 'Test',
    limits: { rowsPerFile, subjectsPerRun: 100 },
    obstacles: [],
    select: async () => ({ units: sizes, problems: [], examined: [] }),
    rowCount: (size) => size,
    encode: (units) => ({ content: units.join(' '), rows: [] }),
    script: 'updateSalesOrders',
    answeredBy: [],
  });
}

// The feed above asks the database nothing.
const nothing = {} as Database;

test('whole units fill files up to the limit', async () => {
  const { files } = await feedOf([3, 3, 4, 5, 5, 1], 10).nextBatch(nothing);
  expect(files.map((file) => file.content)).toEqual(['3 3 4', '5 5', '1']);
});

test('a unit longer than a file has one to itself', async () => {
  const { files } = await feedOf([2, 30, 2], 10).nextBatch(nothing);
  expect(files.map((file) => file.content)).toEqual(['2', '30', '2']);
});

test('nothing due makes no file', async () => {
  expect((await feedOf([], 10).nextBatch(nothing)).files).toEqual([]);
});

test('file names are the published ones; pages after the first are numbered', () => {
  const at = new Date('2026-11-23T10:05:09.042Z');
  const names = Object.fromEntries(
    EXPORT_FEEDS.map((feed) => [feed.name, [feed.fileName(at, 1), feed.fileName(at, 2)]]),
  );
  expect(names).toEqual({
    customer: ['customer-Feed-2026-11-23-10-05-09.csv', 'customer-Feed-2026-11-23-10-05-09_2.csv'],
    'sales-order': [
      'CreateOrderItemsFeed_2026-11-23-10-05-09.csv',
      'CreateOrderItemsFeed_2026-11-23-10-05-09_2.csv',
    ],
    'cash-sale': [
      'CreateOrderItemsFeed_2026-11-23-10-05-09.csv',
      'CreateOrderItemsFeed_2026-11-23-10-05-09_2.csv',
    ],
    'customer-deposit': [
      'Customer-Deposit-Feed-1-2026-11-23-10-05-09-042.json',
      'Customer-Deposit-Feed-2-2026-11-23-10-05-09-042.json',
    ],
    allocation: [
      'brokeredOrderItemsFeed_2026-11-23-10-05-09.csv',
      'brokeredOrderItemsFeed_2026-11-23-10-05-09_2.csv',
    ],
    'item-close': [
      'closedOrderItemsFeed_2026-11-23-10-05-09.csv',
      'closedOrderItemsFeed_2026-11-23-10-05-09_2.csv',
    ],
    fulfillment: [
      'fulfilledOrderItemsFeed_2026-11-23-10-05-09.csv',
      'fulfilledOrderItemsFeed_2026-11-23-10-05-09_2.csv',
    ],
    'customer-refund': [
      'Customer-Refund-Feed-1-2026-11-23-10-05-09-042.json',
      'Customer-Refund-Feed-2-2026-11-23-10-05-09-042.json',
    ],
    'pos-return': [
      'POS-Return-Feed-1-2026-11-23-10-05-09-042.json',
      'POS-Return-Feed-2-2026-11-23-10-05-09-042.json',
    ],
    'inventory-adjustment': [
      'InventoryAdjustmentFeed_2026-11-23-10-05-09.csv',
      'InventoryAdjustmentFeed_2026-11-23-10-05-09_2.csv',
    ],
  });
});

test('no file holds more rows than NetSuite takes in one import', () => {
  for (const feed of EXPORT_FEEDS) expect(feed.limits.rowsPerFile).toBeLessThanOrEqual(25_000);
});
