// Shipping, taxes, duties, tips, rounding, currencies, and lines that are no ordinary goods.

import type { Case } from './case.ts';
import { A, B, CARRY, OFF, one, SHIP } from './shared.ts';
import { caseMoney, WEB } from './graphql-builder.ts';

const CODE = {
  __typename: 'DiscountCodeApplication',
  code: 'WELCOME',
  allocationMethod: 'ACROSS',
  targetSelection: 'ALL',
};

export const CHARGES: readonly Case[] = [
  one(
    'shipping-discounted',
    {
      total: '22.00',
      lines: [A],
      ship: '5.00',
      shipping: { discountedPriceSet: caseMoney('2.00') },
      ...OFF,
    },
    {
      groups: { [SHIP]: ['A ×1'] },
      charges: ['SHIPPING 5.00', 'SHIPPING_DISCOUNT -3.00'],
      total: '22.00',
    },
  ),
  one(
    'shipping-discounted-by-a-code',
    {
      total: '20.00',
      lines: [A],
      ship: '5.00',
      shipping: {
        discountAllocations: [
          { allocatedAmountSet: caseMoney('5.00'), discountApplication: { index: 0 } },
        ],
      },
      discounts: [{ ...CODE, code: 'FREESHIP', targetType: 'SHIPPING_LINE' }],
      ...OFF,
    },
    {
      groups: { [SHIP]: ['A ×1'] },
      charges: ['SHIPPING 5.00', 'SHIPPING_DISCOUNT -5.00'],
      total: '20.00',
    },
  ),
  one(
    'shipping-taxed',
    {
      total: '25.40',
      lines: [A],
      ship: '5.00',
      shipping: { taxLines: [{ title: 'Tax', rate: 0.08, priceSet: caseMoney('0.40') }] },
      ...OFF,
    },
    {
      groups: { [SHIP]: ['A ×1'] },
      charges: ['SHIPPING 5.00', 'SHIPPING_TAX 0.40'],
      total: '25.40',
    },
  ),
  one(
    'shipping-removed',
    { total: '25.00', lines: [A], ship: '5.00', shipping: { isRemoved: true }, ...OFF },
    { groups: { [SHIP]: ['A ×1'] }, total: '20.00' },
  ),
  one(
    'shipping-split-over-two-groups',
    {
      total: '35.01',
      lines: [A, B],
      ship: '5.01',
      fos: [
        ['SHIPPING', 'A', 1],
        ['PICK_UP', 'B', 1],
      ],
    },
    {
      groups: { [SHIP]: ['A ×1'], 'PICKUP > SALES_ORDER': ['B ×1'] },
      charges: ['SHIPPING 5.01'],
      total: '35.01',
    },
  ),
  one(
    'tax-included',
    {
      total: '20.00',
      lines: [{ ...A, tax: '3.19' }],
      ...OFF,
      extra: { ...WEB, taxesIncluded: true },
    },
    { channel: 'WEB', groups: { [SHIP]: ['A ×1'] }, total: '20.00' },
  ),
  one(
    'two-taxes',
    {
      total: '22.50',
      lines: [
        {
          ...A,
          extra: {
            taxLines: [
              { title: 'GST', rate: 0.05, priceSet: caseMoney('1.00') },
              { title: 'PST', rate: 0.075, priceSet: caseMoney('1.50') },
            ],
          },
        },
      ],
      ...OFF,
    },
    { groups: { [SHIP]: ['A ×1'] }, charges: ['TAX 1.00', 'TAX 1.50'], total: '22.50' },
  ),
  one(
    'duties',
    { total: '23.00', lines: [{ ...A, duty: '3.00' }], ...OFF, extra: WEB },
    { channel: 'WEB', groups: { [SHIP]: ['A ×1'] }, charges: ['DUTY 3.00'], total: '23.00' },
  ),
  one(
    'duties-included',
    {
      total: '20.00',
      lines: [{ ...A, duty: '3.00' }],
      ...OFF,
      extra: { ...WEB, dutiesIncluded: true },
    },
    { channel: 'WEB', groups: { [SHIP]: ['A ×1'] }, total: '20.00' },
  ),
  one(
    'tip-beside-the-lines',
    { total: '23.00', lines: [A], ...OFF, extra: { totalTipReceivedSet: caseMoney('3.00') } },
    { groups: { [SHIP]: ['A ×1'] }, charges: ['TIP 3.00'], total: '23.00' },
  ),
  one(
    'tip-among-the-lines',
    {
      total: '23.00',
      lines: [
        A,
        {
          sku: 'TIP',
          price: '3.00',
          extra: {
            sku: null,
            name: 'Tip',
            variant: null,
            product: null,
            requiresShipping: false,
            nonFulfillableQuantity: 1,
          },
        },
      ],
      ...OFF,
      extra: { totalTipReceivedSet: caseMoney('3.00') },
    },
    { groups: { [SHIP]: ['A ×1'] }, charges: ['TIP 3.00'], total: '23.00' },
  ),
  one(
    'cash-rounded-down',
    {
      total: '20.02',
      lines: [{ ...A, tax: '0.02' }],
      fos: [['RETAIL', 'A', 1]],
      paid: [['SALE', 'cash', '20.02', { amountRoundingSet: caseMoney('-0.02') }]],
      extra: { totalCashRoundingAdjustment: { paymentSet: caseMoney('-0.02') } },
    },
    {
      groups: { [CARRY]: ['A ×1'] },
      charges: ['TAX 0.02', 'ROUNDING -0.02'],
      total: '20.00',
      payments: ['SALE cash 20.00'],
    },
  ),
  one(
    'yen',
    { total: '2200', currency: 'JPY', lines: [{ sku: 'A', price: '2000', tax: '200' }], ...OFF },
    { groups: { [SHIP]: ['A ×1'] }, charges: ['TAX 200'], total: '2200' },
  ),
  one(
    'dinar-with-three-decimals',
    {
      total: '21.605',
      currency: 'KWD',
      lines: [{ sku: 'A', price: '20.000', tax: '1.605' }],
      ...OFF,
    },
    { groups: { [SHIP]: ['A ×1'] }, charges: ['TAX 1.605'], total: '21.605' },
  ),
  one(
    'paid-in-another-currency',
    {
      total: '20.00',
      lines: [
        { ...A, extra: { originalUnitPriceSet: caseMoney('20.00', 'USD', ['18.50', 'EUR']) } },
      ],
      ...OFF,
      extra: {
        ...WEB,
        presentmentCurrencyCode: 'EUR',
        totalPriceSet: caseMoney('20.01', 'USD', ['18.50', 'EUR']),
      },
    },
    { channel: 'WEB', groups: { [SHIP]: ['A ×1'] }, charges: ['ROUNDING 0.01'], total: '20.01' },
  ),
  one(
    'parts-do-not-come-to-the-total',
    { total: '21.00', lines: [A], ...OFF },
    { groups: { [SHIP]: ['A ×1'] }, total: '21.00', problems: ['TOTAL_MISMATCH'] },
  ),
  one(
    'stated-tax-disagrees',
    {
      total: '21.60',
      lines: [{ ...A, tax: '1.60' }],
      ...OFF,
      extra: { totalTaxSet: caseMoney('1.50') },
    },
    {
      groups: { [SHIP]: ['A ×1'] },
      charges: ['TAX 1.60'],
      total: '21.60',
      problems: ['SHOPIFY_FIGURES_DISAGREE'],
    },
  ),
  one(
    'gift-card-sold',
    {
      total: '50.00',
      lines: [
        { sku: 'CARD', price: '50.00', extra: { isGiftCard: true, requiresShipping: false } },
      ],
      fos: [['RETAIL', 'CARD', 1]],
    },
    { groups: { [CARRY]: ['CARD ×1'] }, total: '50.00' },
  ),
  one(
    'custom-sale',
    {
      total: '15.00',
      lines: [
        {
          sku: 'Engraving',
          price: '15.00',
          extra: { sku: null, variant: null, product: null, requiresShipping: false },
        },
      ],
      fos: [['RETAIL', 'Engraving', 1]],
    },
    { groups: { [CARRY]: ['Engraving ×1'] }, total: '15.00' },
  ),
  one(
    'kit-as-its-components',
    {
      total: '30.00',
      lines: [A, B],
      fos: [
        ['SHIPPING', 'A', 1],
        ['SHIPPING', 'B', 1],
      ],
    },
    { groups: { [SHIP]: ['A ×1', 'B ×1'] }, total: '30.00' },
  ),
];
