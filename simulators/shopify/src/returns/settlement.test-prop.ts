// After any sequence of edits, refunds, exchanges, fulfillments and a cancel the sums agree, the money
// is settled and no unit is lost.
import { seededRandom, sumMinor } from '@sendsale/std';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeAtRandom } from '../generate/change-at-random.ts';
import { randomCart } from '../generate/random-cart.ts';
import { Cart } from '../orders/cart.ts';
import { fulfillUnits, remainingUnits } from '../orders/fulfill.ts';
import { goneUnits } from '../orders/refund.ts';
import { ringUp } from '../orders/ring-up.ts';
import { fulfilledUnits, unfulfilledUnits } from '../orders/status.ts';
import {
  currentTotals,
  lineLeft,
  moneyOf,
  onTop,
  originalTotals,
  shippingLeft,
} from '../orders/totals.ts';
import { ShopSeed } from '../seed.ts';
import type { Order } from '../state/model.ts';
import { openShop } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';
import { FIXTURE_SEED, standingClock } from '../test/fixture-shop.ts';

function open(taxesIncluded: boolean): Shop {
  const seed = ShopSeed.parse({
    ...FIXTURE_SEED,
    shop: { ...FIXTURE_SEED.shop, taxesIncluded },
    taxRates: [
      {
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

/** Whatever waits at a place leaves it. */
function shipSome(shop: Shop, order: Order): void {
  const source = order.fulfillmentOrders.find(
    (f) => f.status === 'OPEN' && f.lines.some((line) => line.remaining > 0),
  );
  if (source === undefined) return;
  fulfillUnits(shop, order, {
    units: new Map(remainingUnits(source)),
    fulfillmentOrders: [source],
    tracking: [],
    isNotified: false,
  });
}

const NOTHING = { net: 0, tax: 0 };

function check(order: Order): void {
  const now = currentTotals(order);
  const { tip, total } = now;
  const lines = order.lines.map((line) => lineLeft(order, line));
  const shipping = order.shippingLines.map((line) => shippingLeft(order, line));
  const left = [...lines, ...shipping].map(({ net, tax }) => net + onTop(order, tax));
  expect(sumMinor(left) + tip).toBe(total);
  expect(lines.every(({ net, tax }) => net >= 0 && tax >= 0)).toBe(true);
  for (const [index, line] of order.lines.entries()) {
    expect(line.removed).toBeLessThanOrEqual(line.quantity);
    // A line that is all taken off has nothing left of it.
    const isGone = line.removed === line.quantity;
    expect(isGone ? lines[index] : NOTHING).toEqual(NOTHING);
    const units = goneUnits(order, line) + unfulfilledUnits(order, line);
    expect(units).toBe(line.quantity - line.removed);
    expect(fulfilledUnits(order, line)).toBeGreaterThanOrEqual(goneUnits(order, line));
  }
  const { received, refunded, outstanding, capturable } = moneyOf(order);
  expect(refunded).toBeLessThanOrEqual(received);
  expect(capturable === 0 && received > 0 ? outstanding : 0).toBe(0);
  expect(order.cancelledAt === null ? 0 : total).toBe(0);
}

test('sums agree and the money is settled after any sequence of changes', () => {
  fc.assert(
    fc.property(
      fc.record({
        seed: fc.integer({ min: 1, max: 1_000_000 }),
        steps: fc.integer({ min: 1, max: 7 }),
        taxesIncluded: fc.boolean(),
      }),
      ({ seed, steps, taxesIncluded }) => {
        const shop = open(taxesIncluded);
        const random = seededRandom(seed);
        const cart = randomCart(shop, random, null);
        const result = ringUp(shop, Cart.parse({ ...cart, payments: [{ method: 'CARD' }] }));
        if (!result.ok) return;
        const order = result.value;
        check(order);
        for (let step = 0; step < steps; step += 1) {
          if (random.next() < 0.25) shipSome(shop, order);
          else changeAtRandom(shop, order, random);
          check(order);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('prices that contain taxes come to the same total, with the taxes within', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const shop = open(true);
      const result = ringUp(shop, Cart.parse(randomCart(shop, seededRandom(seed), null)));
      if (!result.ok) return;
      const { subtotal, shipping, tip, total, tax } = originalTotals(result.value);
      expect(subtotal + shipping + tip).toBe(total);
      expect(tax).toBeGreaterThanOrEqual(0);
      expect(tax).toBeLessThanOrEqual(total);
    }),
    { numRuns: 100 },
  );
});
