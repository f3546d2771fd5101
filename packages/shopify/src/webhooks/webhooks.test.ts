// Webhooks from the wire to the order: signed, stored, read once, whatever way they come.

import { createHmac } from 'node:crypto';
import { markHandedOver, writeFeedFile } from '@sendsale/oms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOME, openRoad, STORE } from '../test/road.ts';
import type { Road } from '../test/road.ts';
import { openShop } from '../shopify-context.ts';
import type { ShopifyContext } from '../shopify-context.ts';
import { keepSubscriptions, WEBHOOK_TOPICS } from './keep-subscriptions.ts';
import { readWebhooks } from './read-webhooks.ts';
import { takeWebhook } from './take-webhook.ts';
import type { TakenWebhook } from './take-webhook.ts';

let road: Road;
let context: ShopifyContext;
beforeAll(async () => {
  road = await openRoad();
  const connection = {
    baseUrl: road.url,
    credentials: { kind: 'static', token: 'shpat_test' },
    clock: road.clock,
  } as const;
  const shop = openShop({
    shopId: 'shop',
    connection,
    webhookSecrets: ['new', 'old'],
    webhookUri: 'https://oms.example.com/webhooks/shopify/shop',
  });
  context = { ...road.context, shops: [shop] };
  await road.catalogue();
});
afterAll(async () => road.close());

let count = 0;
const deliver = async (
  topic: string,
  value: unknown,
  extra: { readonly secret?: string; readonly webhookId?: string } = {},
): Promise<TakenWebhook> => {
  count += 1;
  const body = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
  return takeWebhook(road.db, context.shops, {
    shopId: 'shop',
    signature: createHmac('sha256', extra.secret ?? 'new')
      .update(body)
      .digest('base64'),
    topic,
    webhookId: extra.webhookId ?? `webhook-${count}`,
    body,
    at: road.clock.now(),
  });
};
const read = async () =>
  readWebhooks(context, { at: road.clock.now(), signal: new AbortController().signal });
const stored = async () =>
  road.db
    .selectFrom('message')
    .select(['topic', 'subject', 'state'])
    .where('source', '=', 'SHOPIFY_WEBHOOK')
    .orderBy('id')
    .execute();

const ring = async () =>
  road.ring({
    locationId: STORE,
    shippingAddress: HOME,
    customer: { firstName: 'Ada', email: 'ada@example.com' },
    lines: [{ sku: 'SHIRT', delivery: 'SHIP' }],
    shipping: { title: 'Standard', price: '5.00' },
  });

test('a body that is not signed by the app is not kept', async () => {
  expect(await deliver('orders/create', { id: 1 }, { secret: 'wrong' })).toBe('NOT_SIGNED');
  expect(await stored()).toEqual([]);
});

test('during a rotation both secrets count, and a delivery without an id is refused', async () => {
  expect(await deliver('shop/update', { id: 1 }, { secret: 'old' })).toBe('STORED');
  expect(await deliver('shop/update', { id: 1 }, { webhookId: '' })).toBe('NOT_NAMED');
});

test('an order that four webhooks tell of is read once, and a delivery that comes again is known', async () => {
  const { name, legacyId } = await ring();
  expect(await deliver('orders/create', { id: Number(legacyId) })).toBe('STORED');
  const again = { webhookId: 'same' };
  expect(await deliver('orders/updated', { id: Number(legacyId) }, again)).toBe('STORED');
  // Shopify may say more on a retry; the delivery is the same.
  expect(await deliver('orders/updated', { id: Number(legacyId), more: 1 }, again)).toBe('KNOWN');
  await deliver('fulfillments/create', { id: 5, order_id: Number(legacyId) });
  await deliver('orders/edited', { order_edit: { order_id: Number(legacyId) } });
  const outcome = await read();
  expect(outcome).toMatchObject({ done: 1, note: '1 new' });
  const order = await road.db
    .selectFrom('sales_order')
    .select(['shopify_id', 'read_through'])
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  expect(order.shopify_id).toBe(legacyId);
  expect(order.read_through).not.toBeNull();
  expect((await stored()).map((row) => row.state)).not.toContain('RECEIVED');
  expect((await read()).done).toBe(0);
});

test('a webhook that comes late, and one that is no JSON, change nothing', async () => {
  const { legacyId } = await ring();
  await deliver('orders/updated', { id: Number(legacyId) });
  await read();
  await deliver('orders/create', { id: Number(legacyId), updated_at: '2020-01-01T00:00:00Z' });
  await deliver('orders/create', 'hello');
  expect((await read()).note).toBe('1 unchanged');
  expect((await stored()).at(-1)?.state).toBe('REFUSED');
});

test('an order that cannot be read keeps a problem that asks for it again', async () => {
  const { legacyId } = await ring();
  await road.post('/control/faults', { fail: { status: 403, times: 1 } });
  await deliver('orders/create', { id: Number(legacyId) });
  await read();
  const problem = await road.db
    .selectFrom('problem')
    .select('subject')
    .where('resolved_at', 'is', null)
    .where('subject', '=', `shopify/shop/${legacyId}`)
    .execute();
  expect(problem).toHaveLength(1);
});

/** A file that went to NetSuite with the order and another one in it. @returns what is kept of it now */
async function keepFile(name: string): Promise<() => Promise<string>> {
  const { id: orderId } = await road.db
    .selectFrom('sales_order')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  const text = `order,name,email\n${name},Ada Byron,ada@example.com\n#9,Bob Hart,bob@example.com\n`;
  const at = road.clock.now();
  const fileId = await writeFeedFile(road.db, {
    feed: 'sales-order',
    directory: 'salesorder/export',
    name: 'orders.csv',
    content: new TextEncoder().encode(text),
    rows: [{ subject: orderId, revision: 1, orderId, externalId: null, line: 1 }],
    at,
  });
  await markHandedOver(road.db, { fileId, at });
  return async () => {
    const kept = road.db.selectFrom('feed_file').select('content').where('id', '=', fileId);
    return Buffer.from((await kept.executeTakeFirstOrThrow()).content).toString('utf8');
  };
}

test('a customer is forgotten: names, addresses and stored bodies go, amounts stay', async () => {
  const { name, legacyId } = await ring();
  await deliver('orders/create', { id: Number(legacyId) });
  await read();
  const before = await road.db
    .selectFrom('sales_order')
    .innerJoin('customer', 'customer.id', 'sales_order.customer_id')
    .select(['customer.shopify_id as customer', 'sales_order.total_minor'])
    .where('sales_order.name', '=', name)
    .executeTakeFirstOrThrow();
  const files = await keepFile(name);
  await deliver('customers/redact', {
    shop_id: 1,
    customer: { id: Number(before.customer), email: 'ada@example.com' },
    orders_to_redact: [Number(legacyId)],
  });
  await read();
  const after = await road.db
    .selectFrom('sales_order')
    .innerJoin('customer', 'customer.id', 'sales_order.customer_id')
    .select(['customer.last_name', 'customer.email', 'sales_order.ship_to', 'total_minor'])
    .where('sales_order.name', '=', name)
    .executeTakeFirstOrThrow();
  expect(after).toMatchObject({
    last_name: 'Redacted',
    email: null,
    total_minor: before.total_minor,
    ship_to: { name: null, address1: null, city: null, region: 'MA', country: 'US' },
  });
  const bodies = await road.db
    .selectFrom('message')
    .select('body')
    .where('source', '=', 'shopify')
    .where('subject', '=', legacyId)
    .execute();
  expect(bodies.map((row) => row.body)).toEqual(['']);
  expect(await files()).toBe(
    `order,name,email\n${name},Redacted,Redacted\n#9,Bob Hart,bob@example.com\n`,
  );
  const asked = road.db
    .selectFrom('message')
    .select('body')
    .where('topic', '=', 'customers/redact');
  expect(await asked.execute()).toEqual([{ body: '' }]);
  const requests = await road.db.selectFrom('privacy_request').selectAll().execute();
  expect(requests).toMatchObject([{ topic: 'customers/redact', outcome: { customers: 1 } }]);
  expect(requests[0]?.done_at).not.toBeNull();
});

test('a customer who asks for their data becomes a problem that names the records', async () => {
  await deliver('customers/data_request', { customer: { id: 999 }, orders_requested: [] });
  await read();
  const problems = await road.db
    .selectFrom('problem')
    .select(['code', 'subject'])
    .where('code', '=', 'PRIVACY_DATA_REQUESTED')
    .execute();
  expect(problems).toEqual([{ code: 'PRIVACY_DATA_REQUESTED', subject: 'shop/999' }]);
});

test('subscriptions that are missing are made, those that stand are left alone', async () => {
  const keep = async () =>
    keepSubscriptions(context, { at: road.clock.now(), signal: new AbortController().signal });
  expect((await keep()).done).toBe(WEBHOOK_TOPICS.length);
  expect((await keep()).done).toBe(0);
});
