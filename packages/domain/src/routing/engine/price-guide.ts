// The prices of the last run, for decisions made a few at a time: what a unit or a place is worth to orders to
// come counts as a cost, by half, since prices of yesterday are a forecast.

import type { Prices } from '../optimizer/problem.ts';

export interface PriceGuide {
  readonly unit: (facilityId: string, productId: string) => number;
  readonly place: (facilityId: string) => number;
}

const WEIGHT = 0.5;

export function priceGuide(prices: Prices): PriceGuide {
  const units = new Map(
    prices.stock.map(([facilityId, productId, price]) => [`${facilityId}\n${productId}`, price]),
  );
  const places = new Map(prices.capacity);
  return {
    unit: (facilityId, productId) => WEIGHT * (units.get(`${facilityId}\n${productId}`) ?? 0),
    place: (facilityId) => WEIGHT * (places.get(facilityId) ?? 0),
  };
}
