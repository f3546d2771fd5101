import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { permissionsOf, ROLES } from '@sendsale/domain';
import type { Role } from '@sendsale/domain';
import { createApiKey, savePerson } from '@sendsale/oms';
import { readEnvironment } from '@sendsale/platform/config';
import { hashPassword } from '@sendsale/platform/password';
import { auditEntries, listApiKeys, listPeople } from '@sendsale/store/read';
import { seedNetwork } from '@sendsale/test-kit';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeOms } from '../../compose.ts';
import type { Oms } from '../../compose.ts';
import { makeServer } from '../make-server.ts';
import type { Server } from '../make-server.ts';
import { may, refuseUndeclaredRoutes } from './declared.ts';
import type { Access } from './declared.ts';

// One embedded database for the file: making one takes seconds.
let folder: string;
let oms: Oms;
let server: Server;
let now = new Date('2026-11-24T10:00:00Z');
const routes: Array<{ method: string; url: string; access: Access }> = [];
const PASSWORD = 'a password of tests';
const HOUR = 3_600_000;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sendsale-access-'));
  const environment = readEnvironment({
    SENDSALE_DATA_FOLDER: folder,
    SENDSALE_LOG_LEVEL: 'silent',
  });
  const composed = await composeOms(environment, { workers: 0, name: 'test' });
  oms = { ...composed, clock: { ...composed.clock, now: () => now } };
  await seedNetwork(oms.db);
  server = await makeServer(oms, {
    open: false,
    onRoute: ({ method, url, config }) => {
      for (const one of [method].flat()) {
        routes.push({ method: one, url, access: config?.access ?? 'PUBLIC' });
      }
    },
  });
  const passwordHash = await hashPassword(PASSWORD);
  for (const role of ROLES) {
    await savePerson(oms.db, {
      id: null,
      email: `${role.toLowerCase()}@shop.example`,
      name: role,
      roles: [role],
      facilityIds: ['NYC'],
      passwordHash,
      disabled: false,
      basedOn: null,
      actor: 'test',
      via: 'test',
      at: now,
    });
  }
}, 180_000);

afterAll(async () => {
  await server.close();
  await oms.close();
  rmSync(folder, { recursive: true });
}, 60_000);

interface SignedIn {
  readonly cookie: string;
  readonly csrf: string;
}

async function signIn(role: Role): Promise<SignedIn> {
  const answer = await server.inject({
    method: 'POST',
    url: '/api/session',
    payload: { email: `${role}@shop.example`, password: PASSWORD },
  });
  expect(answer.statusCode).toBe(200);
  return { cookie: cookieOf(answer.cookies), csrf: answer.json<{ csrf: string }>().csrf };
}

function cookieOf(cookies: ReadonlyArray<{ readonly name: string; readonly value: string }>) {
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

const headersOf = ({ cookie, csrf }: SignedIn) => ({ cookie, 'x-sendsale-csrf': csrf });

describe('permissions', () => {
  it('a route that does not say who may call it is refused when the server is put together', async () => {
    const bare = Fastify();
    refuseUndeclaredRoutes(bare);
    expect(() => bare.get('/x', async () => 1)).toThrow('GET /x does not declare who may call it.');
    expect(() => bare.post('/x', { config: may('SIGNED_IN') }, async () => 1)).toThrow(
      'POST /x does not declare how the audit log tells what it changes.',
    );
    await bare.close();
  });

  it('every role gets 403 from every route it lacks the permission of, and from no other', async () => {
    expect(routes.filter(({ url }) => url.startsWith('/api/')).length).toBeGreaterThan(50);
    for (const role of ROLES) {
      const person = await signIn(role);
      const mine = permissionsOf([role]);
      for (const { method, url, access } of routes) {
        if (access === 'PUBLIC' || access === 'SIGNED_IN' || !isCallable(method)) continue;
        const answer = await server.inject({
          method,
          url: url.replaceAll(/:\w+/g, 'nothing'),
          headers: headersOf(person),
        });
        const refused = answer.body.includes('NOT_PERMITTED');
        expect([role, method, url, refused]).toEqual([role, method, url, !mine.has(access)]);
      }
    }
  });

  it('nobody without a session or key gets anything but what is public', async () => {
    for (const { method, url, access } of routes) {
      if (access === 'PUBLIC' || !isCallable(method)) continue;
      const answer = await server.inject({ method, url: url.replaceAll(/:\w+/g, 'nothing') });
      expect([method, url, answer.statusCode]).toEqual([method, url, 401]);
    }
  });

  it('an associate sees the work of no other store', async () => {
    const lead = await signIn('STORE_LEAD');
    const headers = headersOf(lead);
    const own = await server.inject({ url: '/api/facilities/NYC/work', headers });
    const other = await server.inject({ url: '/api/facilities/BOS/work', headers });
    expect([own.statusCode, other.statusCode]).toEqual([200, 403]);
  });

  it('a key with a role may do what the role may', async () => {
    const key = await createApiKey(oms.db, { name: 'books', role: 'ACCOUNTANT', at: now });
    const headers = { authorization: `Bearer ${key}` };
    expect((await server.inject({ url: '/api/problems', headers })).statusCode).toBe(200);
    expect((await server.inject({ url: '/api/people', headers })).statusCode).toBe(403);
  });

  it('a key may do everything without a role, but a backup needs one that was given', async () => {
    const backup = async (name: string, role: Role | null) => {
      const key = await createApiKey(oms.db, { name, role, at: now });
      const headers = { authorization: `Bearer ${key}` };
      const people = await server.inject({ url: '/api/people', headers });
      const made = await server.inject({ method: 'POST', url: '/api/backup', headers });
      return [people.statusCode, made.statusCode, made.headers['content-type']];
    };
    const json = 'application/json; charset=utf-8';
    expect(await backup('without', null)).toEqual([200, 403, json]);
    expect(await backup('engineer', 'ENGINEER')).toEqual([403, 403, json]);
    expect(await backup('nightly', 'ADMINISTRATOR')).toEqual([200, 200, 'application/gzip']);
    const entries = await auditEntries(oms.db, { limit: 100 });
    const made = entries.filter(({ action }) => action === 'backup.make');
    expect(made.map(({ actor }) => actor).filter((actor) => actor !== 'ADMINISTRATOR')).toEqual([
      'nightly',
    ]);
  });

  it('nobody gives more than they have: a key without a role makes no administrator, and is none by another name', async () => {
    const key = await createApiKey(oms.db, { name: 'climber', role: null, at: now });
    const headers = { authorization: `Bearer ${key}` };
    const post = async (url: string, payload: object) =>
      (await server.inject({ method: 'POST', url, headers, payload })).statusCode;
    const person = async (name: string, role: Role) =>
      post('/api/people', {
        email: `${name}@shop.example`,
        name,
        roles: [role],
        facilityIds: [],
        password: PASSWORD,
        disabled: false,
        basedOn: null,
      });
    expect(await post('/api/keys', { name: 'top', role: 'ADMINISTRATOR' })).toBe(403);
    expect(await post('/api/keys', { name: 'same', role: null })).toBe(200);
    expect(await person('top', 'ADMINISTRATOR')).toBe(403);
    expect(await person('clerk', 'ACCOUNTANT')).toBe(200);
    const { id, ...administrator } = (await listPeople(oms.db)).find(({ roles }) =>
      roles.includes('ADMINISTRATOR'),
    ) ?? { id: '' };
    const taken = await server.inject({
      method: 'PUT',
      url: `/api/people/${id}`,
      headers,
      payload: { ...administrator, disabled: false, basedOn: 1, password: 'known to the key' },
    });
    expect(taken.statusCode).toBe(403);
    const names = (await listPeople(oms.db)).map(({ name }) => name);
    expect([names.includes('top'), names.includes('clerk')]).toEqual([false, true]);
    expect((await listApiKeys(oms.db)).map(({ name }) => name)).not.toContain('top');
  });
});

function isCallable(method: string): method is 'GET' | 'POST' | 'PUT' | 'DELETE' {
  return ['GET', 'POST', 'PUT', 'DELETE'].includes(method);
}

describe('sessions', () => {
  it('the cookie is kept from scripts and other sites, and needs TLS but on the machine itself', async () => {
    const payload = { email: 'auditor@shop.example', password: PASSWORD };
    const post = { method: 'POST', url: '/api/session', payload } as const;
    const here = await server.inject({ ...post, headers: { host: 'localhost' } });
    expect(here.headers['set-cookie']).toMatch(
      /^sendsale_session=\S+; .*HttpOnly; SameSite=Strict$/,
    );
    const far = await server.inject({ ...post, headers: { host: 'oms.shop.example' } });
    expect(far.headers['set-cookie']).toMatch(
      /^__Host-sendsale_session=\S+; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
  });

  it('a change without the word of our screens, or from another site, is refused', async () => {
    const { cookie, csrf } = await signIn('ENGINEER');
    const run = async (headers: Record<string, string>) =>
      server.inject({ method: 'POST', url: '/api/jobs/broker-orders/pause', headers });
    expect((await run({ cookie })).statusCode).toBe(403);
    expect((await run({ cookie, 'x-sendsale-csrf': 'guess' })).statusCode).toBe(403);
    const elsewhere = { cookie, 'x-sendsale-csrf': csrf, 'sec-fetch-site': 'cross-site' };
    expect((await run(elsewhere)).statusCode).toBe(403);
    expect((await run({ cookie, 'x-sendsale-csrf': csrf })).statusCode).toBe(202);
  });

  it('the token changes with time; the one before counts for a minute more', async () => {
    const { cookie } = await signIn('AUDITOR');
    now = new Date(now.getTime() + 2 * HOUR);
    const first = await server.inject({ url: '/api/problems', headers: { cookie } });
    const next = cookieOf(first.cookies);
    expect([first.statusCode, next === cookie]).toEqual([200, false]);
    const underWay = await server.inject({ url: '/api/problems', headers: { cookie } });
    expect(underWay.statusCode).toBe(200);
    now = new Date(now.getTime() + 61_000);
    const late = await server.inject({ url: '/api/problems', headers: { cookie } });
    expect(late.statusCode).toBe(401);
    const current = await server.inject({ url: '/api/problems', headers: { cookie: next } });
    expect(current.statusCode).toBe(200);
  });

  it('ends after twelve hours without a call, by signing out, and when the person is disabled', async () => {
    const idle = await signIn('AUDITOR');
    now = new Date(now.getTime() + 12 * HOUR + 1);
    const status = async ({ cookie }: SignedIn) =>
      (await server.inject({ url: '/api/problems', headers: { cookie } })).statusCode;
    expect(await status(idle)).toBe(401);

    const out = await signIn('AUDITOR');
    await server.inject({ method: 'DELETE', url: '/api/session', headers: headersOf(out) });
    expect(await status(out)).toBe(401);

    const gone = await signIn('ACCOUNTANT');
    const administrator = headersOf(await signIn('ADMINISTRATOR'));
    const people = await server.inject({ url: '/api/people', headers: administrator });
    const all = people.json<Array<{ id: string; email: string; revision: number }>>();
    const accountant = all.find(({ email }) => email === 'accountant@shop.example');
    const saved = await server.inject({
      method: 'PUT',
      url: `/api/people/${accountant?.id}`,
      headers: administrator,
      payload: { email: accountant?.email, name: 'Gone', roles: ['ACCOUNTANT'], disabled: true },
    });
    expect(saved.statusCode).toBe(200);
    expect(await status(gone)).toBe(401);
    const [entry] = await auditEntries(oms.db, { limit: 1, subject: `person ${accountant?.id}` });
    expect(entry).toMatchObject({
      actor: 'ADMINISTRATOR',
      via: 'screens',
      action: 'person.change',
      before: { name: 'ACCOUNTANT', disabled: false },
      after: { name: 'Gone', disabled: true },
    });
  });

  it('guessing has to wait, for the account and then for the address', async () => {
    const guess = async (email: string) =>
      server.inject({
        method: 'POST',
        url: '/api/session',
        payload: { email, password: 'wrong' },
      });
    for (let turn = 0; turn < 5; turn += 1) {
      expect((await guess('fulfillment@shop.example')).statusCode).toBe(401);
    }
    const sixth = await guess('fulfillment@shop.example');
    expect([sixth.statusCode, sixth.headers['retry-after']]).toEqual([429, '30']);
    for (let turn = 0; turn < 15; turn += 1) await guess(`nobody${turn}@shop.example`);
    expect((await guess('somebody-else@shop.example')).statusCode).toBe(429);
    now = new Date(now.getTime() + HOUR);
    await signIn('FULFILLMENT');
  });
});

describe('changes', () => {
  it('the last administrator stays', async () => {
    const administrator = headersOf(await signIn('ADMINISTRATOR'));
    const people = await server.inject({ url: '/api/people', headers: administrator });
    const me = people
      .json<Array<{ id: string; email: string; revision: number }>>()
      .find(({ email }) => email === 'administrator@shop.example');
    const put = async (payload: object) =>
      server.inject({
        method: 'PUT',
        url: `/api/people/${me?.id}`,
        headers: administrator,
        payload: { email: me?.email, name: 'Ada', ...payload },
      });
    const lost = await put({ roles: ['AUDITOR'] });
    expect([lost.statusCode, lost.json<{ error: { code: string } }>().error.code]).toEqual([
      409,
      'LAST_ADMINISTRATOR',
    ]);
    const stale = await put({ roles: ['ADMINISTRATOR'], basedOn: (me?.revision ?? 0) - 1 });
    expect(stale.json<{ error: { code: string } }>().error.code).toBe('PERSON_CHANGED');
  });

  it('are in the audit log with what was before and after', async () => {
    const engineer = headersOf(await signIn('ENGINEER'));
    const post = { method: 'POST', headers: engineer } as const;
    await server.inject({ ...post, url: '/api/jobs/read-webhooks/pause' });
    await server.inject({ ...post, url: '/api/jobs/read-webhooks/pause' });
    const entries = await auditEntries(oms.db, { limit: 5, subject: 'job read-webhooks' });
    expect(entries).toMatchObject([
      {
        actor: 'ENGINEER',
        via: 'screens',
        action: 'job.pause',
        before: { paused: false },
        after: { paused: true },
      },
    ]);
  });
});
