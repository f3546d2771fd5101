// A quarter of an hour is lost: a backup is put back, and what was exchanged since comes back from the file server.

import type { IncomingOrder } from '@sendsale/domain';
import { acceptOrder } from '@sendsale/oms';
import { restoreBackup, writeBackup } from '@sendsale/platform/db';
import { buildOrder } from '@sendsale/test-kit';
import { expect, test } from 'vitest';
import { HEADERS, NETSUITE_DATE, useRoad } from '../test/road.ts';
import { importFiles } from './import-files.ts';
import { recoverExchange } from './recover-exchange.ts';

const road = useRoad();

/** Numbers and NetSuite ids of all orders and customers, by what Shopify calls them. */
async function state(): Promise<unknown> {
  const orders = await road.db
    .selectFrom('sales_order as o')
    .innerJoin('posting as p', 'p.order_id', 'o.id')
    .innerJoin('customer as c', 'c.id', 'o.customer_id')
    .select(['o.shopify_id', 'o.id', 'p.netsuite_id', 'c.id as customer', 'c.netsuite_id as buyer'])
    .orderBy('o.shopify_id')
    .execute();
  const lines = await road.db
    .selectFrom('posting_line')
    .select(['posting_id', 'key', 'kind', 'netsuite_line'])
    .orderBy('posting_id')
    .orderBy('key')
    .orderBy('kind')
    .execute();
  return { orders, lines };
}

test('orders get their numbers again, in whatever order they come, and NetSuite’s answers with them', async () => {
  const lines: string[] = [];
  await road.bookOrder({});
  await writeBackup(road.db, { at: road.now(), write: async (line) => void lines.push(line) });

  // What happens in the time that is lost: two customers buy, NetSuite books, everything is put away.
  const lost = [orderOf('grace'), orderOf('mary')];
  for (const incoming of lost) {
    await acceptOrder(road.db, { incoming, messageId: null, at: road.now() });
  }
  await road.sendAll();
  const customers = `${HEADERS.customer}\nC10002,NETSUITE_CUSTOMER_ID,61\nC10003,NETSUITE_CUSTOMER_ID,62\n`;
  road.answer(`customer/import/${NETSUITE_DATE}-2-CustomerExport.csv`, customers);
  await importFiles(road.context);
  expect(await road.sendAll()).toMatchObject({ 'sales-order': 2 });
  const orderIds = 'salesorder/import/orderidentification';
  const orders = `${HEADERS.order}\nM10002,NETSUITE_ORDER_ID,882\nM10003,NETSUITE_ORDER_ID,883\n`;
  road.answer(`${orderIds}/${NETSUITE_DATE}-2-SalesOrderExport.csv`, orders);
  const lineIds = 'salesorder/import/orderitemattribute';
  const line = (orderId: string): string => `${orderId},00001,NetsuiteItemLineId,1\n`;
  const file = `${lineIds}/${NETSUITE_DATE}-2-SalesOrderItemExport.csv`;
  road.answer(file, `${HEADERS.line}\n${line('M10002')}${line('M10003')}`);
  await importFiles(road.context);
  const before = await state();

  await road.forgetEverything();
  await restoreBackup(road.db, each(lines));
  const since = new Date(Date.now() - 3_600_000);
  const recovered = await recoverExchange(road.context, road.context.files, { since });
  // Two orders and two customers; the three files of the lost time (the others are in the backup).
  expect(recovered).toEqual({ numbers: 4, files: 3 });

  // Somebody new is read first, then the two in the other order.
  for (const incoming of [orderOf('somebody new'), ...lost.toReversed()]) {
    await acceptOrder(road.db, { incoming, messageId: null, at: road.now() });
  }
  road.minutesLater(1);
  await importFiles(road.context);
  road.minutesLater(1);
  await importFiles(road.context);
  const newest = await road.db
    .selectFrom('sales_order')
    .select(['id', 'customer_id'])
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  expect(newest).toEqual({ id: 'M10004', customer_id: 'C10004' });
  const after = (await state()) as {
    orders: Array<{ id: string }>;
    lines: Array<{ posting_id: string }>;
  };
  expect({
    orders: after.orders.filter(({ id }) => id !== 'M10004'),
    lines: after.lines.filter(({ posting_id }) => posting_id !== 'M10004'),
  }).toEqual(before);
  expect(await road.problems()).toEqual([]);
  // Nothing NetSuite has goes out again; only the new customer does.
  expect(await road.exportAll()).toEqual({ customer: 1, 'customer-deposit': 3 });
});

function orderOf(buyer: string): IncomingOrder {
  const incoming = buildOrder();
  const { customer } = incoming;
  const email = `${buyer.replaceAll(' ', '-')}@example.com`;
  return { ...incoming, customer: customer === null ? null : { ...customer, email } };
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  for (const line of lines) yield line;
}
