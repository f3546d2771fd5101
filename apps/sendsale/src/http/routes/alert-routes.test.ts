// Alert rules over HTTP: what is kept, what is refused and why, and who may change them.

import type { ApiClient } from '@sendsale/api';
import { createApiKey, planAlerts, raiseProblem } from '@sendsale/oms';
import { alertRules, auditEntries } from '@sendsale/store/read';
import { openAlert } from '@sendsale/store/write';
import { T0 } from '@sendsale/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer } from '../../testing/test-server.ts';
import type { TestServer } from '../../testing/test-server.ts';

let world: TestServer;
let engineer: ApiClient;
let accountant: ApiClient;
let associate: ApiClient;

beforeAll(async () => {
  world = await startTestServer({ open: false });
  const { db } = world.oms;
  engineer = world.client(await createApiKey(db, { name: 'eve', role: 'ENGINEER', at: T0 }));
  accountant = world.client(await createApiKey(db, { name: 'abe', role: 'ACCOUNTANT', at: T0 }));
  associate = world.client(await createApiKey(db, { name: 'sam', role: 'ASSOCIATE', at: T0 }));
}, 180_000);
afterAll(async () => world.close(), 60_000);

const FILES = {
  id: 'files',
  codes: ['SFTP_UNREACHABLE'],
  severity: 'HIGH',
  afterMinutes: 15,
  moneyMinor: 100_000,
  channel: 'WEBHOOK',
  target: 'https://hooks.example.com/oms',
  enabled: true,
} as const;

test('a rule is kept as it was said, changed in place, and everybody who reads problems reads it', async () => {
  await engineer.saveAlertRule({ ...FILES, codes: [...FILES.codes] });
  const mail = { channel: 'EMAIL', target: 'ops@example.com', enabled: false } as const;
  await engineer.saveAlertRule({ ...FILES, ...mail, codes: [] });
  const kept = { ...FILES, ...mail, codes: [] };
  expect(await accountant.alertRules()).toEqual([kept]);
  expect(await alertRules(world.oms.db)).toMatchObject([kept]);
  const [entry] = await auditEntries(world.oms.db, { limit: 1 });
  expect(entry).toMatchObject({ actor: 'eve', action: 'alert-rule.change' });
  await engineer.saveAlertRule({ id: 'bare', channel: 'EMAIL', target: 'ops@example.com' });
  const [bare] = await accountant.alertRules();
  expect(bare).toMatchObject({ id: 'bare', codes: [], severity: 'LOW', afterMinutes: 0 });
  await engineer.removeAlertRule('bare');
});

test.each([
  ['an unknown code', { codes: ['NO_SUCH'] }, 'There is no problem code NO_SUCH.'],
  ['a webhook without TLS', { target: 'http://hooks.example.com' }, 'an https address'],
  ['a webhook that is no URL', { target: 'hooks' }, 'hooks is no URL.'],
  ['two addresses', { channel: 'EMAIL', target: 'a@b.example,c@d.example' }, 'no e-mail address'],
] as const)('%s is refused, and nothing is kept', async (_, parts, message) => {
  const rule = { ...FILES, id: 'bad', ...parts };
  const saved = engineer.saveAlertRule({ ...rule, codes: [...rule.codes] });
  const refusal: unknown = await saved.catch((error: unknown) => error);
  expect(refusal).toMatchObject({ status: 400 });
  expect(String(refusal)).toContain(message);
  expect((await alertRules(world.oms.db)).map(({ id }) => id)).toEqual(['files']);
});

test('who may only read changes nothing; who may not read problems sees no rule and no alert', async () => {
  const refused = { status: 403 };
  const rule = { ...FILES, codes: [...FILES.codes] };
  await expect(accountant.saveAlertRule(rule)).rejects.toMatchObject(refused);
  await expect(accountant.removeAlertRule('files')).rejects.toMatchObject(refused);
  await expect(associate.alertRules()).rejects.toMatchObject(refused);
  await expect(associate.alerts()).rejects.toMatchObject(refused);
  await expect(world.client(null).alertRules()).rejects.toMatchObject({ status: 401 });
  const [kept] = await alertRules(world.oms.db);
  expect(kept).toMatchObject({ id: 'files', channel: 'EMAIL' });
});

test('an alert is listed with its rule; a rule that is removed ends it, and removing twice is refused', async () => {
  const { db } = world.oms;
  await raiseProblem(db, { code: 'SFTP_UNREACHABLE', subject: 'netsuite-sftp', at: T0 });
  const [rule] = await alertRules(db);
  if (rule === undefined) throw new Error('The rule is kept.');
  const about = { cause: 'SFTP_UNREACHABLE', code: 'SFTP_UNREACHABLE', facts: {} } as const;
  await openAlert(db, { rule, ...about, at: T0 });
  expect(await accountant.alerts()).toMatchObject([
    {
      ruleId: 'files',
      code: 'SFTP_UNREACHABLE',
      target: 'ops@example.com',
      openedAt: T0.toISOString(),
      nextTryAt: T0.toISOString(),
      sentAt: null,
      tries: 0,
    },
  ]);
  await engineer.removeAlertRule('files');
  expect(await alertRules(db)).toEqual([]);
  // The next look ends what was opened by it, and nobody hears a word of that.
  const at = new Date(T0.getTime() + 1);
  expect(await planAlerts(db, { at })).toEqual({ opened: 0, ended: 1 });
  const ended = { recoveredAt: at.toISOString(), sentAt: null, nextTryAt: null };
  expect(await accountant.alerts()).toMatchObject([ended]);
  await expect(engineer.removeAlertRule('files')).rejects.toMatchObject({ status: 404 });
});
