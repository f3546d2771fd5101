// Orders at the edges: registers that were offline, companies, several tenders, gift cards beside goods, charges
// put in the place of others, and money given back in cash or in the customer's currency.

import type { Case } from './case.ts';
import { A, A2, B, CARRY, OFF, one, SHIP } from './shared.ts';
import { caseMoney, WEB } from './graphql-builder.ts';

export const EDGES: readonly Case[] = [
  one(
    'register-offline-for-half-a-day',
    {
      total: '20.00',
      lines: [{ ...A, unfulfilled: 0 }],
      fos: [['RETAIL', 'A', 1, 0]],
      fulfilled: [['A', 1, false, -720]],
      extra: { processedAt: '2026-11-22T22:00:00Z', shippingAddress: null },
    },
    { groups: { [CARRY]: ['A ×1 (1 fulfilled)'] }, total: '20.00' },
  ),
  one(
    'company-on-account',
    {
      total: '21.60',
      lines: [{ ...A, tax: '1.60' }],
      ...OFF,
      extra: {
        ...WEB,
        poNumber: 'PO-77',
        displayFinancialStatus: 'PENDING',
        totalOutstandingSet: caseMoney('21.60'),
        shippingAddress: { address1: '1 Main Street', company: 'Acme', countryCodeV2: 'US' },
      },
    },
    { channel: 'WEB', groups: { [SHIP]: ['A ×1'] }, charges: ['TAX 1.60'], total: '21.60' },
  ),
  one(
    'three-tenders-one-declined',
    {
      total: '20.00',
      lines: [A],
      ...OFF,
      paid: [
        ['SALE', 'gift_card', '5.00'],
        ['SALE', 'shopify_payments', '15.00', { status: 'FAILURE' }],
        ['SALE', 'cash', '10.00'],
        ['SALE', 'shopify_payments', '5.00'],
      ],
    },
    {
      groups: { [SHIP]: ['A ×1'] },
      total: '20.00',
      payments: [
        'SALE gift_card 5.00',
        'SALE shopify_payments 15.00 FAILURE',
        'SALE cash 10.00',
        'SALE shopify_payments 5.00',
      ],
    },
  ),
  one(
    'gift-card-sold-beside-a-send-sale',
    {
      total: '75.00',
      lines: [
        A,
        {
          sku: 'CARD',
          price: '50.00',
          unfulfilled: 0,
          extra: { isGiftCard: true, requiresShipping: false },
        },
      ],
      ship: '5.00',
      fos: [
        ['SHIPPING', 'A', 1],
        ['RETAIL', 'CARD', 1, 0],
      ],
      fulfilled: [['CARD', 1]],
    },
    {
      groups: { [SHIP]: ['A ×1'], [CARRY]: ['CARD ×1 (1 fulfilled)'] },
      charges: ['SHIPPING 5.00'],
      total: '75.00',
    },
  ),
  one(
    'custom-sale-that-ships',
    {
      total: '40.00',
      lines: [
        {
          sku: 'Made to measure',
          price: '40.00',
          extra: { sku: null, variant: null, product: null },
        },
      ],
      fos: [['SHIPPING', 'Made to measure', 1]],
    },
    { groups: { [SHIP]: ['Made to measure ×1'] }, total: '40.00' },
  ),
  one(
    'cash-rounded-up-and-given-back',
    {
      total: '19.98',
      lines: [{ ...A, price: '19.98', current: 0, unfulfilled: 0 }],
      fos: [['RETAIL', 'A', 1, 0]],
      fulfilled: [['A', 1]],
      paid: [
        ['SALE', 'cash', '19.98', { amountRoundingSet: caseMoney('0.02') }],
        ['REFUND', 'cash', '19.98', { amountRoundingSet: caseMoney('0.02') }],
      ],
      refunds: [{ lines: [['A', 1, 'RETURN', '19.98']] }],
      extra: {
        shippingAddress: null,
        totalCashRoundingAdjustment: {
          paymentSet: caseMoney('0.02'),
          refundSet: caseMoney('0.02'),
        },
      },
    },
    {
      groups: { [CARRY]: ['A ×1 (1 fulfilled)'] },
      charges: ['ROUNDING 0.02'],
      total: '20.00',
      payments: ['SALE cash 20.00', 'REFUND cash 20.00'],
      refunds: ['A ×1 RETURN 19.98+0.00'],
    },
  ),
  one(
    'shipping-line-put-in-the-place-of-another',
    {
      total: '32.00',
      lines: [A],
      ...OFF,
      extra: {
        shippingLines: {
          nodes: [
            {
              id: 'gid://shopify/ShippingLine/1',
              title: 'Standard',
              isRemoved: true,
              originalPriceSet: caseMoney('5.00'),
            },
            {
              id: 'gid://shopify/ShippingLine/2',
              title: 'Express',
              originalPriceSet: caseMoney('12.00'),
            },
          ],
        },
      },
    },
    { groups: { [SHIP]: ['A ×1'] }, charges: ['SHIPPING 12.00'], total: '32.00' },
  ),
  one(
    'mixed-with-tax-included-a-tip-and-a-discount',
    {
      total: '40.00',
      lines: [
        { ...A2, tax: '5.99', discounts: [[0, '2.50']] },
        { ...B, price: '0.00' },
      ],
      discounts: [
        { __typename: 'ManualDiscountApplication', title: 'Regular', targetSelection: 'EXPLICIT' },
      ],
      fos: [
        ['RETAIL', 'A', 1],
        ['SHIPPING', 'A', 1],
        ['SHIPPING', 'B', 1],
      ],
      extra: { taxesIncluded: true, totalTipReceivedSet: caseMoney('2.50') },
    },
    {
      groups: { [CARRY]: ['A ×1'], [SHIP]: ['A ×1', 'B ×1'] },
      charges: ['LINE_DISCOUNT -1.25', 'LINE_DISCOUNT -1.25', 'TIP 2.50'],
      total: '40.00',
    },
  ),
  one(
    'second-parcel-cancelled-after-the-first-left',
    {
      total: '60.00',
      lines: [{ ...A, quantity: 3, current: 2, unfulfilled: 1 }],
      fos: [
        ['SHIPPING', 'A', 1, 0, 'CLOSED'],
        ['SHIPPING', 'A', 1],
      ],
      fulfilled: [['A', 1, true, 600]],
      refunds: [{ lines: [['A', 1, 'CANCEL', '20.00']] }],
    },
    {
      groups: { [SHIP]: ['A ×3 (1 fulfilled, 1 cancelled)'] },
      total: '60.00',
      refunds: ['A ×1 CANCEL 20.00+0.00'],
    },
  ),
  one(
    'fee-beside-the-goods',
    {
      total: '20.50',
      lines: [A],
      ...OFF,
      extra: {
        additionalFees: [
          {
            id: 'gid://shopify/AdditionalFee/1',
            name: 'Recycling fee',
            price: caseMoney('0.50'),
            taxLines: [],
          },
        ],
      },
    },
    { groups: { [SHIP]: ['A ×1'] }, charges: ['DUTY 0.50'], total: '20.50' },
  ),
  one(
    'refunded-in-the-customers-currency',
    {
      total: '20.00',
      lines: [{ ...A, current: 0, unfulfilled: 0 }],
      fos: [['SHIPPING', 'A', 1, 0]],
      fulfilled: [['A', 1, true]],
      paid: [
        [
          'SALE',
          'shopify_payments',
          '0',
          { amountSet: caseMoney('20.00', 'USD', ['18.50', 'EUR']) },
        ],
        [
          'REFUND',
          'shopify_payments',
          '0',
          { amountSet: caseMoney('20.20', 'USD', ['18.50', 'EUR']) },
        ],
      ],
      refunds: [{ lines: [['A', 1, 'RETURN', '20.00']], difference: '0.20' }],
      extra: { ...WEB, presentmentCurrencyCode: 'EUR' },
    },
    {
      channel: 'WEB',
      groups: { [SHIP]: ['A ×1 (1 fulfilled)'] },
      total: '20.00',
      payments: ['SALE shopify_payments 20.00', 'REFUND shopify_payments 20.20'],
      refunds: ['A ×1 RETURN 20.00+0.00', 'difference 0.20'],
    },
  ),
];
