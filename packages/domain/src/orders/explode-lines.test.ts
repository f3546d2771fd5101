// Lines to items by example.

import { expect, test } from 'vitest';
import { explodeLine } from './explode-lines.ts';
import type { IncomingLine } from './incoming-order.ts';

const LINE: IncomingLine = {
  shopifyLineId: '7',
  variantId: 'V',
  sku: 'HAT',
  title: 'Hat',
  quantity: 3,
  cancelledQuantity: 0,
  fulfilledQuantity: 0,
  unitPrice: 1000,
  requiresShipping: true,
  isGiftCard: false,
  adjustments: [],
};

const off = (amount: number) =>
  ({ kind: 'LINE_DISCOUNT', amount, title: null, code: null, rate: null }) as const;

function exploded(line: Partial<IncomingLine>, delivery: 'SHIP' | 'CARRY_OUT') {
  return explodeLine({ ...LINE, ...line }, delivery).map((item) => ({
    quantity: item.quantity,
    cancelled: item.cancelled,
    off: item.adjustments.map((one) => one.amount),
  }));
}

test('what ships is one item a unit, the cancelled ones last', () => {
  expect(exploded({ cancelledQuantity: 1 }, 'SHIP')).toEqual([
    { quantity: 1, cancelled: false, off: [] },
    { quantity: 1, cancelled: false, off: [] },
    { quantity: 1, cancelled: true, off: [] },
  ]);
});

test('what was carried out keeps its quantity, apart from what was cancelled of it', () => {
  expect(exploded({}, 'CARRY_OUT')).toEqual([{ quantity: 3, cancelled: false, off: [] }]);
  expect(exploded({ cancelledQuantity: 1 }, 'CARRY_OUT')).toEqual([
    { quantity: 2, cancelled: false, off: [] },
    { quantity: 1, cancelled: true, off: [] },
  ]);
  expect(exploded({ cancelledQuantity: 3 }, 'CARRY_OUT')).toEqual([
    { quantity: 3, cancelled: true, off: [] },
  ]);
});

test('each adjustment is split over the items; a part of nothing is left out', () => {
  const adjustments = [off(-2), off(-300)];
  expect(exploded({ adjustments }, 'SHIP').map((item) => item.off)).toEqual([
    [-1, -100],
    [-1, -100],
    [-100],
  ]);
});

test.each([
  [{ quantity: 0 }, /at least one unit, not 0/],
  [{ quantity: 1.5 }, /at least one unit, not 1.5/],
  [{ quantity: -1 }, /at least one unit, not -1/],
  [{ cancelledQuantity: 4 }, /Line 7 cancels at most/],
  [{ cancelledQuantity: -1 }, /Line 7 cancels at most/],
])('%j is a bug of the reader', (line, message) => {
  expect(() => exploded(line, 'SHIP')).toThrow(message);
});
