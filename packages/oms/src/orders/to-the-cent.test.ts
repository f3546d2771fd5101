// Discounted, taxed lines of which some units have left: whichever open units Shopify refunds, what stands is its amount.

import { planOrder, postingAmounts, standingPostings } from '@sendsale/domain';
import type { OrderPlan } from '@sendsale/domain';
import { splitMinor, sumMinor } from '@sendsale/std';
import type { StoredOrderItem } from '@sendsale/store/read';
import { buildAdjustment, buildGroup, buildLine, buildOrder } from '@sendsale/test-kit';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toTheCent } from './to-the-cent.ts';

const sale = fc.record({
  units: fc.integer({ min: 2, max: 6 }),
  unitPrice: fc.integer({ min: 500, max: 9_999 }),
  lineDiscount: fc.nat({ max: 300 }),
  orderDiscount: fc.nat({ max: 300 }),
  // At least a few cents a unit, as any real rate comes to.
  tax: fc.integer({ min: 60, max: 4_000 }),
  left: fc.nat({ max: 4 }),
  refunded: fc.integer({ min: 1, max: 4 }),
});
type Sale = typeof sale extends fc.Arbitrary<infer Value> ? Value : never;

/** What Shopify gives back of an amount of a line for its first units. */
function shareOf(amount: number, units: number, refunded: number): number {
  return sumMinor(
    splitMinor(
      amount,
      Array.from({ length: units }, () => 1),
    ).slice(0, refunded),
  );
}

function orderOf({ units, unitPrice, lineDiscount, orderDiscount, tax }: Sale) {
  const adjustments = [
    buildAdjustment('LINE_DISCOUNT', -lineDiscount),
    buildAdjustment('ORDER_DISCOUNT', -orderDiscount),
    buildAdjustment('TAX', tax),
  ].filter(({ amount }) => amount !== 0);
  const line = buildLine({ quantity: units, unitPrice, adjustments });
  return buildOrder({ shipGroups: [buildGroup({ lines: [line] })], adjustments: [] });
}

function stored(item: OrderPlan['items'][number], hasLeft: boolean): StoredOrderItem {
  return {
    ...item,
    postingKind: 'SALES_ORDER',
    status: hasLeft ? 'COMPLETED' : 'APPROVED',
    allocated: false,
    productId: null,
    facilityId: null,
  };
}

test('what stands after a refund of part of a line is what Shopify says, to the cent', () => {
  fc.assert(
    fc.property(sale, (one) => {
      const { units, refunded } = one;
      fc.pre(refunded < units);
      const kept = units - refunded;
      const left = Math.min(one.left, kept);
      const net = one.unitPrice * units - one.lineDiscount - one.orderDiscount;
      const back = shareOf(net, units, refunded) + shareOf(one.tax, units, refunded);
      const order = { ...orderOf(one), total: net + one.tax };
      const plan = planOrder(order, 'M1');
      const { adjustments } = plan;
      const postings = plan.postings.map((posting) => ({
        ...posting,
        billed: false,
        booked: true,
      }));
      // The first units have left.
      const before = plan.items.map((item, index) => stored(item, index < left));
      const cancelSeqs = before.slice(kept).map(({ seq }) => seq);
      const incoming = { ...order, standing: net + one.tax - back };
      const { revision, taxes } = toTheCent(
        incoming,
        { cancelSeqs, unfollowed: [], fulfilledOutside: 0 },
        { items: before, adjustments, postings },
      );
      const items = before.map((item) =>
        revision.cancelSeqs.includes(item.seq) ? { ...item, status: 'CANCELLED' as const } : item,
      );
      const now = adjustments.map((part) => taxes.find(({ seq }) => seq === part.seq) ?? part);
      const standing = standingPostings(postings, { items, adjustments: now });
      expect(sumMinor(standing.map((posting) => posting.standing))).toBe(incoming.standing);
      expect(revision.cancelSeqs).toHaveLength(refunded);
      // NetSuite has tax as one line a posting: a unit that is billed bears the cent in no line of its bill.
      expect(postingAmounts(before, now)).toEqual(postingAmounts(before, adjustments));
    }),
    { numRuns: 300 },
  );
});
