// Files as large as NetSuite takes them: 25,000 rows, whole orders, an order's rows one after another; and as
// large as it sends them, in both styles and both formats.

import type { Database } from '@sendsale/store/read';
import { expect, test } from 'vitest';
import { sampleBooking, sampleItem, samplePosting } from '../test/sample-posting.ts';
import { defineExportFeed } from './export-feed.ts';
import { IMPORT_FEEDS } from './import-catalogue.ts';
import { encodeSalesOrders } from './sales-order/encode.ts';
import { salesOrderFeed } from './sales-order/feed.ts';

const { limits } = salesOrderFeed;
const MEGABYTE = 1_048_576;

/** Orders of 1 to 60 items, as many as one run takes: some 35,000 rows with their charges. */
function manyBookings() {
  return Array.from({ length: limits.subjectsPerRun }, (_, index) => {
    const items = Array.from({ length: 1 + ((index * 37) % 60) }, (_item, at) =>
      sampleItem({ seq: String(at + 1).padStart(5, '0') }),
    );
    const postingId = `M${20_000 + index}`;
    return sampleBooking(samplePosting({ postingId, orderId: postingId, items, note: null }));
  });
}

test('a full run of orders is cut at 25,000 rows and never within an order', async () => {
  const bookings = manyBookings();
  const feed = defineExportFeed({
    name: 'sales-order',
    label: salesOrderFeed.label,
    limits,
    obstacles: [],
    select: async () => ({ units: bookings, problems: [], examined: [] }),
    rowCount: ({ amounts }) => amounts.lines.length,
    encode: encodeSalesOrders,
    script: 'importSalesOrders',
    answeredBy: [],
  });
  const before = process.memoryUsage().heapUsed;
  // The feed asks the database nothing.
  const { files } = await feed.nextBatch({} as Database);
  const used = (process.memoryUsage().heapUsed - before) / MEGABYTE;
  const texts = files.map(({ content }) => content.trimEnd().split('\n').slice(1));
  const rows = bookings.reduce((sum, { amounts }) => sum + amounts.lines.length, 0);
  expect(rows).toBeGreaterThan(limits.rowsPerFile);
  expect(texts.map((lines) => lines.length <= limits.rowsPerFile)).toEqual([true, true]);
  expect(texts.flat()).toHaveLength(rows);
  // The row id, the last cell, says whose row it is: each order begins once in all files together.
  const owners = texts.map((lines) => lines.map((line) => line.slice(line.lastIndexOf(',') + 1)));
  const begun = owners.flatMap((file) => file.filter((owner, at) => owner !== file[at - 1]));
  expect(new Set(begun).size).toBe(begun.length);
  expect(begun).toHaveLength(bookings.length);
  // A text of 25,000 rows is some 12 MB; what is held meanwhile is a small multiple of it.
  expect(used).toBeLessThan(400);
});

const ROWS = 25_000;

function readWhole(name: string, fileName: string, text: string): number {
  const feed = IMPORT_FEEDS.find((one) => one.name === name && one.matches(fileName));
  const rows = feed?.read(new TextEncoder().encode(text), fileName);
  if (rows?.ok !== true) throw new Error(`${fileName} was not read`);
  expect(rows.value.filter((row) => 'fault' in row)).toEqual([]);
  return rows.value.length;
}

const numbers = Array.from({ length: ROWS }, (_, index) => index + 1);

test.each([
  ['as published, bare', (text: string) => text],
  ['as ours, quoted where it must be', (text: string) => `"${text}"`],
])('25,000 rows are read, %s', (_style, cell) => {
  const header = 'orderId,orderItemSeqId,attrName,attrValue';
  const lines = numbers.map((n) =>
    [`M${n}`, '00001', 'NetsuiteItemLineId', String(n)].map(cell).join(','),
  );
  const name = '2026-11-23-10-00-00-042-SalesOrderItemExport.csv';
  expect(readWhole('order-line-id', name, `${header}\n${lines.join('\n')}\n`)).toBe(ROWS);
});

test('a fulfillment file of 25,000 lines is read, an order at a time, in both formats', () => {
  const orderOf = (n: number): string => `M${Math.ceil(n / 5)}`;
  const header =
    'orderId,orderItemSeqId,externalFacilityId,shippedDate,quantity,trackingNumber,carrier,shippingMethod,shippingMethodId';
  const lines = numbers.map((n) => `${orderOf(n)},${n},372,undefined,1,1Z${n},UPS,Ground,5`);
  const csv = `${header}\n${lines.join('\n')}\n`;
  expect(readWhole('fulfillment-csv', '2023-08-22-12-00-12-SalesOrderFulfillment.csv', csv)).toBe(
    ROWS / 5,
  );
  const item = { externalFacilityId: '372', quantity: '1', shippedDate: '07/15/2025 4:12 am' };
  const json = numbers
    .filter((n) => n % 5 === 0)
    .map((n) => ({
      orderMap: {
        orderId: orderOf(n),
        items: [1, 2, 3, 4, 5].map((seq) => ({ ...item, orderItemSeqId: String(seq) })),
      },
    }));
  const text = JSON.stringify(json);
  expect(
    readWhole('fulfillment-json', 'SalesOrderFulfillment-2026-11-23-10-00-00.json', text),
  ).toBe(ROWS / 5);
});
