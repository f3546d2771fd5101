// What files, messages and answers leave in the tables, and that repeating any of them changes nothing.

import { testEngines } from '@sendsale/platform/testing';
import { buildOrder, createTestDatabase, seedNetwork, T0 } from '@sendsale/test-kit';
import type { TestDatabase } from '@sendsale/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordCustomerId } from '../customers/record-customer-id.ts';
import { acceptOrder } from '../orders/accept-order.ts';
import { recordInvoice } from '../orders/record-invoice.ts';
import { recordPostingId } from '../orders/record-posting-id.ts';
import { recordPostingLine } from '../orders/record-posting-line.ts';
import { recordStep } from '../orders/record-step.ts';
import { raiseProblem } from '../problems/raise-problem.ts';
import { resolveProblem } from '../problems/resolve-problem.ts';
import { markHandedOver } from './mark-handed-over.ts';
import { markFileRead, quarantineFile, receiveFile } from './receive-file.ts';
import { receiveMessage } from './receive-message.ts';
import { settleRow } from './settle-row.ts';
import { writeFeedFile } from './write-feed-file.ts';

const T1 = new Date('2026-11-23T11:00:00Z');

describe.each(testEngines())('the exchange on $engine', ({ server }) => {
  let kit: TestDatabase;
  beforeAll(async () => {
    kit = await createTestDatabase(server);
    await seedNetwork(kit.db);
  });
  afterAll(async () => kit.close());

  const order = async (): Promise<{ orderId: string; customerId: string }> => {
    const accepted = await acceptOrder(kit.db, {
      incoming: buildOrder(),
      messageId: null,
      at: T0,
    });
    if (!accepted.ok) throw new Error(accepted.error.message);
    const { orderId } = accepted.value;
    const row = await kit.db
      .selectFrom('sales_order')
      .select('customer_id')
      .where('id', '=', orderId)
      .executeTakeFirstOrThrow();
    return { orderId, customerId: row.customer_id ?? '' };
  };
  const timeline = async (orderId: string) =>
    kit.db
      .selectFrom('order_timeline')
      .select(['step', 'via', 'actor'])
      .where('order_id', '=', orderId)
      .orderBy('id')
      .execute();
  const ledger = async (feed: string, subject: string) =>
    kit.db
      .selectFrom('ledger')
      .selectAll()
      .where('feed', '=', feed)
      .where('subject', '=', subject)
      .executeTakeFirst();
  const write = async (feed: string, subject: string, orderId: string | null): Promise<number> =>
    writeFeedFile(kit.db, {
      feed,
      directory: `${feed}/export`,
      name: `${subject}.csv`,
      content: Buffer.from([0, 255, 10]),
      rows: [{ subject, revision: 1, orderId, externalId: 'x', line: 1 }],
      at: T0,
    });

  test('a written file keeps its bytes and a ledger row a record', async () => {
    const { orderId } = await order();
    const fileId = await write('sales-order', orderId, orderId);
    const file = await kit.db
      .selectFrom('feed_file')
      .selectAll()
      .where('id', '=', fileId)
      .executeTakeFirstOrThrow();
    expect(file).toMatchObject({ state: 'WRITTEN', direction: 'OUT', row_count: 1 });
    expect([...file.content]).toEqual([0, 255, 10]);
    expect(await ledger('sales-order', orderId)).toMatchObject({
      state: 'WRITTEN',
      order_id: orderId,
      file_id: fileId,
      external_id: 'x',
    });
  });

  test('a record cannot be in a feed twice, and then nothing of the file is kept', async () => {
    const { orderId } = await order();
    await write('sales-order', orderId, orderId);
    const twice = writeFeedFile(kit.db, {
      feed: 'sales-order',
      directory: 'sales-order/export',
      name: `${orderId}-again.csv`,
      content: Buffer.from('again'),
      rows: [{ subject: orderId, revision: 1, orderId, externalId: null, line: 1 }],
      at: T0,
    });
    await expect(twice).rejects.toThrow(/was in the ledger already/);
    const files = await kit.db
      .selectFrom('feed_file')
      .select('id')
      .where('name', '=', `${orderId}-again.csv`)
      .execute();
    expect(files).toEqual([]);
  });

  test('a hand-over writes the step of its feed once', async () => {
    const { orderId } = await order();
    const fileId = await write('sales-order', orderId, orderId);
    expect(await markHandedOver(kit.db, { fileId, at: T1 })).toEqual({
      isNew: true,
      orderIds: [orderId],
    });
    expect(await markHandedOver(kit.db, { fileId, at: T1 })).toMatchObject({ isNew: false });
    expect((await timeline(orderId)).slice(1)).toEqual([
      { step: 'order exported', via: `${orderId}.csv`, actor: 'OMS' },
    ]);
    expect(await ledger('sales-order', orderId)).toMatchObject({ state: 'HANDED_OVER' });
  });

  test('a customer’s hand-over and id reach the timeline of each of its orders', async () => {
    const first = await order();
    const fileId = await write('customer', first.customerId, first.orderId);
    await markHandedOver(kit.db, { fileId, at: T1 });
    const answer = { customerId: first.customerId, netsuiteId: `N-${first.customerId}` };
    const recorded = await recordCustomerId(kit.db, { ...answer, via: 'ids.csv', at: T1 });
    expect(recorded).toEqual({ ok: true, value: { customerId: first.customerId, isNew: true } });
    expect((await timeline(first.orderId)).map((row) => row.step)).toEqual([
      'downloaded',
      'customer exported',
      'customer id received',
    ]);
    expect(await ledger('customer', first.customerId)).toMatchObject({
      state: 'ACCEPTED',
      remote_id: answer.netsuiteId,
    });
    const again = await recordCustomerId(kit.db, { ...answer, via: 'ids.csv', at: T1 });
    expect(again).toMatchObject({ ok: true, value: { isNew: false } });
    const other = { ...answer, netsuiteId: 'OTHER', via: 'ids.csv', at: T1 };
    expect(await recordCustomerId(kit.db, other)).toMatchObject({
      ok: false,
      error: { code: 'IDENTIFIER_CONFLICT' },
    });
  });

  test('a refusal is a problem at the order; the acceptance that follows resolves it and is final', async () => {
    const { orderId } = await order();
    const subject = `${orderId}.77`;
    await write('customer-deposit', subject, orderId);
    const row = { feed: 'customer-deposit', subject, via: 'ack.csv', at: T1 };
    const refused = await settleRow(kit.db, {
      ...row,
      outcome: 'REFUSED',
      code: 'INVALID_KEY',
      message: 'No such method.',
    });
    expect(refused).toEqual({ ok: true, value: { orderId, changed: true } });
    const problem = kit.db
      .selectFrom('problem')
      .select(['code', 'message', 'resolved_at'])
      .where('subject', '=', `customer-deposit/${subject}`);
    expect(await problem.execute()).toEqual([
      {
        code: 'NETSUITE_ROW_REFUSED',
        message: 'INVALID_KEY: No such method.',
        resolved_at: null,
      },
    ]);
    const accepted = { ...row, outcome: 'ACCEPTED', remoteId: '900' } as const;
    expect(await settleRow(kit.db, accepted)).toMatchObject({ value: { changed: true } });
    expect(await problem.execute()).toMatchObject([{ resolved_at: T1 }]);
    const late = await settleRow(kit.db, { ...row, outcome: 'REFUSED' });
    expect(late).toMatchObject({ value: { changed: false } });
    expect(await ledger('customer-deposit', subject)).toMatchObject({
      state: 'ACCEPTED',
      remote_id: '900',
      code: null,
    });
    expect((await timeline(orderId)).map((one) => one.step)).toEqual([
      'downloaded',
      'customer id received',
      'deposit created',
    ]);
  });

  test('an answer for a record we do not have is a value with its own name', async () => {
    const via = 'answer.csv';
    const unknown = { error: { code: 'FEED_ROW_ORDER_UNKNOWN', detail: { via } } };
    const row = { feed: 'sales-order', subject: 'M1', outcome: 'ACCEPTED', via, at: T1 } as const;
    expect(await settleRow(kit.db, row)).toMatchObject(unknown);
    const posting = { postingId: 'M1', netsuiteId: '1', via, at: T1 };
    expect(await recordPostingId(kit.db, posting)).toMatchObject(unknown);
    const line = {
      postingId: 'M1',
      key: 'TAX',
      kind: 'TAX',
      netsuiteLine: '1',
      via,
      at: T1,
    } as const;
    expect(await recordPostingLine(kit.db, line)).toMatchObject(unknown);
    const invoice = { ...posting, amountMinor: 1, status: 'Open' };
    expect(await recordInvoice(kit.db, invoice)).toMatchObject(unknown);
    const step = { orderId: 'M1', step: 'invoiced', actor: 'x', via, at: T1 } as const;
    expect(await recordStep(kit.db, step)).toMatchObject({ error: { code: 'ORDER_UNKNOWN' } });
  });

  test('one NetSuite id belongs to one posting of a kind', async () => {
    const [one, two] = [await order(), await order()];
    const via = 'ids.csv';
    const id = { netsuiteId: `SO-${one.orderId}`, via, at: T1 };
    expect(await recordPostingId(kit.db, { postingId: one.orderId, ...id })).toMatchObject({
      ok: true,
    });
    expect(await recordPostingId(kit.db, { postingId: two.orderId, ...id })).toMatchObject({
      error: { code: 'IDENTIFIER_CONFLICT', orderId: two.orderId },
    });
  });

  test('an invoice is a step once; its status follows', async () => {
    const { orderId } = await order();
    const invoice = {
      postingId: orderId,
      netsuiteId: `INV-${orderId}`,
      amountMinor: 10_000,
      via: 'ack.csv',
      at: T1,
    };
    expect(await recordInvoice(kit.db, { ...invoice, status: 'Open' })).toMatchObject({
      value: { isNew: true },
    });
    expect(await recordInvoice(kit.db, { ...invoice, status: 'Paid In Full' })).toMatchObject({
      value: { isNew: false },
    });
    const rows = kit.db.selectFrom('invoice').selectAll().where('posting_id', '=', orderId);
    expect(await rows.execute()).toMatchObject([{ status: 'Paid In Full', amount_minor: 10_000 }]);
    expect((await timeline(orderId)).map((row) => row.step)).toEqual([
      'downloaded',
      'customer id received',
      'invoiced',
    ]);
  });

  test('the same file and the same message are kept once', async () => {
    const file = { feed: 'order-id', directory: 'import', name: 'a.csv', at: T0 };
    const first = await receiveFile(kit.db, { ...file, content: Buffer.from('a') });
    expect(await receiveFile(kit.db, { ...file, content: Buffer.from('a') })).toEqual({
      fileId: first.fileId,
      isNew: false,
    });
    expect(await receiveFile(kit.db, { ...file, content: Buffer.from('b') })).toMatchObject({
      isNew: true,
    });
    const message = { source: 'shopify', topic: 'orders', shopId: 'shop', subject: '1', at: T0 };
    const kept = await receiveMessage(kit.db, { ...message, body: '{}' });
    expect(kept).toMatchObject({ isNew: true, state: 'RECEIVED' });
    expect(await receiveMessage(kit.db, { ...message, body: '{}' })).toEqual({
      ...kept,
      isNew: false,
    });
  });

  test('a file that cannot be read is set aside with a problem, until one of its name is read', async () => {
    const file = { feed: 'order-id', directory: 'import', name: 'half.csv', at: T0 };
    const { fileId } = await receiveFile(kit.db, { ...file, content: Buffer.from('ord') });
    const code = 'FEED_FILE_MALFORMED';
    await quarantineFile(kit.db, { fileId, code, message: 'The header is cut off.', at: T0 });
    const problem = kit.db
      .selectFrom('problem')
      .select(['message', 'resolved_at'])
      .where('subject', '=', 'import/half.csv');
    expect(await problem.execute()).toEqual([
      { message: 'The header is cut off.', resolved_at: null },
    ]);
    const whole = await receiveFile(kit.db, { ...file, content: Buffer.from('orderId\n') });
    await markFileRead(kit.db, { fileId: whole.fileId, rowCount: 0, at: T1 });
    expect(await problem.execute()).toMatchObject([{ resolved_at: T1 }]);
  });

  test('a problem is open once, counts, and can come back after it was resolved', async () => {
    const facts = { code: 'NETSUITE_UNREACHABLE', subject: 'netsuite' } as const;
    expect(await raiseProblem(kit.db, { ...facts, at: T0 })).toEqual({ isNew: true });
    expect(await raiseProblem(kit.db, { ...facts, at: T1 })).toEqual({ isNew: false });
    const rows = kit.db
      .selectFrom('problem')
      .select(['occurrences', 'first_seen_at', 'last_seen_at'])
      .where('code', '=', facts.code)
      .where('resolved_at', 'is', null);
    expect(await rows.execute()).toEqual([{ occurrences: 2, first_seen_at: T0, last_seen_at: T1 }]);
    const resolution = 'answers again';
    expect(await resolveProblem(kit.db, { ...facts, resolution, at: T1 })).toEqual({
      resolved: true,
    });
    expect(await resolveProblem(kit.db, { ...facts, resolution, at: T1 })).toEqual({
      resolved: false,
    });
    expect(await raiseProblem(kit.db, { ...facts, at: T1 })).toEqual({ isNew: true });
  });
});
