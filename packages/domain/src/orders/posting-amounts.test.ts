// What a posting comes to, by example; posting-amounts.test-prop.ts proves that it always adds up.

import { expect, test } from 'vitest';
import { postingAmounts } from './posting-amounts.ts';

test('goods, their discounts and the charges are lines; what names no line goes to the body', () => {
  const items = [
    { seq: '00001', quantity: 2, unitPrice: 1000 },
    { seq: '00002', quantity: 1, unitPrice: 500 },
  ];
  const amounts = postingAmounts(items, [
    { kind: 'LINE_DISCOUNT', itemSeq: '00001', amount: -150 },
    { kind: 'LINE_DISCOUNT', itemSeq: null, amount: -10 },
    { kind: 'ORDER_DISCOUNT', itemSeq: null, amount: -100 },
    { kind: 'ORDER_DISCOUNT', itemSeq: '00002', amount: -7 },
    { kind: 'TAX', itemSeq: '00001', amount: 80 },
    { kind: 'SHIPPING_TAX', itemSeq: null, amount: 20 },
    { kind: 'SHIPPING', itemSeq: null, amount: 800 },
    { kind: 'SHIPPING_DISCOUNT', itemSeq: null, amount: -300 },
    { kind: 'TIP', itemSeq: null, amount: 250 },
    { kind: 'DUTY', itemSeq: null, amount: 40 },
    { kind: 'ROUNDING', itemSeq: null, amount: -2 },
  ]);
  expect(amounts).toEqual({
    lines: [
      { key: '00001', kind: 'ITEM', itemSeq: '00001', amount: 2000 },
      { key: '00001', kind: 'DISCOUNT', itemSeq: '00001', amount: -150 },
      { key: '00002', kind: 'ITEM', itemSeq: '00002', amount: 500 },
      { key: 'TAX', kind: 'TAX', itemSeq: null, amount: 100 },
      { key: 'TIP', kind: 'TIP', itemSeq: null, amount: 250 },
      { key: 'DUTY', kind: 'DUTY', itemSeq: null, amount: 40 },
      { key: 'ROUNDING', kind: 'ROUNDING', itemSeq: null, amount: -2 },
    ],
    bodyDiscount: -117,
    shippingCost: 500,
    tax: 100,
    total: 3121,
  });
});

test('a charge of nothing is no line', () => {
  const { lines } = postingAmounts([], [{ kind: 'TAX', itemSeq: null, amount: 0 }]);
  expect(lines).toEqual([]);
});
