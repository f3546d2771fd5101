// How goods travel where fulfillment orders say it badly or not at all, and which channel sold them.

import type { Case } from './case.ts';
import { A, A2, B, CARRY, one, SHIP } from './shared.ts';
import { WEB } from './graphql-builder.ts';

export const CLAIMS: readonly Case[] = [
  one(
    'web-shipped-in-two-fulfillment-orders',
    {
      total: '40.00',
      lines: [A2],
      fos: [
        ['SHIPPING', 'A', 1],
        ['SHIPPING', 'A', 1],
      ],
      extra: WEB,
    },
    { channel: 'WEB', groups: { [SHIP]: ['A ×2'] }, total: '40.00' },
  ),
  one(
    'web-shipped',
    {
      total: '20.00',
      lines: [{ ...A, unfulfilled: 0 }],
      fos: [['SHIPPING', 'A', 1, 0]],
      fulfilled: [['A', 1, true, 900]],
      extra: WEB,
    },
    { channel: 'WEB', groups: { [SHIP]: ['A ×1 (1 fulfilled)'] }, total: '20.00' },
  ),
  one(
    'send-sale-shipped-from-the-selling-store',
    {
      total: '20.00',
      lines: [{ ...A, unfulfilled: 0 }],
      fos: [['SHIPPING', 'A', 1, 0]],
      fulfilled: [['A', 1, true, 30]],
    },
    { groups: { [SHIP]: ['A ×1 (1 fulfilled)'] }, total: '20.00' },
  ),
  one(
    'cancelled-fulfillment-leaves-two-claims',
    {
      total: '20.00',
      lines: [A],
      fos: [
        ['SHIPPING', 'A', 1, 0, 'CLOSED'],
        ['SHIPPING', 'A', 1],
      ],
    },
    { groups: { [SHIP]: ['A ×1'] }, total: '20.00' },
  ),
  one(
    'method-new-to-us-at-a-till',
    { total: '25.00', lines: [A], ship: '5.00', fos: [['DRONE', 'A', 1]] },
    { groups: { [SHIP]: ['A ×1'] }, charges: ['SHIPPING 5.00'], total: '25.00' },
  ),
  one(
    'no-fulfillment-orders-address-and-rate',
    { total: '25.00', lines: [A], ship: '5.00', fos: null },
    { groups: { [SHIP]: ['A ×1'] }, charges: ['SHIPPING 5.00'], total: '25.00' },
  ),
  one(
    'no-fulfillment-orders-no-rate',
    { total: '20.00', lines: [A], fos: null },
    { groups: { [CARRY]: ['A ×1'] }, total: '20.00' },
  ),
  one(
    'no-fulfillment-orders-handed-over',
    {
      total: '30.00',
      lines: [{ ...A, unfulfilled: 0 }, B],
      ship: '0.00',
      fos: null,
      fulfilled: [['A', 1]],
    },
    { groups: { [CARRY]: ['A ×1 (1 fulfilled)'], [SHIP]: ['B ×1'] }, total: '30.00' },
  ),
  one(
    'web-no-fulfillment-orders-pickup-by-category',
    {
      total: '20.00',
      lines: [A],
      ship: '0.00',
      shipping: { deliveryCategory: 'pickup' },
      fos: null,
      extra: WEB,
    },
    { channel: 'WEB', groups: { 'PICKUP > SALES_ORDER': ['A ×1'] }, total: '20.00' },
  ),
  one(
    'draft-paid-at-the-till',
    {
      total: '20.00',
      lines: [A],
      fos: [['SHIPPING', 'A', 1]],
      extra: { sourceName: 'shopify_draft_order' },
    },
    { groups: { [SHIP]: ['A ×1'] }, total: '20.00' },
  ),
  one(
    'draft-paid-by-link',
    {
      total: '20.00',
      lines: [A],
      fos: [['SHIPPING', 'A', 1]],
      extra: { sourceName: 'shopify_draft_order', retailLocation: null },
    },
    { channel: 'DRAFT', groups: { [SHIP]: ['A ×1'] }, total: '20.00' },
  ),
  one(
    'marketplace',
    {
      total: '20.00',
      lines: [A],
      fos: [['SHIPPING', 'A', 1]],
      extra: { sourceName: 'amazon', retailLocation: null },
    },
    { channel: 'MARKETPLACE', groups: { [SHIP]: ['A ×1'] }, total: '20.00' },
  ),
  one(
    'unknown-app',
    {
      total: '20.00',
      lines: [A],
      fos: [['SHIPPING', 'A', 1]],
      extra: { sourceName: '1234567', retailLocation: null },
    },
    { channel: 'UNKNOWN', groups: { [SHIP]: ['A ×1'] }, total: '20.00' },
  ),
  one(
    'pos-by-its-app-alone',
    {
      total: '20.00',
      lines: [A],
      fos: [['RETAIL', 'A', 1]],
      extra: { sourceName: 'subscription', app: { id: 'gid://shopify/App/129785' } },
    },
    { groups: { [CARRY]: ['A ×1'] }, total: '20.00' },
  ),
  one(
    'send-sale-without-address',
    { total: '20.00', lines: [A], fos: [['SHIPPING', 'A', 1]], extra: { shippingAddress: null } },
    { groups: { [SHIP]: ['A ×1'] }, total: '20.00', problems: ['ADDRESS_MISSING'] },
  ),
  one(
    'test-order',
    { total: '20.00', lines: [A], fos: [['SHIPPING', 'A', 1]], extra: { test: true } },
    { groups: { [SHIP]: ['A ×1'] }, total: '20.00' },
  ),
];
