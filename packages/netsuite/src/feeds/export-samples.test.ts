// The golden file of every feed that leaves but orders (theirs are beside their encoders): header as in the
// contract, bytes as in the sample, one ledger row a record.

import { describe, expect, test } from 'vitest';
import {
  ALLOCATION_COLUMNS,
  CUSTOMER_COLUMNS,
  CUSTOMER_DEPOSIT_KEYS,
  CUSTOMER_REFUND_KEYS,
  FULFILLMENT_COLUMNS,
  INVENTORY_ADJUSTMENT_COLUMNS,
  ITEM_CLOSE_COLUMNS,
  parseRowId,
} from '../contract/index.ts';
import { goldenText } from '../test/sample-file.ts';
import { samplePosting } from '../test/sample-posting.ts';
import { encodeAllocations } from './allocation/encode.ts';
import { encodeDeposits } from './customer-deposit/encode.ts';
import { encodeRefunds } from './customer-refund/encode.ts';
import { encodeCustomers } from './customer/encode.ts';
import type { EncodedFile } from './export-feed.ts';
import { encodeFulfillments } from './fulfillment/encode.ts';
import { encodeVariances } from './inventory-adjustment/encode.ts';
import { encodeClosings } from './item-close/encode.ts';

const money = {
  orderId: 'M10432',
  postingId: 'M10432',
  postingNetsuiteId: '8812345',
  shopId: 'shop',
  currency: 'USD',
  timeZone: 'America/New_York',
  amountMinor: 12_050,
  processedAt: new Date('2026-11-24T03:30:00Z'),
  gateway: 'shopify_payments',
  paymentMethod: '7',
};
const line = { orderId: 'M10432', postingNetsuiteId: '8812345', quantity: 1, locationId: '372' };
const closing = { ...line, revision: 1, priceMinor: null, currency: 'USD' };
const { shipTo } = samplePosting();

const CSV_FEEDS: ReadonlyArray<readonly [string, readonly string[], EncodedFile]> = [
  [
    'customer',
    CUSTOMER_COLUMNS,
    encodeCustomers([
      {
        customerId: 'C10081',
        shopifyId: '6578498371671',
        firstName: 'Ada, Countess',
        lastName: null,
        email: 'ada@example.com',
        phone: '+1 801 706 3196',
        subsidiaryId: '1',
        orderId: 'M10432',
      },
      {
        customerId: 'C10082',
        shopifyId: '6578498371672',
        firstName: 'A name that is longer than NetSuite takes',
        lastName: 'Byron',
        email: null,
        phone: null,
        subsidiaryId: null,
        orderId: null,
      },
    ]),
  ],
  [
    'allocation',
    ALLOCATION_COLUMNS,
    encodeAllocations([
      [
        {
          ...line,
          itemSeq: '00001',
          revision: 1,
          isReleased: false,
          shopId: 'shop',
          postingId: 'M10432',
          netsuiteLine: '1',
          facilityId: 'RNO',
          shipTo,
          shippingMethod: 'STANDARD',
        },
        {
          ...line,
          itemSeq: '00002',
          revision: 3,
          isReleased: true,
          shopId: 'shop',
          postingId: 'M10432',
          netsuiteLine: '3',
          facilityId: 'NYC',
          locationId: '',
          shipTo: null,
          shippingMethod: null,
        },
      ],
    ]),
  ],
  [
    'item-close',
    ITEM_CLOSE_COLUMNS,
    encodeClosings([
      [
        { ...closing, subject: 'M10432.00001', netsuiteLine: '1', kind: 'ITEM' },
        { ...closing, subject: 'M10432.00001.DISCOUNT', netsuiteLine: '2', kind: 'DISCOUNT' },
        {
          ...closing,
          subject: 'M10432.TAX.AMOUNT',
          netsuiteLine: '3',
          kind: 'TAX',
          revision: 2,
          priceMinor: 399,
        },
        {
          orderId: 'M10432',
          shopId: 'shop',
          postingNetsuiteId: '8812345',
          currency: 'USD',
          subject: 'M10432.BODY',
          revision: 2,
          discountMinor: -1_250,
          discountItem: 'SHOPIFY DISCOUNT',
        },
      ],
    ]),
  ],
  [
    'fulfillment',
    FULFILLMENT_COLUMNS,
    encodeFulfillments([
      [
        {
          ...line,
          shipmentId: 'S10001',
          itemSeq: '00001',
          netsuiteLine: '1',
          facilityId: 'BOS',
          // Evening at the facility; the next day already in UTC.
          shippedAt: new Date('2026-11-23T01:30:00Z'),
          timeZone: 'America/New_York',
          trackingNumber: '1Z999',
          carrier: 'UPS, Ground',
        },
      ],
    ]),
  ],
  [
    'inventory-adjustment',
    INVENTORY_ADJUSTMENT_COLUMNS,
    encodeVariances([
      {
        subject: 'V12',
        orderId: 'M10432',
        shopId: 'shop',
        subsidiaryId: '1',
        facilityId: 'BOS',
        facilityName: 'Boston, Newbury Street',
        timeZone: 'America/New_York',
        locationId: '372',
        sku: 'SKU-1',
        netsuiteItemId: '11832',
        accountId: '58',
        delta: -1,
        reason: 'NOT_IN_STOCK',
        recordedAt: new Date('2026-11-24T03:30:00Z'),
      },
    ]),
  ],
];

describe.each(CSV_FEEDS)('%s', (name, columns, file) => {
  test('is the sample, byte for byte, under the header of the contract', () => {
    expect(file.content).toBe(goldenText(import.meta.url, `${name}/sample.csv`, file.content));
    expect(file.content.split('\n')[0]).toBe(columns.join(','));
  });

  test('has a ledger row a record, which its last cell names', () => {
    const records = file.content.trimEnd().split('\n').slice(1);
    const rowIds = records.map((record) => parseRowId(record.split(',').at(-1) ?? ''));
    expect(rowIds).toEqual(
      file.rows.map(({ subject, revision }) => ({ feed: name, subject, revision })),
    );
    expect(file.rows.map((row) => row.line)).toEqual(records.map((_, index) => index + 2));
  });
});

const JSON_FEEDS: ReadonlyArray<readonly [string, readonly string[], EncodedFile]> = [
  [
    'customer-deposit',
    CUSTOMER_DEPOSIT_KEYS,
    encodeDeposits([
      {
        ...money,
        subject: 'M10432.6001',
        transactionId: '6001',
        orderName: '#1001',
        shopifyId: '5541591875837',
      },
      {
        ...money,
        amountMinor: 5,
        subject: 'M10432.6002',
        transactionId: '6002',
        orderName: '#1001 "gift"',
        shopifyId: '5541591875837',
      },
    ]),
  ],
  [
    'customer-refund',
    CUSTOMER_REFUND_KEYS,
    encodeRefunds([
      {
        ...money,
        subject: 'M10432.6003',
        transactionId: '6003',
        depositTransactionId: '6001',
      },
    ]),
  ],
];

describe.each(JSON_FEEDS)('%s', (name, keys, file) => {
  test('is the sample, byte for byte, each object with the keys of the contract', () => {
    expect(file.content).toBe(goldenText(import.meta.url, `${name}/sample.json`, file.content));
    const objects = JSON.parse(file.content) as ReadonlyArray<Record<string, unknown>>;
    expect(objects.map((object) => Object.keys(object))).toEqual(objects.map(() => keys));
    expect(objects.map((object) => parseRowId(String(object['rowId'])))).toEqual(
      file.rows.map(({ subject, revision }) => ({ feed: name, subject, revision })),
    );
  });
});
