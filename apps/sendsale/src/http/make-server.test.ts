import { createHmac } from 'node:crypto';
import { createApiKey } from '@sendsale/oms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Oms } from '../compose.ts';
import { startTestServer } from '../testing/test-server.ts';
import type { TestServer } from '../testing/test-server.ts';
import type { Server } from './make-server.ts';

// One embedded database for the file: making one takes seconds.
let world: TestServer;
let oms: Oms;
let server: Server;
let key: string;
const SECRET = 'the-secret-of-the-app';

beforeAll(async () => {
  world = await startTestServer({
    open: false,
    environment: {
      SENDSALE_SHOPIFY_DOMAIN: 'harbor.myshopify.com',
      SENDSALE_SHOPIFY_CLIENT_ID: 'client',
      SENDSALE_SHOPIFY_CLIENT_SECRET: SECRET,
    },
  });
  ({ oms, server } = world);
  key = await createApiKey(oms.db, { name: 'tester', at: oms.clock.now() });
}, 180_000);

afterAll(async () => {
  await world.close();
}, 60_000);

const withKey = (): { authorization: string } => ({ authorization: `Bearer ${key}` });

describe('the HTTP server', () => {
  it('asks for a key everywhere but at the health check', async () => {
    expect((await server.inject('/health')).statusCode).toBe(200);
    for (const url of ['/api/orders', '/api/problems', '/openapi.json', '/docs', '/api/nowhere']) {
      const answer = await server.inject(url);
      expect([url, answer.statusCode]).toEqual([url, 401]);
      expect(answer.json()).toMatchObject({ error: { code: 'KEY_REQUIRED' } });
    }
    const wrong = await server.inject({
      url: '/api/orders',
      headers: { authorization: 'Bearer ssk_no' },
    });
    expect(wrong.statusCode).toBe(401);
  });

  it('answers with a key', async () => {
    const answer = await server.inject({ url: '/api/orders', headers: withKey() });
    expect([answer.statusCode, answer.json()]).toEqual([200, []]);
  });

  it('describes every call it serves', async () => {
    const answer = await server.inject({ url: '/openapi.json', headers: withKey() });
    const { paths } = answer.json<{ paths: Record<string, unknown> }>();
    expect(Object.keys(paths)).toContain('/api/orders/{name}');
    expect(Object.keys(paths)).toContain('/api/facilities/{id}/shipments');
  });

  it('names what is missing and what is wrong with a request', async () => {
    const missing = await server.inject({ url: '/api/orders/M99999', headers: withKey() });
    expect([missing.statusCode, missing.json<{ error: { code: string } }>().error.code]).toEqual([
      404,
      'NOT_FOUND',
    ]);
    const wrong = await server.inject({ url: '/api/orders?limit=0', headers: withKey() });
    expect([wrong.statusCode, wrong.json<{ error: { code: string } }>().error.code]).toEqual([
      400,
      'INVALID_REQUEST',
    ]);
  });

  it('keeps a signed webhook once and refuses one that is not signed by the app', async () => {
    const payload = JSON.stringify({ id: 1, name: '#1001' });
    const headers = {
      'content-type': 'application/json',
      'x-shopify-topic': 'orders/create',
      'x-shopify-webhook-id': 'delivery-1',
      'x-shopify-hmac-sha256': createHmac('sha256', SECRET).update(payload).digest('base64'),
    };
    await oms.db
      .insertInto('shop')
      .values({
        id: 'harbor',
        name: 'Harbor',
        domain: 'harbor.myshopify.com',
        currency: 'USD',
        time_zone: 'America/New_York',
      })
      .execute();
    const post = { method: 'POST', url: '/webhooks/shopify/harbor', payload } as const;
    for (const _ of [1, 2]) {
      expect((await server.inject({ ...post, headers })).statusCode).toBe(200);
    }
    const forged = { ...headers, 'x-shopify-hmac-sha256': 'AAAA' };
    expect((await server.inject({ ...post, headers: forged })).statusCode).toBe(401);
    const changed = await server.inject({ ...post, headers, payload: `${payload} ` });
    expect(changed.statusCode).toBe(401);
  });
});
