// Customers: made, refused, found and merged.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { JAMIE, openTestShop, STORE } from '../test/fixture-shop.ts';
import type { TestShop } from '../test/fixture-shop.ts';
import { strangeToShopify } from '../test/real-schema.ts';

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(async () => shop.close());

const CREATE = `mutation ($input: CustomerInput!) { customerCreate(input: $input) {
  customer { id email phone defaultAddress { city } } userErrors { field message } } }`;
const MERGE = `mutation ($one: ID!, $two: ID!) { customerMerge(customerOneId: $one, customerTwoId: $two) {
  resultingCustomerId job { id } userErrors { field message code } } }`;

async function create(input: object): Promise<{ customer: { id: string } | null }> {
  const data = await shop.read<{ customerCreate: { customer: { id: string } | null } }>(CREATE, {
    input,
  });
  expect(strangeToShopify(CREATE, data, { input })).toEqual([]);
  return data.customerCreate;
}

test('a customer is made, and found by e-mail and phone', async () => {
  const address = { address1: '1 Sea Way', city: 'Dana Point', provinceCode: 'CA', zip: '92629' };
  const made = await create({
    firstName: 'Robin',
    email: 'Robin.Stone@example.com',
    phone: '(714) 555-0142',
    addresses: [address],
  });
  expect(made).toMatchObject({
    customer: {
      email: 'robin.stone@example.com',
      phone: '+17145550142',
      defaultAddress: { city: 'Dana Point' },
    },
    userErrors: [],
  });
  const found = await shop.read<object>(
    '{ customers(first: 5, query: "email:robin.stone@example.com") { nodes { id } } }',
  );
  expect(found).toMatchObject({ customers: { nodes: [{ id: made.customer?.id }] } });
});

test.each([
  [
    'an e-mail that is taken',
    { email: 'jamie.rivera@example.com' },
    'Email has already been taken',
  ],
  ['no e-mail at all', { email: 'nobody' }, 'Email is invalid'],
  ['nothing', {}, 'A name, phone number, or email address must be present'],
])('is refused with %s', async (_, input, message) => {
  expect(await create(input)).toMatchObject({ customer: null, userErrors: [{ message }] });
});

test('merging gives the orders of the first to the second, and the first is gone', async () => {
  const order = await shop.ring({
    locationId: STORE,
    customer: JAMIE,
    lines: [{ sku: '210-001-G' }],
  });
  const { customer } = await create({ firstName: 'Jay', email: 'jay@example.com' });
  const one = `gid://shopify/Customer/${JAMIE.id}`;
  const variables = { one, two: customer?.id };
  const merged = await shop.read<object>(MERGE, variables);
  expect(strangeToShopify(MERGE, merged, variables)).toEqual([]);
  expect(merged).toMatchObject({
    customerMerge: { resultingCustomerId: customer?.id, userErrors: [] },
  });
  const after = await shop.read<object>(
    'query ($id: ID!, $one: ID!) { order(id: $id) { customer { id email lastName } } customer(id: $one) { id } }',
    { id: order.id, one },
  );
  expect(after).toEqual({
    order: { customer: { id: customer?.id, email: 'jay@example.com', lastName: 'Rivera' } },
    customer: null,
  });
  expect(await shop.read<object>(MERGE, variables)).toMatchObject({
    customerMerge: { userErrors: [{ code: 'INVALID_CUSTOMER_ID' }] },
  });
});
