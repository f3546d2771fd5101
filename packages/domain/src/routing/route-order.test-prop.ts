// Whatever the stock: nobody is given what it has not got, and nothing that could ship is left.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RoutableFacility, RoutableItem } from './routable.ts';
import { routeOrder } from './route-order.ts';

const PRODUCTS = ['P1', 'P2', 'P3'] as const;

const item = fc.record({
  productId: fc.constantFrom(...PRODUCTS),
  quantity: fc.integer({ min: 1, max: 2 }),
  assignedFacilityId: fc.option(fc.constantFrom('F0', 'F1'), { nil: null, freq: 8 }),
});
const items = fc
  .array(item, { minLength: 1, maxLength: 6 })
  .map((all) => all.map((one, index): RoutableItem => ({ ...one, seq: `0000${index + 1}` })));

const facility = fc.record({
  latitude: fc.double({ min: -60, max: 60, noNaN: true }),
  longitude: fc.double({ min: -170, max: 170, noNaN: true }),
  shipsOrders: fc.boolean(),
  capacityLeft: fc.option(fc.integer({ min: -1, max: 2 }), { nil: null }),
  stock: fc.tuple(...PRODUCTS.map(() => fc.nat({ max: 3 }))),
  rejected: fc.subarray([...PRODUCTS]),
});
const facilities = fc.array(facility, { maxLength: 6 }).map((all) =>
  all.map(({ stock, rejected, ...rest }, index): RoutableFacility => ({
    ...rest,
    facilityId: `F${index}`,
    available: new Map(PRODUCTS.map((product, position) => [product, stock[position] ?? 0])),
    rejected: new Set(rejected),
  })),
);
const destination = { latitude: 40, longitude: -74 };

function mayShip(facilityOne: RoutableFacility, itemOne: RoutableItem): boolean {
  if (facilityOne.capacityLeft !== null && facilityOne.capacityLeft <= 0) return false;
  if (facilityOne.rejected.has(itemOne.productId)) return false;
  const assigned = itemOne.assignedFacilityId;
  return assigned === null ? facilityOne.shipsOrders : assigned === facilityOne.facilityId;
}

test('no facility is given more than it has, or what it may not ship; no item goes out twice', () => {
  fc.assert(
    fc.property(items, facilities, (wanted, places) => {
      const routed = routeOrder({
        items: wanted,
        facilities: places,
        destination,
        origin: 'SHIP_TO',
      });
      const seqs = [...routed.assignments.flatMap((one) => one.itemSeqs), ...routed.unfilled];
      expect([...seqs].sort((a, b) => a.localeCompare(b))).toEqual(wanted.map((one) => one.seq));
      for (const { facilityId, itemSeqs } of routed.assignments) {
        const place = places.find((one) => one.facilityId === facilityId);
        expect(place).toBeDefined();
        if (place === undefined) return;
        for (const product of PRODUCTS) {
          const mine = wanted.filter(
            (one) => itemSeqs.includes(one.seq) && one.productId === product,
          );
          const units = mine.reduce((sum, one) => sum + one.quantity, 0);
          expect(units).toBeLessThanOrEqual(place.available.get(product) ?? 0);
          expect(mine.every((one) => mayShip(place, one))).toBe(true);
        }
      }
    }),
  );
});

test('an item is left only when nobody who may ship it has enough beside what it is given', () => {
  fc.assert(
    fc.property(items, facilities, (wanted, places) => {
      const routed = routeOrder({
        items: wanted,
        facilities: places,
        destination,
        origin: 'SHIP_TO',
      });
      for (const seq of routed.unfilled) {
        const left = wanted.find((one) => one.seq === seq);
        if (left === undefined) continue;
        for (const place of places.filter((one) => mayShip(one, left))) {
          const given = routed.assignments.find((one) => one.facilityId === place.facilityId);
          const used = wanted
            .filter((one) => given?.itemSeqs.includes(one.seq) && one.productId === left.productId)
            .reduce((sum, one) => sum + one.quantity, 0);
          expect((place.available.get(left.productId) ?? 0) - used).toBeLessThan(left.quantity);
        }
      }
    }),
  );
});

test('one facility that has everything ships everything, and none of those is nearer', () => {
  fc.assert(
    fc.property(items, facilities, (wanted, places) => {
      const routed = routeOrder({
        items: wanted,
        facilities: places,
        destination,
        origin: 'SHIP_TO',
      });
      const full = routed.explanation.considered.filter(
        (one) =>
          one.couldShip.length === wanted.length && ['CHOSEN', 'FARTHER'].includes(one.verdict),
      );
      if (full.length === 0) return;
      expect(routed.assignments).toHaveLength(1);
      expect(routed.assignments[0]?.facilityId).toBe(full[0]?.facilityId);
      const miles = full.map((one) => one.miles ?? 0);
      expect(Math.min(...miles)).toBe(miles[0]);
    }),
  );
});
