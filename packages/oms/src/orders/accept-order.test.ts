import { buildOrder, createTestDatabase, seedNetwork, T0 } from '@sendsale/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptOrder } from './accept-order.ts';
import type { TestDatabase } from '@sendsale/test-kit';

let it: TestDatabase;
beforeAll(async () => {
  it = await createTestDatabase();
  await seedNetwork(it.db, { stock: { BOS: { 'SKU-1': 5 } } });
});
afterAll(async () => it.close());

test('a new order is stored', async () => {
  const incoming = buildOrder();
  const result = await acceptOrder(it.db, { incoming, messageId: null, at: T0 });
  expect(result).toEqual({ ok: true, value: { orderId: 'M10001', kind: 'NEW' } });
  expect(await it.db.selectFrom('problem').selectAll().execute()).toEqual([]);
  expect(await it.db.selectFrom('order_timeline').selectAll().execute()).toHaveLength(1);
});
