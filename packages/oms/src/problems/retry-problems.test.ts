// What time heals is tried again by itself, later and later and not for ever; what needs data or a person is left alone.

import { nextRetryAt, RETRIES_MAX } from '@sendsale/domain';
import type { ProblemCode } from '@sendsale/domain';
import { seededRandom } from '@sendsale/std';
import { buildOrder, createTestDatabase, seedNetwork, T0, takeOrder } from '@sendsale/test-kit';
import type { TestDatabase } from '@sendsale/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { markHandedOver } from '../exchange/mark-handed-over.ts';
import { settleRow } from '../exchange/settle-row.ts';
import { writeFeedFile } from '../exchange/write-feed-file.ts';
import { raiseProblem } from './raise-problem.ts';
import { retryDueProblems, retryProblems } from './retry-problems.ts';

let kit: TestDatabase;
let orderId: string;
beforeAll(async () => {
  kit = await createTestDatabase();
  await seedNetwork(kit.db);
  orderId = await takeOrder(kit.db, buildOrder());
}, 180_000);
afterAll(async () => kit.close());

const SEED = 7;
const run = async (at: Date) => retryDueProblems(kit.db, { random: seededRandom(SEED), at });

async function stored(code: ProblemCode) {
  return kit.db
    .selectFrom('problem')
    .select(['id', 'retries', 'next_retry_at', 'last_retry_at'])
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
}

/** The row of the subject goes out in a file of its own and comes back refused. */
async function refuse(subject: string, code: string, at: Date): Promise<void> {
  const rows = [{ subject, revision: 1, orderId, externalId: `E${subject}`, line: 2 }];
  const name = `${subject}-${at.getTime()}.csv`;
  const file = { feed: 'sales-order', directory: 'salesorder/export', name };
  const content = Buffer.from(name);
  const fileId = await writeFeedFile(kit.db, { ...file, content, rows, at });
  await markHandedOver(kit.db, { fileId, at });
  const said = { outcome: 'REFUSED', code, message: 'no', sourceFile: name, via: 'ack' } as const;
  const settled = await settleRow(kit.db, { feed: 'sales-order', subject, ...said, at });
  if (!settled.ok) throw new Error(settled.error.message);
}

async function ledgerRow(subject: string) {
  return kit.db
    .selectFrom('ledger')
    .select(['state', 'attempt'])
    .where('subject', '=', subject)
    .executeTakeFirstOrThrow();
}

test('a connection that fails is planned first, tried when its time has come, and planned again', async () => {
  await raiseProblem(kit.db, { code: 'SFTP_UNREACHABLE', subject: 'netsuite-sftp', at: T0 });
  expect(await run(T0)).toMatchObject({ problems: 0, planned: 1 });
  const due = nextRetryAt({ retries: 0, at: T0, random: seededRandom(SEED) });
  const planned = { retries: 0, next_retry_at: due, last_retry_at: null };
  expect(await stored('SFTP_UNREACHABLE')).toMatchObject(planned);

  const early = await run(new Date(due.getTime() - 1));
  expect(early).toMatchObject({ problems: 0, planned: 0, codes: [] });
  const onTime = await run(due);
  expect(onTime).toMatchObject({ problems: 1, planned: 0, codes: ['SFTP_UNREACHABLE'] });
  const next = nextRetryAt({ retries: 1, at: due, random: seededRandom(SEED) });
  const again = { retries: 1, next_retry_at: next, last_retry_at: due };
  expect(await stored('SFTP_UNREACHABLE')).toMatchObject(again);
});

test('what waits for data or for a person is never tried by itself', async () => {
  const detail = { mappingKind: 'NETSUITE_SHP_MTHD', mappingKey: 'EXPRESS' };
  const unmapped = { code: 'SHIPPING_METHOD_UNMAPPED', subject: orderId, detail } as const;
  await raiseProblem(kit.db, { ...unmapped, at: T0 });
  await refuse('wrong', 'INVALID_KEY', T0);
  await run(T0);
  for (const code of ['SHIPPING_METHOD_UNMAPPED', 'NETSUITE_ROW_REFUSED'] as const) {
    expect(await stored(code)).toMatchObject({ retries: 0, next_retry_at: null });
  }
  expect(await ledgerRow('wrong')).toEqual({ state: 'REFUSED', attempt: 1 });
});

test('a record that was open in NetSuite is sent again by itself, so many times and no more', async () => {
  await kit.db.deleteFrom('problem').execute();
  let at = T0;
  await refuse('open', 'RCRD_HAS_BEEN_CHANGED', at);
  for (let tries = 1; tries <= RETRIES_MAX; tries += 1) {
    await run(at);
    at = (await stored('NETSUITE_ROW_REFUSED')).next_retry_at ?? at;
    expect(await run(at)).toMatchObject({ problems: 1, feeds: ['sales-order'] });
    expect(await ledgerRow('open')).toEqual({ state: 'DUE', attempt: tries + 1 });
    await refuse('open', 'RCRD_HAS_BEEN_CHANGED', at);
  }
  const later = new Date(at.getTime() + 86_400_000);
  expect(await run(later)).toMatchObject({ problems: 0, planned: 0 });
  const left = { retries: RETRIES_MAX, next_retry_at: null };
  expect(await stored('NETSUITE_ROW_REFUSED')).toMatchObject(left);
  expect(await ledgerRow('open')).toEqual({ state: 'REFUSED', attempt: RETRIES_MAX + 1 });

  // A person may still say so, and it is written down who did.
  const { id } = await stored('NETSUITE_ROW_REFUSED');
  const retried = await retryProblems(kit.db, { chosen: { ids: [id] }, actor: 'ada', at: later });
  expect(retried).toEqual({ problems: 1, codes: ['NETSUITE_ROW_REFUSED'], feeds: ['sales-order'] });
  expect((await ledgerRow('open')).state).toBe('DUE');
  const events = await kit.db.selectFrom('problem_event').select(['kind', 'actor', 'at']).execute();
  expect(events).toEqual([{ kind: 'RETRIED', actor: 'ada', at: later }]);
});

test('an order that was read wrongly is asked for again in Shopify', async () => {
  await raiseProblem(kit.db, { code: 'PRODUCT_UNKNOWN', subject: orderId, orderId, at: T0 });
  const { id } = await stored('PRODUCT_UNKNOWN');
  const chosen = { ids: [id] };
  expect(await retryProblems(kit.db, { chosen, actor: 'ada', at: T0 })).toMatchObject({
    problems: 1,
    codes: ['PRODUCT_UNKNOWN'],
  });
  const order = await kit.db
    .selectFrom('sales_order')
    .select(['shop_id', 'shopify_id'])
    .where('id', '=', orderId)
    .executeTakeFirstOrThrow();
  const asked = await kit.db
    .selectFrom('order_to_read')
    .select(['shop_id', 'shopify_id', 'reason'])
    .execute();
  expect(asked).toEqual([{ ...order, reason: 'tried again by ada' }]);
});
