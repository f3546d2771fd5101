// Orders as a busy afternoon brings them: send sales of one to three lines with discount, shipping and tax, a carry-out
// now and then, every one another customer's.

import type { IncomingOrder } from '@sendsale/domain';
import { buildAdjustment, buildGroup, buildLine, buildOrder } from '@sendsale/test-kit';

const SKUS = ['SKU-1', 'SKU-2', 'SKU-3'] as const;

export function makeOrders(count: number): IncomingOrder[] {
  return Array.from({ length: count }, (_, index) => {
    const isCarriedOut = index % 5 === 4;
    const lines = SKUS.slice(0, 1 + (index % 3)).map((sku) =>
      buildLine({
        sku,
        unitPrice: 4_000 + ((index * 37) % 9_000),
        adjustments: [buildAdjustment('LINE_DISCOUNT', -300), buildAdjustment('TAX', 355)],
      }),
    );
    const group = buildGroup({
      delivery: isCarriedOut ? 'CARRY_OUT' : 'SHIP',
      lines,
      adjustments: isCarriedOut ? [] : [buildAdjustment('SHIPPING', 995)],
    });
    return buildOrder({ shipGroups: [group] });
  });
}
