// Which part of a cancellation takes the shipping charge with it.

import type { Delivery, ItemStatus } from '@sendsale/domain';
import { buildOrder, createTestDatabase, seedNetwork, T0 } from '@sendsale/test-kit';
import type { TestDatabase } from '@sendsale/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptOrder } from './accept-order.ts';
import { askCancellation } from './ask-cancellation.ts';

let kit: TestDatabase;
beforeAll(async () => {
  kit = await createTestDatabase();
  await seedNetwork(kit.db, {});
});
afterAll(async () => kit.close());

const item = (seq: string, delivery: Delivery, status: ItemStatus) => ({
  seq,
  delivery,
  status,
  shopifyLineId: `line-${seq}`,
  quantity: 1,
});

/** What Shopify is asked when the first item was just cancelled. */
async function asked(items: ReturnType<typeof item>[]): Promise<unknown> {
  const accepted = await acceptOrder(kit.db, { incoming: buildOrder(), messageId: null, at: T0 });
  if (!accepted.ok) throw new Error(accepted.error.message);
  const { orderId } = accepted.value;
  await askCancellation(kit.db, { orderId, items, itemSeqs: ['1'], reason: 'Sold out', at: T0 });
  const notice = kit.db.selectFrom('shopify_notice').select('body');
  return (await notice.where('order_id', '=', orderId).executeTakeFirstOrThrow()).body;
}

const one = { reason: 'Sold out', units: { 'line-1': 1 } };

test('the last item on its way takes the shipping with it, whatever was carried out', async () => {
  const carried = item('2', 'CARRY_OUT', 'COMPLETED');
  const before = item('3', 'SHIP', 'CANCELLED');
  expect(await asked([item('1', 'SHIP', 'CANCELLED'), carried, before])).toEqual({
    ...one,
    shipping: true,
  });
});

test.each<[string, Delivery, ItemStatus]>([
  ['another item has left', 'SHIP', 'COMPLETED'],
  ['another item is still to be sent', 'SHIP', 'APPROVED'],
  ['another item waits to be collected', 'PICKUP', 'CREATED'],
])('the shipping stays paid when %s', async (_, delivery, status) => {
  const items = [item('1', 'SHIP', 'CANCELLED'), item('2', delivery, status)];
  expect(await asked(items)).toEqual({ ...one, shipping: false });
});

test('what needs no way takes no shipping with it', async () => {
  const items = [item('1', 'NONE', 'CANCELLED'), item('2', 'CARRY_OUT', 'COMPLETED')];
  expect(await asked(items)).toEqual({ ...one, shipping: false });
});
