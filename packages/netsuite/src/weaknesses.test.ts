// The defects of the published connector (contract §W) that can be shown on texts alone: each test fails on
// the behaviour described there. docs/weaknesses.md says where the others are shown.

import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import { signAssertion } from './account/access-token.ts';
import { readCsv } from './codec/read-csv.ts';
import { encodeAllocations } from './feeds/allocation/encode.ts';
import { encodeCustomers } from './feeds/customer/encode.ts';
import { defineExportFeed } from './feeds/export-feed.ts';
import { encodeSalesOrders } from './feeds/sales-order/encode.ts';
import { findObstacles } from './postings/find-obstacles.ts';
import { makeKeys } from './test/restlet-server.ts';
import {
  sampleBooking,
  sampleCashSale,
  sampleItem,
  sampleMapping,
  samplePosting,
} from './test/sample-posting.ts';
import { makeBooking } from './postings/booking.ts';

function rowsOf(content: string): Array<Readonly<Record<string, string | null>>> {
  const read = readCsv(new TextEncoder().encode(content), []);
  if (!read.ok) throw new Error(read.error);
  return read.value.map((record) => ('fields' in record ? record.fields : {}));
}

const rows = rowsOf(encodeSalesOrders([sampleBooking(samplePosting())]).content);
const linesOf = (type: string) => rows.filter((row) => row['orderLineTypeId'] === type);

test('W17 the tax the customer paid is posted, as a line of its own', () => {
  expect(linesOf('HC_TAX')).toHaveLength(1);
  expect(linesOf('HC_TAX')[0]).toMatchObject({ item: '902', price: '19.52', quantity: '1' });
});

test('W18 a discount is posted once, on its own item and as one unit', () => {
  const discounts = rows.filter(
    (row) => row['orderLineTypeId']?.startsWith('HC_DISCOUNT_') === true,
  );
  expect(discounts).toHaveLength(1);
  expect(discounts[0]).toMatchObject({ item: '901', quantity: '1', price: '-30.00' });
});

test('W20 every row names the order it belongs to by an external id', () => {
  expect(new Set(rows.map((row) => row['externalId']))).toEqual(new Set(['5541591875837']));
});

test('W21 rows of one order are together in one file, with the channel in NetSuite’s word', () => {
  const file = encodeSalesOrders([sampleBooking(samplePosting())]);
  expect(file.rows).toHaveLength(1);
  expect(new Set(rows.map((row) => row['salesChannel']))).toEqual(new Set(['POS Channel']));
});

test('W23 an item without NetSuite id is a problem, never another id that happens to be there', () => {
  const posting = samplePosting({ items: [sampleItem({ netsuiteItemId: null })], adjustments: [] });
  const found = findObstacles(makeBooking(posting, sampleMapping, false), sampleMapping);
  expect(found.map((one) => one.code)).toEqual(['ITEM_NOT_IN_NETSUITE']);
});

test('W24 a quote in an address spoils nothing, and the header does not depend on the first row', () => {
  const line = {
    orderId: 'M1',
    itemSeq: '00001',
    revision: 1,
    isReleased: false,
    shopId: 'shop',
    postingId: 'M1',
    postingNetsuiteId: '8',
    netsuiteLine: '1',
    quantity: 1,
    facilityId: 'RNO',
    locationId: '4',
    shippingMethod: null,
  };
  const { shipTo } = samplePosting();
  const bare = { ...line, shipTo: null };
  const quoted = { ...line, orderId: 'M2', postingId: 'M2', shipTo };
  const [first, second] = rowsOf(encodeAllocations([[bare], [quoted]]).content);
  expect(Object.keys(first ?? {})).toEqual(Object.keys(second ?? {}));
  expect(second).toMatchObject({
    addressee: 'Ada "the Countess" Byron',
    address1: '12 Main Street, Apt 4',
  });
});

test('W25 an exact multiple of the page size leaves no file with a header only', async () => {
  const feed = defineExportFeed<number>({
    name: 'allocation',
    label: 'Test',
    limits: { rowsPerFile: 2, subjectsPerRun: 100 },
    obstacles: [],
    select: async () => ({ units: [1, 1, 1, 1], problems: [], examined: [] }),
    rowCount: (size) => size,
    encode: (units) => ({ content: units.join(' '), rows: [] }),
    script: 'updateSalesOrders',
    answeredBy: [],
  });
  // The feed asks the database nothing.
  const { files } = await feed.nextBatch({} as never);
  expect(files.map((file) => file.content)).toEqual(['1 1', '1 1']);
});

test('W26 names are not cut to 13 characters, and the subsidiary is sent', () => {
  const [row] = rowsOf(
    encodeCustomers([
      {
        customerId: 'C1',
        shopifyId: '5',
        firstName: 'Maximiliane-Charlotte',
        lastName: 'Oberhammer-Winterfeldt',
        email: null,
        phone: null,
        subsidiaryId: '3',
        orderId: null,
      },
    ]).content,
  );
  expect(row).toMatchObject({
    firstName: 'Maximiliane-Charlotte',
    lastName: 'Oberhammer-Winterfeldt',
    subsidiary: '3',
  });
});

test('W27 a cash sale has the payment method of its largest payment, whichever comes first', () => {
  const payments = [
    { gateway: 'gift_card', amountMinor: 1_000 },
    { gateway: 'cash', amountMinor: 3_899 },
  ];
  const mapping = (kind: string, shopId: string, key: string): string | null =>
    kind === 'NETSUITE_PMT_MTHD'
      ? (new Map([
          ['cash', '2'],
          ['gift_card', '9'],
        ]).get(key) ?? null)
      : sampleMapping(kind, shopId, key);
  const booking = makeBooking({ ...sampleCashSale(), payments }, mapping, true);
  expect(booking.paymentMethod).toBe('2');
});

test('W28 an assertion ends within the hour NetSuite allows', async () => {
  const { privateKey } = makeKeys('ec');
  const credentials = {
    tokenUrl: 'https://example.invalid',
    clientId: 'oms',
    certificateId: 'cert',
    privateKey,
  };
  const { iat = 0, exp = 0 } = decodeJwt(await signAssertion(credentials, new Date()));
  expect(exp - iat).toBeGreaterThan(0);
  expect(exp - iat).toBeLessThanOrEqual(3_600);
});
