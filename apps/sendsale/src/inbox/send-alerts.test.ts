// Alerts from the problem to the receiver: once a cause, recovery once, later when the receiver is away.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { raiseProblem, resolveProblem, saveAlertRule } from '@sendsale/oms';
import { seededRandom } from '@sendsale/std';
import { listAlerts } from '@sendsale/store/read';
import { createTestDatabase, seedNetwork, T0 } from '@sendsale/test-kit';
import type { TestDatabase } from '@sendsale/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendAlerts } from './send-alerts.ts';

let kit: TestDatabase;
let now = T0;
let status = 200;
const hooks: Array<{ readonly delivery: unknown; readonly body: unknown }> = [];
const receiver = createServer((request, response) => {
  let body = '';
  request.on('data', (piece: Buffer) => (body += piece.toString()));
  request.on('end', () => {
    hooks.push({ delivery: request.headers['sendsale-delivery'], body: JSON.parse(body) });
    response.writeHead(status).end();
  });
});

beforeAll(async () => {
  kit = await createTestDatabase();
  await seedNetwork(kit.db);
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has an address of this kind.
  const { port } = receiver.address() as AddressInfo;
  const rule = {
    id: 'files',
    codes: ['SFTP_UNREACHABLE', 'NETSUITE_ROW_REFUSED'],
    severity: 'LOW',
    afterMinutes: 10,
    moneyMinor: 0,
    channel: 'WEBHOOK',
    target: `http://127.0.0.1:${port}/hook`,
    enabled: true,
  } as const;
  await saveAlertRule(kit.db, { rule, actor: 'ada', at: T0 });
});
afterAll(async () => {
  await new Promise((resolve) => receiver.close(resolve));
  await kit.close();
});

async function run(minutesLater: number): Promise<unknown[]> {
  now = new Date(now.getTime() + minutesLater * 60_000);
  const before = hooks.length;
  await sendAlerts({
    database: kit.db,
    clock: { now: () => now, sleep: async () => {} },
    random: seededRandom(1),
    alerting: { mailer: null, webhookSecret: 'key', publicUrl: 'https://oms.example.com' },
  });
  return hooks.slice(before).map(({ body }) => (body as { event: string }).event);
}

const raise = async (): Promise<unknown> =>
  raiseProblem(kit.db, { code: 'SFTP_UNREACHABLE', subject: 'netsuite-sftp', at: now });
const resolve = async (): Promise<unknown> =>
  resolveProblem(kit.db, {
    code: 'SFTP_UNREACHABLE',
    subject: 'netsuite-sftp',
    resolution: 'Back.',
    at: now,
  });

test('a cause is told once when it is old enough, and its end once when it stays away', async () => {
  await raise();
  expect(await run(0)).toEqual([]);
  expect(await run(10)).toEqual(['opened']);
  expect(await run(30)).toEqual([]);
  expect(hooks.at(-1)?.body).toMatchObject({
    code: 'SFTP_UNREACHABLE',
    rule: 'files',
    problems: 1,
    link: 'https://oms.example.com/problems',
  });
  // It flickers: gone, and back within five minutes.
  await resolve();
  expect(await run(2)).toEqual([]);
  await raise();
  expect(await run(2)).toEqual([]);
  await resolve();
  expect(await run(6)).toEqual(['recovered']);
  expect(await run(60)).toEqual([]);
});

test('a receiver that is away gets the same message later', async () => {
  await raise();
  status = 503;
  expect(await run(10)).toEqual(['opened']);
  expect(await run(0)).toEqual([]);
  const [waiting] = await listAlerts(kit.db, { limit: 1 });
  expect(waiting).toMatchObject({ sentAt: null, tries: 1 });
  expect(waiting?.error).toContain('503');
  status = 200;
  expect(await run(2)).toEqual(['opened']);
  expect(hooks.at(-1)?.delivery).toBe(hooks.at(-2)?.delivery);
  await resolve();
});

test('an alert names no person: the words of a refusal stay in the inbox', async () => {
  await raiseProblem(kit.db, {
    code: 'NETSUITE_ROW_REFUSED',
    subject: 'customer/C1',
    detail: { feed: 'customer', code: 'DUP', text: 'Ada Byron, ada@example.com exists already' },
    at: now,
  });
  await run(10);
  expect(JSON.stringify(hooks)).toContain('NETSUITE_ROW_REFUSED customer DUP');
  expect(JSON.stringify(hooks)).not.toMatch(/Ada|example\.com exists/);
});
