// Brokering runs that meet: an item is promised once, and stock is never promised beyond what is there.

import { testEngines } from '@sendsale/platform/testing';
import {
  buildGroup,
  buildLine,
  buildOrder,
  createTestDatabase,
  seedNetwork,
  T0,
} from '@sendsale/test-kit';
import type { TestDatabase } from '@sendsale/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptOrder } from '../orders/accept-order.ts';
import { approveOrder } from '../orders/approve-order.ts';
import { brokerOrders } from './broker-orders.ts';

const ORDERS = 12;
const STOCK = 8;
const RUNS = 8;

describe.each(testEngines())('brokering runs at once on $engine', ({ server }) => {
  let kit: TestDatabase;
  beforeAll(async () => {
    kit = await createTestDatabase(server);
    await seedNetwork(kit.db, { stock: { NYC: { 'SKU-1': STOCK } } });
  });
  afterAll(async () => kit.close());

  test('every item is allocated at most once, and as many as there is stock', async () => {
    for (let count = 0; count < ORDERS; count += 1) {
      const incoming = buildOrder({ shipGroups: [buildGroup({ lines: [buildLine({})] })] });
      const accepted = await acceptOrder(kit.db, { incoming, messageId: null, at: T0 });
      if (!accepted.ok) throw new Error(accepted.error.message);
      const { orderId } = accepted.value;
      await approveOrder(kit.db, { orderId, actor: 'test', via: 'test', at: T0 });
    }
    const runs = Array.from({ length: RUNS }, async () =>
      brokerOrders(kit.db, { at: T0, limit: 1000 }),
    );
    await Promise.all(runs);

    const allocations = kit.db.selectFrom('allocation').select(['order_id', 'item_seq']);
    const rows = await allocations.where('released_at', 'is', null).execute();
    expect(rows).toHaveLength(STOCK);
    expect(new Set(rows.map((row) => `${row.order_id}.${row.item_seq}`)).size).toBe(STOCK);
    const inventory = kit.db.selectFrom('inventory').select(['on_hand', 'reserved']);
    expect(await inventory.where('on_hand', '>', 0).execute()).toEqual([
      { on_hand: STOCK, reserved: STOCK },
    ]);
    const told = kit.db.selectFrom('order_timeline').select('order_id');
    expect(await told.where('step', '=', 'brokered').execute()).toHaveLength(STOCK);
  });
});
