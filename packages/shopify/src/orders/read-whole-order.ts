// Reads one order whole, by its id: the first answer, then every further page of every list in it. The result is
// one document as if Shopify had given it in one piece; that is what is stored.

import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { z } from 'zod';
import { answerUnreadable } from '../client/shopify-failure.ts';
import type { ShopifyFailure } from '../client/shopify-failure.ts';
import type { ShopifyClient } from '../client/shopify-client.ts';
import { PAGE } from '../wire/fragments.ts';
import * as operations from '../wire/operations.ts';

type Json = Record<string, unknown>;
type Outcome<T> = Promise<Result<T, ShopifyFailure>>;

const orderSchema = z.object({ order: z.record(z.string(), z.unknown()).nullable() });

const connectionSchema = z.object({
  nodes: z.array(z.unknown()),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
});
type Connection = z.output<typeof connectionSchema>;

/** Pages of one list: more than 5000 lines are no order. */
const MAXIMUM_PAGES = 50;

/** A list of an object that has pages: where it stands, and the operation that gives a following page. */
interface PagedList {
  readonly field: string;
  readonly operation: string;
  /** The root field of `operation`. */
  readonly root: string;
}

const ORDER_LISTS: readonly PagedList[] = [
  { field: 'lineItems', operation: operations.ORDER_LINES, root: 'order' },
  { field: 'shippingLines', operation: operations.ORDER_SHIPPING_LINES, root: 'order' },
  { field: 'discountApplications', operation: operations.ORDER_DISCOUNTS, root: 'order' },
  { field: 'fulfillmentOrders', operation: operations.ORDER_FULFILLMENT_ORDERS, root: 'order' },
  { field: 'agreements', operation: operations.ORDER_AGREEMENTS, root: 'order' },
];
const FULFILLMENT_ORDER_LIST: PagedList = {
  field: 'lineItems',
  operation: operations.FULFILLMENT_ORDER_LINES,
  root: 'fulfillmentOrder',
};
const FULFILLMENT_LIST: PagedList = {
  field: 'fulfillmentLineItems',
  operation: operations.FULFILLMENT_LINES,
  root: 'fulfillment',
};
const REFUND_LIST: PagedList = {
  field: 'refundLineItems',
  operation: operations.REFUND_LINES,
  root: 'node',
};

/** Lists Shopify gives without pages; a full one may lack something. */
const BOUNDED: readonly (readonly [field: string, maximum: number])[] = [
  ['fulfillments', PAGE.fulfillments],
  ['transactions', PAGE.transactions],
  ['refunds', PAGE.refunds],
];

/**
 * @param operation `ORDER`, or another query for one order with some of its lists
 * @param id the order's GraphQL id
 * @returns the `order` object; null when Shopify has no such order (any more)
 */
export async function readWholeOrder(
  client: ShopifyClient,
  operation: string,
  id: string,
): Outcome<Json | null> {
  const answer = await client.query({ operation, variables: { id }, schema: orderSchema });
  if (!answer.ok) return answer;
  if (answer.value.order === null) return ok(null);
  const full = BOUNDED.find(([field, maximum]) => lengthOf(answer.value.order, field) >= maximum);
  if (full !== undefined)
    return fail(
      answerUnreadable(`The order has ${full[1]} ${full[0]} or more, beyond what we read.`),
    );
  const order = await completeAll(client, answer.value.order, ORDER_LISTS);
  if (!order.ok) return order;
  return completeNested(client, order.value);
}

async function completeNested(client: ShopifyClient, order: Json): Outcome<Json> {
  const result: Json = { ...order };
  const connection = connectionSchema.safeParse(order['fulfillmentOrders']);
  if (connection.success) {
    const nodes = await completeEach(client, connection.data.nodes, FULFILLMENT_ORDER_LIST);
    if (!nodes.ok) return nodes;
    result['fulfillmentOrders'] = { ...connection.data, nodes: nodes.value };
  }
  for (const [field, list] of [
    ['fulfillments', FULFILLMENT_LIST],
    ['refunds', REFUND_LIST],
  ] as const) {
    const items = order[field];
    if (!Array.isArray(items)) continue;
    const completed = await completeEach(client, items, list);
    if (!completed.ok) return completed;
    result[field] = completed.value;
  }
  return ok(result);
}

async function completeEach(
  client: ShopifyClient,
  items: readonly unknown[],
  list: PagedList,
): Outcome<Json[]> {
  const completed: Json[] = [];
  for (const item of items) {
    const parsed = objectSchema.safeParse(item);
    if (!parsed.success)
      return fail(answerUnreadable(`A list beside ${list.field} holds no object.`));
    const one = await completeAll(client, parsed.data, [list]);
    if (!one.ok) return one;
    completed.push(one.value);
  }
  return ok(completed);
}

const objectSchema = z.record(z.string(), z.unknown());

/** `item` with each of `lists` read to its end. */
async function completeAll(
  client: ShopifyClient,
  item: Json,
  lists: readonly PagedList[],
): Outcome<Json> {
  const result: Json = { ...item };
  for (const list of lists) {
    const connection = connectionSchema.safeParse(item[list.field]);
    if (!connection.success || !connection.data.pageInfo.hasNextPage) continue;
    const whole = await readToEnd(client, connection.data, { list, id: String(item['id']) });
    if (!whole.ok) return whole;
    result[list.field] = whole.value;
  }
  return ok(result);
}

async function readToEnd(
  client: ShopifyClient,
  first: Connection,
  owner: { readonly list: PagedList; readonly id: string },
): Outcome<Connection> {
  const { field, operation, root } = owner.list;
  const schema = z.object({ [root]: z.object({ [field]: connectionSchema }) });
  const nodes = [...first.nodes];
  let page = first;
  for (let count = 1; page.pageInfo.hasNextPage; count += 1) {
    if (count >= MAXIMUM_PAGES)
      return fail(
        answerUnreadable(`${field} of ${owner.id} has more than ${MAXIMUM_PAGES} pages.`),
      );
    const variables = { id: owner.id, after: page.pageInfo.endCursor };
    const answer = await client.query({ operation, variables, schema });
    if (!answer.ok) return answer;
    const next = answer.value[root]?.[field];
    if (next === undefined) return fail(answerUnreadable(`A page of ${field} is missing.`));
    nodes.push(...next.nodes);
    page = next;
  }
  return ok({ nodes, pageInfo: page.pageInfo });
}

function lengthOf(order: Json | null, field: string): number {
  const list = order?.[field];
  return Array.isArray(list) ? list.length : 0;
}
