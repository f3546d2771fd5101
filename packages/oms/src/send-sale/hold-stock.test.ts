// Holds: the last unit goes to one, whatever the crowd; time and second thoughts give it back.

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
import { expireHolds, holdStock, releaseHold } from './hold-stock.ts';
import { endSale, openSale, recordSalePlaced } from './place-sale.ts';

const LATER = new Date(T0.getTime() + 11 * 60_000);

describe.each(testEngines())('holds on $engine', ({ server }) => {
  let kit: TestDatabase;
  let productId = '';
  beforeAll(async () => {
    kit = await createTestDatabase(server);
    await seedNetwork(kit.db, { stock: { NYC: { 'SKU-1': 1, 'SKU-2': 5 }, BOS: { 'SKU-1': 1 } } });
    productId = await productOf('SKU-1');
  });
  afterAll(async () => kit.close());

  const productOf = async (sku: string): Promise<string> =>
    (
      await kit.db
        .selectFrom('product')
        .select('id')
        .where('sku', '=', sku)
        .executeTakeFirstOrThrow()
    ).id;
  const reserved = async (facilityId: string, id = productId): Promise<number> =>
    (
      await kit.db
        .selectFrom('inventory')
        .select('reserved')
        .where('facility_id', '=', facilityId)
        .where('product_id', '=', id)
        .executeTakeFirstOrThrow()
    ).reserved;
  const hold = async (holdId: string, at = T0) =>
    holdStock(kit.db, {
      holdId,
      facilityId: 'NYC',
      productId,
      quantity: 1,
      heldBy: 'Ada',
      minutes: 10,
      at,
    });
  const open = async (requestKey: string, lines: readonly [string, string | null, number][]) =>
    openSale(kit.db, {
      requestKey,
      shopId: 'shop',
      sellingFacilityId: 'NYC',
      associate: 'Ada',
      lines: await Promise.all(
        lines.map(async ([sku, facilityId, quantity]) => ({
          productId: await productOf(sku),
          facilityId,
          quantity,
          holdId: null,
        })),
      ),
      holdMinutes: 60,
      request: {},
      at: LATER,
    });

  test('a thousand at once for one unit are one hold and 999 refusals', async () => {
    const results = await Promise.all(
      Array.from({ length: 1000 }, async (_, index) => hold(`crowd-${index}`)),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const codes = new Set(results.map((result) => (result.ok ? 'HELD' : result.error.code)));
    expect([...codes].sort()).toEqual(['HELD', 'STOCK_NOT_AVAILABLE']);
    expect(await reserved('NYC')).toBe(1);
    const rows = await kit.db.selectFrom('stock_hold').select('id').execute();
    expect(rows).toHaveLength(1);
  }, 60_000);

  test('a hold whose time is over is free for the next who asks; the same id again is the same hold', async () => {
    const next = await hold('next', LATER);
    expect(next.ok).toBe(true);
    expect((await hold('next', LATER)).ok).toBe(true);
    expect(await reserved('NYC')).toBe(1);
    expect(await releaseHold(kit.db, { holdId: 'next', at: LATER })).toBe(true);
    expect(await releaseHold(kit.db, { holdId: 'next', at: LATER })).toBe(false);
    expect(await reserved('NYC')).toBe(0);
    expect((await hold('next', LATER)).ok).toBe(false);
    expect(await expireHolds(kit.db, { at: LATER })).toBe(0);
  });

  test('a sale one of whose lines has no stock holds nothing', async () => {
    const refused = await open('half', [
      ['SKU-2', 'NYC', 2],
      ['SKU-1', 'BOS', 2],
    ]);
    expect(refused.ok ? null : refused.error.code).toBe('STOCK_NOT_AVAILABLE');
    expect(await reserved('NYC', await productOf('SKU-2'))).toBe(0);
    expect(await reserved('BOS')).toBe(0);
  });

  test('the order of a sale is allocated where its stock was held, and the store it was sold in is kept', async () => {
    const opened = await open('whole', [['SKU-1', 'BOS', 1]]);
    if (!opened.ok) throw new Error(opened.error.message);
    const again = await open('whole', [['SKU-1', 'BOS', 1]]);
    expect(again.ok && !again.value.isNew && again.value.sale.id === opened.value.sale.id).toBe(
      true,
    );
    const sendSaleId = opened.value.sale.id;
    await recordSalePlaced(kit.db, {
      sendSaleId,
      state: 'INVOICED',
      draftOrderId: '1',
      draftName: '#D1',
      invoiceUrl: null,
      customerShopifyId: null,
      totalMinor: 10_000,
      currency: 'USD',
      at: LATER,
    });
    const incoming = buildOrder({
      tags: ['send sale', sendSaleId],
      till: null,
      shipGroups: [buildGroup({ lines: [buildLine({ sku: 'SKU-1' })] })],
    });
    const accepted = await acceptOrder(kit.db, { incoming, messageId: null, at: LATER });
    if (!accepted.ok) throw new Error(accepted.error.message);
    const { orderId } = accepted.value;
    // A month passes before NetSuite has it: the stock waits.
    const month = new Date(T0.getTime() + 30 * 86_400_000);
    expect(await expireHolds(kit.db, { at: month })).toBe(0);
    await approveOrder(kit.db, { orderId, actor: 'test', via: 'test', at: month });
    const item = await kit.db
      .selectFrom('order_item as i')
      .innerJoin('sales_order as o', 'o.id', 'i.order_id')
      .select(['i.status', 'i.facility_id', 'i.queue', 'o.selling_facility_id'])
      .where('i.order_id', '=', orderId)
      .executeTakeFirstOrThrow();
    expect(item).toEqual({
      status: 'APPROVED',
      facility_id: 'BOS',
      queue: null,
      selling_facility_id: 'NYC',
    });
    expect(await reserved('BOS')).toBe(1);
    const allocations = await kit.db
      .selectFrom('allocation')
      .select(['facility_id'])
      .where('order_id', '=', orderId)
      .execute();
    expect(allocations).toEqual([{ facility_id: 'BOS' }]);
    const holds = await kit.db
      .selectFrom('stock_hold')
      .select('state')
      .where('send_sale_id', '=', sendSaleId)
      .execute();
    expect(holds).toEqual([{ state: 'USED' }]);
  });

  test('a sale that is given up lets its stock go', async () => {
    const opened = await open('given-up', [['SKU-2', 'NYC', 3]]);
    if (!opened.ok) throw new Error(opened.error.message);
    const sku2 = await productOf('SKU-2');
    expect(await reserved('NYC', sku2)).toBe(3);
    const why = { message: 'Changed their mind.' };
    await endSale(kit.db, { sendSaleId: opened.value.sale.id, state: 'CANCELLED', why, at: LATER });
    expect(await reserved('NYC', sku2)).toBe(0);
  });
});
