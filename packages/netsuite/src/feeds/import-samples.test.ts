// What the feeds that come make of the files as the published scripts write them, and as our bundle does.

import { describe, expect, test } from 'vitest';
import { joinTrackingNumbers, readShippedDate } from './fulfillment-in/shipped-order.ts';
import { IMPORT_FEEDS } from './import-catalogue.ts';
import { readFileDate } from './inventory/feed.ts';
import { lineKind } from './order-line-id/feed.ts';

const DATE = 'Tue Aug 22 2023 05:00:12 GMT-0700 (PDT)';
const OURS = '2026-11-23-10-00-00-042';

/** What a feed makes of a text: the lines it takes, and its faults. */
function read(name: string, fileName: string, text: string) {
  const feed = IMPORT_FEEDS.find((one) => one.name === name && one.matches(fileName));
  const rows = feed?.read(new TextEncoder().encode(text), fileName);
  if (rows === undefined) return 'no feed';
  if (!rows.ok) return rows.error;
  return rows.value.map((row) => ('fault' in row ? `${row.line}: ${row.fault}` : row.line));
}

describe.each([`${DATE}`, OURS])('files named %s…', (time) => {
  test.each([
    [
      'customer-id',
      '-CustomerExport.csv',
      'partyId,partyIdentificationTypeId,idValue\n10081,NETSUITE_CUSTOMER_ID,5314749\n',
    ],
    [
      'order-id',
      '-SalesOrderExport.csv',
      'orderId,orderIdentificationTypeId,idValue\nM1,NETSUITE_ORDER_ID,8\n',
    ],
    [
      'order-id',
      '-CashSaleExport.csv',
      'orderId,orderIdentificationTypeId,idValue\nM1-C,NETSUITE_ORDER_ID,9\n',
    ],
    [
      'order-line-id',
      '-SalesOrderItemExport.csv',
      'orderId,orderItemSeqId,attrName,attrValue\nM1,00001,NetsuiteItemLineId,1\n',
    ],
    [
      'deposit-id',
      '-CustomerDepositExport.csv',
      'orderId,internalId,manualRefNumber\nM1,5,undefined\n',
    ],
    [
      'rejected-item',
      '-RejectedSalesOrderItemExport.csv',
      'orderId,orderItemSeqId,rejectionComments,rejectionReason\nM1,00001,Order Item Rejected from NetSuite,\n',
    ],
    [
      'product-id',
      '-HCExportProduct.csv',
      '"id-value","good-identification-value"\n"The 9"" boot, black","11832"\n',
    ],
    [
      'inventory',
      '-InventoryItemExport.csv',
      'Item,externalFacilityId,availableQty,idValue\nSKU-1,372,-3.0,11832\n',
    ],
  ])('%s %s', (name, suffix, text) => {
    expect(read(name, `${time}${suffix}`, text)).toEqual([2]);
  });
});

test('the CSV of fulfillments is taken an order at a time', () => {
  const header =
    'orderId,orderItemSeqId,externalFacilityId,shippedDate,quantity,trackingNumber,carrier,shippingMethod,shippingMethodId';
  const text = `${header}\nM1,00001,372,undefined,1,1Z1 | 1Z2,UPS,Ground,5\nM2,00001,372,undefined,1,null,null,null,null\nM1,00002,372,undefined,1,1Z1 | 1Z2,UPS,Ground,5\n`;
  expect(read('fulfillment-csv', '2023-08-22-12-00-12-SalesOrderFulfillment.csv', text)).toEqual([
    2, 3,
  ]);
});

test('the JSON of fulfillments, one element bad', () => {
  const item = { orderItemSeqId: '00001', externalFacilityId: 372, quantity: '1' };
  const text = JSON.stringify([
    { orderMap: { orderId: 'M1', items: [item] } },
    { orderMap: { orderId: 'M2', items: [] } },
    { orderMap: { orderId: 'M3', netsuiteFulfillmentId: 12, items: [item] } },
  ]);
  const [first, second, third] = read(
    'fulfillment-json',
    `SalesOrderFulfillment-${OURS}.json`,
    text,
  );
  expect([first, third]).toEqual([1, 3]);
  expect(second).toMatch(/^2: orderMap\.items/);
});

test('an acknowledgement names what is wrong with a row', () => {
  const header =
    'rowId,outcome,recordType,internalId,externalId,amount,status,code,message,sourceFile,at';
  const text = `${header}\nsales-order/M1/1,ACCEPTED,salesorder,8,55,,,,,x.csv,\nnonsense,ACCEPTED,,,,,,,,,\nsales-order/M1/1,MAYBE,,,,,,,,,\n`;
  const rows = read('acknowledgement', `${OURS}-sales-order-1.csv`, text);
  expect(rows).toEqual([2, '3: rowId: is no row id', expect.stringMatching(/^4: outcome/)]);
});

test('no two feeds take one file, and every feed takes its own', () => {
  const names = ['-SalesOrderFulfillment.csv', '-SalesOrderExport.csv', '-CashSaleExport.csv'];
  for (const name of names) {
    const takers = IMPORT_FEEDS.filter(
      (feed) => feed.directory.startsWith('salesorder/import') && feed.matches(`${DATE}${name}`),
    );
    expect(takers).toHaveLength(1);
  }
  expect(new Set(IMPORT_FEEDS.map((feed) => feed.name)).size).toBe(IMPORT_FEEDS.length);
});

test('line keys tell charges, goods and discounts apart', () => {
  const kinds = [
    lineKind({ orderItemSeqId: 'TAX', attrName: 'NetsuiteItemLineId' }),
    lineKind({ orderItemSeqId: '00001', attrName: 'NetsuiteItemLineId' }),
    lineKind({ orderItemSeqId: '00001', attrName: 'NetsuiteDiscountItemLineId' }),
  ];
  expect(kinds).toEqual(['TAX', 'ITEM', 'DISCOUNT']);
});

test('the date of a file name is read in both styles', () => {
  expect(readFileDate(`${DATE}-InventoryItemExport.csv`)).toEqual(new Date('2023-08-22T12:00:12Z'));
  expect(readFileDate(`${OURS}-InventoryItemExport.csv`)).toEqual(new Date('2026-11-23T10:00:00Z'));
  expect(readFileDate('stock-InventoryItemExport.csv')).toBeNull();
});

test('ship dates that say something certain are taken, never from the future', () => {
  const at = new Date('2026-11-23T10:00:00Z');
  const from = new Date('2026-11-20T10:00:00Z');
  const read = (text: string | null, timeZone = 'UTC') =>
    readShippedDate(text, { timeZone, from, at });
  expect(read('2026-11-22')).toEqual(new Date('2026-11-22T12:00:00Z'));
  expect(read('2026-11-22T08:00:00-05:00')).toEqual(new Date('2026-11-22T13:00:00Z'));
  expect(read('2026-11-23')).toEqual(at);
  expect(read('07/15/2025 4:12 am')).toBeNull();
  expect(read('2026-13-45')).toBeNull();
  expect(read(null)).toBeNull();
});

test("a ship day is a day of the facility's calendar, never before the order", () => {
  const at = new Date('2026-11-24T23:00:00Z');
  const read = (day: string, from: string) =>
    readShippedDate(day, { timeZone: 'Asia/Tokyo', from: new Date(from), at })?.toISOString();
  expect(read('2026-11-23', '2026-11-22T00:00:00Z')).toBe('2026-11-23T03:00:00.000Z');
  // Ordered and shipped on one day: the order came first.
  expect(read('2026-11-23', '2026-11-23T06:30:00Z')).toBe('2026-11-23T06:30:00.000Z');
  // On a day before the order, as another calendar has it.
  expect(read('2026-11-22', '2026-11-23T06:30:00Z')).toBe('2026-11-23T06:30:00.000Z');
});

test('several tracking numbers become one text', () => {
  expect(joinTrackingNumbers('1Z1<BR>1Z2')).toBe('1Z1, 1Z2');
  expect(joinTrackingNumbers('1Z1 | 1Z2')).toBe('1Z1, 1Z2');
  expect(joinTrackingNumbers(' ')).toBeNull();
});
