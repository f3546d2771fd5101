import { decodeProtectedHeader, importSPKI, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeKeys, RestletServer } from '../test/restlet-server.ts';
import { makeRestlets } from './restlets.ts';
import type { Restlets } from './restlets.ts';

let server: RestletServer;
let now: Date;

beforeEach(async () => {
  now = new Date('2026-11-23T10:00:00Z');
  server = new RestletServer();
  await server.listen();
});

afterEach(async () => server.close());

function restlets(privateKey: string): Restlets {
  return makeRestlets(server.settings(privateKey), { now: () => now, sleep: async () => {} });
}

describe('the token', () => {
  test.each([
    ['ec', 'ES256'],
    ['rsa', 'PS256'],
  ] as const)(
    'an %s key signs %s with the certificate id, for at most an hour',
    async (kind, alg) => {
      const { privateKey, publicKey } = makeKeys(kind);
      await restlets(privateKey).runScript('importCustomers');
      const [assertion = ''] = server.assertions;
      expect(decodeProtectedHeader(assertion)).toEqual({ alg, typ: 'JWT', kid: 'cert' });
      const { payload } = await jwtVerify(assertion, await importSPKI(publicKey, alg), {
        currentDate: now,
        audience: `${server.url}/services/rest/auth/oauth2/v1/token`,
        issuer: 'client',
      });
      expect(payload['scope']).toBe('restlets');
      expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBeLessThanOrEqual(3_600);
    },
  );

  test('is kept until shortly before its end, and asked for again when refused', async () => {
    const { privateKey } = makeKeys('ec');
    const netsuite = restlets(privateKey);
    await netsuite.runScript('importCustomers');
    now = new Date(now.getTime() + 58 * 60_000);
    await netsuite.runScript('importCustomers');
    expect(server.assertions).toHaveLength(1);
    now = new Date(now.getTime() + 2 * 60_000);
    server.answers = [{ status: 401, body: { error: 'invalid_token' } }];
    const refused = await netsuite.runScript('importCustomers');
    expect(refused.ok).toBe(false);
    await netsuite.runScript('importCustomers');
    expect(server.calls.map((call) => call.authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-1',
      'Bearer token-2',
      'Bearer token-3',
    ]);
  });
});

describe('starting a script', () => {
  test('names the script as the published RESTlet wants it', async () => {
    const run = await restlets(makeKeys('ec').privateKey).runScript('exportCustomerIds');
    expect(run).toMatchObject({ ok: true, value: { isStarted: true, message: 'started' } });
    expect(server.calls).toEqual([
      {
        path: '/app/site/hosting/restlet.nl?script=customscript_restlet_runscript&deploy=customdeploy_restlet_runscript',
        authorization: 'Bearer token-1',
        body: { jobName: 'HC_MR_ExportedCustomerCSV', scriptType: 'MAP_REDUCE' },
      },
    ]);
  });

  test.each([
    [
      'our bundle: it runs already',
      { status: 'error', code: 'ALREADY_RUNNING', message: 'busy' },
      'busy',
    ],
    ['the published one: nothing to start', { status: 'success', message: '' }, ''],
    ['a text that holds JSON', JSON.stringify({ status: 'error', message: 'no' }), 'no'],
  ])('%s', async (_name, body, message) => {
    server.answers = [{ status: 200, body }];
    const run = await restlets(makeKeys('ec').privateKey).runScript('importCustomers');
    expect(run).toMatchObject({ ok: true, value: { isStarted: false, message } });
  });

  test('an answer of another shape is a named failure', async () => {
    server.answers = [{ status: 200, body: { hello: 1 } }];
    const run = await restlets(makeKeys('ec').privateKey).runScript('importCustomers');
    expect(run.ok ? '' : run.error.message).toMatch(/^customscript_restlet_runscript answered/);
  });
});

test('the books of many orders are read in calls of a bounded size', async () => {
  const orderIds = Array.from({ length: 250 }, (_, index) => `M${10_001 + index}`);
  const books = (orderId: string) => ({
    orderId,
    salesOrders: [{ id: 1, status: 'Billed', total: '10.00' }],
    deposits: [],
    fulfillments: [],
    invoices: [],
    cashSales: [],
    refunds: [],
  });
  server.answers = [
    { status: 200, body: { orders: orderIds.slice(0, 200).map(books) } },
    { status: 200, body: { orders: orderIds.slice(200).map(books) } },
  ];
  const read = await restlets(makeKeys('ec').privateKey).readBack(orderIds);
  const orders = read.ok ? read.value : [];
  expect(orders.map((order) => order.orderId)).toEqual(orderIds);
  expect(orders[0]?.salesOrders).toMatchObject([{ id: '1', status: 'Billed', total: '10.00' }]);
  expect(server.calls).toHaveLength(2);
});
