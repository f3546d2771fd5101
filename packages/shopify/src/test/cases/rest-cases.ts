// Orders as REST and webhooks spell them: no fulfillment orders, payments only of refunds, bare amounts.

import type { Case } from './case.ts';
import { HANDED_OVER, restCase, restLine, restOrder, STANDARD } from './rest-builder.ts';
import { CARRY, SHIP } from './shared.ts';

export const REST: readonly Case[] = [
  restCase(
    'rest-send-sale',
    restOrder('25.00', [restLine(1, 'A', '20.00')], { shipping_lines: STANDARD }),
    { groups: { [SHIP]: ['A ×1'] }, charges: ['SHIPPING 5.00'], total: '25.00' },
  ),
  restCase(
    'rest-carry-out',
    restOrder('20.00', [restLine(1, 'A', '20.00', { fulfillable_quantity: 0 })], {
      shipping_address: null,
      fulfillments: HANDED_OVER,
    }),
    { groups: { [CARRY]: ['A ×1 (1 fulfilled)'] }, total: '20.00' },
  ),
  restCase(
    'rest-mixed',
    restOrder(
      '35.00',
      [restLine(1, 'A', '20.00', { fulfillable_quantity: 0 }), restLine(2, 'B', '10.00')],
      { shipping_lines: STANDARD, fulfillments: HANDED_OVER },
    ),
    {
      groups: { [CARRY]: ['A ×1 (1 fulfilled)'], [SHIP]: ['B ×1'] },
      charges: ['SHIPPING 5.00'],
      total: '35.00',
    },
  ),
  restCase(
    'rest-web',
    restOrder(
      '26.60',
      [restLine(1, 'A', '20.00', { tax_lines: [{ title: 'Tax', rate: 0.08, price: '1.60' }] })],
      { source_name: 'web', location_id: null, shipping_lines: STANDARD },
    ),
    {
      channel: 'WEB',
      groups: { [SHIP]: ['A ×1'] },
      charges: ['TAX 1.60', 'SHIPPING 5.00'],
      total: '26.60',
    },
  ),
  restCase(
    'rest-line-discount-of-old',
    restOrder('17.00', [restLine(1, 'A', '20.00', { total_discount: '3.00' })], {
      shipping_lines: [{ ...STANDARD[0], price: '0.00' }],
    }),
    { groups: { [SHIP]: ['A ×1'] }, charges: ['LINE_DISCOUNT -3.00'], total: '17.00' },
  ),
  restCase(
    'rest-code',
    restOrder(
      '18.00',
      [
        restLine(1, 'A', '20.00', {
          discount_allocations: [{ amount: '2.00', discount_application_index: 0 }],
        }),
      ],
      {
        shipping_address: null,
        discount_applications: [
          {
            type: 'discount_code',
            code: 'WELCOME',
            target_selection: 'all',
            allocation_method: 'across',
          },
        ],
      },
    ),
    { groups: { [CARRY]: ['A ×1'] }, charges: ['ORDER_DISCOUNT -2.00'], total: '18.00' },
  ),
  restCase(
    'rest-refund-with-shipping',
    restOrder(
      '25.00',
      [restLine(1, 'A', '20.00', { current_quantity: 0, fulfillable_quantity: 0 })],
      {
        source_name: 'web',
        location_id: null,
        shipping_lines: STANDARD,
        fulfillments: HANDED_OVER,
        refunds: [
          {
            id: 3,
            created_at: '2026-11-24T10:00:00Z',
            refund_line_items: [
              {
                line_item_id: 1,
                quantity: 1,
                restock_type: 'return',
                subtotal: '20.00',
                total_tax: '0.00',
              },
            ],
            order_adjustments: [{ kind: 'shipping_refund', amount: '-5.00', tax_amount: '0.00' }],
            transactions: [{ id: 8, kind: 'refund', gateway: 'shopify_payments', amount: '25.00' }],
          },
        ],
      },
    ),
    {
      channel: 'WEB',
      groups: { [SHIP]: ['A ×1 (1 fulfilled)'] },
      charges: ['SHIPPING 5.00'],
      total: '25.00',
      refunds: ['A ×1 RETURN 20.00+0.00', 'shipping 5.00'],
      payments: ['REFUND shopify_payments 25.00'],
    },
  ),
  restCase(
    'rest-cancelled',
    restOrder(
      '20.00',
      [restLine(1, 'A', '20.00', { current_quantity: 0, fulfillable_quantity: 0 })],
      {
        shipping_lines: [{ ...STANDARD[0], price: '0.00' }],
        cancelled_at: '2026-11-23T11:00:00Z',
        cancel_reason: 'customer',
        refunds: [
          {
            id: 3,
            refund_line_items: [
              { line_item_id: 1, quantity: 1, restock_type: 'cancel', subtotal: '20.00' },
            ],
          },
        ],
      },
    ),
    {
      groups: { [SHIP]: ['A ×1 (1 cancelled)'] },
      total: '20.00',
      refunds: ['A ×1 CANCEL 20.00+0.00'],
    },
  ),
  restCase('rest-wrong-amount', restOrder('20.00', [restLine(1, 'A', 'twenty')]), {
    channel: '',
    total: '',
    problems: ['SHOPIFY_ORDER_UNREADABLE'],
  }),
  restCase(
    'rest-tax-included',
    restOrder(
      '20.00',
      [restLine(1, 'A', '20.00', { tax_lines: [{ title: 'VAT', rate: 0.19, price: '3.19' }] })],
      { taxes_included: true, shipping_address: null },
    ),
    { groups: { [CARRY]: ['A ×1'] }, total: '20.00' },
  ),
];
