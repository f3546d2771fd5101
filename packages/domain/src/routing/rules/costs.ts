// What a shipment costs by the merchant's own table: what rules sort by, and what trials are compared in.

/** Prices of one shipping method; one number a zone. Decimal money of the shop's currency. */
export interface MethodCosts {
  readonly base: readonly number[];
  readonly perPound: readonly number[];
  /** Days the customer is promised when the order says nothing. */
  readonly deliveryDays: number;
}

export interface RouteCosts {
  /** Upper limits of the zones in miles; null is no limit. The zone is the first whose limit is reached not. */
  readonly zoneMiles: readonly (number | null)[];
  /** Days on the road, one number a zone. */
  readonly transitDays: readonly number[];
  /** Shipping method → prices; `*` is every other method. */
  readonly methods: Readonly<Record<string, MethodCosts>>;
  readonly perShipment: number;
  readonly perUnit: number;
  /** What a rejection costs; counted at the share of offers a facility rejects. */
  readonly perRejection: number;
  /** What a unit costs that nobody ships. */
  readonly unfilledPerUnit: number;
}

/** Ground parcel prices of a mid-size shipper in the United States, in dollars: a start to be replaced. */
export const DEFAULT_COSTS: RouteCosts = {
  zoneMiles: [150, 300, 600, 1000, 1400, 1800, null],
  transitDays: [1, 2, 2, 3, 4, 4, 5],
  methods: {
    '*': {
      base: [7.6, 8.1, 8.9, 9.7, 10.4, 11, 11.7],
      perPound: [0.35, 0.45, 0.6, 0.75, 0.95, 1.15, 1.35],
      deliveryDays: 7,
    },
  },
  perShipment: 1.1,
  perUnit: 0.4,
  perRejection: 6,
  unfilledPerUnit: 30,
};

export function zoneOf(costs: RouteCosts, miles: number): number {
  const last = costs.zoneMiles.length - 1;
  for (let zone = 0; zone < last; zone += 1) {
    if (miles <= (costs.zoneMiles[zone] ?? Infinity)) return zone;
  }
  return last;
}

export function methodCosts(costs: RouteCosts, method: string | null): MethodCosts | null {
  return costs.methods[method ?? '*'] ?? costs.methods['*'] ?? null;
}
