// Kinds of sales that are rare: offline registers, taxes within prices, another currency, rounded cash,
// duties, gift cards sold, kits, lines that go several ways, orders too old to see.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BEACH, FIXTURE_SEED, openTestShop, STORE, WAREHOUSE } from '../test/fixture-shop.ts';
import type { TestShop } from '../test/fixture-shop.ts';
import { operation } from '../test/operations.ts';
import { strangeToShopify } from '../test/real-schema.ts';

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(async () => shop.close());

async function detail(id: string): Promise<Record<string, unknown>> {
  const text = operation('OrderDetail');
  const data = await shop.read<{ order: Record<string, unknown> }>(text, { id });
  expect(strangeToShopify(text, data, { id })).toEqual([]);
  return data.order;
}

test('a register that was offline syncs hours later, with the hour of the sale', async () => {
  const sale = { locationId: STORE, lines: [{ sku: '210-001-G' }], offline: true };
  const { status, body } = await shop.send('POST', '/till/orders', sale);
  expect([status, body]).toEqual([202, { queued: 1 }]);
  expect((await shop.send('GET', '/control/orders')).body).toEqual([]);
  await shop.send('POST', '/control/clock', { advanceMs: 6 * 3_600_000 });
  const synced = await shop.send('POST', '/till/sync', {});
  expect(synced.body).toMatchObject({
    errors: [],
    orders: [{ processedAt: '2026-06-12T20:14:09Z', createdAt: '2026-06-13T02:14:09Z' }],
  });
});

test('prices that contain taxes are the total', async () => {
  const order = await shop.ring({
    locationId: STORE,
    taxesIncluded: true,
    lines: [{ sku: '210-001-G' }],
  });
  expect(order).toMatchObject({ subtotal: '60.00', tax: '4.32', total: '60.00' });
  expect(await detail(order.id)).toMatchObject({
    taxesIncluded: true,
    totalTaxSet: { shopMoney: { amount: '4.32' } },
  });
  const { body } = await shop.send('POST', `/till/orders/${order.legacyId}/refund`, {
    lines: [{ line: 0, quantity: 1 }],
  });
  expect(body).toMatchObject({ refunded: '60.00', outstanding: '0.00' });
});

test('a customer pays in a currency of their own', async () => {
  const order = await shop.ring({
    shippingAddress: BEACH,
    presentment: { currency: 'JPY', rate: '150.5' },
    lines: [{ sku: '210-001-G' }],
  });
  expect(await detail(order.id)).toMatchObject({
    currencyCode: 'USD',
    presentmentCurrencyCode: 'JPY',
    totalPriceSet: {
      shopMoney: { amount: '64.65', currencyCode: 'USD' },
      presentmentMoney: { amount: '9730', currencyCode: 'JPY' },
    },
  });
});

test('cash is rounded beside the total', async () => {
  const order = await shop.ring({
    locationId: STORE,
    lines: [{ sku: '210-001-G', price: '10.03' }],
    payments: [{ method: 'CASH', rounding: '-0.01' }],
  });
  expect(await detail(order.id)).toMatchObject({
    totalPriceSet: { shopMoney: { amount: '10.81' } },
    totalCashRoundingAdjustment: { paymentSet: { shopMoney: { amount: '-0.01' } } },
    transactions: [{ amountRoundingSet: { shopMoney: { amount: '-0.01' } } }],
  });
});

test('duties, kits and a line that goes two ways from two places', async () => {
  const order = await shop.ring({
    locationId: STORE,
    shippingAddress: BEACH,
    lines: [
      {
        sku: '210-001-G',
        quantity: 3,
        split: [{ quantity: 1, delivery: 'SHIP', locationId: WAREHOUSE }],
        duty: { amount: '5.00', countryCode: 'IT', harmonizedSystemCode: '711311' },
        kit: { title: 'Gift set' },
      },
      { sku: '265-102-G', kit: { title: 'Gift set' } },
    ],
  });
  expect(order).toMatchObject({
    duties: '5.00',
    fulfillmentStatus: 'PARTIALLY_FULFILLED',
    fulfillmentOrders: [
      { method: 'SHIPPING', locationId: WAREHOUSE, lines: [{ total: 1 }] },
      { method: 'RETAIL', locationId: STORE, lines: [{ total: 2 }, { total: 1 }] },
    ],
  });
  const { lineItems } = (await detail(order.id)) as {
    lineItems: { nodes: { lineItemGroup: { id: string }; duties: object[] }[] };
  };
  const [first, second] = lineItems.nodes;
  expect(first).toMatchObject({
    duties: [{ price: { shopMoney: { amount: '5.00' } } }],
    lineItemGroup: { title: 'Gift set' },
  });
  expect(second?.lineItemGroup.id).toBe(first?.lineItemGroup.id);
});

test('without read_all_orders an app sees sixty days', async () => {
  await shop.close();
  const scopes = ['read_orders', 'read_merchant_managed_fulfillment_orders', 'read_customers'];
  shop = await openTestShop({
    ...FIXTURE_SEED,
    app: { accessTokens: ['shpat_test'], scopes },
  });
  const order = await shop.ring({ locationId: STORE, lines: [{ sku: '210-001-G' }] });
  const text = 'query ($id: ID!) { order(id: $id) { id } orders(first: 1) { nodes { id } } }';
  expect(await shop.read(text, { id: order.id })).toMatchObject({ order: { id: order.id } });
  await shop.send('POST', '/control/clock', { advanceMs: 61 * 24 * 3_600_000 });
  expect(await shop.read(text, { id: order.id })).toEqual({ order: null, orders: { nodes: [] } });
});

test('the page of the till and what it needs are served', async () => {
  const page = await fetch(`${shop.url}/till`);
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(await page.text()).toContain('Ring up');
  const { body } = await shop.send('GET', '/till/shop');
  expect(body).toMatchObject({
    locations: [{ id: WAREHOUSE }, { id: STORE, isStore: true }],
    rates: [{ title: 'Standard' }, { title: 'Express' }],
  });
});
