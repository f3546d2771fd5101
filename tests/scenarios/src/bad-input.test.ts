// What is missing, broken or away (issue 2, "Bad input"): a named problem at the right record, nothing lost, nothing twice,
// and the road goes on by itself once the cause is gone. Only the cause is repaired in these tests, never an order.

import { saveMapping, saveShop } from '@sendsale/oms';
import { makeKeyPair, startSftpServer } from '@sendsale/simulator-sftp';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeRestlets } from '@sendsale/netsuite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeKeys, RestletServer } from '../../../packages/netsuite/src/test/restlet-server.ts';
import { HEADERS, NETSUITE_DATE } from '../../../packages/netsuite/src/test/road.ts';
import { World } from './world.ts';

const world = new World();
const { road } = world;

beforeAll(async () => road.openDatabase());
beforeEach(async () => world.open());
afterEach(async () => world.close());
afterAll(async () => road.closeDatabase());

/** As far as an order gets before a store ships it. */
const BOOKED = [
  'downloaded',
  'customer exported',
  'customer id received',
  'order exported',
  'order id received',
  'line ids received',
  'deposit exported',
  'deposit created',
  'approved',
  'brokered',
];

async function expectBookedOnce(name: string): Promise<void> {
  const steps = await world.steps(name);
  expect(steps?.toSorted()).toEqual(BOOKED.toSorted());
  expect(await road.problems()).toEqual([]);
  const twice = [...world.clerk.booked].filter(([, times]) => times > 1);
  expect(twice).toEqual([]);
}

async function unmap(kind: 'SHIPPING_METHOD' | 'NETSUITE_SHP_MTHD' | 'NETSUITE_PMT_MTHD') {
  await road.db.deleteFrom('mapping').where('kind', '=', kind).execute();
}

describe('what is missing', () => {
  test.each([
    ['SHIPPING_METHOD', 'Standard', 'STANDARD'],
    ['NETSUITE_SHP_MTHD', 'STANDARD', '3456'],
  ] as const)(
    'a shipping method without %s holds its order until it is mapped',
    async (kind, key, value) => {
      await unmap(kind);
      const name = await world.ringUp();
      await world.letTimePass();
      expect(await road.problems()).toEqual([
        ['SHIPPING_METHOD_UNMAPPED', await world.orderId(name)],
      ]);
      expect(road.filesIn('salesorder/export')).toEqual([]);
      await saveMapping(road.db, { kind, key, value, at: road.now() });
      await world.letTimePass();
      await expectBookedOnce(name);
    },
  );

  test('a payment method without mapping holds the deposit, not the order', async () => {
    await unmap('NETSUITE_PMT_MTHD');
    const name = await world.ringUp();
    await world.letTimePass();
    const orderId = await world.orderId(name);
    expect(await road.problems()).toEqual([
      ['PAYMENT_METHOD_UNMAPPED', expect.stringContaining(`${orderId}.`)],
    ]);
    expect(await world.steps(name)).toContain('order id received');
    expect(await world.steps(name)).not.toContain('deposit exported');
    const mapping = { kind: 'NETSUITE_PMT_MTHD', key: 'DEFAULT', value: '7' } as const;
    await saveMapping(road.db, { ...mapping, at: road.now() });
    await world.letTimePass();
    await expectBookedOnce(name);
  });

  test('an order without customer waits for the customer of anonymous sales', async () => {
    const name = await world.ringUp({ customer: null });
    await world.letTimePass();
    expect(await road.problems()).toEqual([['CUSTOMER_MISSING', await world.orderId(name)]]);
    expect(road.filesIn('customer/export')).toEqual([]);
    await saveShop(road.db, {
      id: 'shop',
      name: 'Shop',
      domain: 'shop.example',
      currency: 'USD',
      timeZone: 'America/New_York',
      netsuiteSubsidiaryId: '1',
      anonymousCustomer: { name: 'Anonymous sale', netsuiteId: null },
      at: road.now(),
    });
    await world.letTimePass();
    await expectBookedOnce(name);
  });

  test('an item NetSuite does not have holds its own order only, until NetSuite has it', async () => {
    const unknown = await world.ringUp({ lines: [{ sku: 'SKU-NEW', delivery: 'SHIP' }] });
    const other = await world.ringUp();
    await world.letTimePass();
    const subject = `${await world.orderId(unknown)}/SKU-NEW`;
    expect(await road.problems()).toEqual([['ITEM_NOT_IN_NETSUITE', subject]]);
    expect(await world.steps(other)).toContain('approved');
    road.answer(
      `product/csv/${NETSUITE_DATE}-HCExportProduct.csv`,
      'id-value,good-identification-value\nSKU-NEW,104\n',
    );
    road.answer(
      `inventoryitem/csv/${NETSUITE_DATE}-InventoryItemExport.csv`,
      'Item,externalFacilityId,availableQty,idValue\nSKU-NEW,3,5,104\n',
    );
    await world.letTimePass();
    await expectBookedOnce(unknown);
  });
});

describe('files that are not as they should be', () => {
  const directory = 'customer/import';
  const name = `${NETSUITE_DATE}-CustomerExport.csv`;

  /** Until the customer is at NetSuite and everything waits for the answer. */
  async function ringUpAndWait(): Promise<string> {
    const order = await world.ringUp();
    await world.work('download-orders');
    expect(await world.steps(order)).toContain('customer exported');
    return order;
  }

  test('a half-written file is left alone until it is whole', async () => {
    const order = await ringUpAndWait();
    const whole = `${HEADERS.customer}\nC10001,NETSUITE_CUSTOMER_ID,5314749\n`;
    road.answer(`${directory}/${name}`, whole.slice(0, -12));
    await world.work('import-files');
    expect(await road.problems()).toEqual([['FEED_FILE_MALFORMED', `${directory}/${name}`]]);
    expect(road.filesIn(directory)).toEqual([name]);
    road.answer(`${directory}/${name}`, whole);
    await world.work('import-files');
    expect(await road.problems()).toEqual([]);
    expect(await world.steps(order)).toContain('order exported');
  });

  test('a malformed file is set aside with its bytes; the right one under its name ends the problem', async () => {
    const order = await ringUpAndWait();
    const wrong = 'something,else\n1,2\n';
    road.answer(`${directory}/${name}`, wrong);
    await world.work('import-files');
    expect(await road.problems()).toEqual([['FEED_FILE_MALFORMED', `${directory}/${name}`]]);
    const kept = await road.db
      .selectFrom('feed_file')
      .select(['state', 'content'])
      .where('direction', '=', 'IN')
      .executeTakeFirstOrThrow();
    expect([kept.state, Buffer.from(kept.content).toString()]).toEqual(['QUARANTINED', wrong]);
    road.answer(
      `${directory}/${name}`,
      `${HEADERS.customer}\nC10001,NETSUITE_CUSTOMER_ID,5314749\n`,
    );
    await world.work('import-files');
    expect(await road.problems()).toEqual([]);
    expect(await world.steps(order)).toContain('order exported');
  });

  test('a row for an order we do not have is a problem of that row; the others are taken, and it is once we have it', async () => {
    const order = await ringUpAndWait();
    await world.clerk.answerAll();
    await world.work('import-files');
    const ids = 'salesorder/import/orderidentification';
    const file = `${NETSUITE_DATE}-SalesOrderExport.csv`;
    const known = await world.orderId(order);
    const rows = `M10002,NETSUITE_ORDER_ID,9002\n${known},NETSUITE_ORDER_ID,9001\n`;
    road.answer(`${ids}/${file}`, `${HEADERS.order}\n${rows}`);
    await world.work('import-files');
    expect(await road.problems()).toEqual([['FEED_ROW_ORDER_UNKNOWN', `${ids}/${file}#2`]]);
    expect(await world.steps(order)).toContain('order id received');
    const late = await world.ringUp();
    await world.work('download-orders');
    expect(await world.orderId(late)).toBe('M10002');
    road.minutesLater(1);
    await world.work('import-files');
    expect(await road.problems()).toEqual([]);
    expect(await world.steps(late)).toContain('order id received');
  });
});

describe('who is away', () => {
  test('the SFTP server: files wait, orders go on being taken, and everything follows when it is back', async () => {
    await road.server.goDown();
    const name = await world.ringUp();
    await world.work('download-orders');
    expect(await road.problems()).toEqual([['SFTP_UNREACHABLE', 'netsuite-sftp']]);
    expect(await world.steps(name)).toEqual(['downloaded']);
    const waiting = await road.db
      .selectFrom('feed_file')
      .select(['feed', 'state'])
      .where('direction', '=', 'OUT')
      .execute();
    expect(waiting).toEqual([{ feed: 'customer', state: 'WRITTEN' }]);
    await road.server.comeUp();
    await world.letTimePass();
    await expectBookedOnce(name);
  });

  test('NetSuite: a problem of the connection; files travel by the schedules all the same', async () => {
    const server = new RestletServer();
    await server.listen();
    const settings = server.settings(makeKeys('ec').privateKey);
    world.parts = { restlets: makeRestlets(settings, road.context.clock) };
    server.answers = Array.from({ length: 500 }, () => ({ status: 503, body: {} }));
    const name = await world.ringUp();
    await world.work('download-orders');
    expect(await road.problems()).toEqual([['NETSUITE_UNREACHABLE', 'netsuite-restlet']]);
    await world.letTimePass();
    expect(await world.steps(name)).toContain('brokered');
    server.answers = [];
    await world.ringUp();
    await world.work('download-orders');
    await server.close();
    expect(await road.problems()).toEqual([]);
    await expectBookedOnce(name);
  });

  test('another server under the same address: stopped, said, nothing sent; the right one again: it goes on', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sendsale-stranger-'));
    const { port } = road.server;
    await road.server.goDown();
    const stranger = await startSftpServer({
      port,
      root: join(folder, 'root'),
      users: [{ name: 'oms', publicKey: makeKeyPair('oms').publicKey }],
      hostKeyFile: join(folder, 'another-host-key'),
    });
    const name = await world.ringUp();
    await world.work('download-orders', 'import-files');
    expect(await road.problems()).toEqual([['SFTP_HOST_KEY_MISMATCH', 'netsuite-sftp']]);
    await world.letTimePass();
    expect(await road.problems()).toEqual([['SFTP_HOST_KEY_MISMATCH', 'netsuite-sftp']]);
    expect(await world.steps(name)).toEqual(['downloaded']);
    await stranger.close();
    const left = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(left.filter((path) => path.endsWith('.csv') || path.endsWith('.tmp'))).toEqual([]);
    rmSync(folder, { recursive: true, force: true });
    await road.server.comeUp();
    await world.letTimePass();
    await expectBookedOnce(name);
  });
});
