// What Shopify cancelled before NetSuite had it: the money it kept is named until it has gone back.

import type { IncomingOrder } from '@sendsale/domain';
import {
  buildAdjustment,
  buildGroup,
  buildLine,
  buildOrder,
  buildPayment,
  createTestDatabase,
  seedNetwork,
  T0,
  takeOrder,
} from '@sendsale/test-kit';
import type { TestDatabase } from '@sendsale/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';

const T1 = new Date('2026-11-23T11:00:00Z');
const T2 = new Date('2026-11-23T12:00:00Z');
const CODE = 'CANCELLED_MONEY_KEPT';

let kit: TestDatabase;
beforeAll(async () => {
  kit = await createTestDatabase();
  await seedNetwork(kit.db, { stock: { NYC: { 'SKU-1': 10 } } });
});
afterAll(async () => kit.close());

const accept = async (incoming: IncomingOrder, at: Date): Promise<string> =>
  takeOrder(kit.db, incoming, at);

/** An item of 100.00 that is sent for 8.00, paid. */
function sent(cancelledQuantity: number, cancelledAt: Date | null = null): IncomingOrder {
  const adjustments = [buildAdjustment('SHIPPING', 800)];
  const shipGroups = [buildGroup({ lines: [buildLine({ cancelledQuantity })], adjustments })];
  return buildOrder({ shipGroups, cancelledAt });
}

function refunded(order: IncomingOrder, ...amounts: number[]): IncomingOrder {
  const refunds = amounts.map((amount, index) =>
    buildPayment({ key: `${order.shopifyId}9${index}`, kind: 'REFUND', amount }),
  );
  return { ...order, payments: [...order.payments, ...refunds] };
}

async function openProblems(orderId: string) {
  const rows = kit.db.selectFrom('problem').select(['code', 'subject', 'detail']);
  const open = rows.where('order_id', '=', orderId).where('resolved_at', 'is', null);
  return (await open.execute()).filter(({ code }) => code === CODE);
}

const eight = (orderId: string) => [
  { code: CODE, subject: orderId, detail: { amount: '8.00', currency: 'USD' } },
];

test('everything is taken off in Shopify and the shipping is kept: a problem, until it is refunded', async () => {
  const order = sent(0);
  const orderId = await accept(order, T0);
  expect(await openProblems(orderId)).toEqual([]);

  const { shipGroups } = sent(1);
  const edited = { ...order, shipGroups, updatedAt: T1 };
  await accept(refunded(edited, 10_000), T1);
  expect(await openProblems(orderId)).toEqual(eight(orderId));

  await accept(refunded({ ...edited, updatedAt: T2 }, 10_000, 800), T2);
  expect(await openProblems(orderId)).toEqual([]);
});

test('the same of an order that is cancelled when it is first seen', async () => {
  const orderId = await accept(refunded(sent(0, T0), 10_000), T0);
  expect(await openProblems(orderId)).toEqual(eight(orderId));
});

test('NetSuite has the order: its deposit and refund say what was kept, and nobody is asked', async () => {
  const order = sent(0);
  const orderId = await accept(order, T0);
  await kit.db
    .updateTable('posting')
    .set({ netsuite_id: '77' })
    .where('id', '=', orderId)
    .execute();
  const { shipGroups } = sent(1);
  await accept(refunded({ ...order, shipGroups, updatedAt: T1 }, 10_000), T1);
  expect(await openProblems(orderId)).toEqual([]);
});

test('all of it went back: nothing to ask', async () => {
  const orderId = await accept(refunded(sent(0, T0), 10_800), T0);
  expect(await openProblems(orderId)).toEqual([]);
});
