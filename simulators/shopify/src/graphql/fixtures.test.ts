// The till rings up the recorded orders again; the answers must have the recorded shape and money.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CartInput } from '../index.ts';
import { BEACH, FIXTURE_SEED, home, JAMIE, openTestShop, STORE } from '../test/fixture-shop.ts';
import type { TestShop } from '../test/fixture-shop.ts';
import { operation } from '../test/operations.ts';
import { strangeToShopify } from '../test/real-schema.ts';

const TILL = {
  locationId: STORE,
  staffId: '8001',
  device: 37,
  customer: JAMIE,
  receiptNumber: 22440,
};
const DENVER = home('Englewood', 'Colorado', ['CO', '80112']);

const CARTS: Record<string, CartInput> = {
  'pos-ship-to-customer': {
    ...TILL,
    shippingAddress: BEACH,
    lines: [{ sku: '900-100-G', delivery: 'SHIP' }],
    shipping: { title: 'Free Expedited', price: '0.00' },
    payments: [
      { method: 'GIFT_CARD', amount: '2000.00' },
      { method: 'GIFT_CARD', amount: 'rest' },
    ],
  },
  'pos-carry-out': {
    ...TILL,
    lines: [{ sku: '265-102-G' }, { sku: 'GWP-042' }],
    discounts: [
      { title: 'Discount', description: 'Gift with purchase', amount: '40.00', lines: [1] },
    ],
  },
  'pos-mixed-ship-and-carry-out': {
    ...TILL,
    shippingAddress: BEACH,
    lines: [{ sku: '210-001-G' }, { sku: '220-002-G', delivery: 'SHIP' }],
    shipping: { title: 'Standard', code: 'STANDARD', price: '8.00' },
  },
  'web-standard-ship': {
    customer: JAMIE,
    shippingAddress: DENVER,
    billingAddress: home('Kearny', 'New Jersey', ['NJ', '07032']),
    lines: [
      {
        sku: '111-222-G',
        attributes: [
          { key: 'Delivery Method', value: 'Ship to Me' },
          { key: 'Gift Wrap', value: 'With Love' },
        ],
      },
    ],
    shipping: { title: 'Standard', code: 'STANDARD', price: '8.00' },
    attributes: [{ key: 'Gift Wrap Option', value: 'Gift Wrap Items Together' }],
  },
};

/** Ids, times and what the reconstruction invented are made alike. */
function comparable(value: unknown): unknown {
  const numbers = new Map<string, string>();
  const text = JSON.stringify(value, (key, inner: unknown) => {
    if (key === 'shippingRateHandle') return '(handle)';
    // Shopify gives a cursor whenever there is an item; the reconstruction left it out.
    if (key === 'endCursor') return '(cursor)';
    // Our carry-out discount is entitled to one line; the reconstruction calls the same split ALL.
    if (key === 'targetSelection') return '(selection)';
    // The recorded order is one of a long row.
    if (key === 'number' && typeof inner === 'number') return 0;
    return inner;
  });
  const same = text
    .replace(/gid:\/\/shopify\/(\w+)\/\d+/g, (id, type: string) => {
      if (type === 'App') return id;
      numbers.set(id, numbers.get(id) ?? `${type}-${numbers.size}`);
      return numbers.get(id) ?? id;
    })
    .replace(/"legacyResourceId":"\d+"/g, '"legacyResourceId":"(number)"')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, '(instant)')
    .replace(/#\d{4}/g, '#(number)');
  return JSON.parse(same);
}

function recorded(name: string): unknown {
  const file = new URL(`../test/fixtures/${name}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { data: unknown }).data;
}

describe('an order rung up as the recorded one was', () => {
  let shop: TestShop;
  beforeAll(async () => {
    const carry = { title: 'Sales tax', rate: '0.08375' };
    shop = await openTestShop({
      ...FIXTURE_SEED,
      taxRates: [
        ...(FIXTURE_SEED.taxRates ?? []),
        { provinceCode: 'CA', city: 'Irvine', lines: [carry] },
      ],
    });
  });
  afterAll(async () => shop.close());

  test.each(['pos-ship-to-customer', 'pos-carry-out', 'web-standard-ship'])(
    '%s answers the same, field by field',
    async (name) => {
      const order = await shop.ring(CARTS[name] ?? { lines: [] });
      const { data, errors } = await shop.ask(operation('OrderDetail'), { id: order.id });
      expect(errors).toBeUndefined();
      expect(comparable(data)).toEqual(comparable(recorded(name)));
      expect(strangeToShopify(operation('OrderDetail'), data)).toEqual([]);
    },
  );

  test('pos-mixed-ship-and-carry-out answers the same when both places have one rate', async () => {
    const one = await openTestShop();
    const order = await one.ring(CARTS['pos-mixed-ship-and-carry-out'] ?? { lines: [] });
    const { data } = await one.ask(operation('OrderDetail'), { id: order.id });
    expect(comparable(data)).toEqual(comparable(recorded('pos-mixed-ship-and-carry-out')));
    await one.close();
  });

  test('a pickup order has a PICK_UP fulfillment order and taxes of each line', async () => {
    const one = await openTestShop();
    const order = await one.ring({
      channel: 'WEB',
      locationId: STORE,
      customer: JAMIE,
      shippingAddress: BEACH,
      lines: [
        { sku: '247-100-G', delivery: 'PICK_UP' },
        { sku: '258-104-G', quantity: 2, delivery: 'PICK_UP' },
      ],
      shipping: { title: 'In-Store Pick Up', code: 'STOREPICKUP' },
    });
    // 78.00 and 110.00 at 7.75 %: 6.045 → 6.05 and 8.525 → 8.53, as the recorded order rounds.
    expect(order).toMatchObject({
      subtotal: '188.00',
      tax: '14.58',
      total: '202.58',
      locationId: null,
    });
    expect(order.fulfillmentOrders).toMatchObject([
      { method: 'PICK_UP', status: 'OPEN', locationId: STORE },
    ]);
    await one.close();
  });
});
