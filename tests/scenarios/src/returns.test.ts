// Goods that come back, from the till to the books of NetSuite and back: a real shop, our jobs, a real SFTP
// server and NetSuite's scripts. What is asserted is what the customer got, to the cent, tax included.

import { shipItems } from '@sendsale/oms';
import { RETURN_PARAMETERS } from '../../../bundles/suitescript/src/lib/return-parameters.ts';
import { assert } from '@sendsale/std';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NetSuiteAccount } from './netsuite-account.ts';
import { TILL, World } from './world.ts';

const world = new World();
let netsuite: NetSuiteAccount;

beforeAll(async () => world.road.openDatabase(), 180_000);
beforeAll(async () => {
  world.taxRates = [
    { provinceCode: 'NY', lines: [{ title: 'New York', rate: '0.08875' }], taxesShipping: true },
  ];
  await world.open();
}, 180_000);
beforeAll(async () => {
  netsuite = await NetSuiteAccount.open(world.road);
}, 180_000);

afterAll(async () => {
  await netsuite.close();
  await world.close();
  await world.road.closeDatabase();
});

/** A quarter of an hour, as often as an order needs an answer. */
async function rounds(count: number): Promise<void> {
  for (let round = 0; round < count; round += 1) {
    world.road.minutesLater(15);
    await world.workAll();
    await netsuite.runScripts();
  }
  await world.workAll();
}

async function shipFrom(facilityId: string, orderId: string, tracking: string): Promise<void> {
  const shipped = await shipItems(world.road.db, {
    orderId,
    facilityId,
    itemSeqs: ['00001'],
    carrier: 'UPS',
    trackingNumber: tracking,
    origin: 'OMS',
    actor: 'clerk',
    via: 'test',
    at: world.road.now(),
  });
  assert(shipped.ok, `The store shipped: ${JSON.stringify(shipped)}`);
}

const CARRY_OUT = {
  lines: [{ sku: 'SKU-3', quantity: 2, delivery: 'CARRY_OUT' as const }],
  shipping: undefined,
  shippingAddress: undefined,
};

interface BookedReturn {
  readonly authorization: string | null;
  readonly total: unknown;
  readonly received: unknown;
  readonly credit: readonly [status: string | null, total: unknown];
  readonly refunds: readonly unknown[];
}

/** What NetSuite holds of the newest return, beside the id the OMS was told. */
async function newestReturn(): Promise<BookedReturn & { readonly isTold: boolean }> {
  const { id, netsuite_id: told } = await world.road.db
    .selectFrom('order_return')
    .select(['id', 'netsuite_id'])
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  const of = async (type: string) =>
    (await netsuite.records(type)).filter(
      ({ fields }) => fields['custbody_hc_pos_return_id'] === id,
    );
  const [authorization] = await of('returnauthorization');
  const [receipt] = await of('itemreceipt');
  const [credit] = await of('creditmemo');
  const refunds = (await netsuite.records('customerrefund')).filter(({ sublists }) =>
    (sublists['apply'] ?? []).some(
      (line) => line['apply'] === true && String(line['doc']) === credit?.id,
    ),
  );
  return {
    isTold: authorization !== undefined && told === authorization.id,
    authorization: authorization?.statusText ?? null,
    total: authorization?.fields['total'],
    received: receipt?.sublists['item']?.map((line) => line['location']),
    credit: [credit?.statusText ?? null, credit?.fields['total']],
    refunds: refunds.map(({ fields }) => fields['total']),
  };
}

test('a carry-out comes back: authorised, received, credited and refunded for what the till gave back', async () => {
  const name = await world.ringUp(CARRY_OUT);
  await rounds(3);
  const [sale] = await netsuite.records('cashsale');
  expect(sale?.fields['total']).toBe(87.1);
  await world.atTill(name, 'refund', { lines: [{ line: 0, quantity: 1 }] });
  expect((await world.view(name)).refunded).toBe('43.55');
  await rounds(3);
  expect(await newestReturn()).toMatchObject({
    isTold: true,
    authorization: 'Refunded',
    total: 43.55,
    credit: ['Fully Applied', 43.55],
    refunds: [43.55],
  });
  expect(await world.road.problems()).toEqual([]);
});

test('a send sale that was shipped and invoiced comes back with its shipping', async () => {
  const name = await world.ringUp();
  await rounds(4);
  const orderId = await world.orderId(name);
  await shipFrom('BOS', orderId, '1ZR');
  await rounds(3);
  const [invoice] = await netsuite.records('invoice');
  expect([invoice?.statusText, invoice?.fields['total']]).toEqual(['Paid In Full', 52.26]);
  await world.atTill(name, 'refund', { lines: [{ line: 0, quantity: 1 }], shipping: true });
  expect((await world.view(name)).refunded).toBe('52.26');
  await rounds(3);
  expect(await newestReturn()).toMatchObject({
    isTold: true,
    authorization: 'Refunded',
    total: 52.26,
    credit: ['Fully Applied', 52.26],
    refunds: [52.26],
  });
  expect(await world.road.problems()).toEqual([]);
});

/** An administrator puts the archived files of a feed back; what is booked already is found, not booked again. */
function putBack(directory: string): void {
  for (const name of world.road.filesIn(`${directory}/archive`)) {
    world.road.answer(`${directory}/${name}`, world.road.text(`${directory}/archive/${name}`));
  }
}

const REFUND = `mutation Refund($input: RefundInput!, $key: String!) {
  refundCreate(input: $input) @idempotent(key: $key) { refund { id } userErrors { message } } }`;

/** Somebody in the office gives `amount` of the first payment back. */
async function refundInAdmin(
  name: string,
  amount: string,
  refundLineItems: readonly object[],
): Promise<void> {
  const { id: orderId, transactions } = await world.view(name);
  const paid = transactions.find(({ kind }) => kind !== 'AUTHORIZATION');
  const parentId = `gid://shopify/OrderTransaction/${String(paid?.id)}`;
  const refund = { orderId, gateway: 'shopify_payments', kind: 'REFUND', amount, parentId };
  const answer = await world.admin(REFUND, {
    key: `${name} ${amount}`,
    input: { orderId, refundLineItems, transactions: [refund] },
  });
  expect(answer).toMatchObject({ data: { refundCreate: { userErrors: [] } } });
}

test('a fee that was kept is booked on the item an administrator names, and refused until there is one', async () => {
  const lines = [{ sku: 'SKU-3', quantity: 1, delivery: 'CARRY_OUT' as const }];
  const name = await world.ringUp({ ...CARRY_OUT, lines });
  await rounds(3);
  const [line] = (await world.view(name)).lines;
  await refundInAdmin(name, '33.55', [
    {
      lineItemId: `gid://shopify/LineItem/${String(line?.id)}`,
      quantity: 1,
      restockType: 'RETURN',
      locationId: `gid://shopify/Location/${TILL}`,
    },
  ]);
  await rounds(2);
  const problems = await world.road.problems();
  expect(problems.map(([code]) => code)).toEqual(['NETSUITE_ROW_REFUSED']);
  expect(await newestReturn()).toMatchObject({ authorization: 'Pending Approval', refunds: [] });

  netsuite.returnParameters = {
    [RETURN_PARAMETERS.balancingItem]: await netsuite.id('otherchargesaleitem', 'BALANCE'),
  };
  putBack('pos-return');
  await rounds(2);
  netsuite.returnParameters = {};
  expect(await newestReturn()).toMatchObject({
    isTold: true,
    authorization: 'Refunded',
    total: 33.55,
    credit: ['Fully Applied', 33.55],
    refunds: [33.55],
  });
  expect(await world.road.problems()).toEqual([]);
});

test('goodwill after the bill is credited and refunded, and no goods come back for it', async () => {
  const name = await world.ringUp();
  await rounds(4);
  await shipFrom('BOS', await world.orderId(name), '1ZG');
  await rounds(3);
  await refundInAdmin(name, '4.25', []);
  await rounds(3);
  expect(await newestReturn()).toMatchObject({
    isTold: true,
    total: 4.25,
    received: undefined,
    credit: ['Fully Applied', 4.25],
    refunds: [4.25],
  });
  expect(await world.road.problems()).toEqual([]);
});

test('an exchange: what came back pays for what went out, and NetSuite holds what the till received', async () => {
  const before = await moneyInNetsuite();
  const lines = [{ sku: 'SKU-3', quantity: 1, delivery: 'CARRY_OUT' as const }];
  const name = await world.ringUp({ ...CARRY_OUT, lines });
  await rounds(3);
  await world.atTill(name, 'exchange', {
    returns: [{ line: 0, quantity: 1 }],
    lines: [{ sku: 'SKU-2', quantity: 2, delivery: 'CARRY_OUT' }],
  });
  expect(await world.view(name)).toMatchObject({ received: '87.10', refunded: '0.00' });
  await rounds(3);
  expect(await newestReturn()).toMatchObject({
    isTold: true,
    authorization: 'Refunded',
    total: 43.55,
    credit: ['Fully Applied', 43.55],
    refunds: [43.55],
  });
  expect((await moneyInNetsuite()) - before).toBeCloseTo(87.1, 2);
  expect(await world.steps(name)).toContain('exchanged');
  expect(await world.road.problems()).toEqual([]);
});

/** Cash sales less what was refunded. */
async function moneyInNetsuite(): Promise<number> {
  const sum = async (type: string): Promise<number> =>
    (await netsuite.records(type)).reduce(
      (total, { fields }) => total + Number(fields['total']),
      0,
    );
  return (await sum('cashsale')) - (await sum('customerrefund'));
}
