// One person is one customer: by Shopify id, by e-mail, by phone, and after a merge.

import { testEngines } from '@sendsale/platform/testing';
import { buildOrder, createTestDatabase, seedNetwork, T0 } from '@sendsale/test-kit';
import type { TestDatabase } from '@sendsale/test-kit';
import type { IncomingCustomer } from '@sendsale/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptOrder } from '../orders/accept-order.ts';
import { saveMapping } from '../facilities/save-mapping.ts';
import { followMerge } from './merge-customers.ts';

describe.each(testEngines())('customers on $engine', ({ server }) => {
  let kit: TestDatabase;
  beforeAll(async () => {
    kit = await createTestDatabase(server);
    await seedNetwork(kit.db);
  });
  afterAll(async () => kit.close());

  const buy = async (parts: Partial<IncomingCustomer>): Promise<string | null> => {
    const customer = {
      shopifyId: '1',
      firstName: 'Ada',
      lastName: 'Byron',
      email: null,
      phone: null,
      ...parts,
    };
    const accepted = await acceptOrder(kit.db, {
      incoming: buildOrder({ customer }),
      messageId: null,
      at: T0,
    });
    if (!accepted.ok) throw new Error(accepted.error.message);
    const row = await kit.db
      .selectFrom('sales_order')
      .select('customer_id')
      .where('id', '=', accepted.value.orderId)
      .executeTakeFirstOrThrow();
    return row.customer_id;
  };

  test('another Shopify customer with the same e-mail, however it is written, is the same person', async () => {
    const ada = await buy({ shopifyId: '11', email: 'Ada@Example.com ' });
    expect(await buy({ shopifyId: '12', email: 'ada@example.com' })).toBe(ada);
    expect(await buy({ shopifyId: '12', email: 'other@example.com' })).toBe(ada);
    expect(await buy({ shopifyId: '11' })).toBe(ada);
  });

  test('a phone matches who has no e-mail, not a family with several', async () => {
    const phoneKey = '+12125550100';
    const first = await buy({ shopifyId: '21', phoneKey });
    expect(await buy({ shopifyId: '22', phoneKey })).toBe(first);
    const bob = await buy({ shopifyId: '23', phoneKey: '+12125550101', email: 'bob@example.com' });
    const eve = await buy({ shopifyId: '24', phoneKey: '+12125550101', email: 'eve@example.com' });
    expect(eve).not.toBe(bob);
  });

  test('a retailer may switch a rule off, for every shop or for one', async () => {
    const rule = { kind: 'SHOPIFY_RULE', key: 'MATCH_EMAIL', at: T0 } as const;
    await saveMapping(kit.db, { ...rule, value: 'no' });
    const first = await buy({ shopifyId: '41', email: 'eva@example.com' });
    expect(await buy({ shopifyId: '42', email: 'eva@example.com' })).not.toBe(first);
    await saveMapping(kit.db, { ...rule, shopId: 'shop', value: 'yes' });
    expect([first]).toContain(await buy({ shopifyId: '43', email: 'eva@example.com' }));
  });

  test('a merge in Shopify gives the orders of both to the one who stays', async () => {
    const gone = await buy({ shopifyId: '31', email: 'old@example.com' });
    const kept = await buy({ shopifyId: '32', email: 'new@example.com' });
    expect(gone).not.toBe(kept);
    const merged = await followMerge(kit.db, {
      shopId: 'shop',
      goneShopifyId: '31',
      keptShopifyId: '32',
      at: T0,
    });
    expect(merged.ok ? merged.value.orderIds : []).toHaveLength(1);
    expect(await buy({ shopifyId: '31' })).toBe(kept);
    expect(await buy({ shopifyId: '33', email: 'old@example.com' })).not.toBe(gone);
  });

  test('merged into a customer we never saw: what comes under that id is the one we know', async () => {
    const known = await buy({ shopifyId: '51', email: 'first@example.com' });
    const merge = { shopId: 'shop', goneShopifyId: '51', keptShopifyId: '52', at: T0 };
    expect(await followMerge(kit.db, merge)).toMatchObject({ ok: true });
    expect(await buy({ shopifyId: '52', email: 'second@example.com' })).toBe(known);
  });
});
