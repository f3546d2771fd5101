// Fulfillment from outside: what is refused with which words, and what it leaves in orders and stock.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OrderView } from '../index.ts';
import { BEACH, FIXTURE_SEED, openTestShop, STORE, WAREHOUSE } from '../test/fixture-shop.ts';
import type { TestShop } from '../test/fixture-shop.ts';
import { operation } from '../test/operations.ts';

const UPS_PAGE = 'https://www.ups.com/WebTracking?loc=en_US&requester=ST&trackNums=1Z999';

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(async () => shop.close());

async function shipped(lines: { sku: string; quantity?: number }[]): Promise<OrderView> {
  return shop.ring({ shippingAddress: BEACH, lines });
}

async function ship(
  parts: object[],
  rest: object = {},
): Promise<{ fulfillment: unknown; userErrors: { message: string }[] }> {
  const fulfillment = { lineItemsByFulfillmentOrder: parts, ...rest };
  const { data, errors } = await shop.ask(operation('Ship'), { fulfillment });
  if (errors) throw new Error(JSON.stringify(errors));
  return data?.['fulfillmentCreate'] as never;
}

function source(order: OrderView, index = 0): { fulfillmentOrderId: string } {
  return {
    fulfillmentOrderId: `gid://shopify/FulfillmentOrder/${order.fulfillmentOrders[index]?.id}`,
  };
}

async function state(order: OrderView): Promise<OrderView> {
  return (await shop.send('GET', `/control/orders/${order.legacyId}`)).body;
}

async function counts(sku: string, locationId: string): Promise<Record<string, number>> {
  const levels = (await shop.send('GET', '/control/stock')).body as Record<string, never>[];
  return levels.find((level) => level['sku'] === sku && level['locationId'] === locationId) ?? {};
}

describe('fulfillmentCreate', () => {
  test('ships everything that is left when no lines are named, with tracking', async () => {
    const order = await shipped([{ sku: '210-001-G', quantity: 2 }]);
    expect(await counts('210-001-G', WAREHOUSE)).toMatchObject({
      available: 48,
      committed: 2,
      on_hand: 50,
    });
    shop.clock.advance(60_000);
    const { fulfillment, userErrors } = await ship([source(order)], {
      trackingInfo: { company: 'UPS', number: '1Z999' },
      notifyCustomer: true,
    });
    expect(userErrors).toEqual([]);
    expect(fulfillment).toMatchObject({
      name: '#1254-F1',
      status: 'SUCCESS',
      trackingInfo: [{ company: 'UPS', number: '1Z999', url: UPS_PAGE }],
    });
    const after = await state(order);
    expect(after).toMatchObject({
      fulfillmentStatus: 'FULFILLED',
      updatedAt: '2026-06-12T20:15:09Z',
    });
    expect(after.fulfillmentOrders).toMatchObject([
      { status: 'CLOSED', lines: [{ total: 2, remaining: 0 }] },
    ]);
    expect(after.fulfillments[0]?.notifications).toBe(1);
    expect(await counts('210-001-G', WAREHOUSE)).toMatchObject({
      available: 48,
      committed: 0,
      on_hand: 48,
    });
  });

  test('ships some units and leaves the rest', async () => {
    const order = await shipped([{ sku: '210-001-G', quantity: 3 }]);
    const line = order.fulfillmentOrders[0]?.lines[0]?.id;
    const fulfillmentOrderLineItems = [
      { id: `gid://shopify/FulfillmentOrderLineItem/${line}`, quantity: 1 },
    ];
    await ship([{ ...source(order), fulfillmentOrderLineItems }]);
    expect(await state(order)).toMatchObject({
      fulfillmentStatus: 'PARTIALLY_FULFILLED',
      fulfillmentOrders: [{ status: 'OPEN', lines: [{ total: 3, remaining: 2 }] }],
    });
  });

  test('refuses with the words of the real API', async () => {
    const one = await shipped([{ sku: '210-001-G' }]);
    const other = await shipped([{ sku: '210-001-G' }]);
    const refusal = async (parts: object[]): Promise<string | undefined> =>
      (await ship(parts)).userErrors[0]?.message;
    expect(await refusal([{ fulfillmentOrderId: 'gid://shopify/FulfillmentOrder/1' }])).toBe(
      'Fulfillment order does not exist.',
    );
    expect(await refusal([source(one), source(other)])).toBe(
      'All fulfillment orders must belong to the same order.',
    );
    const line = `gid://shopify/FulfillmentOrderLineItem/${one.fulfillmentOrders[0]?.lines[0]?.id}`;
    const tooMany = { ...source(one), fulfillmentOrderLineItems: [{ id: line, quantity: 2 }] };
    expect(await refusal([tooMany])).toBe(
      'Invalid fulfillment order line item quantity requested.',
    );
    await ship([source(one)]);
    const id = one.fulfillmentOrders[0]?.id;
    expect(await refusal([source(one)])).toBe(
      `Fulfillment order ${id} has an unfulfillable status= closed.`,
    );
    expect((await state(one)).fulfillments).toHaveLength(1);
  });

  test('refuses fulfillment orders of two locations in one fulfillment', async () => {
    await shop.close();
    shop = await openTestShop({
      ...FIXTURE_SEED,
      locations: (FIXTURE_SEED.locations ?? []).map((place) => ({
        ...place,
        fulfillsOnlineOrders: true,
      })),
      stock: [
        { locationId: STORE, sku: '210-001-G', available: 1 },
        { locationId: WAREHOUSE, sku: '220-002-G', available: 1 },
      ],
    });
    const order = await shipped([{ sku: '210-001-G' }, { sku: '220-002-G' }]);
    expect(order.fulfillmentOrders.map((f) => f.locationId).sort()).toEqual([STORE, WAREHOUSE]);
    const { userErrors } = await ship([source(order, 0), source(order, 1)]);
    expect(userErrors[0]?.message).toBe(
      'All fulfillment orders must be assigned to a single location.',
    );
  });
});

describe('after a fulfillment', () => {
  test('tracking can be changed', async () => {
    const order = await shipped([{ sku: '210-001-G' }]);
    const { fulfillment } = await ship([source(order)]);
    const { data } = await shop.ask(operation('UpdateTracking'), {
      id: (fulfillment as { id: string }).id,
      t: { company: 'FedEx', numbers: ['1', '2'] },
    });
    expect(data?.['fulfillmentTrackingInfoUpdate']).toMatchObject({ userErrors: [] });
    expect((await state(order)).fulfillments[0]?.tracking).toMatchObject([
      { company: 'FedEx', number: '1' },
      { company: 'FedEx', number: '2' },
    ]);
  });

  test('cancelling it closes the old fulfillment order and opens a new one', async () => {
    const order = await shipped([{ sku: '210-001-G' }]);
    const { fulfillment } = await ship([source(order)]);
    await shop.ask(operation('CancelFulfillment'), { id: (fulfillment as { id: string }).id });
    const after = await state(order);
    expect(after.fulfillmentStatus).toBe('UNFULFILLED');
    expect(after.fulfillmentOrders.map((f) => f.status)).toEqual(['CLOSED', 'OPEN']);
    expect(await counts('210-001-G', WAREHOUSE)).toMatchObject({
      available: 49,
      committed: 1,
      on_hand: 50,
    });
  });
});

describe('fulfillmentOrderMove', () => {
  const move = async (order: OrderView, items: object[] | null = null): Promise<never> => {
    const { data } = await shop.ask(operation('MoveFO'), {
      id: source(order).fulfillmentOrderId,
      loc: `gid://shopify/Location/${STORE}`,
      items,
    });
    return data?.['fulfillmentOrderMove'] as never;
  };

  test('whole keeps the id, and the promise in stock moves along', async () => {
    const order = await shipped([{ sku: '210-001-G' }]);
    expect(await move(order)).toMatchObject({
      movedFulfillmentOrder: { id: source(order).fulfillmentOrderId },
      remainingFulfillmentOrder: null,
      userErrors: [],
    });
    expect(await counts('210-001-G', WAREHOUSE)).toMatchObject({ available: 50, committed: 0 });
    expect(await counts('210-001-G', STORE)).toMatchObject({ available: 4, committed: 1 });
  });

  test('in part makes a new fulfillment order', async () => {
    const order = await shipped([{ sku: '210-001-G', quantity: 3 }]);
    const id = `gid://shopify/FulfillmentOrderLineItem/${order.fulfillmentOrders[0]?.lines[0]?.id}`;
    await move(order, [{ id, quantity: 1 }]);
    expect((await state(order)).fulfillmentOrders).toMatchObject([
      { locationId: WAREHOUSE, lines: [{ total: 2 }] },
      { locationId: STORE, lines: [{ total: 1 }] },
    ]);
  });

  test('a closed one cannot be moved', async () => {
    const order = await shipped([{ sku: '210-001-G' }]);
    await ship([source(order)]);
    expect(await move(order)).toMatchObject({
      movedFulfillmentOrder: null,
      userErrors: [{ code: null, message: 'Cannot move a fulfillment order that is closed.' }],
    });
  });
});

describe('the counter', () => {
  test('a carry-out leaves the store at once, or when told, or after a while', async () => {
    const till = { locationId: STORE, lines: [{ sku: '210-001-G' }] };
    expect(await shop.ring(till)).toMatchObject({ fulfillmentStatus: 'FULFILLED' });
    expect(await counts('210-001-G', STORE)).toMatchObject({
      available: 4,
      committed: 0,
      on_hand: 4,
    });

    const waiting = await shop.ring({ ...till, handOverAfterMs: null });
    expect(waiting).toMatchObject({ fulfillmentStatus: 'UNFULFILLED' });
    expect(await counts('210-001-G', STORE)).toMatchObject({
      available: 3,
      committed: 1,
      on_hand: 4,
    });
    const told = await shop.send('POST', `/till/orders/${waiting.legacyId}/hand-over`);
    expect(told.body).toMatchObject({ fulfillmentStatus: 'FULFILLED' });

    const soon = await shop.ring({ ...till, handOverAfterMs: 500 });
    expect((await state(soon)).fulfillmentStatus).toBe('UNFULFILLED');
    await shop.send('POST', '/control/clock', { advanceMs: 600 });
    expect((await state(soon)).fulfillmentStatus).toBe('FULFILLED');
  });

  test('goods that ship take stock where online orders are routed, not from the store', async () => {
    const order = await shop.ring({
      locationId: STORE,
      shippingAddress: BEACH,
      lines: [{ sku: '210-001-G', delivery: 'SHIP' }],
    });
    expect(order.fulfillmentOrders).toMatchObject([{ method: 'SHIPPING', locationId: WAREHOUSE }]);
    expect(await counts('210-001-G', STORE)).toMatchObject({ available: 5 });
  });

  test('a cart with mistakes is refused whole, and no number is lost', async () => {
    const cart = {
      locationId: '1',
      staffId: '2',
      lines: [{ sku: 'none' }, { sku: '210-001-G', delivery: 'SHIP' }],
    };
    const { status, body } = await shop.send('POST', '/till/orders', cart);
    expect(status).toBe(422);
    expect((body as { errors: { path: string }[] }).errors.map((error) => error.path)).toEqual([
      'lines.0',
      'staffId',
      'locationId',
      'shippingAddress',
    ]);
    const dear = {
      locationId: STORE,
      lines: [{ sku: '210-001-G' }],
      payments: [{ method: 'CASH', amount: '99999.00' }],
    };
    expect((await shop.send('POST', '/till/orders', dear)).status).toBe(422);
    expect((await shipped([{ sku: '210-001-G' }])).name).toBe('#1254');
  });
});
