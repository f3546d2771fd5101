import fc from 'fast-check';
import { ADJUSTMENT_KINDS } from '@sendsale/domain';
import { expect, test } from 'vitest';
import { orderMoney } from './order-money.ts';
import type { MoneyOf } from './order-money.ts';

const minor = fc.integer({ min: -100_000, max: 100_000 });

test('the parts come to all items and adjustments together, whatever kinds there are', () => {
  const kinds = fc.array(fc.tuple(fc.constantFrom(...ADJUSTMENT_KINDS), minor));
  fc.assert(
    fc.property(kinds, fc.array(fc.tuple(minor, fc.integer({ min: 1, max: 5 }))), (all, items) => {
      // Only the amounts matter here.
      const order = {
        currency: 'USD',
        items: items.map(([unitPriceMinor, quantity]) => ({ unitPriceMinor, quantity })),
        adjustments: all.map(([kind, amountMinor]) => ({ kind, amountMinor })),
        payments: [],
      } as unknown as MoneyOf;
      const { subtotal, discounts, shipping, taxes, other } = orderMoney(order);
      const cents = [subtotal, discounts, shipping, taxes, other]
        .map((text) => Math.round(Number(text) * 100))
        .reduce((sum, one) => sum + one, 0);
      const expected =
        items.reduce((sum, [price, quantity]) => sum + price * quantity, 0) +
        all.reduce((sum, [, amount]) => sum + amount, 0);
      expect(cents).toBe(expected);
    }),
  );
});

test('money counts as paid or refunded once it has moved', () => {
  const payment = (kind: string, status: string, amountMinor: number) => ({
    kind,
    status,
    amountMinor,
  });
  const order = {
    currency: 'USD',
    items: [],
    adjustments: [],
    payments: [
      payment('AUTHORIZATION', 'SUCCESS', 9000),
      payment('CAPTURE', 'SUCCESS', 9000),
      payment('SALE', 'FAILURE', 500),
      payment('REFUND', 'SUCCESS', 1250),
      payment('REFUND', 'PENDING', 100),
    ],
  } as unknown as MoneyOf;
  expect(orderMoney(order)).toMatchObject({ paid: '90.00', refunded: '12.50' });
});
