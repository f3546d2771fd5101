// The simulator from outside: its own thread, real HTTP, a signed assertion, a RESTlet that starts a script.

import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import type { CryptoKey, KeyObject } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { serveNetSuite } from '../serve-netsuite.ts';
import { startNetSuite } from '../start-netsuite.ts';
import type { NetSuite } from '../start-netsuite.ts';
import { ACME_PROJECT } from '../test-kit/acme-account.ts';

const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const client = {
  clientId: 'acme-client',
  certificateId: 'acme-certificate',
  publicKey: keys.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
};
const rsa = generateKeyPairSync('rsa', { modulusLength: 3072 });
const rsaClient = {
  clientId: 'acme-client',
  certificateId: 'acme-rsa',
  publicKey: rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
};
const TOKEN_PATH = '/services/rest/auth/oauth2/v1/token';

let netsuite: NetSuite;
beforeAll(async () => {
  netsuite = await startNetSuite({
    projects: [ACME_PROJECT],
    oauthClients: [client, rsaClient],
    stopClockAt: '2026-11-24T12:00:00Z',
  });
});
afterAll(async () => {
  await netsuite.close();
});

interface Claims {
  readonly alg?: string;
  readonly kid?: string;
  readonly audience?: string;
  readonly seconds?: number;
  readonly scope?: string;
  readonly key?: CryptoKey | KeyObject;
}

async function assertion(claims: Claims): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  return new SignJWT({ scope: claims.scope ?? 'restlets,rest_webservices' })
    .setProtectedHeader({
      alg: claims.alg ?? 'ES256',
      typ: 'JWT',
      kid: claims.kid ?? client.certificateId,
    })
    .setIssuer(client.clientId)
    .setAudience(claims.audience ?? netsuite.url + TOKEN_PATH)
    .setIssuedAt(now)
    .setExpirationTime(now + (claims.seconds ?? 300))
    .sign(claims.key ?? keys.privateKey);
}

async function token(
  claims: Claims = {},
): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(netsuite.url + TOKEN_PATH, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await assertion(claims),
    }),
  });
  return {
    status: answer.status,
    body: z.record(z.string(), z.unknown()).parse(await answer.json()),
  };
}

async function restlet(query: string, init: RequestInit = {}): Promise<Response> {
  const { body } = await token();
  return fetch(`${netsuite.url}/app/site/hosting/restlet.nl?${query}`, {
    ...init,
    headers: {
      authorization: `Bearer ${String(body['access_token'])}`,
      'content-type': 'application/json',
    },
  });
}

async function control(path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(`${netsuite.url}/control/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return answer.json();
}

const RUN = 'script=customscript_acme_run&deploy=customdeploy_acme_run';

test('somebody who tries a RESTlet by hand takes a token from the control API', async () => {
  const call = async (headers: Record<string, string>): Promise<number> =>
    (await fetch(`${netsuite.url}/app/site/hosting/restlet.nl?${RUN}`, { headers })).status;
  expect(await call({})).toBe(401);
  const { access_token: given } = z
    .object({ access_token: z.string() })
    .parse(await control('token', {}));
  expect(await call({ authorization: `Bearer ${given}` })).not.toBe(401);
});

test('a signed assertion gets a token for an hour', async () => {
  const { status, body } = await token();
  expect(status).toBe(200);
  expect(body).toMatchObject({ expires_in: '3600', token_type: 'bearer' });
  expect(String(body['access_token'])).toMatch(/^[\w-]{40,}$/);
});

test('an RSA key signs PS256, not RS256', async () => {
  const claims = { kid: rsaClient.certificateId, key: rsa.privateKey };
  expect((await token({ ...claims, alg: 'PS256' })).status).toBe(200);
  expect((await token({ ...claims, alg: 'RS256' })).status).toBe(400);
});

test.each([
  ['an unknown certificate', { kid: 'other' }, 401, 'invalid_client'],
  ['another audience', { audience: 'https://elsewhere.example/token' }, 400, 'invalid_grant'],
  ['more than 60 minutes', { seconds: 3_700 }, 400, 'invalid_grant'],
  ['another scope', { scope: 'rest_webservices' }, 400, 'invalid_scope'],
  [
    'another key',
    { key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey },
    400,
    'invalid_grant',
  ],
] as const)('an assertion with %s is refused', async (...[, claims, status, error]) => {
  expect(await token(claims)).toMatchObject({ status, body: { error } });
});

test('a RESTlet without a token is refused as a bad login', async () => {
  const answer = await fetch(`${netsuite.url}/app/site/hosting/restlet.nl?${RUN}`);
  expect(answer.status).toBe(401);
  expect(await answer.json()).toEqual({
    error: { code: 'INVALID_LOGIN_ATTEMPT', message: 'Invalid login attempt.' },
  });
});

test('get sees the parameters without script and deploy, and its text comes back as it is', async () => {
  const answer = await restlet(`${RUN}&jobName=Acme%20numbers`);
  expect(await answer.text()).toBe('{"jobName":"Acme numbers","keys":["jobName"]}');
});

test('an unknown script, a method without function and a throwing script answer as NetSuite does', async () => {
  expect((await restlet('script=customscript_none&deploy=1')).status).toBe(404);
  const put = await restlet(RUN, { method: 'PUT', body: '{}' });
  expect([put.status, await put.json()]).toEqual([
    405,
    { error: { code: 'METHOD_NOT_ALLOWED', message: 'The script has no entry point put.' } },
  ]);
  const thrown = await restlet(RUN, {
    method: 'POST',
    body: JSON.stringify({ jobName: 'None', scriptType: 'MAP_REDUCE' }),
  });
  expect(thrown.status).toBe(500);
  expect(await thrown.text()).toContain('TypeError');
});

test('post starts the on-demand deployment of a map/reduce script, which runs to its end', async () => {
  const answer = await restlet(RUN, {
    method: 'POST',
    body: JSON.stringify({ jobName: 'Acme numbers', scriptType: 'MAP_REDUCE' }),
  });
  expect(JSON.stringify(await answer.json())).toMatch(
    /^\{"status":"success","message":"submitted MAPREDUCETASK_\d+"\}$/,
  );
  expect(await control('idle')).toEqual({ idle: true });
  const executions = z
    .array(
      z.object({
        kind: z.string(),
        log: z.array(z.object({ title: z.string(), details: z.string() })),
      }),
    )
    .parse(await control('executions?script=customscript_acme_numbers'));
  expect(executions.map(({ kind }) => kind).toReversed()).toEqual([
    'getInputData',
    'map',
    'map',
    'map',
    'reduce',
    'reduce',
    'reduce',
    'reduce',
    'summarize',
  ]);
  expect(executions[0]?.log[0]).toMatchObject({ title: 'all', details: '1|2|3' });
});

test('an answer ordered lost is lost after its work was done, once', async () => {
  await control('faults', { kind: 'response-lost', script: 'customscript_acme_run' });
  const call = async (): Promise<Response> =>
    restlet(RUN, {
      method: 'POST',
      body: JSON.stringify({ jobName: 'Acme numbers', scriptType: 'MAP_REDUCE' }),
    });
  await expect(call()).rejects.toThrow('fetch failed');
  await control('idle');
  const tasks = z.array(z.object({ status: z.string() })).parse(await control('tasks'));
  expect(tasks.map(({ status }) => status)).toEqual(['COMPLETE', 'COMPLETE']);
  expect((await call()).status).toBe(200);
  await control('idle');
});

test('records are created through the engine, references resolved, and read back', async () => {
  const created = await control('records', [
    { type: 'location', externalid: 'L1', fields: { name: 'Reno', subsidiary: '1' } },
    { type: 'account', externalid: 'A1', fields: { acctname: 'Adjustment', accttype: 'Expense' } },
    { type: 'inventoryitem', externalid: 'I1', fields: { itemid: 'SHIRT' } },
    {
      type: 'inventoryadjustment',
      externalid: 'J1',
      fields: { account: { $ref: 'A1', type: 'account' }, subsidiary: '1' },
      sublists: {
        inventory: [
          {
            item: { $ref: 'I1', type: 'inventoryitem' },
            location: { $ref: 'L1', type: 'location' },
            adjustqtyby: 5,
          },
        ],
      },
    },
  ]);
  expect(created).toMatchObject([
    { externalid: 'L1' },
    { externalid: 'A1' },
    { externalid: 'I1' },
    { externalid: 'J1' },
  ]);
  expect(await control('records/location')).toMatchObject([
    { type: 'location', fields: { name: 'Reno' } },
  ]);
  const refused = await control('records', [{ type: 'location', fields: { nosuchfield: 'x' } }]);
  expect(JSON.stringify(refused)).toContain('Record 0 (location');
});

test('the clock is moved, and a scheduled deployment that falls due on the way runs once a slot', async () => {
  const before = z
    .array(z.unknown())
    .parse(await control('executions?script=customscript_acme_import_orders')).length;
  expect(before).toBe(0);
  expect(await control('clock', { advanceMs: 31 * 60_000 })).toEqual({
    now: '2026-11-24T12:31:00.000Z',
    stopped: true,
  });
  const runs = z
    .array(z.object({ startedAt: z.string() }))
    .parse(await control('executions?script=customscript_acme_import_orders'));
  expect(runs.map(({ startedAt }) => startedAt)).toEqual([
    '2026-11-24T12:30:00.000Z',
    '2026-11-24T12:15:00.000Z',
  ]);
  await control('clock', { advanceMs: 86_400_000, schedules: false });
  expect(await control('executions?script=customscript_acme_import_orders')).toHaveLength(2);
});

test('an account kept in a file goes on where it was stopped', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'netsuite-state-'));
  const stateFile = join(folder, 'state.json');
  const seedFile = join(folder, 'seed.json');
  writeFileSync(
    seedFile,
    JSON.stringify([{ type: 'location', externalid: 'L1', fields: { name: 'Reno' } }]),
  );
  const options = { projects: [ACME_PROJECT], stateFile, seedFile, schedules: false };
  try {
    const first = await serveNetSuite(options);
    const { records } = first.simulator.host.account;
    records.submitFields({
      type: 'scriptdeployment',
      id: records.list('scriptdeployment')[0]?.id ?? '',
      values: { status: 'TESTING' },
    });
    await first.close();

    const second = await serveNetSuite(options);
    const restored = second.simulator.host.account.records;
    expect(restored.list('location').map(({ fields }) => fields['name'])).toEqual(['Reno']);
    expect(restored.list('scriptdeployment')[0]?.fields['status']).toBe('TESTING');
    expect(second.simulator.host.registry.scripts()).toHaveLength(4);
    await second.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
