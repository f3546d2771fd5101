import { expect, test } from 'vitest';
import { SCRIPTS } from './contract/index.ts';
import { EXPORT_FEEDS } from './feeds/export-catalogue.ts';
import { scriptsToRun } from './scripts-to-run.ts';

const NOTHING = {
  feeds: new Set<string>(),
  lineIds: false,
  warehouse: false,
  invoice: false,
  items: false,
  stock: false,
};

test('nothing awaited starts nothing', () => {
  expect(scriptsToRun(NOTHING, EXPORT_FEEDS)).toEqual([]);
});

test('importers start before the scripts that answer, each once', () => {
  const feeds = new Set(['sales-order', 'allocation', 'fulfillment']);
  expect(scriptsToRun({ ...NOTHING, feeds, lineIds: true }, EXPORT_FEEDS)).toEqual([
    'importSalesOrders',
    'updateSalesOrders',
    'exportSalesOrderIds',
    'exportSalesOrderLineIds',
    'createItemFulfillments',
  ]);
});

/** Nobody waits for these: their schedules are enough. */
const ON_SCHEDULE = [
  'exportFulfillmentsCsv',
  'createDepositsAndRefunds',
  'exportGiftCardFulfillments',
  'exportKits',
  'exportDiscountItems',
  'exportInactiveDiscountItems',
  'exportCycleCounts',
  'exportInventoryAdjustments',
  'generateAuditReport',
  'uploadAuditReport',
];

test('every script is started by something, but those that tell of what nobody waits for', () => {
  const everything = {
    feeds: new Set(EXPORT_FEEDS.map((feed) => feed.name)),
    lineIds: true,
    warehouse: true,
    invoice: true,
    items: true,
    stock: true,
  };
  const started = new Set<string>([...scriptsToRun(everything, EXPORT_FEEDS), ...ON_SCHEDULE]);
  expect(started).toEqual(new Set(Object.keys(SCRIPTS)));
});
