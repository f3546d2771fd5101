// The pages as a browser without JavaScript gets them: real HTTP, a real account.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRecords } from '../runtime/seed.ts';
import { serveNetSuite } from '../serve-netsuite.ts';
import type { ServedNetSuite } from '../serve-netsuite.ts';
import { ACME_PROJECT, spec } from '../test-kit/acme-account.ts';

let served: ServedNetSuite;
let orderId = '';
let invoiceId = '';

beforeAll(async () => {
  served = await serveNetSuite({ projects: [ACME_PROJECT], stopClockAt: '2026-11-24T12:00:00Z' });
  const { account, tasks } = served.simulator.host;
  createRecords(account, [
    spec('location', 'RENO', { name: 'Reno <script>alert(1)</script>', subsidiary: '1' }),
    spec('customer', 'ANN', {
      isperson: true,
      firstname: 'Ann',
      lastname: "O'Neil",
      subsidiary: '1',
    }),
    spec('noninventorysaleitem', 'FEE', { itemid: 'FEE', isfulfillable: false }),
    {
      ...spec('salesorder', 'SO-1', {
        entity: { $ref: 'ANN', type: 'customer' },
        location: { $ref: 'RENO', type: 'location' },
      }),
      sublists: {
        item: [
          {
            item: { $ref: 'FEE', type: 'noninventorysaleitem' },
            quantity: 2,
            price: '-1',
            rate: 5,
          },
        ],
      },
    },
  ]);
  orderId = account.records.list('salesorder')[0]?.id ?? '';
  invoiceId = account.records
    .transform({ fromType: 'salesorder', fromId: orderId, toType: 'invoice' })
    .save();
  const header = 'externalId,customer,date,orderId,item,quantity,priceLevel,price,location,lineId';
  const content = `${header}\nE2,999,11/24/2026,M901,1,1,Custom,12.5,1,00001\n`;
  tasks.imports.submit({ mappingId: 'custimport_acme_orders', name: 'Orders', content });
  await tasks.queue.idle();
});
afterAll(async () => {
  await served.close();
});

async function get(path: string): Promise<{ status: number; text: string; headers: Headers }> {
  const answer = await fetch(served.url + path);
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

async function send(
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(served.url + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers,
    redirect: 'manual',
  });
}

test.each([
  ['/', 'Home', 'Sales Order'],
  ['/app/records', 'Records', 'Non-inventory Item for Sale'],
  ['/app/records/salesorder', 'Sales Order', 'Sales Order #SO1'],
  ['/app/records/salesorder?q=nothing-like-it', 'Sales Order', 'No record matches.'],
  ['/app/csv-imports', 'CSV import status', '0 of 1 imported'],
  ['/app/scripts', 'Script deployments', '11/24/2026 12:15:00 pm'],
  ['/app/executions', 'Script execution log', 'No script has run yet.'],
  ['/app/searches', 'Saved searches', 'customsearch_acme_export_orders'],
  ['/app/searches/customsearch_acme_export_orders', 'Criteria', 'Results'],
  ['/app/files', 'File Cabinet', 'SuiteScripts/'],
  ['/app/steering', 'Clock, queue, faults', 'No job waits or runs.'],
  ['/app/behaviour', 'where it is from', 'A line wants stock at its own location'],
])(
  '%s shows what it is for, without scripts and under a strict policy',
  async (path, title, text) => {
    const page = await get(path);
    expect(page.status).toBe(200);
    expect(page.text).toContain(title);
    expect(page.text).toContain(text);
    expect(page.text).not.toMatch(/<script|javascript:|\son\w+=|\sstyle=/);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  },
);

test('a record shows its lines, its status and what was made from it, with links both ways', async () => {
  const order = await get(`/app/records/salesorder/${orderId}`);
  expect(order.text).toContain('<span class="status good">Billed</span>');
  expect(order.text).toMatch(
    /<td><a href="\/app\/records\/noninventorysaleitem\/\d+">FEE<\/a><\/td>/,
  );
  expect(order.text).toContain('<td>10.00</td>');
  expect(order.text).toContain(`<a href="/app/records/invoice/${invoiceId}">Invoice #INV1</a>`);
  expect(order.text).toContain('Created from this');
  const invoice = await get(`/app/records/invoice/${invoiceId}`);
  expect(invoice.text).toContain(
    `<a href="/app/records/salesorder/${orderId}">Sales Order #SO1</a>`,
  );
});

test('names are escaped', async () => {
  const { text } = await get('/app/records/location');
  expect(text).toContain('Reno &lt;script&gt;alert(1)&lt;/script&gt;');
  expect((await get('/app/records/customer')).text).toContain('Ann O&#39;Neil');
  expect((await get('/app/records/customer?q=%22%3E%3Cb%3E')).text).not.toContain('"><b>');
});

test('a refused row is on the import page and in its response file', async () => {
  const { text } = await get('/app/csv-imports/CSVIMPORT_00000001');
  expect(text).toContain('Invalid entity reference key 999');
  const file = await get('/app/csv-imports/CSVIMPORT_00000001/response.csv');
  expect(file.headers.get('content-disposition')).toBe('attachment');
  expect(file.text).toMatch(/^Error,externalId,.*\nInvalid entity reference key 999/);
});

test.each([
  ['/app/records/salesorder/999', 404],
  ['/app/records/nosuchtype', 422],
  ['/app/records/toString/1', 422],
  ['/app/csv-imports/none', 404],
  ['/app/executions/77', 404],
  ['/app/executions/x', 404],
  ['/app/files?folder=999', 404],
  ['/app/files/999/content', 404],
  ['/app/searches/none', 404],
])('%s is a page that says there is nothing: %i', async (path, status) => {
  const page = await get(path);
  expect(page.status).toBe(status);
  expect(page.text).toContain('class="notice bad"');
});

test('Run now starts a deployment; its execution is in the log with its units', async () => {
  const answer = await send('/app/scripts/run', {
    script: 'customscript_acme_numbers',
    deployment: 'customdeploy_acme_numbers_rest',
  });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/app/scripts');
  await served.simulator.host.tasks.queue.idle();
  expect((await get('/app/executions?script=customscript_acme_numbers')).text).toContain(
    '0 of 10000',
  );
  expect((await get('/app/executions/1')).text).toContain('getInputData');
});

test('what the account refuses comes back as a page', async () => {
  const answer = await send('/app/scripts/run', {
    script: 'customscript_acme_run',
    deployment: 'x',
  });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('RCRD_DSNT_EXIST');
  const at = await send('/app/steering/clock', { at: 'tomorrow' });
  expect(at.status).toBe(422);
});

test('the queue is held, stepped and released', async () => {
  const { queue } = served.simulator.host.tasks;
  await send('/app/steering/queue', { action: 'hold' });
  await send('/app/scripts/run', {
    script: 'customscript_acme_numbers',
    deployment: 'customdeploy_acme_numbers_rest',
  });
  expect((await get('/app/steering')).text).toContain('PENDING');
  await send('/app/steering/queue', { action: 'step' });
  expect(queue.list()[0]?.status).toBe('COMPLETE');
  await send('/app/steering/queue', { action: 'release' });
  expect(queue.isHeld()).toBe(false);
});

test('faults are ordered and cleared; a closed period refuses postings', async () => {
  await send('/app/steering/faults', { kind: 'period-closed' });
  await send('/app/steering/faults', { kind: 'slow-queue', delayMs: '5' });
  expect((await get('/app/steering')).text).toContain('delayMs: 5');
  const { records } = served.simulator.host.account;
  expect(() => records.load({ type: 'invoice', id: invoiceId }).save()).toThrow(
    /not within an open accounting period/,
  );
  await send('/app/steering/faults', { clear: 'true' });
  expect(served.simulator.host.faults.list()).toEqual([]);
});

test('the clock is moved', async () => {
  const { clock } = served.simulator;
  await send('/app/steering/clock', { advanceMs: '60000' });
  expect(clock.now().toISOString()).toBe('2026-11-24T12:01:00.000Z');
  await send('/app/steering/clock', { run: 'true' });
  expect(clock.isStopped()).toBe(false);
});

test('a form of another site is refused', async () => {
  const answer = await send(
    '/app/steering/queue',
    { action: 'hold' },
    { 'sec-fetch-site': 'cross-site' },
  );
  expect(answer.status).toBe(422);
  expect(served.simulator.host.tasks.queue.isHeld()).toBe(false);
});
