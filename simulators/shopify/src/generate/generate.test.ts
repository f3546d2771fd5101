// Orders by the thousand: fast, all kinds, the same for the same seed.
import { expect, test } from 'vitest';
import { ShopSeed } from '../seed.ts';
import { openShop } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';
import { FIXTURE_SEED, openTestShop, standingClock } from '../test/fixture-shop.ts';
import { operation } from '../test/operations.ts';
import { strangeToShopify } from '../test/real-schema.ts';
import { generateOrders, Generation } from './generate-orders.ts';

function open(): Shop {
  return openShop(ShopSeed.parse(FIXTURE_SEED), standingClock('2026-06-12T20:14:09Z'), null);
}

test('the same seed rings up the same orders, another one others', () => {
  const [first, second, third] = [open(), open(), open()];
  generateOrders(first, Generation.parse({ count: 200, seed: 7 }));
  generateOrders(second, Generation.parse({ count: 200, seed: 7 }));
  generateOrders(third, Generation.parse({ count: 200, seed: 8 }));
  const text = JSON.stringify(first.state.orders);
  expect(JSON.stringify(second.state.orders)).toBe(text);
  expect(JSON.stringify(third.state.orders)).not.toBe(text);
});

test('every kind of order and of change comes up', () => {
  const shop = open();
  const made = generateOrders(shop, Generation.parse({ count: 1000, seed: 3 }));
  expect(made).toMatchObject({ rung: 1000, refused: 0 });
  const methods = shop.state.orders.flatMap((order) =>
    order.fulfillmentOrders.map((source) => source.delivery.methodType),
  );
  expect(new Set(methods)).toEqual(new Set(['RETAIL', 'SHIPPING', 'PICK_UP']));
  const kinds = shop.state.orders.flatMap((order) => order.agreements.map((a) => a.kind));
  expect(new Set(kinds)).toEqual(
    new Set(['OrderAgreement', 'OrderEditAgreement', 'RefundAgreement', 'ReturnAgreement']),
  );
  expect(shop.state.orders.some((order) => order.cancelledAt !== null)).toBe(true);
  const times = shop.state.orders.map((order) => order.createdAt);
  expect([...times].sort()).toEqual(times);
});

test('through the control API it switches the limits off, and the answers are those of Shopify', async () => {
  const shop = await openTestShop();
  const { status, body } = await shop.send('POST', '/control/generate', { count: 60, seed: 5 });
  expect(status).toBe(201);
  expect(body).toMatchObject({ rung: 60, firstName: '#1254', lastName: '#1313' });
  const orders = (await shop.send('GET', '/control/orders')).body as { id: string }[];
  const text = operation('OrderDetail');
  for (const { id } of orders) {
    const data = await shop.read(text, { id });
    expect(strangeToShopify(text, data, { id })).toEqual([]);
  }
  await shop.close();
});
