import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOME, openRoad, STORE } from '../test/road.ts';
import type { Road } from '../test/road.ts';

// One road for the whole file: every test sells orders of its own.
let road: Road;

beforeAll(async () => {
  road = await openRoad();
  await road.catalogue();
});

afterAll(async () => {
  await road.close();
});

const SEND_SALE = {
  locationId: STORE,
  customer: { firstName: 'Ada', lastName: 'Byron', email: 'ada@example.com' },
  shippingAddress: HOME,
  lines: [{ sku: 'SHIRT', quantity: 2, delivery: 'SHIP' as const }],
  shipping: { title: 'Standard', price: '8.00' },
};

const MIXED = {
  ...SEND_SALE,
  lines: [
    { sku: 'SHIRT', delivery: 'CARRY_OUT' as const },
    { sku: 'HAT', quantity: 2, delivery: 'SHIP' as const },
  ],
};

async function ordersNamed(...names: string[]) {
  return road.db
    .selectFrom('sales_order')
    .select(['id', 'name', 'channel', 'status', 'total_minor', 'revision'])
    .where('name', 'in', names)
    .orderBy('name')
    .execute();
}

async function groupsOf(name: string) {
  return road.db
    .selectFrom('ship_group')
    .innerJoin('posting', 'posting.id', 'ship_group.posting_id')
    .innerJoin('sales_order', 'sales_order.id', 'ship_group.order_id')
    .select(['ship_group.delivery', 'posting.kind'])
    .where('sales_order.name', '=', name)
    .orderBy('ship_group.delivery')
    .execute();
}

async function openProblems() {
  return road.db
    .selectFrom('problem')
    .select(['code', 'subject'])
    .where('resolved_at', 'is', null)
    .where((eb) => eb(eb.cast<string>('code', 'text'), 'like', 'SHOPIFY%'))
    .execute();
}

test('a send sale from the till is a sales order of ours, with the payload kept', async () => {
  const sold = await road.ring(SEND_SALE);
  expect(await road.download()).toMatchObject({ done: 1, note: '1 new' });
  expect(await ordersNamed(sold.name)).toMatchObject([
    { name: sold.name, channel: 'POS', status: 'CREATED', total_minor: minor(sold.total) },
  ]);
  expect(await groupsOf(sold.name)).toEqual([{ delivery: 'SHIP', kind: 'SALES_ORDER' }]);
  const messages = await road.db
    .selectFrom('message')
    .select(['state', 'body'])
    .where('subject', '=', sold.legacyId)
    .execute();
  expect(messages.map((one) => one.state)).toEqual(['READ']);
  expect(JSON.parse(messages[0]?.body ?? '')).toMatchObject({
    data: { order: { name: sold.name } },
  });
});

test('a mixed order is split over a cash sale and a sales order, to the cent', async () => {
  const sold = await road.ring(MIXED);
  await road.download();
  expect(await groupsOf(sold.name)).toEqual([
    { delivery: 'CARRY_OUT', kind: 'CASH_SALE' },
    { delivery: 'SHIP', kind: 'SALES_ORDER' },
  ]);
  expect((await ordersNamed(sold.name)).map((order) => order.total_minor)).toEqual([
    minor(sold.total),
  ]);
});

test('a carry-out read before Shopify marks it fulfilled is one, and stays the same order', async () => {
  const sold = await road.ring({
    locationId: STORE,
    lines: [{ sku: 'SHIRT' }],
    handOverAfterMs: null,
  });
  await road.download();
  expect(await groupsOf(sold.name)).toEqual([{ delivery: 'CARRY_OUT', kind: 'CASH_SALE' }]);
  road.clock.advance(60_000);
  await road.post(`/till/orders/${encodeURIComponent(sold.name)}/hand-over`, {});
  await road.download();
  expect(await groupsOf(sold.name)).toEqual([{ delivery: 'CARRY_OUT', kind: 'CASH_SALE' }]);
  expect(await ordersNamed(sold.name)).toHaveLength(1);
});

test('an order that did not change is not read twice; one that changed is revised', async () => {
  const sold = await road.ring(SEND_SALE);
  await road.download();
  road.clock.advance(10_000);
  expect(await road.download()).toMatchObject({ done: 0 });
  expect(await road.download()).toEqual({ done: 0 });
  await road.post(`/till/orders/${encodeURIComponent(sold.name)}/cancel`, {});
  expect(await road.download()).toMatchObject({ done: 1, note: '1 revised' });
  expect((await ordersNamed(sold.name)).map((order) => order.status)).toEqual(['CANCELLED']);
});

describe('when Shopify is in trouble', () => {
  test('away: a problem of the shop, nothing lost, and it heals', async () => {
    const sold = await road.ring(SEND_SALE);
    await road.post('/control/faults', { fail: { status: 503, times: 1000 } });
    expect(await road.download()).toMatchObject({ done: 0, again: true });
    expect(await openProblems()).toEqual([{ code: 'SHOPIFY_UNREACHABLE', subject: 'shop' }]);
    await road.post('/control/faults', { fail: { status: 503, times: 0 } });
    expect(await road.download()).toMatchObject({ done: 1 });
    expect(await ordersNamed(sold.name)).toHaveLength(1);
    expect(await openProblems()).toEqual([]);
  });

  test('an order Shopify can never answer for keeps no other waiting, and is read again', async () => {
    const [first, second] = [await road.ring(SEND_SALE), await road.ring(MIXED)];
    road.refuse(first.id);
    expect(await road.download()).toMatchObject({ done: 1 });
    expect(await ordersNamed(first.name, second.name)).toMatchObject([{ name: second.name }]);
    const subject = `shopify/shop/${first.legacyId}`;
    expect(await openProblems()).toEqual([{ code: 'SHOPIFY_UNREACHABLE', subject }]);
    road.refuse(null);
    // Long after the poll has passed it.
    road.clock.advance(60 * 60 * 1000);
    expect(await road.download()).toMatchObject({ done: 1 });
    expect(await ordersNamed(first.name)).toHaveLength(1);
    expect(await openProblems()).toEqual([]);
  });
});

test('an order that cannot be read is refused alone; its payload is kept', async () => {
  const [first, second] = [await road.ring(SEND_SALE), await road.ring(MIXED)];
  road.spoil(first.id, ['"sourceIdentifier"', '"quantity":2', '"quantity":"two"']);
  expect(await road.download()).toMatchObject({ done: 1 });
  expect(await ordersNamed(first.name, second.name)).toMatchObject([{ name: second.name }]);
  const subject = `shopify/shop/${first.legacyId}`;
  expect(await openProblems()).toEqual([{ code: 'SHOPIFY_ORDER_UNREADABLE', subject }]);
  const messages = await road.db
    .selectFrom('message')
    .select('state')
    .where('subject', '=', first.legacyId)
    .execute();
  expect(messages).toEqual([{ state: 'REFUSED' }]);
  road.spoil(null);
  road.clock.advance(10 * 60 * 1000);
  expect(await road.download()).toMatchObject({ done: 1 });
  expect(await openProblems()).toEqual([]);
});

test('who sold it is read where the app may, and left out where it may not', async () => {
  const sold = await road.ring(SEND_SALE);
  await road.download();
  const tills = await road.db
    .selectFrom('sales_order')
    .select('till')
    .where('name', '=', sold.name)
    .execute();
  expect(tills[0]?.till).toMatchObject({ locationId: STORE, staffId: null });
  expect(road.context.shops[0]?.memory.staffDenied).toBe(true);
});

test('the catalogue ties variants to products with their weight', async () => {
  const products = await road.db
    .selectFrom('product')
    .innerJoin('product_variant', 'product_variant.product_id', 'product.id')
    .select(['sku', 'weight_grams', 'shopify_variant_id'])
    .where('sku', '=', 'HAT')
    .execute();
  expect(products).toEqual([{ sku: 'HAT', weight_grams: 250, shopify_variant_id: '6001' }]);
});

function minor(amount: string): number {
  return Math.round(Number(amount) * 100);
}
