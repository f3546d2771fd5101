// A real call to one of the systems, and its answer in words. What is secret is in none of them.

import { randomUUID } from 'node:crypto';
import type { ConnectionTest } from '@sendsale/api';
import { sendWebhook } from '@sendsale/platform/mail';
import { isSftpFailure } from '@sendsale/platform/sftp';
import { listSubscriptions } from '@sendsale/shopify';
import { alertRules } from '@sendsale/store/read';
import type { Oms } from '../compose.ts';

type Answer = Omit<ConnectionTest, 'tookMs'>;

const PATIENCE_MS = 25_000;

/** null: there is no such connection. */
export async function testConnection(oms: Oms, id: string): Promise<ConnectionTest | null> {
  const started = oms.clock.now().getTime();
  const call = await callOf(oms, id);
  if (call === null) return null;
  const answer = await Promise.race([call(), givenUp()]);
  return { ...answer, tookMs: oms.clock.now().getTime() - started };
}

async function callOf(oms: Oms, id: string): Promise<(() => Promise<Answer>) | null> {
  const [kind = '', name = ''] = id.split(/:(.*)/s);
  switch (kind) {
    case 'shopify':
      return oms.context.shopify.shops.some(({ shopId }) => shopId === name)
        ? async () => testShop(oms, name)
        : null;
    case 'netsuite':
      return async () => testNetSuite(oms);
    case 'sftp':
      return async () => testSftp(oms);
    case 'smtp':
      return async () => testMail(oms);
    case 'alert': {
      const rule = (await alertRules(oms.db)).find((one) => one.id === name);
      return rule?.channel === 'WEBHOOK' ? async () => testWebhook(oms, rule.target) : null;
    }
    default:
      return null;
  }
}

async function testShop(oms: Oms, shopId: string): Promise<Answer> {
  const shop = oms.context.shopify.shops.find((one) => one.shopId === shopId);
  if (shop === undefined) return notConfigured('SENDSALE_SHOPIFY_…');
  const answer = await listSubscriptions(shop);
  if (!answer.ok) return { ok: false, words: answer.error.message };
  const { length } = answer.value;
  return { ok: true, words: `Shopify took our token and named ${length} webhook subscriptions.` };
}

/** An order that nobody has: the token, the role and our RESTlet are asked all the same. */
const NOBODYS_ORDER = 'connection-test';

async function testNetSuite(oms: Oms): Promise<Answer> {
  const { restlets } = oms.context;
  if (restlets === null) return notConfigured('SENDSALE_NETSUITE_…');
  const answer = await restlets.readBack([NOBODYS_ORDER]);
  if (!answer.ok) return { ok: false, words: answer.error.message };
  return { ok: true, words: 'NetSuite gave a token, and the read-back RESTlet answered.' };
}

async function testSftp(oms: Oms): Promise<Answer> {
  const { files } = oms.context;
  if (files === null) return notConfigured('SENDSALE_SFTP_…');
  try {
    const client = await files.connect();
    try {
      const { length } = await client.list(files.baseDirectory);
      return {
        ok: true,
        words: `The server showed the known key, took ours, and listed ${length} entries of ${files.baseDirectory}.`,
      };
    } finally {
      await client.close();
    }
  } catch (error) {
    if (isSftpFailure(error)) return { ok: false, words: error.message };
    throw error;
  }
}

async function testMail(oms: Oms): Promise<Answer> {
  const { mailer } = oms.context.alerting;
  if (mailer === null) return notConfigured('SENDSALE_SMTP_URL');
  const checked = await mailer.check();
  if (!checked.ok) return { ok: false, words: checked.error };
  return { ok: true, words: 'The mail server let us in. No mail was sent.' };
}

async function testWebhook(oms: Oms, url: string): Promise<Answer> {
  const sent = await sendWebhook({
    url,
    body: { kind: 'TEST', message: 'Sendsale tests this address. There is no problem.' },
    id: randomUUID(),
    secret: oms.context.alerting.webhookSecret,
    at: oms.clock.now(),
  });
  if (!sent.ok) return { ok: false, words: sent.error };
  return { ok: true, words: 'The address took a message that says it is a test.' };
}

function notConfigured(variable: string): Answer {
  return { ok: false, words: `Nothing is configured: set ${variable} and start again.` };
}

async function givenUp(): Promise<Answer> {
  const words = `No answer within ${PATIENCE_MS / 1000} seconds.`;
  return new Promise((resolve) => {
    setTimeout(() => resolve({ ok: false, words }), PATIENCE_MS).unref();
  });
}
