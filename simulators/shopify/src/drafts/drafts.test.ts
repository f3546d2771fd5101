// Draft orders: prices and rates without a trace, reservations that end, completion once and anywhere.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestShop, STORE } from '../test/fixture-shop.ts';
import type { TestShop } from '../test/fixture-shop.ts';
import { operation } from '../test/operations.ts';
import { strangeToShopify } from '../test/real-schema.ts';

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(async () => shop.close());

const HOME = {
  firstName: 'Jamie',
  lastName: 'Rivera',
  address1: '100 Sample Drive',
  city: 'Huntington Beach',
  provinceCode: 'CA',
  zip: '92646',
  countryCode: 'US',
};
const HUGGIES = 'gid://shopify/ProductVariant/6001';
const INPUT = {
  email: 'jamie@example.com',
  shippingAddress: HOME,
  shippingLine: { shippingRateHandle: 'shopify-Standard-8.00' },
  lineItems: [{ variantId: HUGGIES, quantity: 2 }],
  tags: ['SENDSALE'],
};

/** The answer is fixed already; these only satisfy the operation. */
const VARIABLES = { input: INPUT, id: 'x' };

interface Made {
  readonly draftOrder: { readonly id: string; readonly name: string } | null;
  readonly userErrors: { field: string[] | null; message: string }[];
}

async function create(input: object = INPUT): Promise<Made> {
  const text = operation('DraftCreate');
  const data = await shop.read<{ draftOrderCreate: Made }>(text, { input });
  expect(strangeToShopify(text, data, VARIABLES)).toEqual([]);
  return data.draftOrderCreate;
}

async function draftId(input: object = INPUT): Promise<string> {
  const { draftOrder } = await create(input);
  if (draftOrder === null) throw new Error('The draft was refused.');
  return draftOrder.id;
}

async function available(sku: string): Promise<Record<string, number>[]> {
  return (await shop.send('GET', `/control/stock?sku=${sku}`)).body;
}

describe('draftOrderCalculate', () => {
  test('prices the cart and offers rates, and leaves nothing behind', async () => {
    const text = operation('DraftCalc');
    const data = await shop.read<{ draftOrderCalculate: object }>(text, { input: INPUT });
    expect(strangeToShopify(text, data, VARIABLES)).toEqual([]);
    expect(data.draftOrderCalculate).toMatchObject({
      calculatedDraftOrder: {
        subtotalPriceSet: { shopMoney: { amount: '120.00' } },
        totalTaxSet: { shopMoney: { amount: '9.30' } },
        totalShippingPriceSet: { shopMoney: { amount: '8.00' } },
        totalPriceSet: { shopMoney: { amount: '137.30' } },
        availableShippingRates: [
          { handle: 'shopify-Standard-8.00', title: 'Standard', price: { amount: '8.00' } },
          { handle: 'shopify-Express-25.00', title: 'Express' },
        ],
      },
      userErrors: [],
    });
    expect((await shop.send('GET', '/control/drafts')).body).toEqual([]);
    const first = await shop.ring({ locationId: STORE, lines: [{ sku: '210-001-G' }] });
    expect(first.legacyId).toBe('7000000000001');
  });

  test('offers no rates without an address', async () => {
    const { shippingAddress: _, shippingLine: __, ...input } = INPUT;
    const data = await shop.read<object>(operation('DraftCalc'), { input });
    expect(data).toMatchObject({
      draftOrderCalculate: { calculatedDraftOrder: { availableShippingRates: [] } },
    });
  });
});

describe('draftOrderCreate', () => {
  test.each([
    ['no line', { lineItems: [] }, ['lineItems'], 'Add at least 1 product'],
    [
      'a variant that is gone',
      { lineItems: [{ variantId: 'gid://shopify/ProductVariant/1', quantity: 1 }] },
      ['lineItems', '0', 'variantId'],
      'Product with ID 1 is no longer available.',
    ],
    [
      'a bad postal code',
      { shippingAddress: { ...HOME, zip: 'nowhere' } },
      ['shippingAddress', 'zip'],
      'Zip is not valid for United States',
    ],
    [
      'a rate that is not offered',
      { shippingLine: { shippingRateHandle: 'x' } },
      ['shippingLine', 'shippingRateHandle'],
      'Shipping rate is not available for the address',
    ],
    [
      'a reservation of more than there is',
      {
        lineItems: [{ variantId: HUGGIES, quantity: 51 }],
        reserveInventoryUntil: '2026-06-13T00:00:00Z',
      },
      ['reserveInventoryUntil'],
      'Not enough inventory available to reserve',
    ],
  ])('refuses %s and makes nothing', async (...[, change, field, message]) => {
    const made = await create({ ...INPUT, ...change });
    expect(made).toMatchObject({ draftOrder: null, userErrors: [{ field, message }] });
    expect((await shop.send('GET', '/control/drafts')).body).toEqual([]);
  });

  test('reserves stock until the instant, and gives it back then', async () => {
    await draftId({ ...INPUT, reserveInventoryUntil: '2026-06-12T21:14:09Z' });
    expect((await available('210-001-G'))[0]).toMatchObject({ available: 48, reserved: 2 });
    await shop.send('POST', '/control/clock', { advanceMs: 3_600_000 });
    expect((await available('210-001-G'))[0]).toMatchObject({ available: 50, reserved: 0 });
  });
});

describe('draftOrderComplete', () => {
  test('makes a paid order of the draft, once', async () => {
    const id = await draftId({ ...INPUT, reserveInventoryUntil: '2026-06-12T21:14:09Z' });
    const text = operation('DraftComplete');
    const data = await shop.read<{
      draftOrderComplete: { draftOrder: { status: string; order: { id: string } } };
    }>(text, { id });
    expect(strangeToShopify(text, data, VARIABLES)).toEqual([]);
    expect(data.draftOrderComplete.draftOrder.status).toBe('COMPLETED');
    const { body } = await shop.send('GET', '/control/orders/%231254');
    expect(body).toMatchObject({
      sourceName: 'shopify_draft_order',
      financialStatus: 'PAID',
      fulfillmentStatus: 'UNFULFILLED',
      total: '137.30',
      tags: ['SENDSALE'],
      fulfillmentOrders: [{ method: 'SHIPPING', lines: [{ remaining: 2 }] }],
    });
    expect((await available('210-001-G'))[0]).toMatchObject({ reserved: 0, committed: 2 });
    const again = await shop.read<object>(text, { id });
    expect(again).toMatchObject({
      draftOrderComplete: {
        draftOrder: null,
        userErrors: [{ message: 'This order has been paid' }],
      },
    });
  });

  test('leaves the payment open when asked to', async () => {
    const id = await draftId();
    await shop.read(operation('DraftComplete'), { id, pending: true, source: 'sendsale' });
    const { body } = await shop.send('GET', '/control/orders/%231254');
    expect(body).toMatchObject({ financialStatus: 'PENDING', sourceName: 'sendsale' });
  });

  test('at the till is a POS sale of that store, register and associate', async () => {
    await draftId();
    const { status, body } = await shop.send('POST', '/till/drafts/%23D1/complete', {
      locationId: STORE,
      staffId: '8001',
      device: 2,
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      sourceName: 'pos',
      sourceIdentifier: `${STORE}-2-1`,
      locationId: STORE,
      staffId: '8001',
      shippingLines: [{ title: 'Standard', price: '8.00' }],
      fulfillmentOrders: [{ method: 'SHIPPING' }],
    });
  });
});

describe('draftOrderInvoiceSend', () => {
  test('needs an address to send to, and the link can be paid', async () => {
    const { email: _, ...anonymous } = INPUT;
    const id = await draftId(anonymous);
    const text = operation('DraftInvoice');
    expect(await shop.read<object>(text, { id })).toMatchObject({
      draftOrderInvoiceSend: { userErrors: [{ message: "To can't be blank" }] },
    });
    const sent = await shop.read<object>(text, { id, email: { to: 'jamie@example.com' } });
    expect(strangeToShopify(text, sent, VARIABLES)).toEqual([]);
    expect(sent).toMatchObject({
      draftOrderInvoiceSend: { draftOrder: { status: 'INVOICE_SENT' } },
    });
    const { status } = await shop.send('POST', '/till/drafts/%23D1/pay', {});
    expect(status).toBe(201);
  });
});
