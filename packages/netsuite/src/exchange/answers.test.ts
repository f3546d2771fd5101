import { describe, expect, test } from 'vitest';
import { HEADERS, NETSUITE_DATE, useRoad } from '../test/road.ts';
import { importFiles } from './import-files.ts';

const road = useRoad();

describe('answers that refuse', () => {
  test('W5 a refused row is a problem at its order, and a later acceptance resolves it', async () => {
    const orderId = await road.take({});
    await road.db.updateTable('customer').set({ netsuite_id: '5' }).execute();
    await road.sendAll();
    const file = (n: number, row: string): void =>
      road.answer(
        `acknowledgement/2026-11-24-05-00-13-000-sales-order-${n}.csv`,
        `${HEADERS.acknowledgement}\nsales-order/${orderId}/1,${row}\n`,
      );
    file(1, 'REFUSED,salesorder,,,,,INVALID_KEY,"Invalid item, sorry",x.csv,');
    await importFiles(road.context);
    expect(await road.problems()).toEqual([['NETSUITE_ROW_REFUSED', `sales-order/${orderId}`]]);
    file(2, 'ACCEPTED,salesorder,8812345,,,,,,x.csv,');
    await importFiles(road.context);
    expect(await road.problems()).toEqual([]);
    const posting = await road.db.selectFrom('posting').selectAll().executeTakeFirstOrThrow();
    expect(posting.netsuite_id).toBe('8812345');
  });

  test('an acceptance whose row a restore forgot gives its record the id; one that refuses waits', async () => {
    const orderId = await road.take({});
    const path = (n: number): string =>
      `acknowledgement/2026-11-24-05-00-13-000-sales-order-${n}.csv`;
    const row = (rest: string): string =>
      `${HEADERS.acknowledgement}\nsales-order/${orderId}/1,${rest}\n`;
    road.answer(path(1), row('REFUSED,salesorder,,,,,INVALID_KEY,No such item,x.csv,'));
    road.answer(path(2), row('ACCEPTED,salesorder,8812345,,,,,,x.csv,'));
    await importFiles(road.context);
    expect(await road.problems()).toEqual([['FEED_ROW_ORDER_UNKNOWN', `${path(1)}#2`]]);
    const posting = await road.db.selectFrom('posting').selectAll().executeTakeFirstOrThrow();
    expect(posting.netsuite_id).toBe('8812345');
  });

  test('a published error file refuses every row of the file it names', async () => {
    const orderId = await road.take({});
    await road.db.updateTable('customer').set({ netsuite_id: '5' }).execute();
    await road.sendAll();
    const [sent] = road.filesIn('salesorder/export');
    road.answer(
      `salesorder/export/error/${NETSUITE_DATE}-ErrorSaleOrder.csv`,
      `fileName,errorMessage\n${sent},Failed to submit, the map is bad\n`,
    );
    await importFiles(road.context);
    expect(await road.ledger()).toEqual([['sales-order', orderId, 'REFUSED']]);
    const row = await road.db.selectFrom('ledger').selectAll().executeTakeFirstOrThrow();
    expect(row.message).toBe('Failed to submit, the map is bad');
  });

  test('a published deposit error refuses the deposits of the order it names', async () => {
    const orderId = await road.bookOrder({});
    await road.sendAll();
    road.answer(
      `salesorder/customerdeposit/error/${NETSUITE_DATE}-ErrorCustomerDeposit.csv`,
      'orderId,errorMessage\n8812345,Invalid payment method, or closed period\n,1,Other\n',
    );
    await importFiles(road.context);
    const refused = (await road.ledger()).filter(([, , state]) => state === 'REFUSED');
    expect(refused.map(([feed]) => feed)).toEqual(['customer-deposit']);
    expect((await road.problems()).map(([code]) => code)).toEqual(['NETSUITE_ROW_REFUSED']);
    expect(orderId).toBe('M10001');
  });
});

describe('bad files', () => {
  const path = `salesorder/import/orderidentification/${NETSUITE_DATE}-SalesOrderExport.csv`;
  const subject = path;

  test('a bad row and an unknown order are problems of their own; the rest is taken', async () => {
    const orderId = await road.take({});
    road.answer(
      path,
      `${HEADERS.order}\nM99999,NETSUITE_ORDER_ID,1\n${orderId},NETSUITE_ORDER_ID\n${orderId},NETSUITE_ORDER_ID,8812345\n`,
    );
    await importFiles(road.context);
    expect(await road.problems()).toEqual([
      ['FEED_ROW_ORDER_UNKNOWN', `${subject}#2`],
      ['FEED_ROW_MALFORMED', `${subject}#3`],
    ]);
    const posting = await road.db.selectFrom('posting').selectAll().executeTakeFirstOrThrow();
    expect(posting.netsuite_id).toBe('8812345');
  });

  test('a row for an order that comes later is taken by itself then', async () => {
    road.answer(path, `${HEADERS.order}\nM10001,NETSUITE_ORDER_ID,8812345\n`);
    await importFiles(road.context);
    expect(await road.problems()).toEqual([['FEED_ROW_ORDER_UNKNOWN', `${subject}#2`]]);
    await road.take({});
    road.minutesLater(1);
    await importFiles(road.context);
    expect(await road.problems()).toEqual([]);
    const posting = await road.db.selectFrom('posting').selectAll().executeTakeFirstOrThrow();
    expect(posting.netsuite_id).toBe('8812345');
  });

  test('a malformed file is kept, archived and named', async () => {
    road.answer(path, 'a;b\n1;2\n');
    await importFiles(road.context);
    expect(await road.problems()).toEqual([['FEED_FILE_MALFORMED', subject]]);
    const file = await road.db.selectFrom('feed_file').selectAll().executeTakeFirstOrThrow();
    expect([file.state, Buffer.from(file.content).toString()]).toEqual([
      'QUARANTINED',
      'a;b\n1;2\n',
    ]);
    expect(road.filesIn('salesorder/import/orderidentification')).toEqual([]);
    expect(road.filesIn('salesorder/import/orderidentification/archive')).toHaveLength(1);
  });

  test('a half-written file is left alone until it is whole', async () => {
    const orderId = await road.take({});
    road.answer(path, `${HEADERS.order}\n${orderId},NETSUI`);
    await importFiles(road.context);
    expect(await road.problems()).toEqual([['FEED_FILE_MALFORMED', subject]]);
    expect(road.filesIn('salesorder/import/orderidentification')).toHaveLength(1);
    road.answer(path, `${HEADERS.order}\n${orderId},NETSUITE_ORDER_ID,8812345\n`);
    await importFiles(road.context);
    expect(await road.problems()).toEqual([]);
    expect(road.filesIn('salesorder/import/orderidentification')).toEqual([]);
  });

  test('a file that stays cut off is set aside after a minute', async () => {
    road.answer(path, `${HEADERS.order}\n"M10001,NETSUI`);
    await importFiles(road.context);
    road.minutesLater(2);
    await importFiles(road.context);
    expect(await road.problems()).toEqual([['FEED_FILE_MALFORMED', subject]]);
    expect(road.filesIn('salesorder/import/orderidentification')).toEqual([]);
  });

  test('the same file again, and an archived name that comes back, change nothing', async () => {
    const orderId = await road.take({});
    const text = `${HEADERS.order}\n${orderId},NETSUITE_ORDER_ID,8812345\n`;
    road.answer(path, text);
    expect(await importFiles(road.context)).toMatchObject({ fetched: 1, changed: 1 });
    road.answer(path, text);
    expect(await importFiles(road.context)).toMatchObject({ fetched: 0, changed: 0 });
    expect(road.filesIn('salesorder/import/orderidentification')).toEqual([]);
    road.answer(path.replace('Tue', 'Wed'), text);
    expect(await importFiles(road.context)).toMatchObject({ fetched: 1, changed: 0 });
    expect((await road.steps(orderId)).filter((step) => step === 'order id received')).toHaveLength(
      1,
    );
  });
});
