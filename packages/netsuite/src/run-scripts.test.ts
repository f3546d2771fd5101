import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeRestlets } from './account/restlets.ts';
import type { NetSuiteContext } from './context.ts';
import { runScripts } from './run-scripts.ts';
import { makeKeys, RestletServer } from './test/restlet-server.ts';
import { HEADERS, NETSUITE_DATE, useRoad } from './test/road.ts';

const road = useRoad();
const { privateKey } = makeKeys('ec');
let server: RestletServer;
let context: NetSuiteContext;

beforeEach(async () => {
  server = new RestletServer();
  await server.listen();
  context = {
    ...road.context,
    restlets: makeRestlets(server.settings(privateKey), road.context.clock),
  };
});

afterEach(async () => server.close());

function started(): unknown[] {
  return server.calls.map((call) => (call.body as { readonly jobName: string }).jobName);
}

test('a handed-over file starts its importer and the export that answers; the answer ends the wait', async () => {
  await road.take({});
  expect(await runScripts(context)).toMatchObject({ started: [], isWaiting: false });
  await road.sendAll();
  expect(await runScripts(context)).toMatchObject({ changed: 0, isWaiting: true });
  expect(started()).toEqual(['HC_SC_ImportCustomer', 'HC_MR_ExportedCustomerCSV']);
  const answer = `${HEADERS.customer}\nC10001,NETSUITE_CUSTOMER_ID,5314749\n`;
  road.answer(`customer/import/${NETSUITE_DATE}-CustomerExport.csv`, answer);
  const run = await runScripts(context);
  expect(run.changed).toBeGreaterThan(0);
  expect(run.isWaiting).toBe(false);
});

test('a script that runs already is no problem', async () => {
  await road.take({});
  await road.sendAll();
  server.answers = [
    { status: 200, body: { status: 'error', code: 'ALREADY_RUNNING', message: 'busy' } },
  ];
  expect(await runScripts(context)).toMatchObject({
    started: ['exportCustomerIds'],
    busy: ['importCustomers'],
    isWaiting: true,
  });
  expect(await road.problems()).toEqual([]);
});

test('NetSuite away is a problem that heals; what it has sent is taken all the same', async () => {
  await road.take({});
  await road.sendAll();
  const answer = `${HEADERS.customer}\nC10001,NETSUITE_CUSTOMER_ID,5314749\n`;
  road.answer(`customer/import/${NETSUITE_DATE}-CustomerExport.csv`, answer);
  server.answers = [{ status: 503, body: {} }];
  const run = await runScripts(context);
  expect(run.changed).toBeGreaterThan(0);
  expect(server.calls).toHaveLength(1);
  expect(await road.problems()).toEqual([['NETSUITE_UNREACHABLE', 'netsuite-restlet']]);
  await road.sendAll();
  await runScripts(context);
  expect(await road.problems()).toEqual([]);
});

test('a script NetSuite refuses does not keep the others from starting', async () => {
  await road.take({});
  await road.sendAll();
  server.answers = [{ status: 400, body: { error: { code: 'UNEXPECTED_ERROR' } } }];
  expect(await runScripts(context)).toMatchObject({ started: ['exportCustomerIds'] });
  expect(await road.problems()).toEqual([['NETSUITE_UNREACHABLE', 'netsuite-restlet']]);
});

test('what was not answered for an hour is left to the schedules', async () => {
  await road.take({});
  await road.sendAll();
  road.minutesLater(90);
  expect(await runScripts(context)).toMatchObject({ isWaiting: false });
  expect(started()).toHaveLength(2);
});

test('without RESTlets the answers are looked for as well', async () => {
  await road.take({});
  await road.sendAll();
  expect(await runScripts(road.context)).toMatchObject({ started: [], isWaiting: true });
  expect(await road.problems()).toEqual([]);
});

test('a SKU without NetSuite item asks for the list of items, an old one at most twice an hour', async () => {
  await road.db
    .updateTable('product')
    .set({ netsuite_item_id: null })
    .where('sku', '=', 'SKU-1')
    .execute();
  await road.take({});
  await road.db.updateTable('customer').set({ netsuite_id: '5' }).execute();
  await road.exportAll();
  await runScripts(context);
  expect(started()).toEqual(['HC_SC_GenerateProductCSV', 'HC_SC_UploadProductCSV']);
  const list = 'id-value,good-identification-value\nSKU-2,102\n';
  road.answer(`product/csv/${NETSUITE_DATE}-HCExportProduct.csv`, list);
  road.minutesLater(20);
  await road.exportAll();
  await runScripts(context);
  const before = server.calls.length;
  road.minutesLater(5);
  await road.exportAll();
  await runScripts(context);
  expect(server.calls).toHaveLength(before);
});
