// Webhook bodies at the edges: what a register puts in, sets in two currencies, tips, rounding, exchanges.

import type { Case } from './case.ts';
import { HANDED_OVER, restCase, restLine, restOrder, STANDARD } from './rest-builder.ts';
import { CARRY, SHIP } from './shared.ts';

const set = (shop: string, customer = shop, theirs = 'USD') => ({
  shop_money: { amount: shop, currency_code: 'USD' },
  presentment_money: { amount: customer, currency_code: theirs },
});

export const REST_EDGES: readonly Case[] = [
  restCase(
    'rest-register-offline',
    restOrder('20.00', [restLine(1, 'A', '20.00', { fulfillable_quantity: 0 })], {
      processed_at: '2026-11-22T21:30:00-05:00',
      source_identifier: '1-37-22440',
      device_id: 37,
      shipping_address: null,
      fulfillments: HANDED_OVER,
      transactions: [
        { id: 8, kind: 'sale', gateway: 'cash', status: 'success', amount: '20.00', device_id: 37 },
      ],
    }),
    {
      groups: { [CARRY]: ['A ×1 (1 fulfilled)'] },
      total: '20.00',
      payments: ['SALE cash 20.00'],
    },
  ),
  restCase(
    'rest-cash-rounding-and-tip',
    restOrder('23.02', [restLine(1, 'A', '20.02')], {
      shipping_address: null,
      total_tip_received: '3.00',
      total_cash_rounding_payment_adjustment_set: set('-0.02'),
    }),
    {
      groups: { [CARRY]: ['A ×1'] },
      charges: ['TIP 3.00', 'ROUNDING -0.02'],
      total: '23.00',
    },
  ),
  restCase(
    'rest-in-two-currencies',
    restOrder(
      '21.60',
      [
        restLine(1, 'A', '20.00', {
          price_set: set('20.00', '18.50', 'EUR'),
          tax_lines: [
            { title: 'VAT', rate: 0.08, price: '1.60', price_set: set('1.60', '1.48', 'EUR') },
          ],
        }),
      ],
      {
        source_name: 'web',
        location_id: null,
        presentment_currency: 'EUR',
        total_price_set: set('21.60', '19.98', 'EUR'),
      },
    ),
    { channel: 'WEB', groups: { [SHIP]: ['A ×1'] }, charges: ['TAX 1.60'], total: '21.60' },
  ),
  restCase(
    'rest-duty',
    restOrder(
      '23.00',
      [restLine(1, 'A', '20.00', { duties: [{ price_set: set('3.00'), tax_lines: [] }] })],
      { source_name: 'web', location_id: null },
    ),
    { channel: 'WEB', groups: { [SHIP]: ['A ×1'] }, charges: ['DUTY 3.00'], total: '23.00' },
  ),
  restCase(
    'rest-shipping-removed',
    restOrder('20.00', [restLine(1, 'A', '20.00')], {
      shipping_lines: [
        { ...STANDARD[0], is_removed: true },
        { id: 10, title: 'Pick', price: '0.00' },
      ],
    }),
    { groups: { [SHIP]: ['A ×1'] }, total: '20.00' },
  ),
  restCase(
    'rest-exchange-at-the-till',
    restOrder(
      '30.00',
      [
        restLine(1, 'A', '20.00', { current_quantity: 0, fulfillable_quantity: 0 }),
        restLine(2, 'B', '10.00'),
      ],
      {
        shipping_address: null,
        fulfillments: HANDED_OVER,
        refunds: [
          {
            id: 3,
            created_at: '2026-11-24T10:00:00Z',
            return: { id: 31 },
            refund_line_items: [
              {
                line_item_id: 1,
                quantity: 1,
                restock_type: 'return',
                location_id: 1,
                subtotal: '20.00',
                total_tax: '0.00',
              },
            ],
            transactions: [{ id: 8, kind: 'refund', gateway: 'cash', amount: '10.00' }],
          },
        ],
      },
    ),
    {
      groups: { [CARRY]: ['A ×1 (1 fulfilled)', 'B ×1'] },
      total: '30.00',
      refunds: ['A ×1 RETURN 20.00+0.00'],
      payments: ['REFUND cash 10.00'],
    },
  ),
  restCase(
    'rest-gift-card-and-test-order',
    restOrder(
      '50.00',
      [restLine(1, 'CARD', '50.00', { gift_card: true, requires_shipping: false })],
      {
        test: true,
        shipping_address: null,
      },
    ),
    { groups: { [CARRY]: ['CARD ×1'] }, total: '50.00' },
  ),
];
