// NetSuite bills what ships as the order then stands: goods leave for its books after what was given up of their order.

import {
  acceptOrder,
  approveReadyOrders,
  brokerOrders,
  saveMapping,
  shipItems,
} from '@sendsale/oms';
import type { IncomingOrder } from '@sendsale/domain';
import {
  buildAdjustment,
  buildGroup,
  buildLine,
  buildOrder,
  buildPayment,
} from '@sendsale/test-kit';
import { expect, test } from 'vitest';
import { customerRefundFeed } from '../feeds/customer-refund/feed.ts';
import type { ExportFeed } from '../feeds/export-feed.ts';
import { fulfillmentFeed } from '../feeds/fulfillment/feed.ts';
import { itemCloseFeed } from '../feeds/item-close/feed.ts';
import { HEADERS, useRoad } from '../test/road.ts';
import { exportFeed } from './export-feed.ts';
import { importFiles } from './import-files.ts';

const road = useRoad();

type Answer = 'ACCEPTED' | 'REFUSED';
let answers = 0;

/** NetSuite answers for every record of the feed it was handed. */
async function answer(feed: string, outcome: Answer): Promise<void> {
  await road.handOver();
  const rows = await road.db
    .selectFrom('ledger')
    .select(['subject', 'revision'])
    .where('feed', '=', feed)
    .where('state', '=', 'HANDED_OVER')
    .execute();
  expect(rows).not.toEqual([]);
  const lines = rows.map(
    ({ subject, revision }) => `${feed}/${subject}/${revision},${outcome},,9,,,,USER_ERROR,no,x,\n`,
  );
  answers += 1;
  road.answer(
    `acknowledgement/2026-11-24-05-00-13-0${String(answers).padStart(2, '0')}-${feed}-1.csv`,
    `${HEADERS.acknowledgement}\n${lines.join('')}`,
  );
  await importFiles(road.context);
}

const written = async (feed: ExportFeed): Promise<number> =>
  (await exportFeed(road.db, feed, road.now())).rows;

const UNITS = buildLine({ sku: 'SKU-2', quantity: 2 });
const SHIPPING = buildAdjustment('SHIPPING', 800);
const ORDER = buildOrder({
  shipGroups: [buildGroup({ lines: [UNITS], adjustments: [SHIPPING] })],
  payments: [buildPayment({ key: '6001', amount: 20_800 })],
});

function refunded(amount: number): Partial<IncomingOrder> {
  const refund = { key: '6002', kind: 'REFUND', parentTransactionId: '6001', amount } as const;
  return { updatedAt: road.now(), payments: [...ORDER.payments, buildPayment(refund)] };
}

/** What the customer gets back of the order before it leaves: a unit, or its shipping alone. */
const GIVEN_BACK = {
  'a unit': () => ({
    ...refunded(10_000),
    shipGroups: [
      buildGroup({ lines: [{ ...UNITS, cancelledQuantity: 1 }], adjustments: [SHIPPING] }),
    ],
  }),
  'the shipping': () => ({
    ...refunded(800),
    refunds: [
      {
        shopifyRefundId: '7001',
        shopifyReturnId: null,
        happenedAt: road.now(),
        note: null,
        lines: [],
        shipping: 800,
        difference: 0,
        transactionIds: ['6002'],
      },
    ],
  }),
} satisfies Record<string, () => Partial<IncomingOrder>>;

/** NetSuite has the order and its deposit; money went back, and all that is left of the goods left Boston. */
async function shipAfter(givenBack: keyof typeof GIVEN_BACK): Promise<void> {
  const mapping = { kind: 'NETSUITE_DISC_MTHD', key: 'SHOPIFY_DISC', value: '77' } as const;
  await saveMapping(road.db, { ...mapping, at: road.now() });
  const orderId = await road.bookOrder(ORDER);
  await road.sendAll();
  await answer('customer-deposit', 'ACCEPTED');
  const incoming = { ...ORDER, ...GIVEN_BACK[givenBack]() };
  const at = road.now();
  expect(await acceptOrder(road.db, { incoming, messageId: null, at })).toMatchObject({ ok: true });
  await approveReadyOrders(road.db, { at, limit: 10 });
  await brokerOrders(road.db, { at, limit: 10 });
  const left = await road.db
    .selectFrom('order_item')
    .select('seq')
    .where('status', '=', 'APPROVED')
    .execute();
  const shipped = await shipItems(road.db, {
    orderId,
    facilityId: 'BOS',
    itemSeqs: left.map(({ seq }) => seq),
    carrier: 'UPS',
    trackingNumber: '1Z9',
    origin: 'OMS',
    actor: 'clerk',
    via: 'test',
    at,
  });
  expect(shipped).toMatchObject({ ok: true });
}

// Whichever of the two comes last, it is waited for: when it is due, and when it is on its way.
test.each([
  ['a unit', itemCloseFeed, customerRefundFeed],
  ['a unit', customerRefundFeed, itemCloseFeed],
  ['the shipping', customerRefundFeed, itemCloseFeed],
] as const)(
  'what shipped is told once NetSuite has booked that %s was given back',
  async (givenBack, first, second) => {
    await shipAfter(givenBack);
    for (const feed of [first, second]) {
      expect(await written(fulfillmentFeed)).toBe(0);
      expect(await written(feed)).toBeGreaterThan(0);
      expect(await written(fulfillmentFeed)).toBe(0);
      await answer(feed.name, 'ACCEPTED');
    }
    expect(await written(fulfillmentFeed)).toBeGreaterThan(0);
  },
);

test('what NetSuite refused waits for a person, and the goods do not wait for that', async () => {
  await shipAfter('a unit');
  for (const feed of [itemCloseFeed, customerRefundFeed]) {
    await written(feed);
    await answer(feed.name, 'REFUSED');
  }
  expect(await written(fulfillmentFeed)).toBe(1);
});
