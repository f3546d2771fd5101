// What the optimiser is asked: facilities, stock and orders with their costs. The shape is that of the
// instance file of `sendsale route` (issue 6), with what only the product knows added as optional parts.

/** Costs by ship method and zone; a zone is the first whose limit is at least the distance. */
export interface ZoneTable {
  /** Ascending miles; null is no limit. Beyond the last limit nothing is shipped. */
  readonly limitMiles: ReadonlyArray<number | null>;
  /** Dollars a shipment, by method, one a zone. */
  readonly base: Readonly<Record<string, readonly number[]>>;
  /** Dollars a pound, by method, one a zone. */
  readonly perPound: Readonly<Record<string, readonly number[]>>;
}

export interface ProblemFacility {
  readonly id: string;
  readonly lat: number;
  readonly lng: number;
  /** Shipments it can still send; null is no limit. */
  readonly capacity: number | null;
  readonly perShipment: number;
  readonly perUnit: number;
}

export interface ProblemSku {
  readonly id: string;
  readonly pounds: number;
}

/** Facility, SKU, units available to promise, credit per unit (for stock one wants gone). */
export type StockRow = readonly [facility: string, sku: string, units: number, credit: number];

export interface ProblemOrder {
  readonly id: string;
  readonly lat: number;
  readonly lng: number;
  readonly method: string;
  readonly lines: ReadonlyArray<readonly [sku: string, quantity: number]>;
  /** At most so many shipments; left out: no limit. */
  readonly maxShipments?: number;
  /** Name of its tier set: the merchant's rules, as the optimiser sees them. */
  readonly tierSet?: string;
  /** Where its lines are planned now; moving it costs `switchCost`. */
  readonly current?: ReadonlyArray<string | null>;
  /** Where it costs more than other orders' to leave a unit unfilled. */
  readonly unfilledPerUnit?: number;
}

/** The merchant's rules in their order, as numbers: tier 0 is the first rule that allows a plan. */
export interface TierSet {
  /** Tier of each facility named; or of all of them, in the problem's order, 255 for not allowed. */
  readonly facilities: Readonly<Record<string, number>> | Uint8Array;
  /** Tier of the facilities not named; null: not allowed at all. */
  readonly others: number | null;
  /** The first tier in which an order may go out in several shipments. */
  readonly split: number;
  /** The tier of an order of which something is left unfilled. */
  readonly unfilled: number;
}

export interface RoutingProblem {
  readonly zones: ZoneTable;
  /** Farther than this a method is not offered. */
  readonly maxMiles: Readonly<Record<string, number>>;
  readonly unfilledPerUnit: number;
  readonly facilities: readonly ProblemFacility[];
  readonly skus: readonly ProblemSku[];
  readonly stock: readonly StockRow[];
  readonly orders: readonly ProblemOrder[];
  readonly tierSets?: Readonly<Record<string, TierSet>>;
  /** Dollars for moving an order that has a current plan; left out: 0. */
  readonly switchCost?: number;
}

/** Prices of contested stock and capacity, in dollars a unit and a shipment; what is not named is free. */
export interface Prices {
  readonly stock: ReadonlyArray<readonly [facility: string, sku: string, price: number]>;
  readonly capacity: ReadonlyArray<readonly [facility: string, price: number]>;
}

/** Who ships the lines of an order, in the order of its lines; null is left unfilled. */
export interface PlannedAssignment {
  readonly order: string;
  readonly lines: ReadonlyArray<string | null>;
}

export interface RoutingPlan {
  /** In the order of the problem's orders. */
  readonly assignments: readonly PlannedAssignment[];
  /** What the plan costs by the merchant's costs, tiers not included. */
  readonly objective: number;
  /** What the tiers add in the objective the bound is for; 0 without tiers. */
  readonly tierCost: number;
  /** What moving planned orders adds. */
  readonly moveCost: number;
  /**
   * No plan costs less than this (objective, tier cost and move cost together); null in mode `rules`,
   * which does not look for one (see boundAtPrices).
   */
  readonly bound: number | null;
  readonly prices: Prices;
  /** Orders by tier, the best first; empty without tiers. */
  readonly tierVector: readonly number[];
}

/** How strongly the merchant's rules bind: never a worse tier vector, a price for each step, not at all. */
export type TierMode = 'strict' | 'off' | { readonly soft: number };

/** How long to look, in steps of the algorithm: the same budget gives the same plan on any machine. */
export interface RoutingBudget {
  /** Passes over all orders to find prices. */
  readonly dualIterations: number;
  /** Neighbourhoods taken apart and planned anew. */
  readonly ruins: number;
}

export interface RouteOptions {
  readonly mode: 'rules' | 'optimize';
  readonly seed?: number;
  readonly tiers?: TierMode;
  readonly budget?: Partial<RoutingBudget>;
  /** Prices of an earlier run to start from. */
  readonly prices?: Prices;
  /** A plan to start from and never be worse than, e.g. what the rule engine decided. */
  readonly incumbent?: readonly PlannedAssignment[];
}
