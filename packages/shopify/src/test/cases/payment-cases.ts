// Transactions of every kind and status.

import type { Case } from './case.ts';
import { A, CARRY, OFF, one, SHIP } from './shared.ts';
import { WEB } from './graphql-builder.ts';

export const PAYMENTS: readonly Case[] = [
  one(
    'card-authorized-and-captured',
    {
      total: '20.00',
      lines: [A],
      ...OFF,
      paid: [
        ['AUTHORIZATION', 'shopify_payments', '20.00'],
        ['CAPTURE', 'shopify_payments', '20.00'],
      ],
    },
    {
      groups: { [SHIP]: ['A ×1'] },
      total: '20.00',
      payments: ['AUTHORIZATION shopify_payments 20.00', 'CAPTURE shopify_payments 20.00'],
    },
  ),
  one(
    'gift-card-and-card',
    {
      total: '20.00',
      lines: [A],
      ...OFF,
      paid: [
        ['SALE', 'gift_card', '5.00'],
        ['SALE', 'shopify_payments', '15.00'],
      ],
    },
    {
      groups: { [SHIP]: ['A ×1'] },
      total: '20.00',
      payments: ['SALE gift_card 5.00', 'SALE shopify_payments 15.00'],
    },
  ),
  one(
    'cash-with-change',
    {
      total: '20.00',
      lines: [A],
      fos: [['RETAIL', 'A', 1]],
      paid: [
        ['SALE', 'cash', '50.00'],
        ['CHANGE', 'cash', '30.00'],
      ],
    },
    { groups: { [CARRY]: ['A ×1'] }, total: '20.00', payments: ['SALE cash 20.00'] },
  ),
  one(
    'failed-then-paid',
    {
      total: '20.00',
      lines: [A],
      ...OFF,
      paid: [
        ['SALE', 'shopify_payments', '20.00', { status: 'FAILURE' }],
        ['SALE', 'shopify_payments', '20.00'],
      ],
    },
    {
      groups: { [SHIP]: ['A ×1'] },
      total: '20.00',
      payments: ['SALE shopify_payments 20.00 FAILURE', 'SALE shopify_payments 20.00'],
    },
  ),
  one(
    'pending-transfer',
    {
      total: '20.00',
      lines: [A],
      ...OFF,
      paid: [['SALE', 'bank', '20.00', { status: 'PENDING' }]],
      extra: WEB,
    },
    {
      channel: 'WEB',
      groups: { [SHIP]: ['A ×1'] },
      total: '20.00',
      payments: ['SALE bank 20.00 PENDING'],
    },
  ),
  one(
    'authorization-voided',
    {
      total: '20.00',
      lines: [A],
      ...OFF,
      paid: [
        ['AUTHORIZATION', 'shopify_payments', '20.00'],
        ['VOID', 'shopify_payments', '20.00'],
      ],
    },
    {
      groups: { [SHIP]: ['A ×1'] },
      total: '20.00',
      payments: ['AUTHORIZATION shopify_payments 20.00', 'VOID shopify_payments 20.00'],
    },
  ),
  one(
    'transaction-new-to-us',
    { total: '20.00', lines: [A], ...OFF, paid: [['BARTER', 'goats', '20.00']] },
    { groups: { [SHIP]: ['A ×1'] }, total: '20.00', problems: ['SHOPIFY_ORDER_UNREADABLE'] },
  ),
];
