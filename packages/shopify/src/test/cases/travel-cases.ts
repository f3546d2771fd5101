// How goods travel, as the fulfillment orders say.

import type { Case } from './case.ts';
import { A, A2, B, CARRY, one, SHIP } from './shared.ts';
import { WEB } from './graphql-builder.ts';

export const TRAVEL: readonly Case[] = [
  one(
    'pos-send-sale',
    { total: '26.60', lines: [{ ...A, tax: '1.60' }], ship: '5.00', fos: [['SHIPPING', 'A', 1]] },
    { groups: { [SHIP]: ['A ×1'] }, charges: ['TAX 1.60', 'SHIPPING 5.00'], total: '26.60' },
  ),
  one(
    'pos-carry-out',
    {
      total: '21.60',
      lines: [{ ...A, tax: '1.60', unfulfilled: 0 }],
      fos: [['RETAIL', 'A', 1, 0]],
      fulfilled: [['A', 1]],
      extra: { shippingAddress: null },
    },
    { groups: { [CARRY]: ['A ×1 (1 fulfilled)'] }, charges: ['TAX 1.60'], total: '21.60' },
  ),
  one(
    'pos-carry-out-with-an-address-on-file',
    {
      total: '20.00',
      lines: [{ ...A, unfulfilled: 0 }],
      fos: [['RETAIL', 'A', 1, 0]],
      fulfilled: [['A', 1]],
    },
    { groups: { [CARRY]: ['A ×1 (1 fulfilled)'] }, total: '20.00' },
  ),
  one(
    'pos-carry-out-not-yet-fulfilled',
    { total: '20.00', lines: [A], fos: [['RETAIL', 'A', 1]] },
    { groups: { [CARRY]: ['A ×1'] }, total: '20.00' },
  ),
  one(
    'pos-mixed-by-line',
    {
      total: '30.00',
      lines: [A, B],
      fos: [
        ['RETAIL', 'A', 1],
        ['SHIPPING', 'B', 1],
      ],
    },
    { groups: { [CARRY]: ['A ×1'], [SHIP]: ['B ×1'] }, total: '30.00' },
  ),
  one(
    'pos-mixed-by-unit',
    {
      total: '43.33',
      lines: [{ ...A2, tax: '3.33' }],
      fos: [
        ['RETAIL', 'A', 1],
        ['SHIPPING', 'A', 1],
      ],
    },
    {
      groups: { [CARRY]: ['A ×1'], [SHIP]: ['A ×1'] },
      charges: ['TAX 1.66', 'TAX 1.67'],
      total: '43.33',
    },
  ),
  one(
    'pos-mixed-by-unit-three-ways',
    {
      total: '70.00',
      lines: [{ ...A, quantity: 3, tax: '10.00' }],
      fos: [
        ['RETAIL', 'A', 1],
        ['SHIPPING', 'A', 1],
        ['PICK_UP', 'A', 1],
      ],
    },
    {
      groups: { [CARRY]: ['A ×1'], [SHIP]: ['A ×1'], 'PICKUP > SALES_ORDER': ['A ×1'] },
      charges: ['TAX 3.33', 'TAX 3.33', 'TAX 3.34'],
      total: '70.00',
    },
  ),
  one(
    'pos-pickup-at-another-store',
    { total: '20.00', lines: [A], fos: [['PICK_UP', 'A', 1]] },
    { groups: { 'PICKUP > SALES_ORDER': ['A ×1'] }, total: '20.00' },
  ),
  one(
    'pos-local-delivery',
    { total: '24.00', lines: [A], ship: '4.00', fos: [['LOCAL', 'A', 1]] },
    { groups: { 'LOCAL > SALES_ORDER': ['A ×1'] }, charges: ['SHIPPING 4.00'], total: '24.00' },
  ),
  one(
    'web-pickup-point',
    { total: '20.00', lines: [A], fos: [['PICKUP_POINT', 'A', 1]], extra: WEB },
    { channel: 'WEB', groups: { [SHIP]: ['A ×1'] }, total: '20.00' },
  ),
  one(
    'web-digital-goods',
    {
      total: '20.00',
      lines: [{ ...A, extra: { requiresShipping: false } }],
      fos: [['NONE', 'A', 1]],
      extra: { ...WEB, shippingAddress: null },
    },
    { channel: 'WEB', groups: { 'NONE > SALES_ORDER': ['A ×1'] }, total: '20.00' },
  ),
];
