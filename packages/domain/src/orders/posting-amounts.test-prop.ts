// Whatever an order looks like, no cent is lost or made: over items, postings and payments.

import { sumMinor } from '@sendsale/std';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bareOrder } from '../test/bare-order.ts';
import { DELIVERIES } from './delivery.ts';
import { explodeLine } from './explode-lines.ts';
import { ADJUSTMENT_KINDS } from './incoming-order.ts';
import type { IncomingAdjustment, IncomingLine, IncomingOrder } from './incoming-order.ts';
import { sharePayments } from './payment-shares.ts';
import type { SharingPayment } from './payment-sharing.ts';
import { planOrder, sumOfParts } from './plan-order.ts';
import { postingAmounts } from './posting-amounts.ts';

const adjustment: fc.Arbitrary<IncomingAdjustment> = fc.record({
  kind: fc.constantFrom(...ADJUSTMENT_KINDS),
  amount: fc.integer({ min: -5000, max: 5000 }),
  title: fc.constant(null),
  code: fc.constant(null),
  rate: fc.constant(null),
});
const adjustments = fc.array(adjustment, { maxLength: 4 });

const line: fc.Arbitrary<IncomingLine> = fc
  .record({
    shopifyLineId: fc.uuid(),
    variantId: fc.constant('V'),
    sku: fc.constant('SKU'),
    title: fc.constant('Title'),
    quantity: fc.integer({ min: 1, max: 7 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    fulfilledQuantity: fc.constant(0),
    unitPrice: fc.integer({ min: 0, max: 100_000 }),
    requiresShipping: fc.constant(true),
    isGiftCard: fc.constant(false),
    adjustments,
  })
  .map(({ share, ...rest }) => ({
    ...rest,
    cancelledQuantity: Math.floor(share * rest.quantity),
  }));

const order: fc.Arbitrary<IncomingOrder> = fc
  .record({
    channel: fc.constantFrom('POS', 'WEB'),
    shipGroups: fc.array(
      fc.record({
        key: fc.uuid(),
        delivery: fc.constantFrom(...DELIVERIES),
        evidence: fc.constant({ rule: 'test', facts: {} }),
        shippingTitle: fc.constant(null),
        locationId: fc.constant(null),
        lines: fc.array(line, { maxLength: 4 }),
        adjustments,
      }),
      { maxLength: 3 },
    ),
    adjustments,
  })
  .map(bareOrder);

test('the items of a line carry its quantity and its money, exactly', () => {
  fc.assert(
    fc.property(line, fc.constantFrom(...DELIVERIES), (one, delivery) => {
      const items = explodeLine(one, delivery);
      const cancelled = items.filter((item) => item.cancelled);
      const quantity = (parts: typeof items): number =>
        sumMinor(parts.map((part) => part.quantity));
      expect(quantity(items)).toBe(one.quantity);
      expect(quantity(cancelled)).toBe(one.cancelledQuantity);
      for (const kind of ADJUSTMENT_KINDS) {
        const of = (parts: readonly IncomingAdjustment[]): number =>
          sumMinor(parts.filter((part) => part.kind === kind).map((part) => part.amount));
        expect(of(items.flatMap((item) => item.adjustments))).toBe(of(one.adjustments));
      }
      const parts = delivery === 'CARRY_OUT' ? items.length : 2;
      expect(parts).toBeLessThanOrEqual(2);
      const single = items.every((item) => item.quantity === 1);
      expect(single || delivery === 'CARRY_OUT').toBe(true);
    }),
  );
});

test('the postings of an order add up to its total, and each to its lines, discount and shipping', () => {
  fc.assert(
    fc.property(order, (incoming) => {
      const plan = planOrder(incoming, 'M10001');
      expect(sumMinor(plan.postings.map((posting) => posting.total))).toBe(sumOfParts(incoming));
      for (const posting of plan.postings) {
        const mine = <T extends { readonly postingId: string }>(parts: readonly T[]): T[] =>
          parts.filter((part) => part.postingId === posting.id);
        const amounts = postingAmounts(mine(plan.items), mine(plan.adjustments));
        const lines = sumMinor(amounts.lines.map((one) => one.amount));
        expect(lines + amounts.bodyDiscount + amounts.shippingCost).toBe(posting.total);
        const keys = amounts.lines.map((one) => `${one.key} ${one.kind}`);
        expect(new Set(keys).size).toBe(keys.length);
        expect(mine(plan.postingLines).map((one) => `${one.key} ${one.kind}`)).toEqual(keys);
      }
    }),
  );
});

test('each item, adjustment and line of an order is in exactly one posting of the right kind', () => {
  fc.assert(
    fc.property(order, (incoming) => {
      const plan = planOrder(incoming, 'M10001');
      const ids = new Set(plan.postings.map((posting) => posting.id));
      const places = [...plan.items, ...plan.adjustments, ...plan.shipGroups, ...plan.postingLines];
      expect(places.every((part) => ids.has(part.postingId))).toBe(true);
      for (const item of plan.items) {
        const isCashSale = incoming.channel === 'POS' && item.delivery === 'CARRY_OUT';
        expect(item.postingId).toBe(isCashSale ? 'M10001-C' : 'M10001');
      }
    }),
  );
});

const POSTINGS = [
  { id: 'M1-C', kind: 'CASH_SALE' },
  { id: 'M1', kind: 'SALES_ORDER' },
] as const;

function postingsOf(cash: number, sales: number) {
  return POSTINGS.map((one, index) => {
    const total = index === 0 ? cash : sales;
    return { ...one, total, standing: total };
  });
}

const payment: fc.Arbitrary<Omit<SharingPayment, 'shopifyTransactionId' | 'parentTransactionId'>> =
  fc.record({
    kind: fc.constantFrom('AUTHORIZATION', 'SALE', 'CAPTURE', 'REFUND', 'VOID'),
    status: fc.constantFrom('PENDING', 'SUCCESS', 'FAILURE'),
    amount: fc.integer({ min: 0, max: 20_000 }),
    processedAt: fc.integer({ min: 0, max: 5 }).map((second) => new Date(second * 1000)),
  });

const payments = fc
  .array(fc.tuple(payment, fc.option(fc.nat({ max: 5 }), { nil: null })), { maxLength: 8 })
  .map((all) =>
    all.map(([one, parent], index): SharingPayment => ({
      ...one,
      shopifyTransactionId: String(index + 1),
      parentTransactionId: parent === null ? null : String(parent),
    })),
  );

const totals = fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 20_000 }));

test('the shares of a payment that moved money add up to it; no other payment has any', () => {
  fc.assert(
    fc.property(totals, payments, ([cash, sales], all) => {
      const postings = postingsOf(cash, sales);
      const shares = sharePayments(postings, all, { shared: [], claims: [] });
      for (const one of all) {
        const mine = shares.filter(
          (share) => share.shopifyTransactionId === one.shopifyTransactionId,
        );
        const moved = one.status === 'SUCCESS' && ['SALE', 'CAPTURE', 'REFUND'].includes(one.kind);
        expect(sumMinor(mine.map((share) => share.amount))).toBe(moved ? one.amount : 0);
        expect(mine.every((share) => share.amount > 0)).toBe(true);
      }
    }),
  );
});

test('the cash sale is paid before the sales order, and never more than it comes to', () => {
  fc.assert(
    fc.property(totals, payments, ([cash, sales], all) => {
      const postings = postingsOf(cash, sales);
      const captures = all.filter((one) => one.kind !== 'REFUND');
      const shares = sharePayments(postings, captures, { shared: [], claims: [] });
      const of = (id: string): number =>
        sumMinor(shares.filter((share) => share.postingId === id).map((share) => share.amount));
      expect(of('M1-C')).toBeLessThanOrEqual(cash);
      expect(of('M1') === 0 || of('M1-C') === cash).toBe(true);
    }),
  );
});

test('sharing in two goes gives what sharing at once gives, when nothing was refunded in between', () => {
  fc.assert(
    fc.property(totals, payments, fc.nat({ max: 8 }), ([cash, sales], all, cut) => {
      const postings = postingsOf(cash, sales);
      const captures = all
        .filter((one) => one.kind !== 'REFUND')
        .map((one, index) => ({ ...one, processedAt: new Date(index * 1000) }));
      const first = sharePayments(postings, captures.slice(0, cut), { shared: [], claims: [] });
      const second = sharePayments(postings, captures, { shared: first, claims: [] });
      expect([...first, ...second]).toEqual(
        sharePayments(postings, captures, { shared: [], claims: [] }),
      );
    }),
  );
});

test('no refund takes more of a posting than it was paid, while another one has something left', () => {
  fc.assert(
    fc.property(totals, totals, payments, ([cash, sales], [gone, given], all) => {
      const postings = postingsOf(cash, sales).map((one, index) => ({
        ...one,
        standing: Math.max(0, one.total - (index === 0 ? gone : given)),
      }));
      const shares = sharePayments(postings, all, { shared: [], claims: [] });
      const left = postings.map(({ id }) =>
        sumMinor(
          shares
            .filter((share) => share.postingId === id)
            .map(({ shopifyTransactionId, amount }) => {
              const paid = all.find((one) => one.shopifyTransactionId === shopifyTransactionId);
              return paid?.kind === 'REFUND' ? -amount : amount;
            }),
        ),
      );
      expect(left.every((one) => one >= 0) || left.every((one) => one <= 0)).toBe(true);
    }),
  );
});
