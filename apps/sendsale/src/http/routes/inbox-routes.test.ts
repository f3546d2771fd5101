// The inbox and the feeds as a person uses them over HTTP: what is grouped, who did what, and what goes out again.

import type { ApiClient } from '@sendsale/api';
import {
  acceptOrder,
  createApiKey,
  markHandedOver,
  raiseProblem,
  receiveFile,
  settleRow,
  writeFeedFile,
} from '@sendsale/oms';
import { buildOrder, seedNetwork, T0 } from '@sendsale/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Oms } from '../../compose.ts';
import { startTestServer } from '../../testing/test-server.ts';
import type { TestServer } from '../../testing/test-server.ts';

let world: TestServer;
let oms: Oms;
let api: ApiClient;
let orderId: string;
let fileId: number;

const CONTENT = 'a,b\n"x, ""y""",ü\n';

beforeAll(async () => {
  world = await startTestServer({
    open: false,
  });
  ({ oms } = world);
  const apiKey = await createApiKey(oms.db, { name: 'ada', at: T0 });
  api = world.client(apiKey);
  await seedNetwork(oms.db);
  const accepted = await acceptOrder(oms.db, {
    incoming: buildOrder(),
    messageId: null,
    at: T0,
  });
  if (!accepted.ok) throw new Error(accepted.error.message);
  orderId = accepted.value.orderId;
  const rows = ['1', '2', '3'].map((subject, index) => {
    return { subject, revision: 1, orderId, externalId: `E${subject}`, line: index + 2 };
  });
  const file = { feed: 'sales-order', directory: 'salesorder/export', name: 'a.csv' };
  fileId = await writeFeedFile(oms.db, { ...file, content: Buffer.from(CONTENT), rows, at: T0 });
  await markHandedOver(oms.db, { fileId, at: T0 });
  await answer('1', 'ACCEPTED');
  await answer('2', 'REFUSED');
}, 180_000);

afterAll(async () => {
  await world.close();
}, 60_000);

test('a file shows its rows, their outcome and its bytes', async () => {
  const out = (await api.feeds()).find((feed) => feed.feed === 'sales-order');
  const outcomes = { ACCEPTED: 1, HANDED_OVER: 1, REFUSED: 1 };
  expect(out).toMatchObject({ direction: 'OUT', files: 1, outcomes });
  const [file] = await api.feedFiles({ feed: 'sales-order' });
  expect(file).toMatchObject({ id: fileId, bytes: Buffer.byteLength(CONTENT), outcomes });
  const shown = await api.showFeedFile(fileId);
  expect(shown.rows.map(({ subject, state, code }) => [subject, state, code])).toEqual([
    ['1', 'ACCEPTED', null],
    ['2', 'REFUSED', 'INVALID_KEY'],
    ['3', 'HANDED_OVER', null],
  ]);
  expect(Buffer.from(await api.feedFileContent(fileId)).toString()).toBe(CONTENT);
  await expect(api.showFeedFile(999)).rejects.toMatchObject({ status: 404 });
});

test('problems of one cause stand together, with the money of their orders', async () => {
  const detail = { mappingKind: 'NETSUITE_SHP_MTHD', mappingKey: 'EXPRESS' };
  for (const subject of [orderId, `${orderId}/x`]) {
    await raiseProblem(oms.db, {
      code: 'SHIPPING_METHOD_UNMAPPED',
      subject,
      orderId,
      detail,
      at: T0,
    });
  }
  const causes = await api.problemCauses();
  const total = (await api.showOrder(orderId)).total;
  expect(causes.map(({ cause, problems, orders }) => [cause, problems, orders])).toEqual([
    ['NETSUITE_ROW_REFUSED sales-order INVALID_KEY Invalid item #', 1, 1],
    ['SHIPPING_METHOD_UNMAPPED NETSUITE_SHP_MTHD/EXPRESS', 2, 1],
  ]);
  expect(causes[1]).toMatchObject({
    severity: 'HIGH',
    treatment: 'DATA',
    money: [{ currency: 'USD', amount: total }],
  });
});

test('a whole cause is assigned and noted, and each problem remembers who did what', async () => {
  const cause = 'SHIPPING_METHOD_UNMAPPED NETSUITE_SHP_MTHD/EXPRESS';
  expect(await api.assignProblems({ chosen: { cause }, to: 'grace' })).toEqual({ problems: 2 });
  const [first] = await api.problems({ assignedTo: 'grace' });
  const id = first?.id ?? 0;
  await api.noteProblems({ chosen: { ids: [id] }, text: 'Asked the agency.' });
  await api.settleProblems({ chosen: { ids: [id] }, reason: 'Shipped by hand.' });
  const shown = await api.showProblem(id);
  expect(shown).toMatchObject({ resolution: 'Shipped by hand.', resolvedBy: 'ada' });
  expect(shown.events.map(({ actor, kind, text }) => [actor, kind, text])).toEqual([
    ['ada', 'ASSIGNED', 'Assigned to grace.'],
    ['ada', 'NOTED', 'Asked the agency.'],
    ['ada', 'SETTLED', 'Shipped by hand.'],
  ]);
  expect(await api.retryProblems({ chosen: { ids: [id] } })).toEqual({ problems: 0 });
  expect((await api.problems({ state: 'resolved' })).map((one) => one.id)).toEqual([id]);
});

test('a retry makes the refused record due, and what became of it stays', async () => {
  const [refused] = await api.problems({ code: 'NETSUITE_ROW_REFUSED' });
  const chosen = { ids: [refused?.id ?? 0] };
  expect(await api.retryProblems({ chosen })).toEqual({ problems: 1 });
  const [row] = await api.ledgerRows({ subject: '2' });
  expect(row).toMatchObject({
    state: 'DUE',
    attempt: 2,
    history: [{ attempt: 1, state: 'REFUSED', code: 'INVALID_KEY', actor: 'ada', fileId }],
  });
  // The file that is written now holds the row again; a late refusal of the first one says nothing about it.
  const file = { feed: 'sales-order', directory: 'salesorder/export', name: 'b.csv' };
  const again = { subject: '2', revision: 1, orderId, externalId: 'E2', line: 2 };
  const second = await writeFeedFile(oms.db, {
    ...file,
    content: Buffer.from('b'),
    rows: [again],
    at: T0,
  });
  await markHandedOver(oms.db, { fileId: second, at: T0 });
  await answer('2', 'REFUSED');
  expect(await api.ledgerRows({ subject: '2' })).toMatchObject([
    { state: 'HANDED_OVER', fileId: second },
  ]);
  expect(await api.showFeedFile(fileId)).toMatchObject({ sentAgain: 1 });
  await answer('2', 'ACCEPTED');
  expect(await api.problems({ code: 'NETSUITE_ROW_REFUSED' })).toEqual([]);
});

test('a file is sent again: what is accepted stays, the rest is due', async () => {
  expect(await api.sendFileAgain(fileId)).toEqual({ rows: 1 });
  const rows = await api.ledgerRows({ feed: 'sales-order' });
  expect(rows.map(({ subject, state }) => [subject, state])).toEqual([
    ['3', 'DUE'],
    ['2', 'ACCEPTED'],
    ['1', 'ACCEPTED'],
  ]);
  expect(await api.sendFileAgain(fileId)).toEqual({ rows: 0 });
});

test('a record settled by hand ends with the id it was given and is not sent again', async () => {
  const posting = await oms.db.selectFrom('posting').select('id').executeTakeFirstOrThrow();
  const rows = [{ subject: posting.id, revision: 1, orderId, externalId: 'E', line: 2 }];
  const file = { feed: 'sales-order', directory: 'salesorder/export', name: 'c.csv' };
  const id = await writeFeedFile(oms.db, { ...file, content: Buffer.from('c'), rows, at: T0 });
  await markHandedOver(oms.db, { fileId: id, at: T0 });
  await answer(posting.id, 'REFUSED');
  const [problem] = await api.problems({ code: 'NETSUITE_ROW_REFUSED' });
  const chosen = { ids: [problem?.id ?? 0] };
  await api.settleProblems({ chosen, reason: 'Booked by hand.', netsuiteId: '77' });
  expect(await api.ledgerRows({ subject: posting.id })).toMatchObject([
    { state: 'ACCEPTED', code: 'BY_HAND', remoteId: '77', settledVia: 'ada' },
  ]);
  const booked = await oms.db
    .selectFrom('posting')
    .select('netsuite_id')
    .where('id', '=', posting.id)
    .executeTakeFirstOrThrow();
  expect(booked.netsuite_id).toBe('77');
});

test('a file that came is read again when somebody asks', async () => {
  const came = { feed: 'order-id', directory: 'in', name: 'in.csv' };
  const file = await receiveFile(oms.db, { ...came, content: Buffer.from('x'), at: T0 });
  await oms.db
    .updateTable('feed_file')
    .set({ state: 'READ' })
    .where('id', '=', file.fileId)
    .execute();
  await api.sendFileAgain(file.fileId);
  expect(await api.showFeedFile(file.fileId)).toMatchObject({ direction: 'IN', state: 'RECEIVED' });
});

async function answer(subject: string, outcome: 'ACCEPTED' | 'REFUSED'): Promise<void> {
  const said =
    outcome === 'ACCEPTED' ? { remoteId: '9' } : { code: 'INVALID_KEY', message: 'Invalid item 7' };
  const row = { feed: 'sales-order', subject, outcome, sourceFile: 'a.csv', via: 'ack.csv' };
  const settled = await settleRow(oms.db, { ...row, ...said, at: T0 });
  expect(settled.ok).toBe(true);
}
