// Deliveries that are lost, doubled, late or out of order; topics of every kind; subscriptions that die.
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestShop, STORE } from '../test/fixture-shop.ts';
import type { TestShop } from '../test/fixture-shop.ts';
import { operation } from '../test/operations.ts';
import { enumOf, topicOf } from './topics.ts';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: Record<string, unknown>;
}

let shop: TestShop;
let server: Server;
let status: number;
let received: Received[];
let waiting: (() => void)[];

beforeEach(async () => {
  shop = await openTestShop();
  [status, received, waiting] = [200, [], []];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString('utf8');
    });
    request.on('end', () => {
      received.push({
        headers: request.headers,
        body: JSON.parse(body) as Record<string, unknown>,
      });
      response.statusCode = status;
      response.end();
      for (const wake of waiting.splice(0)) wake();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterEach(async () => {
  await shop.close();
  server.close();
});

const CARRY_OUT = { locationId: STORE, lines: [{ sku: '210-001-G' }] };

function uri(): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
}

async function until(count: number): Promise<void> {
  while (received.length < count) await new Promise<void>((wake) => waiting.push(wake));
}

async function subscribe(topic: string, more: object = {}): Promise<void> {
  const { data } = await shop.ask(operation('Subscribe'), { topic, w: { uri: uri(), ...more } });
  expect(data?.['webhookSubscriptionCreate']).toMatchObject({ userErrors: [] });
}

async function trouble(wanted: object): Promise<void> {
  expect((await shop.send('POST', '/control/webhooks/troubles', wanted)).status).toBe(200);
}

test('lost, doubled and reversed deliveries come as ordered', async () => {
  await subscribe('ORDERS_CREATE');
  await trouble({ lose: 1 });
  await shop.ring(CARRY_OUT);
  await trouble({ twice: 1 });
  await shop.ring(CARRY_OUT);
  await until(2);
  expect(received.map(({ body }) => body['name'])).toEqual(['#1255', '#1255']);
  expect(new Set(received.map(({ headers }) => headers['x-shopify-webhook-id'])).size).toBe(1);
  await trouble({ reverse: 2 });
  await shop.ring(CARRY_OUT);
  await shop.ring(CARRY_OUT);
  await until(4);
  const names = received.slice(2).map(({ body }) => body['name']);
  expect(new Set(names)).toEqual(new Set(['#1256', '#1257']));
});

test('a late delivery waits on the clock with the body of its moment', async () => {
  await subscribe('ORDERS_CREATE');
  await trouble({ late: { milliseconds: 60_000, times: 1 } });
  const first = await shop.ring({ ...CARRY_OUT, handOverAfterMs: null });
  await shop.ring(CARRY_OUT);
  await until(1);
  expect(received[0]?.body['name']).toBe('#1255');
  await shop.send('POST', `/till/orders/${first.legacyId}/hand-over`, {});
  shop.clock.advance(60_000);
  await until(2);
  expect(received[1]?.body).toMatchObject({ name: '#1254', fulfillment_status: null });
});

test('a subscription dies once its eight retries have failed', async () => {
  await subscribe('ORDERS_CREATE');
  status = 500;
  await shop.ring(CARRY_OUT);
  const pauses = [10, 30, 60, 300, 900, 1800, 3600, 7200];
  for (const [index, seconds] of pauses.entries()) {
    await until(index + 1);
    await settled(index + 1);
    shop.clock.advance(seconds * 1000);
  }
  await until(9);
  for (;;) {
    const { body } = await shop.send('GET', '/control/webhooks');
    if ((body as { subscriptions: object[] }).subscriptions.length === 0) break;
  }
});

/** The failed answer has come in, and the pause has begun. */
async function settled(attempts: number): Promise<void> {
  for (;;) {
    const { body } = await shop.send('GET', '/control/webhooks');
    const { deliveries } = body as { deliveries: { attempts: number }[] };
    if (deliveries[0]?.attempts === attempts) return;
  }
}

test('an order edit, a refund, a draft and a stock change are told under their topics', async () => {
  const topics = [
    'ORDERS_EDITED',
    'REFUNDS_CREATE',
    'DRAFT_ORDERS_CREATE',
    'INVENTORY_LEVELS_UPDATE',
    'FULFILLMENT_ORDERS_ORDER_ROUTING_COMPLETE',
    'RETURNS_CLOSE',
    'BULK_OPERATIONS_FINISH',
    'CUSTOMERS_CREATE',
  ];
  for (const topic of topics) await subscribe(topic);
  const order = await shop.ring({ ...CARRY_OUT, handOverAfterMs: null });
  await shop.send('POST', `/till/orders/${order.legacyId}/edit`, { add: [{ sku: '265-102-G' }] });
  await shop.send('POST', `/till/orders/${order.legacyId}/refund`, {
    lines: [{ line: 0, quantity: 1 }],
  });
  await shop.send('POST', `/till/orders/${order.legacyId}/exchange`, {
    returns: [{ line: 1, quantity: 1 }],
  });
  const lineItems = [{ variantId: 'gid://shopify/ProductVariant/6001', quantity: 1 }];
  await shop.ask(operation('DraftCreate'), { input: { lineItems } });
  await shop.ask(operation('Bulk'), { q: '{ orders { edges { node { id } } } }' });
  await shop.ask(
    'mutation { customerCreate(input: {email: "new@example.com"}) { customer { id } userErrors { message } } }',
  );
  const seen = (): Set<unknown> =>
    new Set(received.map(({ headers }) => headers['x-shopify-topic']));
  while (seen().size < topics.length) await until(received.length + 1);
  expect([...seen()].map((topic) => enumOf(String(topic))).sort()).toEqual([...topics].sort());
  const edited = received.find(({ headers }) => headers['x-shopify-topic'] === 'orders/edited');
  expect(edited?.body).toMatchObject({
    order_edit: { order_id: Number(order.legacyId), line_items: { additions: [{ delta: 1 }] } },
  });
  const refund = received.find(({ headers }) => headers['x-shopify-topic'] === 'refunds/create');
  expect(refund?.body).toMatchObject({
    order_id: Number(order.legacyId),
    refund_line_items: [{ quantity: 1 }],
  });
});

test('a filter and a choice of fields are kept to', async () => {
  await subscribe('ORDERS_CREATE', {
    filter: 'source_name:pos',
    includeFields: ['id', 'customer.email', 'line_items.sku'],
  });
  await shop.ring({
    lines: [{ sku: '210-001-G' }],
    shippingAddress: { address1: '1', city: 'X', provinceCode: 'CA', zip: '92646' },
  });
  const pos = await shop.ring(CARRY_OUT);
  await until(1);
  expect(received[0]?.body).toEqual({
    id: Number(pos.legacyId),
    customer: null,
    line_items: [{ sku: '210-001-G' }],
  });
});

test('privacy topics go to the address of the app, signed', async () => {
  await shop.send('POST', '/control/webhooks/privacy', {
    topic: 'customers/redact',
    uri: uri(),
    customerId: '7100',
  });
  await until(1);
  expect(received[0]?.headers['x-shopify-topic']).toBe('customers/redact');
  expect(received[0]?.body).toMatchObject({ customer: { id: 7100 }, orders_to_redact: [] });
});

test.each([
  ['ORDERS_PARTIALLY_FULFILLED', 'orders/partially_fulfilled'],
  ['FULFILLMENT_ORDERS_ORDER_ROUTING_COMPLETE', 'fulfillment_orders/order_routing_complete'],
  ['APP_SCOPES_UPDATE', 'app/scopes_update'],
  ['BULK_OPERATIONS_FINISH', 'bulk_operations/finish'],
  ['APP_UNINSTALLED', 'app/uninstalled'],
])('%s is %s', (value, topic) => {
  expect(topicOf(value)).toBe(topic);
  expect(enumOf(topic)).toBe(value);
});
