import fc from 'fast-check';
import { formatMinor, seededRandom, splitMinor } from '@sendsale/std';
import type { Random } from '@sendsale/std';
import { expect, test } from 'vitest';
import { fulfillmentOrder, line, money, newId, order, shippingLine } from '../test/build-order.ts';
import { mapped } from '../test/mapped.ts';
import { sumOfIncoming } from './map-order.ts';

const CURRENCIES = ['USD', 'EUR', 'JPY', 'KRW', 'KWD', 'BHD'] as const;
const METHODS = ['RETAIL', 'SHIPPING', 'PICK_UP', 'LOCAL', 'NONE', 'DRONE'] as const;

interface Made {
  readonly payload: Record<string, unknown>;
  readonly total: number;
  readonly units: number;
}

/** An order as Shopify would state it: every amount in the currency's own decimals, the total their sum. */
function makeOrder(random: Random): Made {
  const currency = random.pick(CURRENCIES);
  const text = (amount: number) => money(formatMinor(amount, currency), currency);
  const taxesIncluded = random.integer(0, 3) === 0;
  const discounts = random.integer(0, 2);
  let total = 0;
  let units = 0;

  const taxes = (base: number) => {
    const amount = Math.floor(base / 12);
    if (!taxesIncluded) total += amount;
    return [{ title: 'Tax', rate: 0.0825, priceSet: text(amount) }];
  };
  const allocations = (base: number) =>
    Array.from({ length: discounts }, (_, index) => {
      const amount = random.integer(0, Math.floor(base / 4));
      total -= amount;
      return { allocatedAmountSet: text(amount), discountApplication: { index } };
    });

  const lines = Array.from({ length: random.integer(1, 6) }, () => {
    const quantity = random.integer(1, 5);
    const price = random.integer(0, 99_999);
    const removed = random.integer(0, 4) === 0 ? random.integer(0, quantity) : 0;
    units += quantity;
    total += price * quantity;
    const duty = random.integer(0, 5) === 0 ? random.integer(1, 500) : 0;
    total += duty;
    return line({
      price: '0',
      quantity,
      extra: {
        currentQuantity: quantity - removed,
        unfulfilledQuantity: quantity - removed,
        originalUnitPriceSet: text(price),
        discountAllocations: allocations(price * quantity),
        taxLines: taxes(price * quantity),
        duties: duty === 0 ? [] : [{ id: newId('Duty'), price: text(duty), taxLines: [] }],
      },
    });
  });
  const shippingLines = Array.from({ length: random.integer(0, 2) }, () => {
    const price = random.integer(0, 3_000);
    total += price;
    return shippingLine('0', {
      originalPriceSet: text(price),
      discountedPriceSet: null,
      discountAllocations: allocations(price),
      taxLines: taxes(price),
    });
  });
  const tip = random.integer(0, 3) === 0 ? random.integer(1, 900) : 0;
  const rounding = random.integer(0, 3) === 0 ? random.integer(-2, 2) : 0;
  total += tip;

  const payload = order('0', {
    currencyCode: currency,
    presentmentCurrencyCode: currency,
    taxesIncluded,
    sourceName: random.pick(['pos', 'web']),
    totalPriceSet: text(total),
    totalTipReceivedSet: text(tip),
    totalCashRoundingAdjustment: { paymentSet: text(rounding) },
    discountApplications: {
      nodes: Array.from({ length: discounts }, (_, index) => ({
        __typename: 'ManualDiscountApplication',
        index,
        allocationMethod: 'ACROSS',
        targetSelection: index === 0 ? 'ALL' : 'ENTITLED',
        targetType: 'LINE_ITEM',
        title: 'Off',
      })),
    },
    lineItems: { nodes: lines },
    shippingLines: { nodes: shippingLines },
    fulfillmentOrders:
      random.integer(0, 5) === 0
        ? null
        : { nodes: makeFulfillmentOrders(random, lines, shippingLines) },
  });
  return { payload, total: total + rounding, units };
}

function makeFulfillmentOrders(
  random: Random,
  lines: readonly ReturnType<typeof line>[],
  shippingLines: readonly { id: string; title: string }[],
) {
  const count = random.integer(1, 4);
  const shares = lines.map((item) =>
    splitMinor(
      item.quantity,
      Array.from({ length: count }, () => random.integer(0, 3)),
    ),
  );
  return Array.from({ length: count }, (_, index) =>
    fulfillmentOrder({
      method: random.pick(METHODS),
      status: random.pick(['OPEN', 'CLOSED', 'ON_HOLD', 'CANCELLED']),
      location: String(random.integer(1, 3)),
      shippingLine: shippingLines[random.integer(0, shippingLines.length)] ?? null,
      units: lines
        .map((item, at): [{ id: string }, number] => [item, shares[at]?.[index] ?? 0])
        .filter(([, total]) => total > 0),
    }),
  );
}

test('whatever an order is made of, its mapped parts come to its total and to its units', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffffff }), (seed) => {
      const { payload, total, units } = makeOrder(seededRandom(seed));
      const { incoming, problems } = mapped(payload);
      expect(problems.filter((one) => one.severity === 'refuses')).toEqual([]);
      expect(incoming.total).toBe(total);
      expect(sumOfIncoming(incoming)).toBe(total);
      const lines = incoming.shipGroups.flatMap((group) => group.lines);
      expect(lines.reduce((sum, one) => sum + one.quantity, 0)).toBe(units);
      for (const one of lines) {
        expect(one.quantity).toBeGreaterThan(0);
        expect(one.fulfilledQuantity + one.cancelledQuantity).toBeLessThanOrEqual(one.quantity);
      }
      expect(new Set(incoming.shipGroups.map((group) => group.key)).size).toBe(
        incoming.shipGroups.length,
      );
    }),
    { numRuns: 500 },
  );
});

test('the same payload is always mapped alike', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffffff }), (seed) => {
      const { payload } = makeOrder(seededRandom(seed));
      expect(mapped(payload)).toEqual(mapped(structuredClone(payload)));
    }),
    { numRuns: 50 },
  );
});
