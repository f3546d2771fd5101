// What happens to an order after the sale: edits, refunds by the API, returns and exchanges.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OrderView } from '../http/order-view.ts';
import { BEACH, openTestShop, STORE } from '../test/fixture-shop.ts';
import type { TestShop } from '../test/fixture-shop.ts';
import { operation } from '../test/operations.ts';
import { strangeToShopify } from '../test/real-schema.ts';

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(async () => shop.close());

const SEND_SALE = {
  locationId: STORE,
  shippingAddress: BEACH,
  lines: [
    { sku: '210-001-G', quantity: 2, delivery: 'SHIP' as const },
    { sku: '220-002-G', delivery: 'SHIP' as const },
  ],
  shipping: { title: 'Standard', price: '8.00' },
};
const CARRY_OUT = { locationId: STORE, lines: [{ sku: '210-001-G' }, { sku: '265-102-G' }] };

/** Asks, expects no error and an answer the real schema could give. */
async function ask<T>(text: string, variables: object): Promise<T> {
  const data = await shop.read<T>(text, variables);
  expect(strangeToShopify(text, data, variables)).toEqual([]);
  return data;
}

async function view(order: OrderView): Promise<OrderView> {
  return (await shop.send('GET', `/control/orders/${order.legacyId}`)).body;
}

const BEGIN = `mutation ($id: ID!) { orderEditBegin(id: $id) {
  calculatedOrder { id lineItems(first: 9) { nodes { id quantity editableQuantity sku } } }
  userErrors { field message } } }`;
const SET = `mutation ($id: ID!, $line: ID!, $quantity: Int!) {
  orderEditSetQuantity(id: $id, lineItemId: $line, quantity: $quantity, restock: true) {
    calculatedOrder { totalPriceSet { shopMoney { amount } } totalOutstandingSet { shopMoney { amount } } }
    calculatedLineItem { id quantity } userErrors { field message } } }`;
const ADD = `mutation ($id: ID!, $variant: ID!) {
  orderEditAddVariant(id: $id, variantId: $variant, quantity: 1) {
    calculatedOrder { totalPriceSet { shopMoney { amount } } addedLineItems(first: 3) { nodes { id quantity } } }
    calculatedLineItem { id quantity sku } userErrors { field message } } }`;
const COMMIT = `mutation ($id: ID!) { orderEditCommit(id: $id, notifyCustomer: false, staffNote: "swap") {
  order { id edited currentTotalPriceSet { shopMoney { amount } }
    agreements(first: 9) { nodes { __typename reason } } }
  successMessages userErrors { field message } } }`;

interface Begun {
  orderEditBegin: {
    calculatedOrder: { id: string; lineItems: { nodes: { id: string }[] } };
  };
}

describe('an order edit', () => {
  test('shows what it would come to, and changes the order when committed', async () => {
    const order = await shop.ring(SEND_SALE);
    const { orderEditBegin } = await ask<Begun>(BEGIN, { id: order.id });
    const { id, lineItems } = orderEditBegin.calculatedOrder;
    const line = lineItems.nodes[0]?.id;
    const less = await ask<object>(SET, { id, line, quantity: 1 });
    // One pair of 60.00 with 7.75 % less.
    expect(order.total).toBe('234.28');
    expect(less).toMatchObject({
      orderEditSetQuantity: {
        calculatedOrder: {
          totalPriceSet: { shopMoney: { amount: '169.63' } },
          totalOutstandingSet: { shopMoney: { amount: '-64.65' } },
        },
        calculatedLineItem: { quantity: 1 },
      },
    });
    expect(await view(order)).toMatchObject({ edited: false, currentTotal: '234.28' });
    const more = await ask<object>(ADD, { id, variant: 'gid://shopify/ProductVariant/6003' });
    expect(more).toMatchObject({
      orderEditAddVariant: {
        calculatedOrder: { totalPriceSet: { shopMoney: { amount: '250.44' } } },
        calculatedLineItem: { quantity: 1, sku: '265-102-G' },
      },
    });
    const done = await ask<object>(COMMIT, { id });
    expect(done).toMatchObject({
      orderEditCommit: {
        order: {
          edited: true,
          currentTotalPriceSet: { shopMoney: { amount: '250.44' } },
          agreements: { nodes: [{ reason: 'ORDER' }, { reason: 'ORDER_EDIT' }] },
        },
      },
    });
    expect(await view(order)).toMatchObject({
      financialStatus: 'PARTIALLY_PAID',
      outstanding: '16.16',
      lines: [
        { currentQuantity: 1, unfulfilledQuantity: 1 },
        { currentQuantity: 1 },
        { sku: '265-102-G', unfulfilledQuantity: 1 },
      ],
    });
    const again = await shop.read<object>(COMMIT, { id });
    expect(again).toMatchObject({
      orderEditCommit: { userErrors: [{ message: 'The calculated order does not exist.' }] },
    });
  });

  test('cannot take off what has left', async () => {
    const order = await shop.ring(CARRY_OUT);
    const { orderEditBegin } = await ask<Begun>(BEGIN, { id: order.id });
    const { id, lineItems } = orderEditBegin.calculatedOrder;
    const answer = await shop.read<object>(SET, {
      id,
      line: lineItems.nodes[0]?.id,
      quantity: 0,
    });
    expect(answer).toMatchObject({
      orderEditSetQuantity: {
        userErrors: [{ message: 'Quantity cannot be less than the fulfilled quantity' }],
      },
    });
  });

  test('at the till adds, takes the difference and hands over', async () => {
    const order = await shop.ring(CARRY_OUT);
    const { body } = await shop.send('POST', `/till/orders/${order.legacyId}/edit`, {
      add: [{ sku: '220-002-G' }],
      staffId: '8001',
    });
    expect(body).toMatchObject({
      edited: true,
      outstanding: '0.00',
      fulfillmentStatus: 'FULFILLED',
      financialStatus: 'PAID',
    });
  });
});

describe('refundCreate', () => {
  const key = '0b1d';
  const refundOf = (order: OrderView, change: object = {}): object => ({
    orderId: order.id,
    refundLineItems: [
      {
        lineItemId: `gid://shopify/LineItem/${order.lines[0]?.id}`,
        quantity: 1,
        restockType: 'CANCEL',
      },
    ],
    transactions: [
      {
        orderId: order.id,
        gateway: 'shopify_payments',
        kind: 'REFUND',
        amount: '64.65',
        parentId: `gid://shopify/OrderTransaction/${order.transactions[1]?.id}`,
      },
    ],
    ...change,
  });

  test('needs a key, and the same key refunds once', async () => {
    const order = await shop.ring(SEND_SALE);
    const text = operation('Refund');
    const bare = text.replace('@idempotent(key: $key)', '').replace(', $key: String!', '');
    const refused = await shop.ask(bare, { input: refundOf(order) });
    expect(refused.errors?.[0]).toMatchObject({
      message: 'The @idempotent directive is required for this mutation but was not provided.',
      extensions: { code: 'BAD_REQUEST' },
    });
    const first = await ask<object>(text, { input: refundOf(order), key });
    const second = await ask<object>(text, { input: refundOf(order), key });
    expect(second).toEqual(first);
    expect(first).toMatchObject({
      refundCreate: { refund: { totalRefundedSet: { shopMoney: { amount: '64.65' } } } },
    });
    expect(await view(order)).toMatchObject({
      refunded: '64.65',
      outstanding: '0.00',
      financialStatus: 'PARTIALLY_REFUNDED',
    });
    const other = await shop.read<object>(text, { input: refundOf(order, { note: 'x' }), key });
    expect(other).toMatchObject({ refundCreate: { refund: null } });
  });

  test('gives no more than came in, nor more units than were sold', async () => {
    const order = await shop.ring(SEND_SALE);
    const money = refundOf(order, {
      transactions: [
        { orderId: order.id, gateway: 'shopify_payments', kind: 'REFUND', amount: '500.00' },
      ],
    });
    expect(await shop.read<object>(operation('Refund'), { input: money, key: '1' })).toMatchObject({
      refundCreate: {
        refund: null,
        userErrors: [{ message: 'Amount cannot be greater than the refundable amount of 234.28.' }],
      },
    });
    const lineItemId = `gid://shopify/LineItem/${order.lines[0]?.id}`;
    const units = refundOf(order, { refundLineItems: [{ lineItemId, quantity: 3 }] });
    expect(await shop.read<object>(operation('Refund'), { input: units, key: '2' })).toMatchObject({
      refundCreate: {
        userErrors: [{ message: 'Quantity cannot refund more items than were purchased' }],
      },
    });
  });

  test('books money without units as a discrepancy, and the order stays settled', async () => {
    const order = await shop.ring(SEND_SALE);
    const input = refundOf(order, { refundLineItems: [] });
    await ask(operation('Refund'), { input, key });
    expect(await view(order)).toMatchObject({
      currentTotal: '169.63',
      outstanding: '0.00',
      refunds: [{ adjustments: ['-64.65'] }],
    });
  });
});

describe('a return', () => {
  const CREATE = `mutation ($input: ReturnInput!) { returnCreate(returnInput: $input) {
    return { id name status returnLineItems(first: 9) { nodes { id quantity unprocessedQuantity } }
      exchangeLineItems(first: 9) { nodes { id quantity } } }
    userErrors { field message code } } }`;
  const PROCESS = `mutation ($input: ReturnProcessInput!) { returnProcess(input: $input) {
    return { id status refunds(first: 3) { nodes { id totalRefundedSet { shopMoney { amount } } } } }
    userErrors { field message code } } }`;

  test('is opened, processed into a refund and an exchange, and closed', async () => {
    const order = await shop.ring(CARRY_OUT);
    const parts = await shop.read<{
      order: { fulfillments: { fulfillmentLineItems: { nodes: { id: string }[] } }[] };
    }>(
      `query ($id: ID!) { order(id: $id) { fulfillments { fulfillmentLineItems(first: 9) { nodes { id } } } } }`,
      { id: order.id },
    );
    const fulfillmentLineItemId = parts.order.fulfillments[0]?.fulfillmentLineItems.nodes[0]?.id;
    const wanted = { fulfillmentLineItemId, quantity: 1, returnReason: 'SIZE_TOO_SMALL' };
    const input = {
      orderId: order.id,
      returnLineItems: [wanted],
      exchangeLineItems: [{ variantId: 'gid://shopify/ProductVariant/6002', quantity: 1 }],
    };
    const { returnCreate } = await ask<{
      returnCreate: {
        return: {
          id: string;
          returnLineItems: { nodes: { id: string }[] };
          exchangeLineItems: { nodes: { id: string }[] };
        };
      };
    }>(CREATE, { input });
    const made = returnCreate.return;
    const twice = await shop.read<object>(CREATE, { input });
    expect(twice).toMatchObject({
      returnCreate: { return: null, userErrors: [{ code: 'INVALID' }] },
    });
    const cancel = await shop.ask(operation('CancelOrder'), {
      id: order.id,
      reason: 'OTHER',
      restock: true,
    });
    expect(cancel.data?.['orderCancel']).toMatchObject({ job: null });
    const processed = await ask<object>(PROCESS, {
      input: {
        returnId: made.id,
        returnLineItems: [{ id: made.returnLineItems.nodes[0]?.id, quantity: 1 }],
        exchangeLineItems: [{ id: made.exchangeLineItems.nodes[0]?.id, quantity: 1 }],
      },
    });
    expect(processed).toMatchObject({ returnProcess: { return: { status: 'CLOSED' } } });
    // 90.00 instead of 60.00, both with 7.75 %.
    expect(await view(order)).toMatchObject({ outstanding: '32.33' });
    const detail = await ask<{ order: object }>(
      `query ($id: ID!) { order(id: $id) { returnStatus returns(first: 3) { nodes { id name } }
        agreements(first: 9) { nodes { __typename reason ... on ReturnAgreement { return { id } } } } } }`,
      { id: order.id },
    );
    expect(detail.order).toMatchObject({
      returnStatus: 'RETURNED',
      agreements: { nodes: [{}, { __typename: 'ReturnAgreement', return: { id: made.id } }] },
    });
  });

  test('at the till is an exchange that edits the order and settles it', async () => {
    const order = await shop.ring(CARRY_OUT);
    const { status, body } = await shop.send('POST', `/till/orders/${order.legacyId}/exchange`, {
      returns: [{ line: 0, quantity: 1 }],
      lines: [{ sku: 'GWP-042' }],
      staffId: '8001',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: order.id,
      outstanding: '0.00',
      // 60.00 came back, 40.00 went out, both with 7.75 %.
      refunded: '21.55',
      fulfillmentStatus: 'FULFILLED',
      returns: [{ status: 'CLOSED' }],
      lines: [{ currentQuantity: 0 }, { currentQuantity: 1 }, { sku: 'GWP-042' }],
    });
    const more = { returns: [{ line: 0, quantity: 1 }], lines: [] };
    const refused = await shop.send('POST', `/till/orders/${order.legacyId}/exchange`, more);
    expect(refused.status).toBe(422);
  });
});
