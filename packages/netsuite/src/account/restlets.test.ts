import { decodeProtectedHeader, importSPKI, jwtVerify } from 'jose';
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeRestlets } from './restlets.ts';
import type { Restlets } from './restlets.ts';

// NetSuite at the wire: a token endpoint that keeps the assertions it got, and RESTlets that answer as told.
let server: Server;
let url: string;
let assertions: string[];
let calls: Array<{ readonly path: string; readonly authorization: string; readonly body: unknown }>;
let answers: Array<{ readonly status: number; readonly body: unknown }>;
let now: Date;

beforeEach(async () => {
  assertions = [];
  calls = [];
  answers = [];
  now = new Date('2026-11-23T10:00:00Z');
  server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
});

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  const send = (status: number, body: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  if (request.url === '/services/rest/auth/oauth2/v1/token') {
    assertions.push(new URLSearchParams(text).get('client_assertion') ?? '');
    send(200, { access_token: `token-${assertions.length}`, expires_in: '3600' });
    return;
  }
  const authorization = request.headers.authorization ?? '';
  calls.push({ path: request.url ?? '', authorization, body: JSON.parse(text) });
  const answer = answers.shift() ?? {
    status: 200,
    body: { status: 'success', message: 'started' },
  };
  send(answer.status, answer.body);
}

function keys(kind: 'ec' | 'rsa') {
  const pair =
    kind === 'ec'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: 3072 });
  const type = kind === 'ec' ? 'sec1' : 'pkcs1';
  return {
    privateKey: pair.privateKey.export({ type, format: 'pem' }).toString(),
    publicKey: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

function restlets(privateKey: string): Restlets {
  const account = { restletUrl: url, tokenUrl: url, clientId: 'client', certificateId: 'cert' };
  return makeRestlets({ ...account, privateKey }, { now: () => now, sleep: async () => {} });
}

describe('the token', () => {
  test.each([
    ['ec', 'ES256'],
    ['rsa', 'PS256'],
  ] as const)(
    'an %s key signs %s with the certificate id, for at most an hour',
    async (kind, alg) => {
      const { privateKey, publicKey } = keys(kind);
      await restlets(privateKey).runScript('importCustomers');
      const [assertion = ''] = assertions;
      expect(decodeProtectedHeader(assertion)).toEqual({ alg, typ: 'JWT', kid: 'cert' });
      const { payload } = await jwtVerify(assertion, await importSPKI(publicKey, alg), {
        currentDate: now,
        audience: `${url}/services/rest/auth/oauth2/v1/token`,
        issuer: 'client',
      });
      expect(payload['scope']).toBe('restlets');
      expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBeLessThanOrEqual(3_600);
    },
  );

  test('is kept until shortly before its end, and asked for again when refused', async () => {
    const { privateKey } = keys('ec');
    const netsuite = restlets(privateKey);
    await netsuite.runScript('importCustomers');
    now = new Date(now.getTime() + 58 * 60_000);
    await netsuite.runScript('importCustomers');
    expect(assertions).toHaveLength(1);
    now = new Date(now.getTime() + 2 * 60_000);
    answers = [{ status: 401, body: { error: 'invalid_token' } }];
    const refused = await netsuite.runScript('importCustomers');
    expect(refused.ok).toBe(false);
    await netsuite.runScript('importCustomers');
    expect(calls.map((call) => call.authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-1',
      'Bearer token-2',
      'Bearer token-3',
    ]);
  });
});

describe('starting a script', () => {
  test('names the script as the published RESTlet wants it', async () => {
    const run = await restlets(keys('ec').privateKey).runScript('exportCustomerIds');
    expect(run).toEqual({ ok: true, value: { isStarted: true, message: 'started' } });
    expect(calls).toEqual([
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
    answers = [{ status: 200, body }];
    const run = await restlets(keys('ec').privateKey).runScript('importCustomers');
    expect(run).toEqual({ ok: true, value: { isStarted: false, message } });
  });

  test('an answer of another shape is a named failure', async () => {
    answers = [{ status: 200, body: { hello: 1 } }];
    const run = await restlets(keys('ec').privateKey).runScript('importCustomers');
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
  answers = [
    { status: 200, body: { orders: orderIds.slice(0, 200).map(books) } },
    { status: 200, body: { orders: orderIds.slice(200).map(books) } },
  ];
  const read = await restlets(keys('ec').privateKey).readBack(orderIds);
  const orders = read.ok ? read.value : [];
  expect(orders.map((order) => order.orderId)).toEqual(orderIds);
  expect(orders[0]?.salesOrders).toEqual([{ id: '1', status: 'Billed', total: '10.00' }]);
  expect(calls).toHaveLength(2);
});
