// Whatever is rung up, the parts of the order add up to its total and the payments settle it.
import { sumMinor } from '@sendsale/std';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ShopSeed } from '../seed.ts';
import { openShop } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';
import { BEACH, FIXTURE_SEED, standingClock, STORE } from '../test/fixture-shop.ts';
import { Cart } from './cart.ts';
import type { CartInput } from './cart.ts';
import { cancelOrder } from './cancel.ts';
import { ringUp } from './ring-up.ts';
import { financialStatus } from './status.ts';
import { currentTotals, lineNet, lineOriginal, moneyOf, originalTotals } from './totals.ts';

const cents = (minor: number): string => (minor / 100).toFixed(2);
const reduction = fc.oneof(
  fc.integer({ min: 1, max: 20_000 }).map((minor) => ({ amount: cents(minor) })),
  fc.integer({ min: 1, max: 1000 }).map((tenths) => ({ percentage: tenths / 10 })),
);
const line = fc.record(
  {
    sku: fc.constantFrom('210-001-G', '220-002-G', '265-102-G', 'GWP-042', '111-222-G'),
    quantity: fc.integer({ min: 1, max: 7 }),
    delivery: fc.constantFrom('SHIP' as const, 'CARRY_OUT' as const),
    price: fc.integer({ min: 0, max: 50_000 }).map(cents),
    discount: reduction,
  },
  { requiredKeys: ['sku', 'quantity', 'delivery'] },
);
const cart: fc.Arbitrary<CartInput> = fc.record({
  locationId: fc.constant(STORE),
  shippingAddress: fc.constant(BEACH),
  lines: fc.array(line, { minLength: 1, maxLength: 8 }),
  discounts: fc.array(reduction, { maxLength: 2 }),
  shipping: fc.record(
    {
      title: fc.constant('Standard'),
      price: fc.integer({ min: 0, max: 3000 }).map(cents),
      discount: reduction,
    },
    { requiredKeys: ['title', 'price'] },
  ),
  tip: fc.integer({ min: 0, max: 500 }).map(cents),
  payments: fc.constantFrom(
    [{ method: 'CARD' as const }],
    [{ method: 'CASH' as const }],
    [
      { method: 'GIFT_CARD' as const, amount: '0.01' },
      { method: 'CARD' as const, amount: 'rest' as const },
    ],
  ),
});

function open(): Shop {
  const seed = ShopSeed.parse({
    ...FIXTURE_SEED,
    taxRates: [
      {
        provinceCode: 'CA',
        taxesShipping: true,
        lines: [
          { title: 'State', rate: '0.0725' },
          { title: 'County', rate: '0.00875' },
        ],
      },
    ],
  });
  return openShop(seed, standingClock('2026-06-12T20:14:09Z'), null);
}

test('Σ lines − discounts + shipping + taxes + tip is the total, and the payments settle it', () => {
  fc.assert(
    fc.property(cart, (input) => {
      const result = ringUp(open(), Cart.parse(input));
      // A gift card of a cent is too much for an order of nothing.
      if (!result.ok) return;
      const order = result.value;
      const { subtotal, discounts, shipping, tax, tip, total } = originalTotals(order);
      const gross = sumMinor([
        ...order.lines.map(lineOriginal),
        ...order.shippingLines.map((l) => l.minor),
      ]);
      const taxes = [...order.lines, ...order.shippingLines].flatMap((l) => l.taxes);
      expect(gross - discounts + sumMinor(taxes.map((t) => t.minor)) + tip).toBe(total);
      expect(subtotal + shipping + tax + tip).toBe(total);
      expect(order.lines.every((l) => lineNet(l) >= 0)).toBe(true);
      expect(moneyOf(order)).toMatchObject({ received: total, outstanding: 0 });
      expect(financialStatus(order)).toBe('PAID');
    }),
    { numRuns: 500 },
  );
});

test('every fulfillment order line belongs to a line, and their units are the units sold', () => {
  fc.assert(
    fc.property(cart, (input) => {
      const shop = open();
      const result = ringUp(shop, Cart.parse({ ...input, handOverAfterMs: null }));
      if (!result.ok) return;
      const order = result.value;
      const parts = order.fulfillmentOrders.flatMap((f) => f.lines);
      for (const sold of order.lines) {
        const units = parts.filter((part) => part.lineId === sold.id).map((part) => part.total);
        expect(sumMinor(units)).toBe(sold.quantity);
      }
      const committed = sumMinor(shop.state.levels.map((level) => level.committed));
      expect(committed).toBe(sumMinor(order.lines.map((sold) => sold.quantity)));
    }),
    { numRuns: 200 },
  );
});

test('cancelling what has not left gives everything back', () => {
  fc.assert(
    fc.property(cart, (input) => {
      const shop = open();
      const before = JSON.stringify(shop.state.levels);
      const result = ringUp(shop, Cart.parse({ ...input, handOverAfterMs: null }));
      if (!result.ok) return;
      const order = result.value;
      const request = {
        reason: 'CUSTOMER',
        restock: true,
        refund: true,
        note: null,
        staffId: null,
      } as const;
      expect(cancelOrder(shop, order, request).ok).toBe(true);
      expect(currentTotals(order).total).toBe(0);
      expect(moneyOf(order)).toMatchObject({
        refunded: originalTotals(order).total,
        outstanding: 0,
      });
      expect(JSON.stringify(shop.state.levels)).toBe(before);
    }),
    { numRuns: 200 },
  );
});
