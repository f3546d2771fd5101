// Whatever changes about a booked order: at most what may be cancelled is cancelled, and never too much.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bareOrder } from '../test/bare-order.ts';
import type { IncomingOrder } from './incoming-order.ts';
import { ITEM_STATUSES } from './order-status.ts';
import { reviseOrder } from './revise-order.ts';
import type { StoredItem } from './revise-order.ts';

const stored = fc
  .array(
    fc.record({
      shopifyLineId: fc.constantFrom('A', 'B'),
      postingKind: fc.constant('SALES_ORDER' as const),
      quantity: fc.constant(1),
      unitPrice: fc.constant(1000),
      status: fc.constantFrom(...ITEM_STATUSES),
      allocated: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map((all) => all.map((one, index): StoredItem => ({ ...one, seq: `0000${index + 1}` })));

function incoming(
  lines: readonly { id: string; quantity: number; cancelled: number }[],
): IncomingOrder {
  return bareOrder({
    channel: 'WEB',
    shipGroups: [
      {
        key: 'g',
        delivery: 'SHIP',
        evidence: { rule: 'test', facts: {} },
        shippingTitle: null,
        locationId: null,
        adjustments: [],
        lines: lines.map(({ id, quantity, cancelled }) => ({
          shopifyLineId: id,
          variantId: null,
          sku: null,
          title: id,
          quantity,
          cancelledQuantity: cancelled,
          fulfilledQuantity: 0,
          unitPrice: 1000,
          requiresShipping: true,
          isGiftCard: false,
          adjustments: [],
        })),
      },
    ],
  });
}

const lines = fc.array(
  fc
    .record({
      id: fc.constantFrom('A', 'B'),
      quantity: fc.integer({ min: 1, max: 6 }),
      cut: fc.nat(),
    })
    .map(({ id, quantity, cut }) => ({ id, quantity, cancelled: cut % (quantity + 1) })),
  { maxLength: 3 },
);

test('only open items are cancelled, and no line falls below what is still wanted', () => {
  fc.assert(
    fc.property(stored, lines, (items, wanted) => {
      const revision = reviseOrder(incoming(wanted), { total: 0, items });
      for (const seq of revision.cancelSeqs) {
        const status = items.find((item) => item.seq === seq)?.status;
        expect(['CREATED', 'APPROVED']).toContain(status);
      }
      for (const id of ['A', 'B']) {
        const kept = items.filter(
          (item) =>
            item.shopifyLineId === id &&
            item.status !== 'CANCELLED' &&
            !revision.cancelSeqs.includes(item.seq),
        ).length;
        const before = items.filter(
          (item) => item.shopifyLineId === id && item.status !== 'CANCELLED',
        ).length;
        const mine = wanted.filter((line) => line.id === id);
        const active = mine.reduce((sum, line) => sum + line.quantity - line.cancelled, 0);
        expect(kept).toBeGreaterThanOrEqual(Math.min(before, mine.length === 0 ? before : active));
      }
    }),
  );
});

test('a cancelled order cancels everything that is open', () => {
  fc.assert(
    fc.property(stored, (items) => {
      const cancelled = { ...incoming([]), cancelledAt: new Date(0) };
      const open = items.filter((item) => item.status === 'CREATED' || item.status === 'APPROVED');
      expect(reviseOrder(cancelled, { total: 0, items }).cancelSeqs).toEqual(
        open.map((item) => item.seq),
      );
    }),
  );
});
