// The order in which places are offered to an associate.

import { DEFAULT_COSTS, priceGuide } from '@sendsale/domain';
import { expect, test } from 'vitest';
import { cheapestFirst, soonestFirst } from './offer-order.ts';
import type { OfferGuide } from './offer-order.ts';

const place = (facilityId: string, miles: number | null, arrivesOn = '2026-11-27') => ({
  facilityId,
  name: facilityId,
  availableToPromise: 1,
  miles,
  transitDays: 1,
  shipsOn: '2026-11-26',
  arrivesOn,
});
const NEAR = place('NEAR', 20);
const SAME_ZONE = place('SAME_ZONE', 120);
const FAR = place('FAR', 900, '2026-12-01');
const without: OfferGuide = { costs: DEFAULT_COSTS, prices: null };
const dear: OfferGuide = {
  costs: DEFAULT_COSTS,
  prices: priceGuide({ stock: [['NEAR', 'P1', 9]], capacity: [['SAME_ZONE', 1]] }),
};
const ids = (places: readonly { readonly facilityId: string }[]) =>
  places.map((one) => one.facilityId).join(' ');

test('without prices the nearest comes first', () => {
  const places = [FAR, SAME_ZONE, NEAR];
  expect(ids(places.toSorted(cheapestFirst(without, 'P1')))).toBe('NEAR SAME_ZONE FAR');
});

test('a unit that other orders need more is offered later, by half its price', () => {
  const places = [NEAR, SAME_ZONE, FAR];
  expect(ids(places.toSorted(cheapestFirst(dear, 'P1')))).toBe('SAME_ZONE FAR NEAR');
  expect(ids(places.toSorted(cheapestFirst(dear, 'P2')))).toBe('NEAR SAME_ZONE FAR');
});

test('the customer’s day counts before the price', () => {
  expect(ids([FAR, NEAR, SAME_ZONE].toSorted(soonestFirst(dear, 'P1')))).toBe('SAME_ZONE NEAR FAR');
});
