// The ledger's own life: what is not answered is asked after, what was refused goes again when it is different, and a
// hand-over whose answer was lost is settled by looking.

import { approveReadyOrders, brokerOrders, saveMapping } from '@sendsale/oms';
import { ledgerRows } from '@sendsale/store/read';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeRestlets } from '../account/restlets.ts';
import { makeKeys, RestletServer } from '../test/restlet-server.ts';
import { HEADERS, useRoad } from '../test/road.ts';
import { askAfterRecords } from './ask-after-records.ts';
import { importFiles } from './import-files.ts';

const road = useRoad();
const netsuite = new RestletServer();

beforeAll(async () => netsuite.listen());
afterAll(async () => netsuite.close());

const rows = async (feed: string) => {
  const found = await ledgerRows(road.db, { feed, limit: 10 });
  return found.map(({ state, attempt, code, remoteId }) => ({ state, attempt, code, remoteId }));
};

/** An order whose sales order is handed over; its customer is known. */
async function sendOrder(): Promise<string> {
  const orderId = await road.take({});
  await road.db.updateTable('customer').set({ netsuite_id: '5' }).execute();
  expect(await road.sendAll()).toEqual({ 'sales-order': 1 });
  return orderId;
}

/** What NetSuite's script does with a file it has read. */
function moveAway(directory: string, folder: string): string {
  const [name = ''] = road.filesIn(directory);
  mkdirSync(road.local(`${directory}/${folder}`), { recursive: true });
  renameSync(road.local(`${directory}/${name}`), road.local(`${directory}/${folder}/${name}`));
  return name;
}

describe('a refused record', () => {
  test('goes again by itself when its data has changed, under the same row id', async () => {
    const orderId = await sendOrder();
    const first = moveAway('salesorder/export', 'archive');
    road.answer(
      'acknowledgement/2026-11-24-05-00-13-000-sales-order-1.csv',
      `${HEADERS.acknowledgement}\nsales-order/${orderId}/1,REFUSED,salesorder,,,,,INVALID_KEY,No such method,${first},\n`,
    );
    await importFiles(road.context);
    // Nothing has changed: it waits.
    expect(await road.sendAll()).toEqual({});
    await saveMapping(road.db, {
      kind: 'NETSUITE_SHP_MTHD',
      key: 'STANDARD',
      value: '777',
      at: road.now(),
    });
    expect(await road.sendAll()).toEqual({ 'sales-order': 1 });
    expect(road.onlyFile('salesorder/export', /csv$/)).toContain(`sales-order/${orderId}/1`);
    expect(await rows('sales-order')).toMatchObject([{ state: 'HANDED_OVER', attempt: 2 }]);
    const [row] = await ledgerRows(road.db, { feed: 'sales-order', limit: 1 });
    expect(row?.history).toMatchObject([
      { attempt: 1, state: 'REFUSED', code: 'INVALID_KEY', actor: 'OMS' },
    ]);
    expect(await road.problems()).toEqual([['NETSUITE_ROW_REFUSED', `sales-order/${orderId}`]]);
    const second = moveAway('salesorder/export', 'archive');
    road.answer(
      'acknowledgement/2026-11-24-05-05-13-000-sales-order-1.csv',
      `${HEADERS.acknowledgement}\nsales-order/${orderId}/1,ACCEPTED,salesorder,8812345,,,,,,${second},\n`,
    );
    await importFiles(road.context);
    expect(await road.problems()).toEqual([]);
  });
});

describe('a record nobody answered for', () => {
  test('waits while its file lies unread, then goes again, thrice at most', async () => {
    const orderId = await sendOrder();
    road.minutesLater(30);
    expect(await askAfterRecords(road.context)).toMatchObject({ overdue: 0 });
    road.minutesLater(31);
    expect(await askAfterRecords(road.context)).toMatchObject({ overdue: 1, waiting: 1 });
    expect(await rows('sales-order')).toMatchObject([{ state: 'OVERDUE', attempt: 1 }]);
    expect(await road.problems()).toEqual([['NETSUITE_ANSWER_OVERDUE', `sales-order/${orderId}`]]);
    for (const attempt of [2, 3]) {
      moveAway('salesorder/export', 'archive');
      road.minutesLater(61);
      expect(await askAfterRecords(road.context)).toMatchObject({ sentAgain: 1 });
      expect(await road.sendAll()).toEqual({ 'sales-order': 1 });
      expect(await rows('sales-order')).toMatchObject([{ state: 'HANDED_OVER', attempt }]);
    }
    moveAway('salesorder/export', 'archive');
    road.minutesLater(61);
    expect(await askAfterRecords(road.context)).toMatchObject({ waiting: 1 });
    expect(await road.sendAll()).toEqual({});
    // The answer was only late: it settles the row, whichever attempt it is for.
    road.answer(
      'acknowledgement/2026-11-24-05-00-13-000-sales-order-1.csv',
      `${HEADERS.acknowledgement}\nsales-order/${orderId}/1,ACCEPTED,salesorder,8812345,,,,,,x.csv,\n`,
    );
    await importFiles(road.context);
    expect(await rows('sales-order')).toMatchObject([{ state: 'ACCEPTED', remoteId: '8812345' }]);
    expect(await road.problems()).toEqual([]);
  });

  test('is found by asking NetSuite, and then nothing is sent', async () => {
    const orderId = await sendOrder();
    moveAway('salesorder/export', 'archive');
    road.minutesLater(61);
    const none = { deposits: [], fulfillments: [], invoices: [], cashSales: [], refunds: [] };
    const salesOrders = [{ id: '8812345', status: 'Pending Fulfillment', total: '100.00' }];
    netsuite.answers = [{ status: 200, body: { orders: [{ orderId, salesOrders, ...none }] } }];
    const settings = netsuite.settings(makeKeys('ec').privateKey);
    const restlets = makeRestlets(settings, road.context.clock);
    const run = await askAfterRecords({ ...road.context, restlets });
    expect(run).toMatchObject({ accepted: 1, sentAgain: 0 });
    expect(await rows('sales-order')).toMatchObject([{ state: 'ACCEPTED', remoteId: '8812345' }]);
    const posting = await road.db.selectFrom('posting').selectAll().executeTakeFirstOrThrow();
    expect(posting.netsuite_id).toBe('8812345');
    expect(await road.sendAll()).not.toHaveProperty('sales-order');
  });

  test('whose file was put aside is refused, and sent again on a retry', async () => {
    await sendOrder();
    moveAway('salesorder/export', 'failed');
    road.minutesLater(61);
    expect(await askAfterRecords(road.context)).toMatchObject({ refused: 1 });
    expect(await rows('sales-order')).toMatchObject([{ state: 'REFUSED', code: 'FILE_SET_ASIDE' }]);
  });

  test('of an update the published scripts are silent about counts as taken once it is archived', async () => {
    await road.bookOrder({ payments: [] });
    await approveReadyOrders(road.db, { at: road.now(), limit: 10 });
    await brokerOrders(road.db, { at: road.now(), limit: 10 });
    expect(await road.sendAll()).toMatchObject({ allocation: 1 });
    moveAway('salesorder/update', 'archive');
    road.minutesLater(61);
    expect(await askAfterRecords(road.context)).toMatchObject({ accepted: 1 });
    expect(await rows('allocation')).toMatchObject([
      { state: 'ACCEPTED', code: 'READ_WITHOUT_ANSWER' },
    ]);
  });
});

test.each(['processing', 'archive'])(
  'a hand-over whose note was lost is not repeated when NetSuite has the file in %s',
  async (folder) => {
    await road.take({});
    await road.exportAll();
    await road.handOver();
    const name = moveAway('customer/export', folder);
    await road.db.updateTable('feed_file').set({ state: 'WRITTEN' }).execute();
    await road.handOver();
    expect(existsSync(road.local(`customer/export/${name}`))).toBe(false);
    const file = await road.db.selectFrom('feed_file').selectAll().executeTakeFirstOrThrow();
    expect(file.state).toBe('HANDED_OVER');
  },
);
