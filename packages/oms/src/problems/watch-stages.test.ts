// An order that stands at a stage longer than the retailer allows is a problem once, until it goes on.

import { buildOrder, createTestDatabase, seedNetwork, T0, takeOrder } from '@sendsale/test-kit';
import type { TestDatabase } from '@sendsale/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveMapping } from '../facilities/save-mapping.ts';
import { watchStages } from './watch-stages.ts';

let kit: TestDatabase;
let orderId: string;
beforeAll(async () => {
  kit = await createTestDatabase();
  await seedNetwork(kit.db);
  orderId = await takeOrder(kit.db, buildOrder());
}, 180_000);
afterAll(async () => kit.close());

const after = (minutes: number): Date => new Date(T0.getTime() + minutes * 60_000);

async function stuck() {
  return kit.db
    .selectFrom('problem')
    .select(['subject', 'order_id', 'message', 'occurrences', 'resolved_at', 'resolution'])
    .where('code', '=', 'ORDER_STUCK')
    .orderBy('id')
    .execute();
}

test('nothing is said while the stage still has time, to the minute', async () => {
  expect(await watchStages(kit.db, { at: after(59) })).toEqual({ stuck: 0, wentOn: 0 });
  expect(await stuck()).toEqual([]);
});

test('an order past its time is named with what it waits for, once however often it is looked at', async () => {
  expect(await watchStages(kit.db, { at: after(60) })).toEqual({ stuck: 1, wentOn: 0 });
  expect(await watchStages(kit.db, { at: after(65) })).toEqual({ stuck: 0, wentOn: 0 });
  expect(await stuck()).toEqual([
    {
      subject: `${orderId}/CUSTOMER`,
      order_id: orderId,
      message: `The order waits for NetSuite to take its customer since ${T0.toISOString()}.`,
      occurrences: 1,
      resolved_at: null,
      resolution: null,
    },
  ]);
});

test('a longer time in the settings takes the problem back until that has passed too', async () => {
  const setting = { kind: 'STAGE_MINUTES', key: 'CUSTOMER', value: '120' } as const;
  await saveMapping(kit.db, { ...setting, at: after(70) });
  expect(await watchStages(kit.db, { at: after(119) })).toEqual({ stuck: 0, wentOn: 1 });
  expect(await watchStages(kit.db, { at: after(120) })).toEqual({ stuck: 1, wentOn: 0 });
  const all = await stuck();
  expect(all.map((one) => one.resolved_at)).toEqual([after(119), null]);
});

test('an order that goes on to the next stage stops being stuck at the one before', async () => {
  await kit.db.updateTable('customer').set({ netsuite_id: '77' }).execute();
  expect(await watchStages(kit.db, { at: after(130) })).toEqual({ stuck: 1, wentOn: 1 });
  const open = (await stuck()).filter((one) => one.resolved_at === null);
  expect(open.map((one) => one.subject)).toEqual([`${orderId}/BOOKING`]);
  const ended = (await stuck()).filter((one) => one.subject.endsWith('/CUSTOMER'));
  expect(ended.map((one) => one.resolution)).toEqual(['The order went on.', 'The order went on.']);
});
