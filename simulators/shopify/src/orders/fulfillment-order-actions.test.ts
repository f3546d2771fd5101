// Holds, releases, splits, progress and cancels of fulfillment orders, and their refusals by code.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OrderView } from '../http/order-view.ts';
import { BEACH, openTestShop, STORE } from '../test/fixture-shop.ts';
import type { TestShop } from '../test/fixture-shop.ts';
import { operation } from '../test/operations.ts';
import { strangeToShopify } from '../test/real-schema.ts';

let shop: TestShop;
let order: OrderView;
let id: string;
let line: string;
beforeEach(async () => {
  shop = await openTestShop();
  order = await shop.ring({
    locationId: STORE,
    shippingAddress: BEACH,
    lines: [{ sku: '210-001-G', quantity: 3, delivery: 'SHIP' }],
  });
  id = `gid://shopify/FulfillmentOrder/${order.fulfillmentOrders[0]?.id}`;
  line = `gid://shopify/FulfillmentOrderLineItem/${order.fulfillmentOrders[0]?.lines[0]?.id}`;
});
afterEach(async () => shop.close());

async function ask(text: string, variables: object): Promise<object> {
  const data = await shop.read<object>(text, variables);
  expect(strangeToShopify(text, data, variables)).toEqual([]);
  return data;
}

async function view(): Promise<OrderView> {
  return (await shop.send('GET', `/control/orders/${order.legacyId}`)).body;
}

const OTHER = { reason: 'OTHER', reasonNotes: 'Check the address' };

test('a held fulfillment order cannot be fulfilled until every hold is released', async () => {
  const held = await ask(operation('HoldFO'), { id, h: { ...OTHER, handle: 'sendsale' } });
  expect(held).toMatchObject({
    fulfillmentOrderHold: {
      fulfillmentHold: { handle: 'sendsale' },
      fulfillmentOrder: { id, status: 'ON_HOLD' },
    },
  });
  const again = await ask(operation('HoldFO'), { id, h: { ...OTHER, handle: 'sendsale' } });
  expect(again).toMatchObject({
    fulfillmentOrderHold: { userErrors: [{ code: 'DUPLICATE_FULFILLMENT_HOLD_HANDLE' }] },
  });
  const shipped = await ask(operation('Ship'), {
    fulfillment: { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: id }] },
  });
  expect(shipped).toMatchObject({
    fulfillmentCreate: { userErrors: [{ message: expect.stringContaining('on_hold') as string }] },
  });
  expect(await view()).toMatchObject({ fulfillmentStatus: 'ON_HOLD' });
  const released = await ask(operation('ReleaseFO'), { id });
  expect(released).toMatchObject({
    fulfillmentOrderReleaseHold: { fulfillmentOrder: { status: 'OPEN' }, userErrors: [] },
  });
});

test('holding some units leaves the rest open', async () => {
  const h = { ...OTHER, fulfillmentOrderLineItems: [{ id: line, quantity: 1 }] };
  const held = await ask(operation('HoldFO'), { id, h });
  expect(held).toMatchObject({
    fulfillmentOrderHold: { remainingFulfillmentOrder: { id }, userErrors: [] },
  });
  const { fulfillmentOrders } = await view();
  expect(fulfillmentOrders).toMatchObject([
    { status: 'OPEN', lines: [{ remaining: 2 }] },
    { status: 'ON_HOLD', lines: [{ remaining: 1 }] },
  ]);
});

test('a split goes on beside, and not with more than there is', async () => {
  const SPLIT = `mutation ($s: [FulfillmentOrderSplitInput!]!) { fulfillmentOrderSplit(fulfillmentOrderSplits: $s) {
    fulfillmentOrderSplits { fulfillmentOrder { id } remainingFulfillmentOrder { id status } }
    userErrors { field message code } } }`;
  const of = (quantity: number): object => ({
    s: [{ fulfillmentOrderId: id, fulfillmentOrderLineItems: [{ id: line, quantity }] }],
  });
  expect(await ask(SPLIT, of(4))).toMatchObject({
    fulfillmentOrderSplit: { userErrors: [{ code: 'INVALID_LINE_ITEM_QUANTITY' }] },
  });
  expect(await ask(SPLIT, of(2))).toMatchObject({
    fulfillmentOrderSplit: { fulfillmentOrderSplits: [{ fulfillmentOrder: { id } }] },
  });
  expect((await view()).fulfillmentOrders).toMatchObject([
    { lines: [{ total: 1 }] },
    { lines: [{ total: 2 }] },
  ]);
});

test('with progress reported it can be fulfilled and not moved or cancelled', async () => {
  const progress = await ask(operation('ReportProgress'), { id, r: { reasonNotes: 'picked' } });
  expect(progress).toMatchObject({
    fulfillmentOrderReportProgress: { fulfillmentOrder: { status: 'IN_PROGRESS' } },
  });
  const loc = `gid://shopify/Location/${STORE}`;
  expect(await ask(operation('MoveFO'), { id, loc })).toMatchObject({
    fulfillmentOrderMove: {
      userErrors: [{ code: 'CANNOT_MOVE_FULFILLMENT_ORDER_WITH_REPORTED_PROGRESS' }],
    },
  });
  const CANCEL = `mutation ($id: ID!) { fulfillmentOrderCancel(id: $id) {
    fulfillmentOrder { id status } replacementFulfillmentOrder { id status } userErrors { code message } } }`;
  expect(await ask(CANCEL, { id })).toMatchObject({
    fulfillmentOrderCancel: {
      userErrors: [{ code: 'FULFILLMENT_ORDER_HAS_MANUALLY_REPORTED_PROGRESS' }],
    },
  });
  const open = 'mutation ($id: ID!) { fulfillmentOrderOpen(id: $id) { userErrors { message } } }';
  await ask(open, { id });
  expect(await ask(CANCEL, { id })).toMatchObject({
    fulfillmentOrderCancel: {
      fulfillmentOrder: { id, status: 'CLOSED' },
      replacementFulfillmentOrder: { status: 'OPEN' },
    },
  });
});

test('three packages of one fulfillment order are three fulfillments', async () => {
  for (const number of ['1Z1', '1Z2', '1Z3']) {
    await ask(operation('Ship'), {
      fulfillment: {
        lineItemsByFulfillmentOrder: [
          { fulfillmentOrderId: id, fulfillmentOrderLineItems: [{ id: line, quantity: 1 }] },
        ],
        trackingInfo: { company: 'UPS', number },
      },
    });
  }
  expect(await view()).toMatchObject({
    fulfillmentStatus: 'FULFILLED',
    fulfillments: [{ name: '#1254-F1' }, { name: '#1254-F2' }, { name: '#1254-F3' }],
  });
});
