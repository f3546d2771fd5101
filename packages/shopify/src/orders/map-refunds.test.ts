// Money given back is read as it was charged: a tax that prices contain is not given back beside them.

import { describe, expect, test } from 'vitest';
import { graphqlRefundSchema } from '../wire/graphql-order.ts';
import { graphqlRefund } from './map-refunds.ts';

const money = (amount: string) => ({ shopMoney: { amount, currencyCode: 'USD' } });
const REFUND = graphqlRefundSchema.parse({
  id: 'gid://shopify/Refund/9',
  createdAt: '2026-11-24T11:56:07Z',
  note: null,
  refundLineItems: {
    nodes: [
      {
        quantity: 1,
        restockType: 'RETURN',
        restocked: true,
        lineItem: { id: 'gid://shopify/LineItem/7' },
        subtotalSet: money('98.95'),
        totalTaxSet: money('7.54'),
      },
    ],
    pageInfo: { hasNextPage: false },
  },
  refundShippingLines: {
    nodes: [{ subtotalAmountSet: money('9.95'), taxAmountSet: money('0.76') }],
    pageInfo: { hasNextPage: false },
  },
});
const updatedAt = new Date('2026-11-24T12:00:00Z');

describe('a refund', () => {
  test('gives back the tax beside the price where it came on top', () => {
    const refund = graphqlRefund(REFUND, { updatedAt, taxesIncluded: false });
    expect(refund.lines).toMatchObject([{ subtotal: 9895, tax: 754 }]);
    expect(refund.shipping).toBe(1071);
  });

  test('gives back no tax beside prices that contain it', () => {
    const refund = graphqlRefund(REFUND, { updatedAt, taxesIncluded: true });
    expect(refund.lines).toMatchObject([{ subtotal: 9895, tax: 0 }]);
    expect(refund.shipping).toBe(995);
  });
});
