import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { line, order } from '../test/build-order.ts';
import { readOrders } from './read-orders.ts';

const FIXTURES = new URL('../../fixtures/', import.meta.url);
const names = readdirSync(FIXTURES).filter(
  (name) => name.endsWith('.json') && !name.endsWith('.expected.json'),
);

describe('every fixture is read as written beside it', () => {
  test.each(names)('%s', (name) => {
    const expected = new URL(name.replace('.json', '.expected.json'), FIXTURES);
    expect(existsSync(expected), `${expected.pathname} is there`).toBe(true);
    const read = [...readOrders(readFileSync(new URL(name, FIXTURES), 'utf8'), { origin: name })];
    expect(JSON.parse(JSON.stringify(read))).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
    for (const one of read) expect(one.totals?.sum).toBe(one.totals?.total);
  });
});

describe('the same order in any envelope', () => {
  const bare = order('10.00', { lineItems: { nodes: [line({ price: '10.00' })] } });
  const other = order('5.00', { lineItems: { edges: [{ node: line({ price: '5.00' }) }] } });
  const two = [bare, other];
  test.each<[string, string, number]>([
    ['bare', JSON.stringify(bare), 1],
    ['GraphQL answer', JSON.stringify({ data: { order: bare }, extensions: {} }), 1],
    ['node', JSON.stringify({ data: { node: bare } }), 1],
    ['list', JSON.stringify(two), 2],
    ['connection of nodes', JSON.stringify({ data: { orders: { nodes: two } } }), 2],
    [
      'connection of edges',
      JSON.stringify({ data: { orders: { edges: two.map((node) => ({ node })) } } }),
      2,
    ],
    [
      'HTTP answer with its body as text',
      JSON.stringify({ status: 200, headers: {}, body: JSON.stringify({ data: { order: bare } }) }),
      1,
    ],
    ['one a line', two.map((one) => JSON.stringify(one)).join('\n') + '\n', 2],
    ['one a line, with a byte order mark', '\uFEFF' + JSON.stringify(bare) + '\r\n', 1],
  ])('%s', (_, text, count) => {
    const read = [...readOrders(text)];
    expect(read.map((one) => one.problems)).toEqual(Array.from({ length: count }, () => []));
    expect(read[0]?.totals?.total).toBe('10.00');
  });
});

describe('what cannot be read says so and stops nothing', () => {
  const good = JSON.stringify(order('1.00', { lineItems: { nodes: [line({ price: '1.00' })] } }));
  const codes = (text: string): (string | undefined)[] =>
    [...readOrders(text, { origin: 'f' })].map((one) => one.problems[0]?.code);

  test('a broken line between good ones', () => {
    const read = [...readOrders(`${good}\n{"id": \n${good}`, { origin: 'f' })];
    expect(read.map((one) => [one.origin, one.problems[0]?.code])).toEqual([
      ['f:1', undefined],
      ['f:2', 'PAYLOAD_NOT_JSON'],
      ['f:3', undefined],
    ]);
  });

  test('no JSON, no order, an answer of errors', () => {
    expect(codes('hello')).toEqual(['PAYLOAD_NOT_JSON']);
    expect(codes('{"data":{"order":null}}')).toEqual(['NO_ORDER_FOUND']);
    expect(codes('{"errors":[{"message":"Throttled"}]}')).toEqual(['SHOPIFY_ANSWERED_ERRORS']);
  });

  test('a wrong amount names its place', () => {
    const payload = order('1.00', { lineItems: { nodes: [line({ price: '1.001' })] } });
    const [read] = [...readOrders(JSON.stringify(payload))];
    expect(read?.name).toBe('#2001');
    expect(read?.problems[0]).toMatchObject({
      code: 'SHOPIFY_ORDER_UNREADABLE',
      path: 'lineItems.nodes[0].originalUnitPriceSet.shopMoney.amount',
    });
  });

  test('an order with further pages is not taken for a whole one', () => {
    const pageInfo = { hasNextPage: true, endCursor: 'x' };
    const payload = order('1.00', { lineItems: { nodes: [line({ price: '1.00' })], pageInfo } });
    expect(codes(JSON.stringify(payload))).toEqual(['SHOPIFY_ORDER_INCOMPLETE']);
  });
});
