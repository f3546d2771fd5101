// Every field the simulator offers is asked for, on an order that has everything, and every answer must
// be one the real schema could have given.
import { getNamedType, isCompositeType, isLeafType, isObjectType } from 'graphql';
import type { GraphQLCompositeType, GraphQLField, GraphQLObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BEACH, FIXTURE_SEED, JAMIE, openTestShop, STORE } from '../test/fixture-shop.ts';
import type { TestShop } from '../test/fixture-shop.ts';
import { operation } from '../test/operations.ts';
import { strangeToShopify } from '../test/real-schema.ts';
import { servedSchema } from './schema.ts';

const SCOPES = [
  'read_users',
  'read_draft_orders',
  'write_draft_orders',
  'read_returns',
  'write_returns',
  'write_order_edits',
  'write_customers',
  'read_orders',
  'write_orders',
  'read_products',
  'read_locations',
  'read_customers',
  'read_inventory',
  'write_inventory',
  'read_fulfillments',
  'read_merchant_managed_fulfillment_orders',
  'write_merchant_managed_fulfillment_orders',
];

const HOME = {
  firstName: 'Jamie',
  lastName: 'Rivera',
  address1: '100 Sample Drive',
  city: 'Huntington Beach',
  provinceCode: 'CA',
  zip: '92646',
  countryCode: 'US',
};

const schema = servedSchema();
const root = schema.getQueryType();
let shop: TestShop;
let ids: Record<string, string>;

beforeAll(async () => {
  shop = await openTestShop({
    ...FIXTURE_SEED,
    limits: null,
    app: { accessTokens: ['shpat_test'], scopes: SCOPES },
  });
  const order = await shop.ring({
    locationId: STORE,
    staffId: '8001',
    customer: JAMIE,
    shippingAddress: BEACH,
    billingAddress: BEACH,
    lines: [
      { sku: '210-001-G', quantity: 2, discount: { percentage: 10 } },
      { sku: '220-002-G', delivery: 'SHIP', attributes: [{ key: 'Engraving', value: 'J' }] },
      { custom: { title: 'Polishing', price: '9.99' } },
    ],
    shipping: {
      title: 'Standard',
      price: '8.00',
      discount: { kind: 'AUTOMATIC', title: 'Half', percentage: 50 },
    },
    discounts: [
      { kind: 'CODE', title: 'TENOFF', amount: '10.00' },
      { kind: 'SCRIPT', title: 'Script', amount: '1.00' },
    ],
    payments: [{ method: 'GIFT_CARD', amount: '20.00' }, { method: 'CARD' }],
    tip: '2.00',
  });
  const refund = { lines: [{ line: 0, quantity: 1 }], shipping: true, staffId: '8001' };
  await shop.send('POST', `/till/orders/${order.legacyId}/refund`, refund);
  await shop.send('POST', `/till/orders/${order.legacyId}/exchange`, {
    returns: [{ line: 0, quantity: 1 }],
    lines: [{ sku: '265-102-G' }],
  });
  const after = await shop.read<{ order: { returns: { nodes: { id: string }[] } } }>(
    'query ($id: ID!) { order(id: $id) { returns(first: 1) { nodes { id } } } }',
    { id: order.id },
  );
  const draft = await shop.read<{ draftOrderCreate: { draftOrder: { id: string } } }>(
    operation('DraftCreate'),
    {
      input: {
        shippingAddress: HOME,
        email: 'jamie@example.com',
        shippingLine: { shippingRateHandle: 'shopify-Standard-8.00' },
        appliedDiscount: { value: 10, valueType: 'PERCENTAGE', title: 'Friends' },
        lineItems: [
          { variantId: 'gid://shopify/ProductVariant/6001', quantity: 1 },
          { title: 'Engraving', originalUnitPrice: '15.00', quantity: 2 },
        ],
      },
    },
  );
  const bulk = await shop.read<{ bulkOperationRunQuery: { bulkOperation: { id: string } } }>(
    operation('Bulk'),
    { q: '{ orders { edges { node { id name } } } }' },
  );
  const uri = 'http://127.0.0.1:9/hooks';
  const subscribed = await shop.read<{
    webhookSubscriptionCreate: { webhookSubscription: { id: string } };
  }>(operation('Subscribe'), { topic: 'PRODUCTS_UPDATE', w: { uri } });
  ids = {
    order: order.id,
    fulfillment: `gid://shopify/Fulfillment/${order.fulfillments[0]?.id}`,
    fulfillmentOrder: `gid://shopify/FulfillmentOrder/${order.fulfillmentOrders[0]?.id}`,
    customer: `gid://shopify/Customer/${JAMIE.id}`,
    location: `gid://shopify/Location/${STORE}`,
    product: 'gid://shopify/Product/5001',
    productVariant: 'gid://shopify/ProductVariant/6001',
    inventoryItem: 'gid://shopify/InventoryItem/6501',
    inventoryLevel: `gid://shopify/InventoryLevel/${STORE}?inventory_item_id=6501`,
    app: 'gid://shopify/App/424242',
    job: 'gid://shopify/Job/1',
    return: after.order.returns.nodes[0]?.id ?? '',
    draftOrder: draft.draftOrderCreate.draftOrder.id,
    bulkOperation: bulk.bulkOperationRunQuery.bulkOperation.id,
    node: order.id,
    webhookSubscription: subscribed.webhookSubscriptionCreate.webhookSubscription.id,
  };
});
afterAll(async () => shop.close());

/** Arguments that every field with some can live with. */
function argumentsOf(field: GraphQLField<unknown, unknown>): string {
  const known: Record<string, string> = {
    first: 'first: 3',
    names: 'names: ["available", "on_hand"]',
    inventoryItemId: 'inventoryItemId: "gid://shopify/InventoryItem/6501"',
    locationId: `locationId: "gid://shopify/Location/${STORE}"`,
    id: `id: "${ids[field.name] ?? ids['order']}"`,
    ids: `ids: ["${ids['order']}"]`,
  };
  const given = field.args.flatMap((argument) => known[argument.name] ?? []);
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

/** A selection of all leaves and, down to a depth, of all objects. */
function selection(type: GraphQLCompositeType, depth: number): string {
  const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
  const parts = fields.flatMap((field) => {
    const named = getNamedType(field.type);
    if (isLeafType(named)) return [field.name + argumentsOf(field)];
    const inner =
      depth > 0 && isCompositeType(named) ? selection(named, nextDepth(named, depth)) : '';
    return inner === '' ? [] : [`${field.name}${argumentsOf(field)} ${inner}`];
  });
  // Types of Node have fields of one name and several types, which cannot be asked for together.
  const branches =
    isObjectType(type) || type.name === 'Node'
      ? []
      : schema.getPossibleTypes(type).map((t) => `... on ${t.name} ${leaves(t)}`);
  const all = ['__typename', ...parts, ...branches];
  return `{ ${all.join(' ')} }`;
}

/** Pages and money do not count as a level. */
function nextDepth(type: GraphQLCompositeType, depth: number): number {
  return /Connection$|Edge$|MoneyBag|MoneyV2|PageInfo/.test(type.name) ? depth : depth - 1;
}

function leaves(type: GraphQLObjectType): string {
  const names = Object.values(type.getFields()).filter((f) => isLeafType(getNamedType(f.type)));
  return `{ ${names.map((field) => field.name + argumentsOf(field)).join(' ') || '__typename'} }`;
}

/** What is wrong with the answer to a query, with the query so that one can look. */
async function wrongWith(query: string, variables: object = {}): Promise<string[]> {
  const { data, errors = [] } = await shop.ask(query, variables);
  const problems = [
    ...errors.map((error) => error.message),
    ...strangeToShopify(query, data, variables),
  ];
  return problems.map((problem) => `${problem} ← ${query}`);
}

/** Small enough to be asked for at once. */
const WHOLE = [
  'shop',
  'currentAppInstallation',
  'publicApiVersions',
  'job',
  'node',
  'nodes',
  'app',
];

/** Queries that together ask for every field below an entry point. */
function queriesOf(name: string): string[] {
  const field = root?.getFields()[name];
  const type = field && getNamedType(field.type);
  if (!field || !isCompositeType(type)) throw new Error(`${name} is an object.`);
  const call = name + argumentsOf(field);
  const isWhole = WHOLE.includes(name) || type.name.endsWith('Connection') || type.name === 'Count';
  if (isWhole) return [`{ ${call} ${selection(type, 1)} }`];
  const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
  return fields.map((inner) => {
    const named = getNamedType(inner.type);
    const below = isCompositeType(named) ? selection(named, name === 'order' ? 2 : 1) : '';
    return `{ ${call} { ${inner.name}${argumentsOf(inner)} ${below} } }`;
  });
}

describe('every field', () => {
  test.each(Object.keys(root?.getFields() ?? {}))('of %s can be asked for', async (name) => {
    const problems: string[] = [];
    for (const query of queriesOf(name)) problems.push(...(await wrongWith(query)));
    expect(problems).toEqual([]);
  });
});

describe('every mutation', () => {
  test('answers as the real schema could', async () => {
    const order = await shop.ring({
      shippingAddress: BEACH,
      lines: [{ sku: '210-001-G' }, { sku: '220-002-G' }],
    });
    const source = `gid://shopify/FulfillmentOrder/${order.fulfillmentOrders[0]?.id}`;
    const line = `gid://shopify/FulfillmentOrderLineItem/${order.fulfillmentOrders[0]?.lines[0]?.id}`;
    const part = {
      fulfillmentOrderId: source,
      fulfillmentOrderLineItems: [{ id: line, quantity: 1 }],
    };
    const at = {
      inventoryItemId: 'gid://shopify/InventoryItem/6501',
      locationId: `gid://shopify/Location/${STORE}`,
      changeFromQuantity: null,
    };
    const own = { name: 'available', reason: 'correction' };
    const calls: [name: string, variables: object][] = [
      ['TagOrder', { id: order.id, tags: ['a', 'b'] }],
      ['Ship', { fulfillment: { lineItemsByFulfillmentOrder: [part] } }],
      ['Ship', { fulfillment: { lineItemsByFulfillmentOrder: [part] } }],
      ['MoveFO', { id: source, loc: `gid://shopify/Location/${STORE}` }],
      ['UpdateTracking', { id: ids['fulfillment'], t: { company: 'UPS', number: '1Z' } }],
      ['CancelOrder', { id: order.id, reason: 'OTHER', restock: true }],
      ['SetStock', { key: 'a', input: { ...own, quantities: [{ ...at, quantity: 3 }] } }],
      ['AdjustStock', { key: 'b', input: { ...own, changes: [{ ...at, delta: 3 }] } }],
      ['Subscribe', { topic: 'ORDERS_PAID', w: { uri: 'http://127.0.0.1:9/hooks' } }],
      ['CancelFulfillment', { id: ids['fulfillment'] }],
    ];
    for (const [name, variables] of calls) {
      expect(await wrongWith(operation(name), variables)).toEqual([]);
    }
  });
});
