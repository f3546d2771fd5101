// The feeds on a real database and a real SFTP server, with the test in the part of NetSuite's scripts:
// it reads what lies in the directories and answers with files as the published bundle writes them.

import {
  acceptOrder,
  approveReadyOrders,
  brokerOrders,
  cancelOrder,
  saveMapping,
  shipItems,
} from '@sendsale/oms';
import { makeLog } from '@sendsale/platform/log';
import { connectSftp } from '@sendsale/platform/sftp';
import { makeKeyPair, startSftpServer } from '@sendsale/simulator-sftp';
import type { SftpServer } from '@sendsale/simulator-sftp';
import { defined } from '@sendsale/std';
import {
  buildAdjustment,
  buildGroup,
  buildLine,
  buildOrder,
  buildPayment,
  createTestDatabase,
  seedNetwork,
  T0,
} from '@sendsale/test-kit';
import type { TestDatabase } from '@sendsale/test-kit';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { NetSuiteContext } from '../context.ts';
import { EXPORT_FEEDS } from '../feeds/export-catalogue.ts';
import { exportFeed } from './export-feed.ts';
import { handOverFiles } from './hand-over-files.ts';
import { importFiles } from './import-files.ts';

const BASE = '/home/oms/netsuite';
const NETSUITE_DATE = 'Tue Nov 24 2026 05:00:12 GMT-0800 (PST)';

let test_: TestDatabase;
let server: SftpServer;
let context: NetSuiteContext;
let folder: string;
let now: Date;

beforeAll(async () => {
  test_ = await createTestDatabase();
});

afterAll(async () => {
  await test_.close();
});

beforeEach(async () => {
  await emptyDatabase();
  folder = mkdtempSync(join(tmpdir(), 'sendsale-netsuite-'));
  now = T0;
  const keys = makeKeyPair('oms');
  server = await startSftpServer({
    port: 0,
    root: join(folder, 'root'),
    users: [{ name: 'oms', publicKey: keys.publicKey }],
    hostKeyFile: join(folder, 'host-key'),
  });
  const connection = {
    host: '127.0.0.1',
    port: server.port,
    user: 'oms',
    privateKey: keys.privateKey,
    hostKeySha256: server.hostKeySha256,
    timeoutMs: 5_000,
  };
  context = {
    database: test_.db,
    clock: { now: () => now, sleep: async () => {} },
    log: makeLog({ level: 'silent' }),
    files: { connect: async () => connectSftp(connection), baseDirectory: BASE },
    restlets: null,
  };
  await seedSettings();
});

afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As fresh as a new database, at a tenth of the price. */
async function emptyDatabase(): Promise<void> {
  const { pool } = test_.database;
  await pool.query(`do $$ declare named record; begin
    for named in select tablename from pg_tables where schemaname = 'public' and tablename not like '%migration%' loop
      execute 'truncate ' || quote_ident(named.tablename) || ' restart identity cascade';
    end loop;
    for named in select sequencename from pg_sequences where schemaname = 'public' and sequencename like '%\\_number' loop
      execute 'alter sequence ' || quote_ident(named.sequencename) || ' restart';
    end loop;
  end $$`);
}

async function seedSettings(): Promise<void> {
  await seedNetwork(test_.db, {
    facilities: [
      {
        id: 'NYC',
        netsuiteLocationId: '1',
        netsuiteDepartmentId: '2',
        latitude: 40.75,
        longitude: -73.98,
        shopifyLocations: [{ shopId: 'shop', locationId: 'L1' }],
      },
      { id: 'BOS', netsuiteLocationId: '3', latitude: 42.36, longitude: -71.06 },
      {
        id: 'RNO',
        netsuiteLocationId: '4',
        kind: 'WAREHOUSE',
        fulfilledBy: 'NETSUITE',
        latitude: 39.53,
        longitude: -119.81,
      },
    ],
    stock: { BOS: { 'SKU-2': 5 }, RNO: { 'SKU-1': 5 } },
  });
  const mappings = [
    ['NETSUITE_SHP_MTHD', 'STANDARD', '3456'],
    ['NETSUITE_PMT_MTHD', 'DEFAULT', '7'],
    ['NETSUITE_PRICE_LEVEL', 'PRICE_LEVEL', 'Custom'],
    ['NETSUITE_ITEM', 'TAX', '902'],
    ['NETSUITE_CHANNEL', 'POS', 'POS Channel'],
  ] as const;
  for (const [kind, key, value] of mappings) {
    await saveMapping(test_.db, { kind, key, value, at: T0 });
  }
}

function minutesLater(minutes: number): void {
  now = new Date(now.getTime() + minutes * 60_000);
}

async function exportAll(): Promise<Record<string, number>> {
  const written: Record<string, number> = {};
  for (const feed of EXPORT_FEEDS) {
    const run = await exportFeed(test_.db, feed, now);
    if (run.rows > 0) written[feed.name] = run.rows;
  }
  return written;
}

async function handOver(): Promise<void> {
  const run = await handOverFiles(context, defined(context.files, 'There are files.'));
  expect(run.isReached).toBe(true);
}

async function sendAll(): Promise<Record<string, number>> {
  const written = await exportAll();
  await handOver();
  minutesLater(1);
  return written;
}

function local(path: string): string {
  return join(folder, 'root', BASE, path);
}

function answer(path: string, text: string): void {
  mkdirSync(dirname(local(path)), { recursive: true });
  writeFileSync(local(path), text);
}

function filesIn(directory: string): string[] {
  return existsSync(local(directory))
    ? readdirSync(local(directory)).filter((name) => name.includes('.'))
    : [];
}

function onlyFile(directory: string, name: RegExp): string {
  const file = defined(
    filesIn(directory).find((one) => name.test(one)),
    `A file in ${directory}.`,
  );
  return readFileSync(local(`${directory}/${file}`), 'utf8');
}

async function problems(): Promise<Array<[string, string]>> {
  const rows = await test_.db
    .selectFrom('problem')
    .select(['code', 'subject'])
    .where('resolved_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => [row.code, row.subject]);
}

async function steps(orderId: string): Promise<string[]> {
  const rows = await test_.db
    .selectFrom('order_timeline')
    .select('step')
    .where('order_id', '=', orderId)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.step);
}

async function ledger(): Promise<Array<[string, string, string]>> {
  const rows = await test_.db
    .selectFrom('ledger')
    .select(['feed', 'subject', 'state'])
    .orderBy('id')
    .execute();
  return rows.map((row) => [row.feed, row.subject, row.state]);
}

type OrderParts = Parameters<typeof buildOrder>[0];

async function take(parts: OrderParts): Promise<string> {
  const accepted = await acceptOrder(test_.db, {
    incoming: buildOrder(parts),
    messageId: null,
    at: now,
  });
  if (!accepted.ok) throw new Error(accepted.error.message);
  return accepted.value.orderId;
}

const HEADERS = {
  customer: 'partyId,partyIdentificationTypeId,idValue',
  order: 'orderId,orderIdentificationTypeId,idValue',
  line: 'orderId,orderItemSeqId,attrName,attrValue',
  deposit: 'orderId,internalId,manualRefNumber',
  acknowledgement:
    'rowId,outcome,recordType,internalId,externalId,amount,status,code,message,sourceFile,at',
};

/** Brings an order as far as NetSuite having it: customer, order and lines answered. */
async function bookOrder(parts: OrderParts): Promise<string> {
  const orderId = await take(parts);
  await sendAll();
  answer(
    `customer/import/${NETSUITE_DATE}-CustomerExport.csv`,
    `${HEADERS.customer}\nC10001,NETSUITE_CUSTOMER_ID,5314749\n`,
  );
  await importFiles(context);
  await sendAll();
  answer(
    `salesorder/import/orderidentification/${NETSUITE_DATE}-SalesOrderExport.csv`,
    `${HEADERS.order}\n${orderId},NETSUITE_ORDER_ID,8812345\n`,
  );
  const lines = await test_.db
    .selectFrom('posting_line')
    .selectAll()
    .where('posting_id', '=', orderId)
    .orderBy('key')
    .orderBy('kind', 'desc')
    .execute();
  const rows = lines.map((line, index) => {
    const attribute =
      line.kind === 'DISCOUNT' ? 'NetsuiteDiscountItemLineId' : 'NetsuiteItemLineId';
    return `${orderId},${line.key},${attribute},${index + 1}\n`;
  });
  answer(
    `salesorder/import/orderitemattribute/${NETSUITE_DATE}-SalesOrderItemExport.csv`,
    `${HEADERS.line}\n${rows.join('')}`,
  );
  await importFiles(context);
  return orderId;
}

describe('the road', () => {
  test('a send sale from a NetSuite warehouse goes the whole way and leaves every step', async () => {
    const line = buildLine({ adjustments: [buildAdjustment('TAX', 888)] });
    const payments = [buildPayment({ key: '6001', amount: 10_888 })];
    const orderId = await bookOrder({ shipGroups: [buildGroup({ lines: [line] })], payments });
    expect(await sendAll()).toEqual({ 'customer-deposit': 1 });
    expect(JSON.parse(onlyFile('salesorder/customerdeposit', /^Customer-Deposit-Feed-1-/))).toEqual(
      [expect.objectContaining({ totalAmount: 108.88, externalId: '6001', orderId: '8812345' })],
    );
    answer(
      `salesorder/import/orderpayment/${NETSUITE_DATE}-CustomerDepositExport.csv`,
      `${HEADERS.deposit}\n${orderId},99001,6001\n`,
    );
    await importFiles(context);
    expect(await approveReadyOrders(test_.db, { at: now, limit: 10 })).toEqual({
      approved: [orderId],
    });
    await brokerOrders(test_.db, { at: now, limit: 10 });
    expect(await sendAll()).toEqual({ allocation: 1 });
    expect(onlyFile('salesorder/update', /^brokered/)).toContain(
      `,8812345,,,1,4,Ada Byron,12 Main Street,,New York,NY,US,10001,STANDARD,allocation/${orderId}.00001/1`,
    );
    answer(
      'salesorder/import/fulfillment/SalesOrderFulfillment-2026-11-24-05-00-12.json',
      JSON.stringify([
        {
          orderMap: {
            orderId,
            items: [
              {
                orderItemSeqId: '00001',
                externalFacilityId: '4',
                shippedDate: '11/24/2026 5:00 am',
                quantity: '1',
                trackingNumber: '1Z1<BR>1Z2',
                carrier: 'UPS',
              },
            ],
          },
        },
      ]),
    );
    answer(
      'acknowledgement/2026-11-24-05-00-13-000-invoice-1.csv',
      `${HEADERS.acknowledgement}\ninvoice/${orderId}/1,ACCEPTED,invoice,4711,,108.88,Paid In Full,,,,2026-11-24T13:00:13Z\n`,
    );
    await importFiles(context);
    expect(await steps(orderId)).toEqual([
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
      'allocation exported',
      'fulfilled',
      'fulfillment received',
      'invoiced',
    ]);
    expect((await ledger()).map(([, , state]) => state)).toEqual(
      Array.from({ length: 4 }, () => 'ACCEPTED'),
    );
    const shipment = await test_.db.selectFrom('shipment').selectAll().executeTakeFirstOrThrow();
    expect(shipment).toMatchObject({
      origin: 'NETSUITE',
      tracking_number: '1Z1, 1Z2',
      carrier: 'UPS',
    });
    expect(await problems()).toEqual([]);
    expect(await sendAll()).toEqual({});
  });

  test('an order our store ships is told line by line, and the answer ties the fulfillment', async () => {
    const line = buildLine({ sku: 'SKU-2' });
    const orderId = await bookOrder({ shipGroups: [buildGroup({ lines: [line] })] });
    await approveReadyOrders(test_.db, { at: now, limit: 10 });
    await brokerOrders(test_.db, { at: now, limit: 10 });
    const shipped = await shipItems(test_.db, {
      orderId,
      facilityId: 'BOS',
      itemSeqs: ['00001'],
      carrier: 'UPS',
      trackingNumber: '1Z9',
      origin: 'OMS',
      actor: 'clerk',
      via: 'test',
      at: now,
    });
    expect(shipped.ok).toBe(true);
    expect(await sendAll()).toEqual({ 'customer-deposit': 1, fulfillment: 1 });
    expect(onlyFile('salesorder/update', /^fulfilled/)).toMatch(
      /\n1,8812345,,1,3,hotwax-fulfilled,[^,]+,1Z9,UPS,S10001,fulfillment\/S10001\.00001\/1\n$/,
    );
    answer(
      'acknowledgement/2026-11-24-05-00-13-000-fulfillment-1.csv',
      `${HEADERS.acknowledgement}\nfulfillment/S10001.00001/1,ACCEPTED,itemfulfillment,5511,S10001,,Shipped,,,x.csv,\n`,
    );
    await importFiles(context);
    const shipment = await test_.db.selectFrom('shipment').selectAll().executeTakeFirstOrThrow();
    expect(shipment.netsuite_fulfillment_id).toBe('5511');
    expect(await ledger()).toContainEqual(['fulfillment', 'S10001.00001', 'ACCEPTED']);
  });

  test('a mixed order is in each book once, with its own lines', async () => {
    await take({
      shipGroups: [
        buildGroup({ delivery: 'CARRY_OUT', lines: [buildLine({ sku: 'SKU-3', quantity: 2 })] }),
        buildGroup({ lines: [buildLine({ sku: 'SKU-1' })] }),
      ],
    });
    await sendAll();
    answer(
      `customer/import/${NETSUITE_DATE}-CustomerExport.csv`,
      `${HEADERS.customer}\nC10001,NETSUITE_CUSTOMER_ID,5314749\n`,
    );
    await importFiles(context);
    expect(await sendAll()).toEqual({ 'sales-order': 1, 'cash-sale': 1 });
    expect(onlyFile('cashsale/export', /^CreateOrderItemsFeed_/)).toContain(',103,2,100.00,');
    expect(onlyFile('cashsale/export', /^CreateOrderItemsFeed_/)).not.toContain(',101,');
    expect(onlyFile('salesorder/export', /^CreateOrderItemsFeed_/)).toContain(',101,1,100.00,');
    expect(onlyFile('salesorder/export', /^CreateOrderItemsFeed_/)).not.toContain(',103,');
    answer(
      `salesorder/import/orderidentification/${NETSUITE_DATE}-CashSaleExport.csv`,
      `${HEADERS.order}\nM10001-C,NETSUITE_ORDER_ID,7001\n`,
    );
    await importFiles(context);
    expect(await ledger()).toContainEqual(['cash-sale', 'M10001-C', 'ACCEPTED']);
    expect(await sendAll()).toEqual({});
  });

  test('a cancelled order is closed line by line, and its deposit refunded once NetSuite has it', async () => {
    const incoming = buildOrder({ payments: [buildPayment({ key: '6001', amount: 10_000 })] });
    const orderId = await bookOrder(incoming);
    await sendAll();
    const refund = buildPayment({
      key: '6002',
      kind: 'REFUND',
      parentTransactionId: '6001',
      amount: 10_000,
    });
    await acceptOrder(test_.db, {
      incoming: {
        ...incoming,
        cancelledAt: now,
        cancelReason: 'CUSTOMER',
        updatedAt: now,
        payments: [...incoming.payments, refund],
        shipGroups: incoming.shipGroups.map((group) => ({
          ...group,
          lines: group.lines.map((line) => ({ ...line, cancelledQuantity: line.quantity })),
        })),
      },
      messageId: null,
      at: now,
    });
    await cancelOrder(test_.db, {
      orderId,
      reason: 'CUSTOMER',
      actor: 'test',
      via: 'test',
      at: now,
    });
    expect(await sendAll()).toEqual({ 'item-close': 1 });
    expect(onlyFile('salesorder/update', /^closed/)).toContain(
      `\n1,8812345,,true,,,item-close/${orderId}.00001/1\n`,
    );
    answer(
      'acknowledgement/2026-11-24-05-00-13-000-customer-deposit-1.csv',
      `${HEADERS.acknowledgement}\ncustomer-deposit/${orderId}.6001/1,ACCEPTED,customerdeposit,99001,6001,100.00,,,,x.json,\n`,
    );
    await importFiles(context);
    expect(await sendAll()).toEqual({ 'customer-refund': 1 });
    expect(JSON.parse(onlyFile('salesorder/customer-refund', /^Customer-Refund-Feed-/))).toEqual([
      expect.objectContaining({
        order_id: '8812345',
        refund_amount: 100,
        external_id: '6002',
        parent_ref_id: '6001',
      }),
    ]);
  });
});

describe('what is missing', () => {
  test('an unmapped shipping method holds the order with a problem and heals by itself', async () => {
    await test_.db.deleteFrom('mapping').where('kind', '=', 'NETSUITE_SHP_MTHD').execute();
    const orderId = await take({});
    await test_.db.updateTable('customer').set({ netsuite_id: '5' }).execute();
    expect(await sendAll()).toEqual({});
    expect(await problems()).toEqual([['SHIPPING_METHOD_UNMAPPED', orderId]]);
    const mapping = { kind: 'NETSUITE_SHP_MTHD', key: 'STANDARD', value: '1', at: now } as const;
    await saveMapping(test_.db, mapping);
    expect(await sendAll()).toEqual({ 'sales-order': 1 });
    expect(await problems()).toEqual([]);
  });

  test('an item NetSuite does not have holds its order only, until the item arrives', async () => {
    await test_.db
      .updateTable('product')
      .set({ netsuite_item_id: null })
      .where('sku', '=', 'SKU-3')
      .execute();
    const waiting = await take({
      shipGroups: [buildGroup({ lines: [buildLine({ sku: 'SKU-3' })] })],
    });
    await take({});
    await test_.db
      .updateTable('customer')
      .set(({ ref }) => ({ netsuite_id: ref('shopify_id') }))
      .execute();
    expect(await sendAll()).toEqual({ 'sales-order': 1 });
    expect(await problems()).toEqual([['ITEM_NOT_IN_NETSUITE', `${waiting}/SKU-3`]]);
    answer(
      `product/csv/${NETSUITE_DATE}-HCExportProduct.csv`,
      'id-value,good-identification-value\nSKU-3,103\nOTHER,9\n',
    );
    await importFiles(context);
    expect(await sendAll()).toEqual({ 'sales-order': 1 });
    expect(await problems()).toEqual([]);
  });
});

describe('answers that refuse', () => {
  test('a refused row is a problem at its order, and a later acceptance resolves it', async () => {
    const orderId = await take({});
    await test_.db.updateTable('customer').set({ netsuite_id: '5' }).execute();
    await sendAll();
    const file = (n: number, row: string): void =>
      answer(
        `acknowledgement/2026-11-24-05-00-13-000-sales-order-${n}.csv`,
        `${HEADERS.acknowledgement}\nsales-order/${orderId}/1,${row}\n`,
      );
    file(1, 'REFUSED,salesorder,,,,,INVALID_KEY,"Invalid item, sorry",x.csv,');
    await importFiles(context);
    expect(await problems()).toEqual([['NETSUITE_ROW_REFUSED', `sales-order/${orderId}`]]);
    file(2, 'ACCEPTED,salesorder,8812345,,,,,,x.csv,');
    await importFiles(context);
    expect(await problems()).toEqual([]);
    const posting = await test_.db.selectFrom('posting').selectAll().executeTakeFirstOrThrow();
    expect(posting.netsuite_id).toBe('8812345');
  });

  test('a published error file refuses every row of the file it names', async () => {
    const orderId = await take({});
    await test_.db.updateTable('customer').set({ netsuite_id: '5' }).execute();
    await sendAll();
    const [sent] = filesIn('salesorder/export');
    answer(
      `salesorder/export/error/${NETSUITE_DATE}-ErrorSaleOrder.csv`,
      `fileName,errorMessage\n${sent},Failed to submit, the map is bad\n`,
    );
    await importFiles(context);
    expect(await ledger()).toEqual([['sales-order', orderId, 'REFUSED']]);
    const row = await test_.db.selectFrom('ledger').selectAll().executeTakeFirstOrThrow();
    expect(row.message).toBe('Failed to submit, the map is bad');
  });

  test('a published deposit error refuses the deposits of the order it names', async () => {
    const orderId = await bookOrder({});
    await sendAll();
    answer(
      `salesorder/customerdeposit/error/${NETSUITE_DATE}-ErrorCustomerDeposit.csv`,
      'orderId,errorMessage\n8812345,Invalid payment method, or closed period\n,1,Other\n',
    );
    await importFiles(context);
    const refused = (await ledger()).filter(([, , state]) => state === 'REFUSED');
    expect(refused.map(([feed]) => feed)).toEqual(['customer-deposit']);
    expect((await problems()).map(([code]) => code)).toEqual(['NETSUITE_ROW_REFUSED']);
    expect(orderId).toBe('M10001');
  });
});

describe('bad files', () => {
  const path = `salesorder/import/orderidentification/${NETSUITE_DATE}-SalesOrderExport.csv`;
  const subject = path;

  test('a bad row and an unknown order are problems of their own; the rest is taken', async () => {
    const orderId = await take({});
    answer(
      path,
      `${HEADERS.order}\nM99999,NETSUITE_ORDER_ID,1\n${orderId},NETSUITE_ORDER_ID\n${orderId},NETSUITE_ORDER_ID,8812345\n`,
    );
    await importFiles(context);
    expect(await problems()).toEqual([
      ['FEED_ROW_ORDER_UNKNOWN', `${subject}#2`],
      ['FEED_ROW_MALFORMED', `${subject}#3`],
    ]);
    const posting = await test_.db.selectFrom('posting').selectAll().executeTakeFirstOrThrow();
    expect(posting.netsuite_id).toBe('8812345');
  });

  test('a row for an order that comes later is taken by itself then', async () => {
    answer(path, `${HEADERS.order}\nM10001,NETSUITE_ORDER_ID,8812345\n`);
    await importFiles(context);
    expect(await problems()).toEqual([['FEED_ROW_ORDER_UNKNOWN', `${subject}#2`]]);
    await take({});
    minutesLater(1);
    await importFiles(context);
    expect(await problems()).toEqual([]);
    const posting = await test_.db.selectFrom('posting').selectAll().executeTakeFirstOrThrow();
    expect(posting.netsuite_id).toBe('8812345');
  });

  test('a malformed file is kept, archived and named', async () => {
    answer(path, 'a;b\n1;2\n');
    await importFiles(context);
    expect(await problems()).toEqual([['FEED_FILE_MALFORMED', subject]]);
    const file = await test_.db.selectFrom('feed_file').selectAll().executeTakeFirstOrThrow();
    expect([file.state, Buffer.from(file.content).toString()]).toEqual([
      'QUARANTINED',
      'a;b\n1;2\n',
    ]);
    expect(filesIn('salesorder/import/orderidentification')).toEqual([]);
    expect(filesIn('salesorder/import/orderidentification/archive')).toHaveLength(1);
  });

  test('a half-written file is left alone until it is whole', async () => {
    const orderId = await take({});
    answer(path, `${HEADERS.order}\n${orderId},NETSUI`);
    await importFiles(context);
    expect(await problems()).toEqual([['FEED_FILE_MALFORMED', subject]]);
    expect(filesIn('salesorder/import/orderidentification')).toHaveLength(1);
    answer(path, `${HEADERS.order}\n${orderId},NETSUITE_ORDER_ID,8812345\n`);
    await importFiles(context);
    expect(await problems()).toEqual([]);
    expect(filesIn('salesorder/import/orderidentification')).toEqual([]);
  });

  test('a file that stays cut off is set aside after a minute', async () => {
    answer(path, `${HEADERS.order}\n"M10001,NETSUI`);
    await importFiles(context);
    minutesLater(2);
    await importFiles(context);
    expect(await problems()).toEqual([['FEED_FILE_MALFORMED', subject]]);
    expect(filesIn('salesorder/import/orderidentification')).toEqual([]);
  });

  test('the same file again, and an archived name that comes back, change nothing', async () => {
    const orderId = await take({});
    const text = `${HEADERS.order}\n${orderId},NETSUITE_ORDER_ID,8812345\n`;
    answer(path, text);
    expect(await importFiles(context)).toMatchObject({ fetched: 1, changed: 1 });
    answer(path, text);
    expect(await importFiles(context)).toMatchObject({ fetched: 0, changed: 0 });
    expect(filesIn('salesorder/import/orderidentification')).toEqual([]);
    answer(path.replace('Tue', 'Wed'), text);
    expect(await importFiles(context)).toMatchObject({ fetched: 1, changed: 0 });
    expect((await steps(orderId)).filter((step) => step === 'order id received')).toHaveLength(1);
  });
});

describe('the server', () => {
  test('away: files wait, a problem says so, and both end when it is back', async () => {
    await take({});
    await exportAll();
    await server.goDown();
    const files = defined(context.files, 'There are files.');
    expect(await handOverFiles(context, files)).toMatchObject({
      isReached: false,
      code: 'SFTP_UNREACHABLE',
    });
    expect(await problems()).toEqual([['SFTP_UNREACHABLE', 'netsuite-sftp']]);
    await server.comeUp();
    await handOver();
    expect(await problems()).toEqual([]);
    expect(filesIn('customer/export')).toHaveLength(1);
  });

  test('another host key stops the connection and nothing is sent', async () => {
    await take({});
    await exportAll();
    const keys = makeKeyPair('oms');
    const wrong = {
      host: '127.0.0.1',
      port: server.port,
      user: 'oms',
      privateKey: keys.privateKey,
      hostKeySha256: `SHA256:${'A'.repeat(43)}`,
      timeoutMs: 5_000,
    };
    const files = { connect: async () => connectSftp(wrong), baseDirectory: BASE };
    expect(await handOverFiles(context, files)).toMatchObject({ code: 'SFTP_HOST_KEY_MISMATCH' });
    expect(await problems()).toEqual([['SFTP_HOST_KEY_MISMATCH', 'netsuite-sftp']]);
    expect(filesIn('customer/export')).toEqual([]);
  });

  test('a hand-over whose note was lost is repeated without a second file', async () => {
    await take({});
    await exportAll();
    await handOver();
    await test_.db.updateTable('feed_file').set({ state: 'WRITTEN' }).execute();
    await handOver();
    expect(filesIn('customer/export')).toHaveLength(1);
  });

  test('a name taken by other bytes is a conflict that heals when the place is free', async () => {
    await take({});
    await exportAll();
    const file = await test_.db.selectFrom('feed_file').selectAll().executeTakeFirstOrThrow();
    answer(`customer/export/${file.name}`, 'somebody else');
    await handOver();
    expect(await problems()).toEqual([['SFTP_FILE_CONFLICT', `customer/export/${file.name}`]]);
    rmSync(local(`customer/export/${file.name}`));
    await handOver();
    expect(await problems()).toEqual([]);
    expect(readFileSync(local(`customer/export/${file.name}`))).toEqual(Buffer.from(file.content));
  });
});
