// What is cancelled here, and not in Shopify: Shopify is told, or a person is; a later download does not undo it.

import type { IncomingOrder } from '@sendsale/domain';
import {
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
import { cancelOrder } from './cancel-order.ts';

const T1 = new Date('2026-11-23T11:00:00Z');
const T2 = new Date('2026-11-23T12:00:00Z');

let kit: TestDatabase;
beforeAll(async () => {
  kit = await createTestDatabase();
  await seedNetwork(kit.db, { stock: { NYC: { 'SKU-1': 10, 'SKU-2': 10 } } });
});
afterAll(async () => kit.close());

const shipped = (cancelledQuantity: number) =>
  buildGroup({ key: 'ship', lines: [buildLine({ cancelledQuantity })] });
const carried = buildGroup({
  key: 'carry',
  delivery: 'CARRY_OUT',
  lines: [buildLine({ sku: 'SKU-2', fulfilledQuantity: 1 })],
});

const accept = async (incoming: IncomingOrder, at: Date): Promise<string> =>
  takeOrder(kit.db, incoming, at);

async function openProblems(orderId: string): Promise<string[]> {
  const rows = kit.db.selectFrom('problem').select('code').where('order_id', '=', orderId);
  return (await rows.where('resolved_at', 'is', null).execute()).map((row) => row.code);
}

async function statuses(orderId: string): Promise<string[]> {
  const rows = kit.db.selectFrom('order_item').select(['sku', 'status']).orderBy('sku');
  return (await rows.where('order_id', '=', orderId).execute()).map((row) => row.status);
}

const cancel = { reason: 'CHANGED_MIND', actor: 'csr', via: 'test', at: T1 };

test('the rest of an order whose carry-out is gone: a person is asked to refund it, until Shopify says so', async () => {
  const order = buildOrder({ shipGroups: [shipped(0), carried] });
  const orderId = await accept(order, T0);
  expect(await cancelOrder(kit.db, { ...cancel, orderId })).toMatchObject({ ok: true });
  expect(await openProblems(orderId)).toEqual(['CANCELLED_HERE_ONLY']);

  await accept({ ...order, note: 'call back', updatedAt: T1 }, T1);
  expect(await statuses(orderId)).toEqual(['CANCELLED', 'COMPLETED']);
  expect(await openProblems(orderId)).toEqual(['CANCELLED_HERE_ONLY']);

  const refund = buildPayment({ key: 'refund', kind: 'REFUND', amount: 10_000 });
  const payments = [...order.payments, refund];
  await accept({ ...order, shipGroups: [shipped(1), carried], payments, updatedAt: T2 }, T2);
  expect(await statuses(orderId)).toEqual(['CANCELLED', 'COMPLETED']);
  expect(await openProblems(orderId)).toEqual([]);
});

test('a whole order: Shopify is told, nobody needs to be', async () => {
  const orderId = await accept(buildOrder({ shipGroups: [shipped(0)] }), T0);
  await cancelOrder(kit.db, { ...cancel, orderId });
  const notices = kit.db.selectFrom('shopify_notice').select('kind');
  expect(await notices.where('order_id', '=', orderId).execute()).toEqual([{ kind: 'CANCEL' }]);
  expect(await openProblems(orderId)).toEqual([]);
});
