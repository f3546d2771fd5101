import { startShopify } from '@sendsale/simulator-shopify';
import type { RunningShopify } from '@sendsale/simulator-shopify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { jumpingClock } from '../test/jumping-clock.ts';
import type { JumpingClock } from '../test/jumping-clock.ts';
import { FULFILLMENT_CREATE } from '../wire/operations.ts';
import type { ShopifyCredentials } from './connection.ts';
import { checkApiVersion, shopifyClient } from './shopify-client.ts';
import type { ShopifyClient } from './shopify-client.ts';

const STATIC: ShopifyCredentials = { kind: 'static', token: 'shpat_test' };
const SHOP = { operation: '{ shop { name } }', schema: z.object({ shop: z.unknown() }) };

let clock: JumpingClock;
let shop: RunningShopify;

beforeEach(async () => {
  clock = jumpingClock('2026-11-23T10:00:00Z');
  shop = await startShopify({
    port: 0,
    clock,
    seed: {
      shop: { name: 'Example', domain: 'example.myshopify.com' },
      app: { accessTokens: ['shpat_test'], clientId: 'id', clientSecret: 'secret' },
      limits: { maximumAvailable: 1000, restoreRate: 50 },
      locations: [{ id: 1, name: 'Store', address: {}, isStore: true }],
      products: [],
    },
  });
});

afterEach(async () => {
  await shop.close();
});

function connect(credentials: ShopifyCredentials = STATIC, apiVersion?: string): ShopifyClient {
  const version = apiVersion === undefined ? {} : { apiVersion };
  return shopifyClient({ baseUrl: shop.url, credentials, clock, ...version });
}

async function order(faults: object): Promise<void> {
  await fetch(`${shop.url}/control/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(faults),
  });
}

async function faultsLeft(): Promise<unknown> {
  return (await fetch(`${shop.url}/control/faults`)).json();
}

describe('credentials', () => {
  test('a static token is sent; a wrong one is a named failure', async () => {
    expect(await connect().query(SHOP)).toEqual({ ok: true, value: { shop: { name: 'Example' } } });
    const answer = await connect({ kind: 'static', token: 'wrong' }).query(SHOP);
    expect(answer).toMatchObject({ ok: false, error: { code: 'SHOPIFY_ACCESS_DENIED' } });
  });

  test('client credentials are exchanged for a token, which is renewed before its 24 hours end', async () => {
    const credentials = { kind: 'client-credentials', clientId: 'id', clientSecret: 'secret' };
    const client = connect(credentials as ShopifyCredentials);
    expect((await client.query(SHOP)).ok).toBe(true);
    for (let hour = 0; hour < 50; hour += 1) {
      clock.advance(60 * 60 * 1000);
      expect((await client.query(SHOP)).ok).toBe(true);
    }
    expect(clock.slept).toEqual([]);
  });

  test('a wrong secret is a named failure', async () => {
    const answer = await connect({
      kind: 'client-credentials',
      clientId: 'id',
      clientSecret: 'wrong',
    }).query(SHOP);
    expect(answer).toMatchObject({ ok: false, error: { code: 'SHOPIFY_ACCESS_DENIED' } });
  });
});

describe('limits', () => {
  test('THROTTLED as HTTP 200 and HTTP 429 are waited out', async () => {
    const client = connect();
    await order({ throttle: 3 });
    expect((await client.query(SHOP)).ok).toBe(true);
    expect(clock.slept).toHaveLength(3);
    await order({ fail: { status: 429, times: 2 } });
    expect((await client.query(SHOP)).ok).toBe(true);
    expect(clock.slept).toHaveLength(5);
  });
});

describe('troubles', () => {
  test('a query outlives server errors and a broken connection', async () => {
    const client = connect();
    await order({ fail: { status: 502, times: 3 } });
    expect((await client.query(SHOP)).ok).toBe(true);
    await order({ cutAfter: 2 });
    expect((await client.query(SHOP)).ok).toBe(true);
    expect(clock.slept).toEqual([500, 1000, 2000, 500, 1000]);
  });

  test('it gives up in the end, and says what Shopify answered', async () => {
    await order({ fail: { status: 503, times: 1000 } });
    const answer = await connect().query(SHOP);
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'SHOPIFY_UNREACHABLE', mayHaveHappened: false },
    });
    expect(await faultsLeft()).toMatchObject({ fail: { times: 992 } });
  });

  test('a mutation whose answer was lost is not sent again', async () => {
    await order({ cutAfter: 5 });
    const answer = await connect().mutate({
      operation: FULFILLMENT_CREATE,
      variables: { fulfillment: { lineItemsByFulfillmentOrder: [] } },
      schema: z.unknown(),
    });
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'SHOPIFY_UNREACHABLE', mayHaveHappened: true },
    });
    expect(await faultsLeft()).toMatchObject({ cutAfter: 4 });
  });

  test('a mutation Shopify throttled was not carried out, and is sent again', async () => {
    await order({ throttle: 1 });
    const answer = await connect().mutate({
      operation: FULFILLMENT_CREATE,
      variables: { fulfillment: { lineItemsByFulfillmentOrder: [] } },
      schema: z.unknown(),
    });
    expect(answer.ok).toBe(true);
  });

  test('nobody listens: unreachable', async () => {
    await shop.close();
    const answer = await connect().mutate({ ...SHOP });
    expect(answer).toMatchObject({ ok: false, error: { code: 'SHOPIFY_UNREACHABLE' } });
  });

  test('an answer of another shape names the place', async () => {
    const schema = z.object({ shop: z.object({ name: z.number() }) });
    const answer = await connect().query({ operation: SHOP.operation, schema });
    expect(answer.ok ? '' : answer.error.message).toContain('shop.name');
  });
});

test('the pinned version is looked up; one that is no longer served is a named failure', async () => {
  expect(await checkApiVersion(connect())).toEqual({ ok: true, value: true });
  const answer = await checkApiVersion(connect(), '2024-01');
  expect(answer).toMatchObject({ ok: false, error: { code: 'SHOPIFY_VERSION_UNSUPPORTED' } });
});
