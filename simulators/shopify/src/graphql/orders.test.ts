// Finding orders: search, sorting, paging.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BEACH, JAMIE, openTestShop, STORE } from '../test/fixture-shop.ts';
import type { TestShop } from '../test/fixture-shop.ts';
import { operation } from '../test/operations.ts';

interface Orders {
  readonly orders: {
    readonly nodes: { readonly name: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

let shop: TestShop;

beforeAll(async () => {
  shop = await openTestShop();
  for (let index = 0; index < 6; index += 1) {
    const isTill = index % 2 === 0;
    await shop.ring({
      ...(isTill ? { locationId: STORE, staffId: '8001' } : { shippingAddress: BEACH }),
      customer: index < 3 ? JAMIE : null,
      tags: index === 5 ? ['Gift'] : [],
      lines: [{ sku: '210-001-G' }],
    });
    shop.clock.advance(60_000);
  }
});
afterAll(async () => shop.close());

async function find(q: string): Promise<{ names: string[]; search: unknown }> {
  const query =
    'query Find($q: String) { orders(first: 50, query: $q, sortKey: ID) { nodes { name } } }';
  const { data, errors, extensions } = await shop.ask(query, { q });
  if (errors) throw new Error(JSON.stringify(errors));
  const { nodes } = (data as unknown as Orders).orders;
  return { names: nodes.map((node) => node.name), search: extensions?.['search'] };
}

describe('searching', () => {
  test.each([
    ['name:#1255', ['#1255']],
    ['name:1255', ['#1255']],
    ['id:7000000000001', ['#1254']],
    ['source_name:pos', ['#1254', '#1256', '#1258']],
    ['source_name:web AND tag:gift', ['#1259']],
    ['-source_name:web', ['#1254', '#1256', '#1258']],
    ['NOT source_name:web name:#1254', ['#1254']],
    ['name:#1254 OR name:#1259', ['#1254', '#1259']],
    ['(name:#1254 OR name:#1255) source_name:web', ['#1255']],
    ["updated_at:>='2026-06-12T20:18:09Z'", ['#1258', '#1259']],
    ["created_at:>'2026-06-12T20:14:09Z' created_at:<'2026-06-12T20:16:09Z'", ['#1255']],
    ['updated_at:2026-06-12', ['#1254', '#1255', '#1256', '#1257', '#1258', '#1259']],
    ['email:jamie.rivera@example.com', ['#1254', '#1255', '#1256']],
    ['email:jamie*', ['#1254', '#1255', '#1256']],
    [`location_id:${STORE}`, ['#1254', '#1256', '#1258']],
    ['fulfillment_status:unshipped', ['#1255', '#1257', '#1259']],
    ['delivery_method:retail,pick-up', ['#1254', '#1256', '#1258']],
    ['financial_status:refunded', []],
  ])('%s', async (q, names) => {
    expect((await find(q)).names).toEqual(names);
  });

  test('a field that does not exist filters nothing and warns', async () => {
    const { names, search } = await find('colour:red');
    expect(names).toHaveLength(6);
    expect(search).toEqual([
      {
        path: ['orders'],
        query: 'colour:red',
        parsed: { field: 'colour', match_all: 'red' },
        warnings: [
          {
            field: 'colour',
            message: 'Invalid search field for this query.',
            code: 'invalid_field',
          },
        ],
      },
    ]);
  });

  test('beside a field that exists only that one filters', async () => {
    expect((await find('colour:red name:#1254')).names).toEqual(['#1254']);
  });

  test('a gid is no id: the search takes the number', async () => {
    expect((await find('id:"gid://shopify/Order/7000000000001"')).names).toEqual([]);
  });
});

describe('paging', () => {
  test('walks every order once, in pages, forward and in reverse', async () => {
    for (const reverse of [false, true]) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const query = `query Page($after: String) { orders(first: 4, after: $after, sortKey: UPDATED_AT, reverse: ${reverse}) { nodes { name } pageInfo { hasNextPage endCursor } } }`;
        const page: Orders['orders'] = (await shop.read<Orders>(query, { after })).orders;
        seen.push(...page.nodes.map((node) => node.name));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      const names = ['#1254', '#1255', '#1256', '#1257', '#1258', '#1259'];
      expect(seen).toEqual(reverse ? names.reverse() : names);
    }
  });

  test('the cursor is base64 JSON of the last id and the value sorted by', async () => {
    const { orders } = await shop.read<Orders>(operation('OrdersUpdatedSince'), {
      q: 'name:#1254',
    });
    const { pageInfo } = orders;
    expect(JSON.parse(Buffer.from(pageInfo.endCursor, 'base64').toString('utf8'))).toEqual({
      last_id: 7000000000001,
      last_value: '2026-06-12T20:14:09Z',
    });
  });

  test('last takes the end of the list', async () => {
    const { data } = await shop.ask(
      '{ orders(last: 2, sortKey: ID) { nodes { name } pageInfo { hasPreviousPage } } }',
    );
    expect(data?.['orders']).toEqual({
      nodes: [{ name: '#1258' }, { name: '#1259' }],
      pageInfo: { hasPreviousPage: true },
    });
  });

  test('a cursor that is none is refused', async () => {
    const { errors } = await shop.ask('{ orders(first: 1, after: "xyz") { nodes { id } } }');
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_REQUEST' });
  });
});

describe('beside orders', () => {
  test('locations, variants, stock and fulfillment orders can be read', async () => {
    const places = await shop.ask(operation('Locations'));
    expect(JSON.stringify(places.data)).toContain('"name":"Laguna Beach Store"');
    const stock = await shop.ask(operation('StockBySku'), { q: 'sku:210-001-G' });
    expect(JSON.stringify(stock.data)).toContain('{"name":"available","quantity":2');
    const q = "status:open updated_at:>='2026-06-12T00:00:00Z'";
    const open = await shop.read<{ fulfillmentOrders: { nodes: unknown[] } }>(
      operation('FulfillmentOrdersUpdatedSince'),
      { q },
    );
    expect(open.fulfillmentOrders.nodes).toHaveLength(3);
  });
});
