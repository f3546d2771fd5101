// What stays a failure with somebody else's bundle, and what gets a name.

import { expect, test } from 'vitest';
import { nameDifferences, withoutDifferences } from './named-differences.ts';
import type { DemoResult } from './result.ts';

function resultOf(...failures: string[]): DemoResult {
  const reconciliation = { orders: 1, differences: [] };
  return {
    ok: failures.length === 0,
    seconds: 1,
    orders: [],
    reconciliation,
    tampering: [],
    failures,
  };
}

test('an order booked twice, or never, stays a failure whatever the bundle is', () => {
  const failures = [
    '#1001 send-sale: sales orders is 2, not 1',
    '#1002 send-sale: cash sales is 1, not 0',
    '#1003 send-sale: status in the OMS is CREATED, not COMPLETED',
    '#1004 send-sale: deposits is 0, not 1',
    'The cash-sale job exported 1 more sales after all orders had ended.',
  ];
  const named = nameDifferences(resultOf(...failures), { acknowledges: true });
  expect(named).toMatchObject({ ok: false, failures, differences: [] });
});

test('what the bundle cannot do is named with the orders it shows on, and is no failure', () => {
  const money = '#1001 send-sale: money in NetSuite is 4000, not 4355';
  const invoice = '#1002 send-sale: invoices is Open, not Paid In Full';
  const books = 'all orders: NetSuite could not be read differs: Shopify –, OMS –, NetSuite –';
  const named = nameDifferences(resultOf(money, invoice, books), { acknowledges: false });
  expect(named.ok).toBe(true);
  expect(named.failures).toEqual([]);
  expect(named.differences.map(({ name, shown }) => [name, shown])).toEqual([
    ['NO_ACKNOWLEDGEMENT', []],
    ['NO_READ_BACK', [books]],
    ['AMOUNT_DIFFERS', [money]],
    ['NOT_BILLED', [invoice]],
  ]);
});

test('with our own bundle every failure is one', () => {
  const failure = '#1001 send-sale: money in NetSuite is 4000, not 4355';
  expect(withoutDifferences(resultOf(failure))).toMatchObject({
    ok: false,
    failures: [failure],
    differences: [],
  });
});
