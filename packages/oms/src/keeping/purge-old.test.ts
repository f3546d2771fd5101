// The purge takes bytes and repetitions; what the ledger stands on, what is unsettled and what is young stays.

import { createTestDatabase, buildOrder, seedNetwork, T0 } from '@sendsale/test-kit';
import type { TestDatabase } from '@sendsale/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { markHandedOver } from '../exchange/mark-handed-over.ts';
import { markFileRead, receiveFile } from '../exchange/receive-file.ts';
import { markMessage, receiveMessage } from '../exchange/receive-message.ts';
import { settleRow } from '../exchange/settle-row.ts';
import { writeFeedFile } from '../exchange/write-feed-file.ts';
import { saveMapping } from '../facilities/save-mapping.ts';
import { acceptOrder } from '../orders/accept-order.ts';
import { raiseProblem } from '../problems/raise-problem.ts';
import { purgeOld } from './purge-old.ts';

let kit: TestDatabase;
const YEARS_LATER = new Date('2029-01-01T00:00:00Z');

beforeAll(async () => {
  kit = await createTestDatabase();
  await seedNetwork(kit.db);
});
afterAll(async () => kit.close());

const outgoing = async (subject: string): Promise<number> => {
  const fileId = await writeFeedFile(kit.db, {
    feed: 'sales-order',
    directory: 'out',
    name: `${subject}.csv`,
    content: Buffer.from('bytes'),
    rows: [{ subject, revision: 1, orderId: null, externalId: null, line: 2 }],
    at: T0,
  });
  await markHandedOver(kit.db, { fileId, at: T0 });
  return fileId;
};
const settle = async (subject: string, outcome: 'ACCEPTED' | 'REFUSED') =>
  settleRow(kit.db, { feed: 'sales-order', subject, outcome, via: 'ack', at: T0 });
const contents = async (): Promise<Record<string, string>> => {
  const rows = await kit.db.selectFrom('feed_file').select(['name', 'content']).execute();
  return Object.fromEntries(rows.map((row) => [row.name, Buffer.from(row.content).toString()]));
};

test('files lose their bytes when all their rows are accepted, or when they were read without a fault', async () => {
  await outgoing('accepted');
  await settle('accepted', 'ACCEPTED');
  await outgoing('refused');
  await settle('refused', 'REFUSED');
  await outgoing('unanswered');
  const read = { feed: 'order-id', directory: 'in', content: Buffer.from('bytes'), at: T0 };
  const good = await receiveFile(kit.db, { ...read, name: 'good.csv' });
  const faulty = await receiveFile(kit.db, { ...read, name: 'faulty.csv' });
  for (const { fileId } of [good, faulty]) {
    await markFileRead(kit.db, { fileId, rowCount: 1, at: T0 });
  }
  const detail = { fileId: faulty.fileId };
  await raiseProblem(kit.db, {
    code: 'FEED_ROW_MALFORMED',
    subject: 'in/faulty.csv#2',
    detail,
    at: T0,
  });

  const early = await purgeOld(kit.db, { at: new Date('2026-12-24T00:00:00Z') });
  expect(early.purged.FILES).toBe(0);
  const { purged } = await purgeOld(kit.db, { at: YEARS_LATER });
  expect(purged.FILES).toBe(2);
  expect(await contents()).toEqual({
    'accepted.csv': '',
    'refused.csv': 'bytes',
    'unanswered.csv': 'bytes',
    'good.csv': '',
    'faulty.csv': 'bytes',
  });
  // The hash stayed: the same file again is no new one, and the row is still accepted.
  const again = await receiveFile(kit.db, { ...read, name: 'good.csv' });
  expect(again).toEqual({ fileId: good.fileId, isNew: false });
  const row = await kit.db
    .selectFrom('ledger')
    .select('state')
    .where('subject', '=', 'accepted')
    .executeTakeFirstOrThrow();
  expect(row.state).toBe('ACCEPTED');
  expect((await purgeOld(kit.db, { at: YEARS_LATER })).purged.FILES).toBe(0);
});

test('payloads that were read lose their bytes, others keep them', async () => {
  const message = { source: 'shopify', topic: 'orders', shopId: 'shop', at: T0 };
  const read = await receiveMessage(kit.db, { ...message, subject: '1', body: 'read' });
  await markMessage(kit.db, { messageId: read.messageId, state: 'READ' });
  await receiveMessage(kit.db, { ...message, subject: '2', body: 'unread' });
  const { purged } = await purgeOld(kit.db, { at: YEARS_LATER });
  expect(purged.MESSAGES).toBe(1);
  const rows = await kit.db.selectFrom('message').select('body').orderBy('id').execute();
  expect(rows.map((row) => row.body)).toEqual(['', 'unread']);
  const again = await receiveMessage(kit.db, { ...message, subject: '1', body: 'read' });
  expect(again).toMatchObject({ isNew: false, state: 'READ' });
});

test('timelines are thinned only when somebody set it, and only of orders that ended', async () => {
  const orders = [];
  for (const status of ['CANCELLED', 'CREATED'] as const) {
    const accepted = await acceptOrder(kit.db, {
      incoming: buildOrder(),
      messageId: null,
      at: T0,
    });
    if (!accepted.ok) throw new Error(accepted.error.message);
    const { orderId } = accepted.value;
    await kit.db.updateTable('sales_order').set({ status }).where('id', '=', orderId).execute();
    const entry = { order_id: orderId, step: 'revised', at: T0, actor: 'a', via: 'b' } as const;
    await kit.db
      .insertInto('order_timeline')
      .values([entry, { ...entry, detail: { x: 1 } }])
      .execute();
    orders.push(orderId);
  }
  expect((await purgeOld(kit.db, { at: YEARS_LATER })).purged.TIMELINES).toBe(0);
  await saveMapping(kit.db, { kind: 'RETENTION_DAYS', key: 'TIMELINES', value: '30', at: T0 });
  expect((await purgeOld(kit.db, { at: YEARS_LATER })).purged.TIMELINES).toBe(1);
  const steps = async (orderId: string | undefined) => {
    const rows = await kit.db
      .selectFrom('order_timeline')
      .select(['step', 'detail'])
      .where('order_id', '=', orderId ?? '')
      .orderBy('id')
      .execute();
    return rows.map((row) => [row.step, Object.keys(row.detail).length > 0]);
  };
  expect(await steps(orders[0])).toEqual([
    ['downloaded', false],
    ['revised', false],
  ]);
  expect((await steps(orders[1])).filter(([step]) => step === 'revised')).toHaveLength(2);
});
