import { formatMinor } from '@sendsale/std';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { SALES_ORDER_COLUMNS } from '../../contract/index.ts';
import { goldenText } from '../../test/sample-file.ts';
import type { FindMapping } from '@sendsale/store/read';
import { makeBooking } from '../../postings/booking.ts';
import {
  sampleBooking,
  sampleItem,
  sampleMapping,
  samplePosting,
} from '../../test/sample-posting.ts';
import { encodeSalesOrders } from './encode.ts';

function read(content: string): Array<Record<string, string>> {
  return parse<Record<string, string>>(content, { columns: true });
}

test('the file is the sample, byte for byte, with the published columns in their order', () => {
  const file = encodeSalesOrders([sampleBooking(samplePosting())]);
  expect(file.content).toBe(goldenText(import.meta.url, 'sample.csv', file.content));
  expect(file.content.split('\n')[0]).toBe(SALES_ORDER_COLUMNS.join(','));
});

test('lines, discount and shipping of the rows add up to the order total', () => {
  const booking = sampleBooking(samplePosting());
  const rows = read(encodeSalesOrders([booking]).content);
  const lines = rows.map((row) => Number(row['quantity']) * Number(row['price']));
  const [first] = rows;
  const sum =
    lines.reduce((total, amount) => total + amount, 0) +
    Number(first?.['rate']) +
    Number(first?.['shippingCost']);
  expect(sum.toFixed(2)).toBe(first?.['HCOrderTotal']);
  expect(first?.['HCOrderTotal']).toBe(formatMinor(booking.amounts.total, 'USD'));
});

test('each order is one record at its first line, and the rows of an order stand together', () => {
  const first = samplePosting();
  const second = samplePosting({ postingId: 'M10433', orderId: 'M10433', externalId: '77' });
  const file = encodeSalesOrders([sampleBooking(first), sampleBooking(second)]);
  expect(file.rows).toEqual([
    { subject: 'M10432', revision: 1, orderId: 'M10432', externalId: '5541591875837', line: 2 },
    { subject: 'M10433', revision: 1, orderId: 'M10433', externalId: '77', line: 7 },
  ]);
  const ids = read(file.content).map((row) => row['rowId']);
  expect(ids).toEqual([
    ...Array.from({ length: 5 }, () => 'sales-order/M10432/1'),
    ...Array.from({ length: 5 }, () => 'sales-order/M10433/1'),
  ]);
});

test('a cancelled item goes out as a closed line, its charges stay open', () => {
  const rows = read(encodeSalesOrders([sampleBooking(samplePosting())]).content);
  expect(rows.map((row) => [row['orderLineId'], row['orderLineTypeId'], row['closed']])).toEqual([
    ['00001', '', 'false'],
    ['00001', 'HC_DISCOUNT_00001', 'false'],
    ['00002', '', 'true'],
    ['TAX', 'HC_TAX', 'false'],
    ['TIP', 'HC_TIP', 'false'],
  ]);
});

test('a web order has neither location nor department, and no discount where there is none', () => {
  const posting = samplePosting({
    channel: 'WEB',
    sellingFacilityId: null,
    sellingLocationId: null,
    sellingDepartmentId: null,
    items: [sampleItem()],
    adjustments: [],
  });
  const [row] = read(encodeSalesOrders([sampleBooking(posting)]).content);
  expect(row).toMatchObject({
    salesChannel: 'Web',
    location: '',
    department: '',
    discountItem: '',
    rate: '',
    shippingCost: '0.00',
    date: '11/23/2026',
  });
});

test('the tax code that taxes nothing is the account’s own, where it has another name', () => {
  const mapping: FindMapping = (kind, shopId, key) =>
    kind === 'NETSUITE_TAX_CODE' ? 'EXEMPT' : sampleMapping(kind, shopId, key);
  const rows = read(encodeSalesOrders([makeBooking(samplePosting(), mapping, false)]).content);
  expect(new Set(rows.flatMap((row) => [row['taxCode'], row['shippingTaxCode']]))).toEqual(
    new Set(['EXEMPT']),
  );
});
