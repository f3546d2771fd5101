// What became of an order: cancellations, edits, refunds, returns, exchanges.

import type { Case } from './case.ts';
import { A, A2, B, CARRY, OFF, one, SHIP } from './shared.ts';

const CANCELLED = { cancelledAt: '2026-11-23T11:00:00Z', cancelReason: 'CUSTOMER' };

export const CHANGES: readonly Case[] = [
  one(
    'cancelled-whole',
    {
      total: '20.00',
      lines: [{ ...A, current: 0, unfulfilled: 0 }],
      fos: [['SHIPPING', 'A', 1, 0, 'CLOSED']],
      refunds: [{ lines: [['A', 1, 'CANCEL', '20.00']] }],
      extra: CANCELLED,
    },
    {
      groups: { [SHIP]: ['A ×1 (1 cancelled)'] },
      total: '20.00',
      refunds: ['A ×1 CANCEL 20.00+0.00'],
    },
  ),
  one(
    'cancelled-line',
    {
      total: '30.00',
      lines: [A, { ...B, current: 0, unfulfilled: 0 }],
      fos: [['SHIPPING', 'A', 1]],
      refunds: [{ lines: [['B', 1, 'CANCEL', '10.00']] }],
    },
    {
      groups: { [SHIP]: ['A ×1', 'B ×1 (1 cancelled)'] },
      total: '30.00',
      refunds: ['B ×1 CANCEL 10.00+0.00'],
    },
  ),
  one(
    'cancelled-unit',
    {
      total: '40.00',
      lines: [{ ...A2, current: 1, unfulfilled: 1 }],
      fos: [['SHIPPING', 'A', 1]],
      refunds: [{ lines: [['A', 1, 'CANCEL', '20.00']] }],
    },
    {
      groups: { [SHIP]: ['A ×2 (1 cancelled)'] },
      total: '40.00',
      refunds: ['A ×1 CANCEL 20.00+0.00'],
    },
  ),
  one(
    'unit-removed-by-an-edit',
    { total: '40.00', lines: [{ ...A2, current: 1, unfulfilled: 1 }], fos: [['SHIPPING', 'A', 1]] },
    { groups: { [SHIP]: ['A ×2 (1 cancelled)'] }, total: '40.00' },
  ),
  one(
    'line-added-by-an-edit',
    {
      total: '30.00',
      lines: [A, B],
      fos: [
        ['SHIPPING', 'A', 1],
        ['SHIPPING', 'B', 1],
      ],
      extra: {
        agreements: {
          nodes: [
            {
              __typename: 'OrderEditAgreement',
              id: 'gid://shopify/OrderEditAgreement/1',
              happenedAt: '2026-11-23T11:00:00Z',
            },
          ],
        },
      },
    },
    { groups: { [SHIP]: ['A ×1', 'B ×1'] }, total: '30.00' },
  ),
  one(
    'carry-out-returned',
    {
      total: '20.00',
      lines: [{ ...A, current: 0, unfulfilled: 0 }],
      fos: [['RETAIL', 'A', 1, 0]],
      fulfilled: [['A', 1]],
      refunds: [{ lines: [['A', 1, 'RETURN', '20.00']] }],
    },
    {
      groups: { [CARRY]: ['A ×1 (1 fulfilled)'] },
      total: '20.00',
      refunds: ['A ×1 RETURN 20.00+0.00'],
    },
  ),
  one(
    'parcel-returned-in-part',
    {
      total: '43.20',
      lines: [{ ...A2, tax: '3.20', current: 1, unfulfilled: 0 }],
      fos: [['SHIPPING', 'A', 2, 0]],
      fulfilled: [['A', 2, true, 900]],
      refunds: [{ lines: [['A', 1, 'RETURN', '20.00', '1.60']] }],
    },
    {
      groups: { [SHIP]: ['A ×2 (2 fulfilled)'] },
      charges: ['TAX 3.20'],
      total: '43.20',
      refunds: ['A ×1 RETURN 20.00+1.60'],
    },
  ),
  one(
    'refunded-and-kept-by-the-customer',
    {
      total: '20.00',
      lines: [{ ...A, current: 0, unfulfilled: 0 }],
      fos: [['SHIPPING', 'A', 1, 0]],
      fulfilled: [['A', 1, true, 900]],
      refunds: [{ lines: [['A', 1, 'NO_RESTOCK', '20.00']] }],
    },
    {
      groups: { [SHIP]: ['A ×1 (1 fulfilled)'] },
      total: '20.00',
      refunds: ['A ×1 NO_RESTOCK 20.00+0.00'],
    },
  ),
  one(
    'shipping-refunded',
    { total: '25.00', lines: [A], ship: '5.00', ...OFF, refunds: [{ shipping: '5.00' }] },
    {
      groups: { [SHIP]: ['A ×1'] },
      charges: ['SHIPPING 5.00'],
      total: '25.00',
      refunds: ['shipping 5.00'],
    },
  ),
  one(
    'goodwill-refund',
    {
      total: '20.00',
      lines: [A],
      ...OFF,
      refunds: [{ difference: '-3.00' }],
      paid: [
        ['SALE', 'shopify_payments', '20.00'],
        ['REFUND', 'shopify_payments', '3.00'],
      ],
    },
    {
      groups: { [SHIP]: ['A ×1'] },
      total: '20.00',
      refunds: ['difference -3.00'],
      payments: ['SALE shopify_payments 20.00', 'REFUND shopify_payments 3.00'],
    },
  ),
  one(
    'exchange-at-the-till',
    {
      total: '30.00',
      lines: [
        { ...A, current: 0, unfulfilled: 0 },
        { ...B, unfulfilled: 0 },
      ],
      fos: [
        ['RETAIL', 'A', 1, 0],
        ['RETAIL', 'B', 1, 0],
      ],
      fulfilled: [
        ['A', 1],
        ['B', 1],
      ],
      refunds: [{ lines: [['A', 1, 'RETURN', '20.00']] }],
    },
    {
      groups: { [CARRY]: ['A ×1 (1 fulfilled)', 'B ×1 (1 fulfilled)'] },
      total: '30.00',
      refunds: ['A ×1 RETURN 20.00+0.00'],
    },
  ),
];
