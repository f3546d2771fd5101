// The fixture project, unmodified scripts over a real SSH connection: orders in by CSV import, their ids out by map/reduce.

import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startAcmeAccount } from '../test-kit/acme-account.ts';
import type { AcmeAccount } from '../test-kit/acme-account.ts';

let acme: AcmeAccount;
let before = 0;
beforeAll(async () => {
  acme = await startAcmeAccount();
});
afterAll(async () => {
  await acme.close();
});
beforeEach(() => {
  before = acme.simulator.host.executions.count();
});

function idOf(type: string): string {
  return acme.simulator.host.account.records.list(type).at(-1)?.id ?? '';
}

function submit(kind: 'SCHEDULED_SCRIPT' | 'MAP_REDUCE', scriptId: string): void {
  acme.simulator.host.tasks.submitScript({
    kind,
    scriptId,
    deploymentId: null,
    parameters: {},
    by: null,
  });
}

// What this test's executions threw and logged as errors.
function errors(): readonly unknown[] {
  const { executions } = acme.simulator.host;
  return executions
    .list({ limit: executions.count() - before })
    .flatMap(({ error, log }) => [
      ...(error === null ? [] : [error.message]),
      ...log.filter(({ level }) => level === 'ERROR').map(({ details }) => details),
    ]);
}

function orderRow(order: string, line: string): string {
  return `EXT-${order},${idOf('customer')},11/24/2026,${order},${idOf('inventoryitem')},1,Custom,12.5,${idOf('location')},${line}`;
}

const HEADER = 'externalId,customer,date,orderId,item,quantity,priceLevel,price,location,lineId';

test('an order file becomes sales orders, and their ids come back in a file', async () => {
  const { host } = acme.simulator;
  const rows = [HEADER, orderRow('M1', '00001'), orderRow('M1', '00002'), ''];
  writeFileSync(acme.folder('export/orders 1.csv'), rows.join('\n'));

  submit('SCHEDULED_SCRIPT', 'customscript_acme_import_orders');
  await host.tasks.queue.idle();

  expect(errors()).toEqual([]);
  expect(readdirSync(acme.folder('export/archive'))).toEqual(['orders 1.csv']);
  expect(
    host.tasks.imports.list().map(({ name, result }) => [name, result?.imported, result?.refused]),
  ).toEqual([['Acme orders-orders 1.csv', 1, []]]);
  const [order] = host.account.records.list('salesorder');
  expect(order?.fields['custbody_acme_order_id']).toBe('M1');
  expect(order?.sublists['item']?.map((line) => line['custcol_acme_line_id'])).toEqual([
    '00001',
    '00002',
  ]);

  submit('MAP_REDUCE', 'customscript_acme_export_orders');
  await host.tasks.queue.idle();

  expect(errors()).toEqual([]);
  const [name = ''] = readdirSync(acme.folder('import'));
  // NetSuite's dates print the short name of their zone.
  expect(name).toMatch(/^\w{3} Nov 24 2026 \d\d:00:00 GMT[+-]\d{4} \(.+\)-OrderExport\.csv$/);
  expect(readFileSync(acme.folder(`import/${name}`), 'utf8')).toBe(
    `orderId,orderIdentificationTypeId,idValue\nM1,NETSUITE_ORDER_ID,${order?.id ?? ''}\n`,
  );
  expect(host.account.records.list('salesorder')[0]?.fields['custbody_acme_exported']).toBe(true);
});

test('a file that cannot be imported goes to failed with its reason in an error file', async () => {
  writeFileSync(acme.folder('export/bad.csv'), 'nothing,of,use\n1,2,3\n');
  submit('SCHEDULED_SCRIPT', 'customscript_acme_import_orders');
  await acme.simulator.host.tasks.queue.idle();

  expect(readdirSync(acme.folder('export/failed'))).toEqual(['bad.csv']);
  const [name = ''] = readdirSync(acme.folder('export/error'));
  expect(readFileSync(acme.folder(`export/error/${name}`), 'utf8')).toMatch(
    /^fileName,errorMessage\nbad.csv,Failed to submit job request: /,
  );
});

test('SFTP ordered down fails the script under its N/sftp code, and it works again afterwards', async () => {
  const { host } = acme.simulator;
  host.faults.set({ kind: 'sftp-down' });
  submit('SCHEDULED_SCRIPT', 'customscript_acme_import_orders');
  await host.tasks.queue.idle();
  expect(host.tasks.queue.list()[0]?.status).toBe('FAILED');
  expect(errors()).toContainEqual(expect.stringContaining('FTP_CANNOT_ESTABLISH_CONNECTION'));

  host.faults.clear();
  submit('SCHEDULED_SCRIPT', 'customscript_acme_import_orders');
  await host.tasks.queue.idle();
  expect(host.tasks.queue.list()[0]?.status).toBe('COMPLETE');
  expect(existsSync(acme.folder('export/failed'))).toBe(true);
});

test('a row ordered refused comes back in the response file, the others are imported', async () => {
  const { host } = acme.simulator;
  const orders = host.account.records.list('salesorder').length;
  host.faults.set({ kind: 'row-refused', containing: 'M3', message: 'No, thanks' });
  const rows = [HEADER, orderRow('M2', '00001'), orderRow('M3', '00001'), ''];
  host.tasks.imports.submit({
    mappingId: 'custimport_acme_orders',
    name: 'Two orders',
    content: rows.join('\n'),
  });
  await host.tasks.queue.idle();
  host.faults.clear();

  const result = host.tasks.imports.list()[0]?.result;
  expect([result?.imported, result?.total]).toEqual([1, 2]);
  expect(result?.refused).toEqual([{ rows: [2], message: 'No, thanks' }]);
  expect(result?.responseFile).toContain(`"No, thanks",${orderRow('M3', '00001')}`);
  expect(host.account.records.list('salesorder')).toHaveLength(orders + 1);
});
