// Of a line whose money does not divide, the units that are given up leave what Shopify says still stands.

import { sumMinor } from '@sendsale/std';
import { expect, test } from 'vitest';
import { bareOrder } from '../test/bare-order.ts';
import type { IncomingOrder } from './incoming-order.ts';
import { planOrder } from './plan-order.ts';
import { standingPostings } from './standing-postings.ts';

// Two units for 583.57: Shopify gives 291.79 back for the first that is taken off.
const LINE = {
  shopifyLineId: '1',
  variantId: '1',
  sku: 'COAT',
  title: 'Coat',
  quantity: 2,
  cancelledQuantity: 1,
  fulfilledQuantity: 0,
  unitPrice: 29_500,
  requiresShipping: true,
  isGiftCard: false,
  adjustments: [
    { kind: 'LINE_DISCOUNT', amount: -643, title: null, code: null, rate: null },
  ] as const,
};

const ORDER = bareOrder({
  shipGroups: [
    {
      key: 'A',
      delivery: 'SHIP',
      evidence: { rule: 'test', facts: {} },
      shippingTitle: null,
      locationId: null,
      lines: [LINE],
      adjustments: [],
    },
  ],
  total: 58_357,
});

function standingOf(order: IncomingOrder): number {
  const plan = planOrder(order, 'M1');
  return sumMinor(standingPostings(plan.postings, plan).map((posting) => posting.standing));
}

test.each([29_178, 29_179])('a unit is given up so that %i stands', (standing) => {
  expect(standingOf({ ...ORDER, standing })).toBe(standing);
});

test('an amount that is more than cents away, or none at all, changes nothing', () => {
  const unmatched = standingOf(ORDER);
  expect(standingOf({ ...ORDER, standing: null })).toBe(unmatched);
  expect(standingOf({ ...ORDER, standing: 20_000 })).toBe(unmatched);
});

test('each unit is given up once, and as many as before', () => {
  const line = {
    ...LINE,
    quantity: 3,
    cancelledQuantity: 2,
    unitPrice: 100,
    adjustments: [{ ...LINE.adjustments[0], amount: -200 }],
  };
  const groups = ORDER.shipGroups.map((group) => ({ ...group, lines: [line] }));
  const order = { ...ORDER, shipGroups: groups, total: 100 };
  for (const standing of [33, 34]) {
    const plan = planOrder({ ...order, standing }, 'M1');
    expect(plan.items.filter((item) => item.status === 'CANCELLED')).toHaveLength(2);
    expect(standingOf({ ...order, standing })).toBe(standing);
  }
});
