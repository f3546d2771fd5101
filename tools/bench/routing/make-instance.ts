// Synthetic instances after reference/routing.md §3.1: metropolitan areas weighted by people, a few warehouses
// and three sizes of stores, skewed demand, parcel zones, and three regimes of stock.

import type { ProblemFacility, ProblemOrder, RoutingProblem, StockRow } from '@sendsale/domain';
import { seededRandom } from '@sendsale/std';
import type { Random } from '@sendsale/std';
import { METROS } from './metros.ts';

export type Regime = 'tight' | 'medium' | 'loose';

export interface InstanceOptions {
  readonly regime: Regime;
  readonly orders: number;
  readonly facilities: number;
  readonly seed: number;
}

// Units available to promise for a unit of demand, and the share of (facility, SKU) pairs that have any.
const REGIMES: Readonly<Record<Regime, { readonly ratio: number; readonly reach: number }>> = {
  tight: { ratio: 1.6, reach: 0.05 },
  medium: { ratio: 4.9, reach: 0.19 },
  loose: { ratio: 20, reach: 0.8 },
};

const ZONES: RoutingProblem['zones'] = {
  limitMiles: [150, 300, 600, 1000, 1400, 1800, null],
  base: {
    standard: [7.6, 8.1, 8.9, 9.7, 10.4, 11.0, 11.7],
    'two-day': [11.5, 13.0, 15.5, 18.5, 21.0, 23.0, 25.0],
    'next-day': [17.0, 22.0, 29.0, 36.0, 41.0, 45.0, 49.0],
  },
  perPound: {
    standard: [0.35, 0.45, 0.6, 0.75, 0.95, 1.15, 1.35],
    'two-day': [0.7, 0.95, 1.3, 1.7, 2.1, 2.5, 2.9],
    'next-day': [1.1, 1.6, 2.2, 2.9, 3.5, 4.1, 4.7],
  },
};

export function makeInstance(options: InstanceOptions): RoutingProblem {
  const random = seededRandom(options.seed * 7919 + options.orders + options.facilities);
  const facilities = makeFacilities(options, random);
  const skuCount = Math.max(20, Math.round(options.orders / 4));
  const skus = Array.from({ length: skuCount }, (_, index) => ({
    id: `S${index}`,
    pounds: Math.round((0.3 + 3.2 * random.next() ** 2) * 100) / 100,
  }));
  const orders = makeOrders(options, skuCount, random);
  const stock = makeStock({ options, facilities, orders, skuCount, random });
  return {
    zones: ZONES,
    maxMiles: { 'next-day': 1000 },
    unfilledPerUnit: 30,
    facilities,
    skus,
    stock,
    orders,
  };
}

function isWarehouse(index: number, facilities: number): boolean {
  return index < Math.max(1, Math.round(facilities * 0.02));
}

function makeFacilities(options: InstanceOptions, random: Random): readonly ProblemFacility[] {
  const { facilities: count, orders } = options;
  const raw = Array.from({ length: count }, (_, index) => {
    const metro = pickMetro(random);
    const warehouse = isWarehouse(index, count);
    const weight = warehouse ? 22 : [0.6, 1, 1.9][random.integer(0, 2)];
    return { metro, warehouse, weight: weight ?? 1 };
  });
  const total = raw.reduce((sum, one) => sum + one.weight, 0);
  return raw.map(({ metro, warehouse, weight }, index) => ({
    id: `F${index}`,
    lat: around(metro.lat, 0.35, random),
    lng: around(metro.lng, 0.35, random),
    capacity: Math.max(1, Math.round((1.85 * orders * weight) / total)),
    perShipment: warehouse ? 1.1 : 2.4,
    perUnit: warehouse ? 0.4 : 0.9,
  }));
}

function makeOrders(
  options: InstanceOptions,
  skuCount: number,
  random: Random,
): readonly ProblemOrder[] {
  const sizes = [0.5, 0.74, 0.865, 0.935, 0.975, 1];
  const popularity = zipf(skuCount);
  const categories = Math.max(4, Math.round(skuCount / 25));
  return Array.from({ length: options.orders }, (_, index) => {
    const metro = pickMetro(random);
    const isRural = random.next() < 0.15;
    const draw = random.next();
    const size = 1 + sizes.findIndex((share) => draw < share);
    const first = draw01(popularity, random);
    const chosen = new Set([first]);
    while (chosen.size < Math.min(size, skuCount)) {
      const other = draw01(popularity, random);
      const isKin = other % categories === first % categories;
      if (isKin || random.next() < 0.35) chosen.add(other);
    }
    const method = random.next();
    return {
      id: `O${index}`,
      lat: around(metro.lat, isRural ? 2.2 : 0.4, random),
      lng: around(metro.lng, isRural ? 2.2 : 0.4, random),
      method: method < 0.86 ? 'standard' : method < 0.96 ? 'two-day' : 'next-day',
      lines: [...chosen].map((sku) => [`S${sku}`, random.next() < 0.04 ? 2 : 1] as const),
    };
  });
}

interface StockFacts {
  readonly options: InstanceOptions;
  readonly facilities: readonly ProblemFacility[];
  readonly orders: readonly ProblemOrder[];
  readonly skuCount: number;
  readonly random: Random;
}

// The units of a SKU are scattered over the facilities that carry it, by the facilities' sizes.
function makeStock(facts: StockFacts): readonly StockRow[] {
  const { options, facilities, orders, skuCount, random } = facts;
  const { ratio, reach } = REGIMES[options.regime];
  const demand = new Map<string, number>();
  for (const [sku, quantity] of orders.flatMap((order) => order.lines)) {
    demand.set(sku, (demand.get(sku) ?? 0) + quantity);
  }
  const rows: StockRow[] = [];
  for (let index = 0; index < skuCount; index += 1) {
    const sku = `S${index}`;
    const wanted = demand.get(sku) ?? 1;
    const carriers = facilities.filter(
      (_, at) => random.next() < (isWarehouse(at, facilities.length) ? 0.35 + 0.6 * reach : reach),
    );
    const units = scatter(Math.ceil(wanted * ratio), carriers, random);
    for (const [facility, count] of units) {
      const credit = random.next() < 0.25 && facility.perUnit > 0.5 ? 3 * random.next() : 0;
      rows.push([facility.id, sku, count, Math.round(credit * 100) / 100]);
    }
  }
  return rows;
}

function scatter(
  units: number,
  carriers: readonly ProblemFacility[],
  random: Random,
): ReadonlyMap<ProblemFacility, number> {
  const held = new Map<ProblemFacility, number>();
  if (carriers.length === 0) return held;
  const sums: number[] = [];
  let total = 0;
  for (const { perUnit } of carriers) sums.push((total += perUnit < 0.5 ? 6 : 1));
  for (let unit = 0; unit < units; unit += 1) {
    const at = random.next() * total;
    const facility = carriers[lowerBound(sums, at)];
    if (facility !== undefined) held.set(facility, (held.get(facility) ?? 0) + 1);
  }
  return held;
}

function zipf(count: number): readonly number[] {
  const sums: number[] = [];
  let total = 0;
  for (let rank = 1; rank <= count; rank += 1) sums.push((total += rank ** -0.75));
  return sums.map((sum) => sum / total);
}

function draw01(sums: readonly number[], random: Random): number {
  return lowerBound(sums, random.next());
}

function lowerBound(sums: readonly number[], value: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

const PEOPLE = METROS.reduce((sum, metro) => sum + metro.people, 0);

function pickMetro(random: Random): (typeof METROS)[number] {
  let left = random.next() * PEOPLE;
  for (const metro of METROS) {
    left -= metro.people;
    if (left <= 0) return metro;
  }
  return random.pick(METROS);
}

function around(center: number, spread: number, random: Random): number {
  const bell = random.next() + random.next() + random.next() - 1.5;
  return Math.round((center + bell * spread) * 10_000) / 10_000;
}
