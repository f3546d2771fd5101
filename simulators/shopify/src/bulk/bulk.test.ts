// Bulk operations: refused for what Shopify refuses, and otherwise a file of JSON lines.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestShop, STORE } from '../test/fixture-shop.ts';
import type { TestShop } from '../test/fixture-shop.ts';
import { operation } from '../test/operations.ts';

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(async () => shop.close());

interface Status {
  readonly id: string;
  readonly status: string;
  readonly errorCode: string | null;
  readonly objectCount: string;
  readonly rootObjectCount: string;
  readonly url: string | null;
  readonly partialDataUrl: string | null;
}

const ORDERS = `{ orders(query: "source_name:pos", sortKey: CREATED_AT) { edges { node {
  id name customer { id } lineItems { edges { node { id sku quantity } } } } } } }`;

async function start(query: string): Promise<{ id: string | null; userErrors: object[] }> {
  const data = await shop.read<{
    bulkOperationRunQuery: { bulkOperation: { id: string } | null; userErrors: object[] };
  }>(operation('Bulk'), { q: query });
  const { bulkOperation, userErrors } = data.bulkOperationRunQuery;
  return { id: bulkOperation?.id ?? null, userErrors };
}

async function finished(id: string | null): Promise<Status> {
  for (;;) {
    const data = await shop.read<{ bulkOperation: Status }>(operation('BulkStatus'), { id });
    if (!['CREATED', 'RUNNING'].includes(data.bulkOperation.status)) return data.bulkOperation;
  }
}

async function lines(url: string | null): Promise<Record<string, unknown>[]> {
  const text = await (await fetch(url ?? '')).text();
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('bulkOperationRunQuery', () => {
  test('writes each root and each child as a line, children naming their parent', async () => {
    await shop.send('POST', '/control/generate', { count: 300, kinds: ['CARRY_OUT'], changes: 0 });
    const { id } = await start(ORDERS);
    const status = await finished(id);
    expect(status).toMatchObject({ status: 'COMPLETED', rootObjectCount: '300', errorCode: null });
    const rows = await lines(status.url);
    expect(String(rows.length)).toBe(status.objectCount);
    const orders = rows.filter((row) => row['__parentId'] === undefined);
    expect(orders).toHaveLength(300);
    expect(Object.keys(orders[0] ?? {})).toEqual(['id', 'name', 'customer']);
    const ids = new Set(orders.map((row) => row['id']));
    const children = rows.filter((row) => row['__parentId'] !== undefined);
    expect(children.every((row) => ids.has(row['__parentId']))).toBe(true);
    expect(children.length).toBeGreaterThan(300);
  });

  test.each([
    ['without a connection', '{ shop { name } }', 'at least one connection'],
    ['with nodes', '{ orders { nodes { id } } }', 'must select edges { node }'],
    [
      'with a connection within a list',
      '{ orders { edges { node { id refunds { id refundLineItems { edges { node { id } } } } } } } }',
      'connection field within a list field',
    ],
    [
      'without the id of a parent',
      '{ orders { edges { node { name lineItems { edges { node { id } } } } } } }',
      "must select the 'id' field without an alias",
    ],
    ['of a single node', '{ node(id: "gid://shopify/Order/1") { id } }', "top level 'node'"],
    ['with a field that is not there', '{ orders { edges { node { nope } } } }', 'nope'],
    ['that cannot be read', '{ orders {', 'Syntax Error'],
    ['that changes something', 'mutation { x }', 'Only queries'],
  ])('refuses a query %s', async (_, query, text) => {
    const { id, userErrors } = await start(query);
    expect(id).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'INVALID', field: ['query'] }]);
    expect(JSON.stringify(userErrors)).toContain(text);
  });

  test('runs five at a time, and no sixth', async () => {
    await shop.send('POST', '/control/bulk', { delayMs: 60_000 });
    for (let count = 0; count < 5; count += 1) expect((await start(ORDERS)).userErrors).toEqual([]);
    const sixth = await start(ORDERS);
    expect(sixth.userErrors).toMatchObject([{ code: 'OPERATION_IN_PROGRESS' }]);
    const [first] = (
      await shop.read<{ bulkOperations: { nodes: Status[] } }>(
        '{ bulkOperations(first: 1) { nodes { id } } }',
      )
    ).bulkOperations.nodes;
    const cancelled = await shop.read<object>(
      'mutation ($id: ID!) { bulkOperationCancel(id: $id) { bulkOperation { status } userErrors { message } } }',
      { id: first?.id },
    );
    expect(cancelled).toMatchObject({
      bulkOperationCancel: { bulkOperation: { status: 'CANCELING' }, userErrors: [] },
    });
  });

  test('fails as ordered, and leaves what it had', async () => {
    await shop.ring({ locationId: STORE, lines: [{ sku: '210-001-G' }] });
    await shop.send('POST', '/control/bulk', { fail: 'TIMEOUT' });
    const status = await finished((await start(ORDERS)).id);
    expect(status).toMatchObject({ status: 'FAILED', errorCode: 'TIMEOUT', url: null });
    expect(await lines(status.partialDataUrl)).toHaveLength(2);
  });

  test('keeps the file for seven days', async () => {
    await shop.ring({ locationId: STORE, lines: [{ sku: '210-001-G' }] });
    const status = await finished((await start(ORDERS)).id);
    await shop.send('POST', '/control/clock', { advanceMs: 8 * 24 * 3_600_000 });
    expect((await fetch(status.url ?? '')).status).toBe(404);
    expect((await finished(status.id)).url).toBeNull();
  });
});
