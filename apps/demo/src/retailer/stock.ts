// Where the sample retailer's stock lies: uneven on purpose, decided by a seed, with the exact places the
// scenarios need (a size sold out in one store and left in another).

import { seededRandom } from '@sendsale/std';
import { SIZES, VARIANTS } from './catalogue.ts';
import { PLACES } from './places.ts';

export interface StockCell {
  readonly placeId: string;
  readonly sku: string;
  readonly quantity: number;
}

/** SKU → the only places that have it. Everywhere else it is sold out. */
export const SCENARIO_STOCK: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'HRB-NAV-M': { BOS: 3, DCA: 9, LAX: 2 },
  'HRB-MOS-L': { RNO: 12 },
  'CAN-STO-S': { CHI: 8 },
  'FEL-PIN-M': { RNO: 9 },
  'CRW-CAM-L': { CMH: 18, MIA: 1 },
  'OXF-BLU-S': { CMH: 8, DAL: 2 },
  'CRD-NAV-M': { PHL: 8, ATL: 4 },
  'TEE-GRE-M': { SFO: 20 },
  'CHN-KHA-M': { SFO: 9 },
  'SKT-PLA-S': { SEA: 8, CHI: 3 },
  'DRS-BLA-M': { DAL: 8, ATL: 7 },
  ...eachSize('JNS-IND', { DEN: 1, PHX: 3 }),
  ...eachSize('DRS-DOT', {}),
};

/** What the unknown item will have once it is added in NetSuite. */
export const UNKNOWN_ITEM_STOCK: Readonly<Record<string, number>> = { ATL: 4 };

/** Every cell with stock, the same for the same seed. */
export function sampleStock(seed: number): StockCell[] {
  const random = seededRandom(seed);
  return VARIANTS.flatMap(({ sku }) => {
    const fixed = SCENARIO_STOCK[sku];
    return PLACES.flatMap((place) => {
      const drawn = drawQuantity(place.kind, random.next());
      const quantity = fixed === undefined ? drawn : (fixed[place.id] ?? 0);
      return quantity === 0 ? [] : [{ placeId: place.id, sku, quantity }];
    });
  });
}

// A store lacks a size 45 times in a hundred, a warehouse 10.
function drawQuantity(kind: 'STORE' | 'WAREHOUSE', draw: number): number {
  if (kind === 'WAREHOUSE') return draw < 0.1 ? 0 : Math.ceil((draw - 0.1) * 60);
  return draw < 0.45 ? 0 : Math.ceil((draw - 0.45) * 12);
}

function eachSize(style: string, places: Readonly<Record<string, number>>) {
  return Object.fromEntries(SIZES.map((size) => [`${style}-${size}`, places]));
}
