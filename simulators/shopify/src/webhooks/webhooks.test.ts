// Webhooks arrive signed, with Shopify's headers and the old REST shape; failures are tried again.
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BEACH, JAMIE, openTestShop, STORE } from '../test/fixture-shop.ts';
import type { TestShop } from '../test/fixture-shop.ts';
import { operation } from '../test/operations.ts';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let shop: TestShop;
let server: Server;
let statuses: number[];
let received: Received[];
let waiting: (() => void)[];

beforeEach(async () => {
  shop = await openTestShop();
  [statuses, received, waiting] = [[], [], []];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString('utf8');
    });
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      response.statusCode = statuses.shift() ?? 200;
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

function uri(): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
}

async function until(count: number): Promise<void> {
  while (received.length < count) await new Promise<void>((wake) => waiting.push(wake));
}

async function subscribe(topic: string): Promise<void> {
  const { data } = await shop.ask(operation('Subscribe'), { topic, w: { uri: uri() } });
  expect(data?.['webhookSubscriptionCreate']).toMatchObject({ userErrors: [] });
}

test('orders/create is signed over the raw body and carries the headers', async () => {
  await subscribe('ORDERS_CREATE');
  const order = await shop.ring({
    locationId: STORE,
    staffId: '8001',
    customer: JAMIE,
    lines: [{ sku: '210-001-G' }],
  });
  await until(1);
  const { headers, body } = received[0] ?? { headers: {}, body: '' };
  const hmac = createHmac('sha256', 'sendsale-secret').update(body).digest('base64');
  expect(headers).toMatchObject({
    'x-shopify-topic': 'orders/create',
    'x-shopify-hmac-sha256': hmac,
    'x-shopify-shop-domain': 'example-jewelry.myshopify.com',
    'x-shopify-api-version': '2026-10',
    'x-shopify-order-id': order.legacyId,
  });
  expect(headers['x-shopify-webhook-id']).toMatch(/^[\da-f-]{36}$/);
  expect(JSON.parse(body)).toMatchObject({
    id: Number(order.legacyId),
    admin_graphql_api_id: order.id,
    name: '#1254',
    source_name: 'pos',
    user_id: 8001,
    location_id: Number(STORE),
    total_price: order.total,
    line_items: [{ sku: '210-001-G', quantity: 1, price: '60.00' }],
    customer: { email: 'jamie.rivera@example.com' },
  });
});

test('the body has every field that recorded orders of the old API have', async () => {
  await subscribe('ORDERS_UPDATED');
  await shop.ring({
    locationId: STORE,
    shippingAddress: BEACH,
    lines: [{ sku: '210-001-G' }, { sku: '220-002-G', delivery: 'SHIP' }],
  });
  await until(1);
  const file = new URL('../test/fixtures/rest-order-16.json', import.meta.url);
  const recorded = JSON.parse(readFileSync(file, 'utf8')) as { response: { order: object } };
  const body = JSON.parse(received[0]?.body ?? '{}') as object;
  // What only a browser's checkout leaves behind, and what no shop of ours has.
  const elsewhere =
    /^(browser_ip|buyer_accepts|cart_token|checkout_|client_details|confirmation_number|landing_site|referring_site|reference|token|order_status_url|merchant_of_record|payment_terms|.*(duties|additional_fees)_set$)/;
  const missing = Object.keys(recorded.response.order).filter((key) => !(key in body));
  expect(missing.filter((key) => !elsewhere.test(key))).toEqual([]);
});

test('a delivery that fails is tried again with the same webhook id', async () => {
  await subscribe('ORDERS_CREATE');
  statuses = [500, 503];
  await shop.ring({ locationId: STORE, lines: [{ sku: '210-001-G' }] });
  await until(1);
  await tick(10_000);
  await until(2);
  await tick(30_000);
  await until(3);
  const ids = new Set(received.map(({ headers }) => headers['x-shopify-webhook-id']));
  expect(ids.size).toBe(1);
});

/** Moves the clock on once the failed answer has come in and the pause has begun. */
async function tick(milliseconds: number): Promise<void> {
  const attempts = received.length;
  for (;;) {
    const { body } = await shop.send('GET', '/control/webhooks');
    const { deliveries } = body as { deliveries: { attempts: number; status: number | null }[] };
    if (deliveries[0]?.attempts === attempts && (deliveries[0].status ?? 0) >= 500) break;
  }
  shop.clock.advance(milliseconds);
}

test('an address that is not https is refused, but for the loopback', async () => {
  const { data } = await shop.ask(operation('Subscribe'), {
    topic: 'ORDERS_CREATE',
    w: { uri: 'http://example.com/x' },
  });
  expect(data?.['webhookSubscriptionCreate']).toMatchObject({
    webhookSubscription: null,
    userErrors: [{ message: 'Address protocol http:// is not supported' }],
  });
});
