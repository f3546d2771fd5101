// What searches understand and what they refuse.

import { describe, expect, test } from 'vitest';

import type { FilterExpression } from '../account.ts';
import type { Retailer } from '../testing/retailer.ts';
import {
  bill,
  column,
  deposit,
  found,
  openRetailer,
  order,
  ship,
  term,
} from '../testing/retailer.ts';

function orders(retailer: Retailer, filters: FilterExpression): string[] {
  const search = {
    type: 'salesorder',
    filters: [term('mainline', 'is', 'T'), 'AND', filters] as FilterExpression,
    columns: [column('externalid')],
  };
  return found(retailer.account, search).flat();
}

function withOrders(): Retailer {
  const retailer = openRetailer();
  const line = { item: retailer.shirt, price: '-1', rate: 20, location: retailer.warehouse };
  order(retailer, [{ ...line, quantity: 1 }], { externalid: 'one', memo: 'Gift wrap' });
  retailer.setNow('2026-11-24T15:00:30Z');
  order(retailer, [{ ...line, quantity: 2 }], { externalid: 'two', otherrefnum: '#1002' });
  return retailer;
}

describe('filters', () => {
  test.each<[FilterExpression, string[]]>([
    [[term('externalid', 'is', 'one')], ['one']],
    [[term('externalid', 'anyof', 'one', 'two')], ['one', 'two']],
    [[term('externalid', 'noneof', 'one')], ['two']],
    [[term('externalid', 'anyof', '@NONE@')], []],
    [[term('memo', 'is', 'gift WRAP')], ['one']],
    [[term('memo', 'isempty')], ['two']],
    [[term('memo', 'doesnotcontain', 'wrap')], ['two']],
    [[term('otherrefnum', 'startswith', '#10')], ['two']],
    [[term('total', 'between', '10', '25')], ['one']],
    [[term('total', 'greaterthan', '25')], ['two']],
    [[term('datecreated', 'on', 'yesterday')], ['one']],
    [[term('datecreated', 'on', 'today')], ['two']],
    [[term('datecreated', 'onorbefore', 'yesterday')], ['one']],
    [[term('datecreated', 'after', '11/23/2026')], ['two']],
    [[term('datecreated', 'within', '11/24/2026 10:00 am')], ['two']],
    [[term('datecreated', 'within', '11/23/2026', '11/23/2026')], ['one']],
    [[term('trandate', 'before', '11/24/2026')], ['one']],
    [
      [term('externalid', 'is', 'one'), 'OR', term('externalid', 'is', 'two')],
      ['one', 'two'],
    ],
    [['NOT', term('externalid', 'is', 'one')], ['two']],
    [
      [
        [term('memo', 'isempty'), 'AND', term('total', 'is', '20')],
        'OR',
        term('memo', 'isnotempty'),
      ],
      ['one'],
    ],
    [[{ ...term('formulanumeric', 'equalto', '40'), formula: '{total} * 1' }], ['two']],
  ])('%j', (filters, expected) => {
    expect(orders(withOrders(), filters)).toEqual(expected);
  });
});

describe('formulas', () => {
  const retailer = withOrders();
  const value = (formula: string, kind = 'formulatext'): string | undefined =>
    found(retailer.account, {
      type: 'salesorder',
      filters: [term('externalid', 'is', 'two'), term('mainline', 'is', 'T')],
      columns: [column(kind, formula)],
    })[0]?.[0];

  test.each([
    ["NVL({memo}, 'none')", 'none'],
    ["{externalid} || '-' || {memo} || 'x'", 'two-x'],
    ["CASE WHEN {total} > 30 AND {memo} IS NULL THEN 'big' ELSE 'small' END", 'big'],
    ["CASE {externalid} WHEN 'one' THEN 1 WHEN 'two' THEN 2 END", '2'],
    ["SUBSTR('Parent : Child', INSTR('Parent : Child', ' : ', -1) + 3)", 'Child'],
    ["SUBSTR('abcdef', -3, 2)", 'de'],
    ["INSTR('a-b-c', '-', 1, 2)", '4'],
    ["TO_CHAR({datecreated}, 'YYYY-MM-DD HH24:MI:SS')", '2026-11-24 10:00:30'],
    ["TO_CHAR({trandate}, 'Mon DD, YYYY')", 'Nov 24, 2026'],
    ['{trandate} + 7', '12/1/2026'],
    ["DECODE({externalid}, 'one', 'a', 'two', 'b', 'c')", 'b'],
    ["REPLACE({otherrefnum}, '#', '')", '1002'],
    ["CASE WHEN ({total} + 1) * 2 IN (82, 84) OR {status} LIKE 'Pend%' THEN 'y' END", 'y'],
    ['{status}', 'Pending Fulfillment'],
    ['{customer.altname}', 'Ann Lee'],
    ["'it''s'", "it's"],
  ])('%s is %s', (formula, expected) => {
    expect(value(formula)).toBe(expected);
  });

  test('arithmetic is exact', () => {
    expect(value('0.1 + 0.2', 'formulanumeric')).toBe('0.3');
    expect(value('ROUND(10 / 3, 2)', 'formulanumeric')).toBe('3.33');
    expect(value('{total} / 3', 'formulacurrency')).toBe('13.33');
  });

  test.each([
    ['REGEXP_SUBSTR({memo}, 1)', 'the function REGEXP_SUBSTR is not supported'],
    ['{total', 'unexpected text'],
    ['NVL({memo})', 'NVL takes 2 to 2 arguments, not 1'],
    ['CASE WHEN 1 = 1 THEN 2', 'expected END'],
  ])('%s is refused', (formula, message) => {
    expect(() => value(formula)).toThrow(message);
    expect(() => value(formula)).toThrow(expect.objectContaining({ name: 'INVALID_SRCH_FUNCTN' }));
  });
});

describe('refusals', () => {
  test.each([
    [[term('nosuchfield', 'is', 'x')], 'SSS_INVALID_SRCH_FILTER'],
    [[term('nosuchjoin.name', 'is', 'x')], 'SSS_INVALID_SRCH_FILTER'],
    [[term('createdfrom', 'contains', 'x')], 'SSS_INVALID_SRCH_OPERATOR'],
    [[term('datecreated', 'is', 'today')], 'SSS_INVALID_SRCH_OPERATOR'],
    [[term('datecreated', 'on', 'someday')], 'SSS_INVALID_SRCH_FILTER'],
    [[term('memo', 'anyof', 'x')], 'SSS_INVALID_SRCH_OPERATOR'],
    [['AND'], 'SSS_INVALID_SRCH_FILTER_EXPR'],
  ])('%j', (filters, name) => {
    const retailer = withOrders();
    const run = (): unknown => orders(retailer, filters as FilterExpression);
    expect(run).toThrow(expect.objectContaining({ name }));
  });

  test('unknown columns, types, functions and saved searches', () => {
    const { account } = openRetailer();
    const run = (type: string, own = column('internalid')): unknown =>
      account.searches.run({ type, filters: [], columns: [own] });
    expect(() => run('salesorder', column('nosuch'))).toThrow(
      expect.objectContaining({ name: 'SSS_INVALID_SRCH_COLUMN' }),
    );
    expect(() => run('salesorder', { ...column('quantity'), function: 'median' })).toThrow(
      expect.objectContaining({ name: 'INVALID_SRCH_FUNCTN' }),
    );
    expect(() => run('nosuchrecord')).toThrow(
      expect.objectContaining({ name: 'INVALID_SEARCH_TYPE' }),
    );
    expect(() => account.searches.load('customsearch_none')).toThrow(
      expect.objectContaining({ name: 'INVALID_SEARCH' }),
    );
  });
});

describe('rows and columns', () => {
  test('an order has a body row, its lines, and rows for discount, shipping and tax', () => {
    const retailer = openRetailer();
    const { account, shirt, taxCode, orderDiscount, ground } = retailer;
    order(retailer, [{ item: shirt, quantity: 2, price: '-1', rate: 50, taxcode: taxCode }], {
      discountitem: orderDiscount,
      discountrate: '-10%',
      shippingcost: 5,
      shipmethod: ground,
    });
    const names = [
      'mainline',
      'shipping',
      'taxline',
      'transactiondiscount',
      'line',
      'item',
      'amount',
    ];
    const search = {
      type: 'transaction',
      filters: [term('type', 'anyof', 'SalesOrd')],
      columns: names.map((name) => column(name)),
    };
    expect(found(account, search)).toEqual([
      ['*', 'F', 'F', 'F', '0', '', '103.88'],
      ['', 'F', 'F', 'F', '1', shirt, '100.00'],
      ['', 'F', 'F', 'T', '2', orderDiscount, '-10.00'],
      ['', 'T', 'F', 'F', '3', '', '5.00'],
      ['', 'F', 'T', 'F', '4', '', '8.88'],
    ]);
  });

  test('a status has its three spellings', () => {
    const retailer = withOrders();
    const search = {
      type: 'transaction',
      filters: [
        term('status', 'anyof', 'SalesOrd:B'),
        term('externalid', 'is', 'one'),
        term('mainline', 'is', 'T'),
      ],
      columns: [column('status'), column('type')],
    };
    expect(retailer.account.searches.run(search)[0]?.values).toEqual([
      { value: 'pendingFulfillment', text: 'Pending Fulfillment' },
      { value: 'SalesOrd', text: 'Sales Order' },
    ]);
  });

  test('sorts, groups and sums', () => {
    const retailer = withOrders();
    const lines = [term('mainline', 'is', 'F'), term('item', 'noneof', '@NONE@')];
    const sorted = {
      type: 'salesorder',
      filters: lines,
      columns: [{ ...column('quantity'), sort: 'DESC' as const }],
    };
    expect(found(retailer.account, sorted)).toEqual([['2'], ['1']]);
    const grouped = {
      type: 'salesorder',
      filters: lines,
      columns: [
        { ...column('item'), summary: 'GROUP' },
        { ...column('quantity'), summary: 'SUM' },
        { ...column('internalid'), summary: 'COUNT' },
      ],
    };
    expect(found(retailer.account, grouped)).toEqual([[retailer.shirt, '3', '2']]);
  });

  test('an invoice found by what was applied to it', () => {
    const retailer = openRetailer();
    const id = order(retailer, [{ item: retailer.shirt, quantity: 1, price: '-1', rate: 20 }]);
    const paid = deposit(retailer, id, 20);
    ship(retailer, id, { '1': { location: retailer.warehouse } });
    const invoiceId = bill(retailer, id);
    const search = {
      type: 'invoice',
      filters: [term('mainline', 'is', 'T'), term('createdfrom', 'is', id)],
      columns: [
        column('internalid'),
        column('applyingtransaction.createdfrom'),
        column('amountremaining'),
      ],
    };
    expect(found(retailer.account, search)).toEqual([[invoiceId, paid, '0.00']]);
  });
});
