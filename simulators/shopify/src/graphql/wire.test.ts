// The wire around the data: tokens, versions, errors, costs, throttling and faults, as a client meets them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BEACH, FIXTURE_SEED, openTestShop, STORE } from '../test/fixture-shop.ts';
import type { TestShop } from '../test/fixture-shop.ts';
import { operation } from '../test/operations.ts';

let shop: TestShop;
let orderId: string;

beforeAll(async () => {
  shop = await openTestShop();
  const order = await shop.ring({
    locationId: STORE,
    staffId: '8001',
    lines: [{ sku: '210-001-G' }],
  });
  orderId = order.id;
});
afterAll(async () => shop.close());

const SHOP = '{ shop { name } }';

async function post(
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(shop.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

describe('tokens and versions', () => {
  test('a bad token is 401 with the text of the real API', async () => {
    const answer = await post('/admin/api/2026-10/graphql.json', { query: SHOP });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({
      errors: '[API] Invalid API key or access token (unrecognized login or wrong password)',
    });
  });

  test('client credentials give a token that works for a day', async () => {
    const own = await openTestShop();
    const grant = await own.send('POST', '/admin/oauth/access_token', {
      client_id: 'sendsale-client',
      client_secret: 'sendsale-secret',
      grant_type: 'client_credentials',
    });
    expect(grant.body).toMatchObject({ expires_in: 86_399 });
    const token = (grant.body as { access_token: string }).access_token;
    expect((await own.ask(SHOP, {}, token)).data).toEqual({ shop: { name: 'Example Jewelry' } });
    await own.send('POST', '/control/clock', { advanceMs: 86_400_000 });
    expect((await own.ask(SHOP, {}, token)).errors).toMatch(/Invalid API key/);
    await own.close();
  });

  test('wrong credentials are refused', async () => {
    const wrong = {
      client_id: 'sendsale-client',
      client_secret: 'no',
      grant_type: 'client_credentials',
    };
    expect((await shop.send('POST', '/admin/oauth/access_token', wrong)).status).toBe(401);
  });

  test('answers name the version and the request; another version is not found', async () => {
    const headers = { 'x-shopify-access-token': 'shpat_test' };
    const answer = await post('/admin/api/2026-10/graphql.json', { query: SHOP }, headers);
    expect(answer.headers.get('x-shopify-api-version')).toBe('2026-10');
    expect(answer.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
    expect((await post('/admin/api/2020-01/graphql.json', { query: SHOP }, headers)).status).toBe(
      404,
    );
  });

  test('the versions and the app tell what a client checks at start', async () => {
    const { data } = await shop.ask(operation('ShopInfo'));
    expect(data?.['publicApiVersions']).toContainEqual({
      handle: '2026-10',
      displayName: '2026-10',
      supported: true,
    });
    expect(JSON.stringify(data?.['currentAppInstallation'])).toContain(
      '"write_merchant_managed_fulfillment_orders"',
    );
    expect(JSON.stringify(data)).not.toContain('read_users');
  });
});

describe('errors', () => {
  test.each([
    [
      '{ order(id: "gid://shopify/Order/1") { id nope } }',
      'undefinedField',
      "Field 'nope' doesn't exist on type 'Order'",
    ],
    [
      '{ orders(first: 1, colour: 2) { nodes { id } } }',
      'argumentNotAccepted',
      "Field 'orders' doesn't accept argument 'colour'",
    ],
    [
      '{ shop }',
      'selectionMismatch',
      "Field must have selections (field 'shop' returns Shop but has no selections. Did you mean 'shop { ... }'?)",
    ],
    [
      '{ order { id } }',
      'missingRequiredArguments',
      "Field 'order' is missing required arguments: id",
    ],
    [
      '{ order(id: $id) { id } }',
      'variableNotDefined',
      'Variable $id is used by anonymous query but not declared',
    ],
    [
      'query A($x: Int) { shop { id } }',
      'variableNotUsed',
      'Variable $x is declared by A but not used',
    ],
  ])('%s is refused as the real server does', async (query, code, message) => {
    const { data, errors } = await shop.ask(query);
    expect(data).toBeUndefined();
    expect(errors?.[0]).toMatchObject({ message, extensions: { code } });
  });

  test('userErrors of fulfillmentCreate have no code: selecting it is a query error', async () => {
    const query =
      'mutation A($f: FulfillmentInput!) { fulfillmentCreate(fulfillment: $f) { userErrors { code } } }';
    const { errors } = await shop.ask(query, { f: { lineItemsByFulfillmentOrder: [] } });
    expect(errors?.[0]?.message).toBe("Field 'code' doesn't exist on type 'UserError'");
  });

  test('variables that do not fit are INVALID_VARIABLE with the problems', async () => {
    const { errors } = await shop.ask(operation('Ship'), {
      fulfillment: { lineItemsByFulfillmentOrder: [{ colour: 1 }] },
    });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_VARIABLE' });
    expect(errors?.[0]?.extensions?.['problems']).toContainEqual({
      path: ['lineItemsByFulfillmentOrder', 0, 'colour'],
      explanation: 'Field is not defined on FulfillmentOrderLineItemsInput',
    });
  });

  test('an id of another kind is RESOURCE_NOT_FOUND, one that is not there is null', async () => {
    const wrong = await shop.ask('{ order(id: "gid://shopify/Product/1") { id } }');
    expect(wrong.errors?.[0]).toMatchObject({
      message: 'Invalid id: gid://shopify/Product/1',
      extensions: { code: 'RESOURCE_NOT_FOUND' },
      path: ['order'],
    });
    expect((await shop.ask('{ order(id: "gid://shopify/Order/1") { id } }')).data).toEqual({
      order: null,
    });
  });

  test('staff without read_users is ACCESS_DENIED, with it the person', async () => {
    const denied = await shop.ask(operation('OrderStaff'), { id: orderId });
    expect(denied.errors?.[0]).toMatchObject({
      message: 'Access denied for staffMember field. Required access: `read_users` access scope.',
      extensions: { code: 'ACCESS_DENIED' },
    });
    const scopes = ['read_orders', 'read_users'];
    const rich = await openTestShop({
      ...FIXTURE_SEED,
      app: { accessTokens: ['shpat_test'], scopes },
    });
    const order = await rich.ring({
      locationId: STORE,
      staffId: '8001',
      lines: [{ sku: '210-001-G' }],
    });
    const { data } = await rich.ask(operation('OrderStaff'), { id: order.id });
    expect(data?.['order']).toMatchObject({ staffMember: { name: 'Sam Lee' } });
    await rich.close();
  });

  test('a page without a size and a page too long are BAD_REQUEST', async () => {
    const none = await shop.ask('{ orders { nodes { id } } }');
    expect(none.errors?.[0]).toMatchObject({
      message: 'you must provide one of first or last',
      extensions: { code: 'BAD_REQUEST' },
    });
    const long = await shop.ask('{ orders(first: 251) { nodes { id } } }');
    expect(long.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_REQUEST' });
  });
});

describe('cost', () => {
  test('is what the real API charged for these queries', async () => {
    const requested = async (query: string, variables: object): Promise<unknown> => {
      const { extensions } = await shop.ask(query, variables);
      return (extensions as { cost: { requestedQueryCost: number } }).cost.requestedQueryCost;
    };
    expect(await requested(operation('OrderDetail'), { id: orderId })).toBe(458);
    expect(await requested(operation('OrdersUpdatedSince'), { q: '' })).toBe(9);
    expect(await requested('{ orders(first: 250) { nodes { id } } }', {})).toBe(13);
    expect(await requested('{ orders(first: 250) { edges { node { id } } } }', {})).toBe(13);
    expect(await requested('{ ordersCount { count } }', {})).toBe(10);
    expect(await requested(operation('TagOrder'), { id: orderId, tags: [] })).toBe(10);
    expect(await requested('{ shop { name } }', {})).toBe(1);
  });

  test('a query that costs too much by itself is refused', async () => {
    const dear =
      '{ orders(first: 250) { nodes { fulfillmentOrders(first: 250) { nodes { lineItems(first: 250) { nodes { id } } } } } } }';
    const { errors } = await shop.ask(dear);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'MAX_COST_EXCEEDED', maxCost: 1000 });
  });

  test('an empty bucket throttles with 200 and no data, and fills again by the clock', async () => {
    const own = await openTestShop();
    const order = await own.ring({ locationId: STORE, lines: [{ sku: '210-001-G' }] });
    await own.send('POST', '/control/faults', { throttle: 1 });
    const throttled = await own.ask(operation('OrderDetail'), { id: order.id });
    expect(throttled).toMatchObject({
      errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
      extensions: {
        cost: {
          requestedQueryCost: 458,
          actualQueryCost: null,
          throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 0, restoreRate: 100 },
        },
      },
    });
    expect(throttled.data).toBeUndefined();
    own.clock.advance(4_580);
    const again = await own.ask(operation('OrderDetail'), { id: order.id });
    expect(again.errors).toBeUndefined();
    await own.close();
  });

  test('what was not used is given back', async () => {
    const own = await openTestShop();
    const { extensions } = await own.ask(operation('OrdersUpdatedSince'), { q: '' });
    expect(extensions?.['cost']).toMatchObject({
      requestedQueryCost: 9,
      actualQueryCost: 2,
      throttleStatus: { currentlyAvailable: 1998 },
    });
    await own.close();
  });
});

describe('faults', () => {
  test('the next requests fail with the status ordered, then all is well', async () => {
    await shop.send('POST', '/control/faults', { fail: { status: 503, times: 2 } });
    const headers = { 'x-shopify-access-token': 'shpat_test' };
    const statuses: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      statuses.push(
        (await post('/admin/api/2026-10/graphql.json', { query: SHOP }, headers)).status,
      );
    }
    expect(statuses).toEqual([503, 503, 200]);
  });

  test('a connection cut after the work leaves the work done', async () => {
    const own = await openTestShop();
    const order = await own.ring({
      shippingAddress: BEACH,
      lines: [{ sku: '210-001-G' }],
    });
    await own.send('POST', '/control/faults', { cutAfter: 1 });
    await expect(own.ask(operation('TagOrder'), { id: order.id, tags: ['late'] })).rejects.toThrow(
      'fetch failed',
    );
    const { body } = await own.send('GET', `/control/orders/${order.legacyId}`);
    expect(body).toMatchObject({ tags: ['late'] });
    await own.close();
  });
});
