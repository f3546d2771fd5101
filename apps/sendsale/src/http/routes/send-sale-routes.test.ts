// Placing a send sale over HTTP, as a screen does it: look, hold, quote, place; then the till. And everything that
// says no: in words, with nothing left behind in Shopify or in the stock.

import { approveOrder, brokerOrders, expireHolds, recordCounts } from '@sendsale/oms';
import { startShopify } from '@sendsale/simulator-shopify';
import type { RunningShopify } from '@sendsale/simulator-shopify';
import { seedNetwork } from '@sendsale/test-kit';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Oms } from '../../compose.ts';
import { startTestServer } from '../../testing/test-server.ts';
import type { TestServer } from '../../testing/test-server.ts';
import type { Server } from '../make-server.ts';

const SKUS = ['SKU-1', 'SKU-2', 'SKU-3'];
const PLACES = ['NYC', 'BOS', 'CHI'];

const SEED = {
  shop: { name: 'Harbor', domain: 'harbor.myshopify.com' },
  app: { accessTokens: ['shpat_test'] },
  limits: null,
  locations: PLACES.map((name, index) => ({
    id: `${index + 1}`,
    name,
    isStore: true,
    address: { provinceCode: 'NY' },
  })),
  products: [
    ...SKUS.map((sku, index) => ({
      id: 5000 + index,
      title: `Product ${sku}`,
      variants: [{ id: 6000 + index, inventoryItemId: 6500 + index, sku, price: '40.00' }],
    })),
    {
      id: 5900,
      title: 'Parka',
      variants: ['M', 'L'].map((size, index) => ({
        id: 6900 + index,
        inventoryItemId: 6950 + index,
        sku: `PARKA-${size}`,
        barcode: `400000000000${index}`,
        price: '90.00',
        options: { Color: 'Navy', Size: size },
      })),
    },
  ],
  stock: SKUS.map((sku) => ({ sku, locationId: '3', available: 50 })),
  taxRates: [{ lines: [{ title: 'Sales tax', rate: '0.05' }] }],
};

let world: TestServer;
let shopify: RunningShopify;
let oms: Oms;
let server: Server;
let base: string;
let skuOne: string;

beforeAll(async () => {
  shopify = await startShopify({ port: 0, seed: SEED });
  world = await startTestServer({
    open: true,
    environment: {
      SENDSALE_SHOPIFY_DOMAIN: 'harbor.myshopify.com',
      SENDSALE_SHOPIFY_SHOP_ID: 'shop',
      SENDSALE_SHOPIFY_TOKEN: 'shpat_test',
      SENDSALE_SHOPIFY_BASE_URL: shopify.url,
    },
  });
  ({ oms, server } = world);
  base = await server.listen({ port: 0, host: '127.0.0.1' });
  const facilities = PLACES.map((id, index) => ({
    id,
    latitude: [40.75, 42.36, 41.88][index] ?? 0,
    longitude: [-73.98, -71.06, -87.63][index] ?? 0,
    shopifyLocations: [{ shopId: 'shop', locationId: `${index + 1}` }],
  }));
  await seedNetwork(oms.db, { facilities });
  await job('download-catalogue');
  const row = await oms.db
    .selectFrom('product')
    .select('id')
    .where('sku', '=', 'SKU-1')
    .executeTakeFirstOrThrow();
  skuOne = row.id;
}, 240_000);

afterAll(async () => {
  await world.close();
  await shopify.close();
}, 60_000);

// Nobody holds anything, and Chicago has five of the first product.
beforeEach(async () => {
  await expireHolds(oms.db, { at: new Date('2999-01-01') });
  const counts = [{ facilityId: 'CHI', productId: skuOne, onHand: 5 }];
  await recordCounts(oms.db, { counts, via: 'test', at: oms.clock.now() });
});

async function job(name: string): Promise<void> {
  const found = oms.jobDefinitions.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no job ${name}.`);
  await found.run(oms.context, { at: oms.clock.now(), signal: new AbortController().signal });
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

async function call(method: string, path: string, payload?: unknown): Promise<Answer> {
  const answer = await fetch(`${base}/api/send-sale${path}`, {
    method,
    ...(payload === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(payload) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
}

const SHIP_TO = {
  firstName: 'Ada',
  lastName: 'Byron',
  address1: '12 Main Street',
  city: 'Boston',
  provinceCode: 'MA',
  zip: '02116',
  countryCode: 'US',
};
let count = 0;
const sale = (parts: Readonly<Record<string, unknown>> = {}) => ({
  requestKey: `request-${(count += 1)}`,
  shopId: 'shop',
  sellingFacilityId: 'NYC',
  associate: 'Grace',
  currency: 'USD',
  items: [{ variantId: '6000', quantity: 1, facilityId: 'CHI' }],
  customer: { firstName: 'Ada', lastName: 'Byron', email: 'ada@example.com' },
  shipTo: SHIP_TO,
  shipping: { title: 'Standard', price: '5.00' },
  completion: 'TILL',
  ...parts,
});

const place = async (parts: Readonly<Record<string, unknown>> = {}) =>
  call('POST', '/sales', sale(parts));
const view = (answer: Answer) => answer.body as { id: string; state: string; draftOrderId: string };
const code = (answer: Answer): string => (answer.body as { error: { code: string } }).error.code;

/** What stands in Shopify and in our stock: nothing half-made shows here. */
async function standing(): Promise<{ drafts: number; reserved: number }> {
  const drafts = (await (await fetch(`${shopify.url}/control/drafts`)).json()) as unknown[];
  const stock = await oms.db
    .selectFrom('inventory')
    .select('reserved')
    .where('facility_id', '=', 'CHI')
    .where('product_id', '=', skuOne)
    .executeTakeFirst();
  return { drafts: drafts.length, reserved: stock?.reserved ?? 0 };
}

test('from the search to the order: it arrives as a send sale and ships from where it was held', async () => {
  const found = await call('GET', '/products?shopId=shop&q=SKU-1');
  expect(found).toMatchObject({
    status: 200,
    body: [{ variantId: '6000', productId: skuOne, price: '40.00', availableToPromise: 5 }],
  });
  const where = '?latitude=42.36&longitude=-71.06';
  const there = await call('GET', `/products/${skuOne}/availability${where}`);
  expect(there.body).toMatchObject([{ facilityId: 'CHI', availableToPromise: 5 }]);
  const wanted = { facilityId: 'CHI', productId: skuOne, quantity: 2, minutes: 15 };
  const hold = await call('POST', '/holds', { holdId: 'till-1', ...wanted });
  expect(hold).toMatchObject({ status: 200, body: { holdId: 'till-1', quantity: 2 } });
  const items = [{ variantId: '6000', quantity: 2 }];
  const quote = { shopId: 'shop', currency: 'USD', items, shipTo: SHIP_TO };
  expect(await call('POST', '/quotes', quote)).toMatchObject({
    status: 200,
    body: { subtotal: '80.00', tax: '4.00', currency: 'USD' },
  });
  const lines = [{ variantId: '6000', quantity: 2, facilityId: 'CHI', holdId: 'till-1' }];
  const placed = await place({ items: lines });
  expect(placed).toMatchObject({ status: 200, body: { state: 'OPEN', associate: 'Grace' } });
  const { id, draftOrderId } = view(placed);
  const paid = await fetch(`${shopify.url}/till/drafts/${draftOrderId}/complete`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ locationId: '1' }),
  });
  expect(paid.status).toBe(201);
  await job('download-orders');
  const order = await oms.db
    .selectFrom('sales_order as o')
    .innerJoin('ship_group as g', 'g.order_id', 'o.id')
    .innerJoin('posting as p', 'p.id', 'g.posting_id')
    .select(['o.id', 'o.channel', 'o.selling_facility_id', 'g.delivery', 'p.kind'])
    .executeTakeFirstOrThrow();
  expect(order).toMatchObject({
    channel: 'POS',
    selling_facility_id: 'NYC',
    delivery: 'SHIP',
    kind: 'SALES_ORDER',
  });
  expect(await call('GET', `/sales/${id}`)).toMatchObject({
    body: { state: 'COMPLETED', order: { id: order.id, items: [{}, {}], shipments: [] } },
  });
  const at = oms.clock.now();
  await approveOrder(oms.db, { orderId: order.id, actor: 'test', via: 'test', at });
  await brokerOrders(oms.db, { at, limit: 10 });
  const shipped = await oms.db
    .selectFrom('order_item')
    .select('facility_id')
    .where('order_id', '=', order.id)
    .execute();
  expect(shipped.map((one) => one.facility_id)).toEqual(['CHI', 'CHI']);
  // Paid, it is an order: that is cancelled, not the sale.
  const late = await call('DELETE', `/sales/${id}`);
  expect([late.status, code(late)]).toEqual([409, 'STEP_NOT_ALLOWED']);
});

test('a scanned barcode finds the article; its style shows every size with the places that have it, soonest first', async () => {
  const found = await call('GET', '/products?shopId=shop&q=4000000000001');
  expect(found.body).toMatchObject([
    {
      sku: 'PARKA-L',
      style: { id: '5900', title: 'Parka' },
      options: [
        { name: 'Color', value: 'Navy' },
        { name: 'Size', value: 'L' },
      ],
      availableToPromise: 0,
    },
  ]);
  const { id } = await oms.db
    .selectFrom('product')
    .select('id')
    .where('barcode', '=', '4000000000001')
    .executeTakeFirstOrThrow();
  const counts = ['CHI', 'BOS'].map((facilityId) => ({ facilityId, productId: id, onHand: 2 }));
  await recordCounts(oms.db, { counts, via: 'test', at: oms.clock.now() });
  const style = await call('GET', '/styles/5900?shopId=shop&zip=02116&near=NYC');
  expect(style).toMatchObject({
    status: 200,
    body: {
      title: 'Parka',
      variants: [
        { sku: 'PARKA-M', places: [] },
        {
          sku: 'PARKA-L',
          availableToPromise: 4,
          places: [{ facilityId: 'BOS', transitDays: 1 }, { facilityId: 'CHI' }],
        },
      ],
    },
  });
  expect((await call('GET', '/styles/1?shopId=shop')).status).toBe(404);
});

test('a quote says when each rate arrives; the list of sales follows them', async () => {
  const items = [{ variantId: '6000', quantity: 1 }];
  const quote = { shopId: 'shop', currency: 'USD', items, shipTo: SHIP_TO, facilityIds: ['CHI'] };
  const { body } = await call('POST', '/quotes', quote);
  const { rates } = body as { rates: { title: string; arrivesOn: string }[] };
  expect(rates.map(({ title }) => title)).toEqual(['Standard', 'Express']);
  expect(rates.every(({ arrivesOn }) => /^\d{4}-\d\d-\d\d$/.test(arrivesOn))).toBe(true);
  const placed = await place();
  const listed = await call('GET', '/sales');
  expect((listed.body as unknown[])[0]).toMatchObject({
    id: view(placed).id,
    state: 'OPEN',
    customer: 'Ada Byron',
    city: 'Boston',
    items: [{ sku: 'SKU-1', quantity: 1, facilityId: 'CHI' }],
    order: null,
    arrivesOn: rates[0]?.arrivesOn,
  });
  expect((await call('GET', '/sales?mine=true')).body).toEqual([]);
  await call('DELETE', `/sales/${view(placed).id}`);
});

test('the same request twice, one after the other and at once, is one sale', async () => {
  const before = await standing();
  const request = sale();
  const [first, second] = await Promise.all([
    call('POST', '/sales', request),
    call('POST', '/sales', request),
  ]);
  const third = await call('POST', '/sales', request);
  expect([first.status, second.status, view(third).state]).toEqual([200, 200, 'OPEN']);
  expect([view(second).id, view(third).id]).toEqual([view(first).id, view(first).id]);
  expect(await standing()).toEqual({ drafts: before.drafts + 1, reserved: before.reserved + 1 });
  expect((await call('DELETE', `/sales/${view(first).id}`)).body).toMatchObject({
    state: 'CANCELLED',
  });
  expect(await standing()).toEqual(before);
});

test.each([
  ['a zip of no place', { shipTo: { ...SHIP_TO, zip: '0211' } }, '409 SEND_SALE_REFUSED'],
  ['no street', { shipTo: { ...SHIP_TO, address1: ' ' } }, '409 SEND_SALE_REFUSED'],
  [
    'a customer nobody could tell of the parcel',
    { customer: { firstName: 'Ada' } },
    '409 SEND_SALE_REFUSED',
  ],
  [
    'an invoice without an address to send it to',
    { customer: { phone: '+12125550100' }, completion: 'INVOICE' },
    '409 SEND_SALE_REFUSED',
  ],
  ['no items', { items: [] }, '400 INVALID_REQUEST'],
  ['a store that is none', { sellingFacilityId: 'NOWHERE' }, '409 SEND_SALE_REFUSED'],
  ['a shop that is none', { shopId: 'nowhere' }, '404 NOT_FOUND'],
  ['a variant that is none', { items: [{ variantId: '1', quantity: 1 }] }, '409 PRODUCT_UNKNOWN'],
  [
    'more than is there',
    { items: [{ variantId: '6000', quantity: 6, facilityId: 'CHI' }] },
    '409 STOCK_NOT_AVAILABLE',
  ],
])('refused with nothing left behind: %s', async (_, parts, expected) => {
  const before = await standing();
  const answer = await place(parts);
  expect(`${answer.status} ${code(answer)}`).toBe(expected);
  expect((answer.body as { error: { message: string } }).error.message).not.toBe('');
  expect(await standing()).toEqual(before);
});

test('a customer without e-mail is told of the parcel by phone', async () => {
  const placed = await place({ customer: { firstName: 'Ada', phone: '+12125550177' } });
  expect(placed).toMatchObject({ status: 200, body: { state: 'OPEN' } });
  await call('DELETE', `/sales/${view(placed).id}`);
});

test('a hold that ran out: the stock is taken if it is still there, and refused if it is not', async () => {
  const wanted = { facilityId: 'CHI', productId: skuOne, quantity: 3, minutes: 1 };
  await call('POST', '/holds', { holdId: 'late', ...wanted });
  await expireHolds(oms.db, { at: new Date('2999-01-01') });
  const lines = [{ variantId: '6000', quantity: 3, facilityId: 'CHI', holdId: 'late' }];
  const still = await place({ items: lines });
  expect(still.status).toBe(200);
  await call('DELETE', `/sales/${view(still).id}`);
  const other = { facilityId: 'CHI', productId: skuOne, minutes: 15 };
  const taken = await call('GET', `/products/${skuOne}/availability`);
  const [{ availableToPromise: left } = { availableToPromise: 0 }] = taken.body as {
    availableToPromise: number;
  }[];
  await call('POST', '/holds', { holdId: 'somebody', ...other, quantity: left });
  const before = await standing();
  const gone = await place({ items: lines });
  expect([gone.status, code(gone)]).toEqual([409, 'STOCK_NOT_AVAILABLE']);
  expect(await standing()).toEqual(before);
  expect((await call('DELETE', '/holds/somebody')).status).toBe(204);
  const again = await call('POST', '/holds', { holdId: 'late', ...wanted });
  expect([again.status, code(again)]).toEqual([409, 'STOCK_NOT_AVAILABLE']);
});

test('Shopify away: the answer says so, and the same request later makes the one sale', async () => {
  const before = await standing();
  const request = sale();
  await fetch(`${shopify.url}/control/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ cutAfter: 2 }),
  });
  const lost = await call('POST', '/sales', request);
  const later = lost.status === 200 ? lost : await call('POST', '/sales', request);
  expect(later).toMatchObject({ status: 200, body: { state: 'OPEN' } });
  expect((await standing()).drafts).toBe(before.drafts + 1);
  await call('DELETE', `/sales/${view(later).id}`);
  expect(await standing()).toEqual(before);
});

test('a sale that is none, and customers that are looked for', async () => {
  expect((await call('GET', '/sales/SS999999')).status).toBe(404);
  expect((await call('DELETE', '/sales/SS999999')).status).toBe(404);
  const found = await call('GET', '/customers?shopId=shop&q=ada@example.com');
  expect(found).toMatchObject({ status: 200, body: [{ email: 'ada@example.com' }] });
});
