// Discounts of every kind.

import type { Case } from './case.ts';
import { A, OFF, one, SHIP } from './shared.ts';

const CODE = {
  __typename: 'DiscountCodeApplication',
  code: 'WELCOME',
  allocationMethod: 'ACROSS',
  targetSelection: 'ALL',
};
const MANUAL = {
  __typename: 'ManualDiscountApplication',
  title: 'Scratch',
  allocationMethod: 'EACH',
  targetSelection: 'EXPLICIT',
};
const AUTO = {
  __typename: 'AutomaticDiscountApplication',
  title: 'Two for one',
  allocationMethod: 'EACH',
  targetSelection: 'ENTITLED',
};
const SCRIPT = {
  __typename: 'ScriptDiscountApplication',
  title: 'VIP',
  allocationMethod: 'ACROSS',
  targetSelection: 'ALL',
};

export const DISCOUNTS: readonly Case[] = [
  one(
    'discount-code-on-the-order',
    { total: '17.00', lines: [{ ...A, discounts: [[0, '3.00']] }], discounts: [CODE], ...OFF },
    { groups: { [SHIP]: ['A ×1'] }, charges: ['ORDER_DISCOUNT -3.00'], total: '17.00' },
  ),
  one(
    'manual-discount-on-a-line',
    { total: '15.00', lines: [{ ...A, discounts: [[0, '5.00']] }], discounts: [MANUAL], ...OFF },
    { groups: { [SHIP]: ['A ×1'] }, charges: ['LINE_DISCOUNT -5.00'], total: '15.00' },
  ),
  one(
    'automatic-discount',
    { total: '10.00', lines: [{ ...A, discounts: [[0, '10.00']] }], discounts: [AUTO], ...OFF },
    { groups: { [SHIP]: ['A ×1'] }, charges: ['LINE_DISCOUNT -10.00'], total: '10.00' },
  ),
  one(
    'script-discount',
    { total: '18.00', lines: [{ ...A, discounts: [[0, '2.00']] }], discounts: [SCRIPT], ...OFF },
    { groups: { [SHIP]: ['A ×1'] }, charges: ['ORDER_DISCOUNT -2.00'], total: '18.00' },
  ),
  one(
    'three-discounts-on-one-line',
    {
      total: '11.00',
      lines: [
        {
          ...A,
          discounts: [
            [0, '3.00'],
            [1, '4.00'],
            [2, '2.00'],
          ],
        },
      ],
      discounts: [CODE, MANUAL, SCRIPT],
      ...OFF,
    },
    {
      groups: { [SHIP]: ['A ×1'] },
      charges: ['ORDER_DISCOUNT -3.00', 'LINE_DISCOUNT -4.00', 'ORDER_DISCOUNT -2.00'],
      total: '11.00',
    },
  ),
  one(
    'everything-free',
    { total: '0.00', lines: [{ ...A, discounts: [[0, '20.00']] }], discounts: [CODE], ...OFF },
    { groups: { [SHIP]: ['A ×1'] }, charges: ['ORDER_DISCOUNT -20.00'], total: '0.00' },
  ),
];
