// The merchant's brokering rules as a document: runs, their batches of orders, and the inventory rules each
// batch walks. A version of it is kept as one immutable row; everything here survives JSON.

import type { Json } from '../../json.ts';
import type { RouteCosts } from './costs.ts';

/** ORDER_BY_ORDER: an order walks all rules before the next one starts. RULE_BY_RULE: a rule sees all orders first. */
export const TRAVERSALS = ['ORDER_BY_ORDER', 'RULE_BY_RULE'] as const;
export type Traversal = (typeof TRAVERSALS)[number];

/** SINGLE: one facility ships what the rule allocates. MULTI: several may. */
export const ASSIGNMENTS = ['SINGLE', 'MULTI'] as const;
export type Assignment = (typeof ASSIGNMENTS)[number];

/** How MULTI splits: each facility in its order takes what it can, or as few facilities as are found. */
export const SPREADS = ['IN_ORDER', 'FEWEST'] as const;
export type Spread = (typeof SPREADS)[number];

/** STRICT: never a worse rule for cheaper. SOFT: a rule further down costs a price. OFF: any rule will do. */
export const TIER_RULES = ['STRICT', 'SOFT', 'OFF'] as const;

/** Orders that have a place already and that nobody outside was told of are planned again with the run's own. */
export interface PlanAgain {
  /** Only what was allocated so many minutes ago at most. */
  readonly minutes: number;
  /** Money that giving an order another place must save at least. */
  readonly movePrice: number;
}

/** The run's orders are planned together, the rules in charge: what a rule does not allow is not planned. */
export interface OptimizeRules {
  readonly tiers: (typeof TIER_RULES)[number];
  /** SOFT: money that each rule further down costs an order. */
  readonly pricePerStep: number;
  /** Null or left out: what is allocated stays. */
  readonly again?: PlanAgain | null;
}

/** A filter, sort or action of the catalogue, with what it is told. */
export interface UnitCall {
  readonly code: string;
  readonly args: Readonly<Record<string, Json>>;
}

export interface FilterCall extends UnitCall {
  /** Keeps what the filter would remove, and the other way round. */
  readonly exclude: boolean;
}

export interface InventoryRule {
  readonly code: string;
  readonly name: string;
  readonly active: boolean;
  readonly assignment: Assignment;
  /** Some items of an order may be allocated although others are not. */
  readonly partial: boolean;
  readonly spread: Spread;
  readonly filters: readonly FilterCall[];
  /** The first decides, the next break its ties; the facility's id breaks the last. */
  readonly sorts: readonly UnitCall[];
  /** What happens to items the rule leaves; none is NEXT_RULE. */
  readonly actions: readonly UnitCall[];
}

export interface OrderBatch {
  readonly code: string;
  readonly name: string;
  readonly active: boolean;
  /** Every one must keep the item; an order's items are looked at one by one. */
  readonly filters: readonly FilterCall[];
  /** Oldest order first where they say nothing. */
  readonly sorts: readonly UnitCall[];
  readonly rules: readonly InventoryRule[];
}

export interface RunRules {
  readonly code: string;
  readonly name: string;
  readonly active: boolean;
  /** Five fields; null brokers at once, whenever there is something to do. */
  readonly cron: string | null;
  /** IANA name the cron is told in. */
  readonly timeZone: string;
  /** Of a run with a cron: rejected items and approved send sales do not wait for it. */
  readonly urgentAtOnce: boolean;
  readonly traversal: Traversal;
  /** Null (and left out, in versions from before there was a choice): the rules alone, order by order. */
  readonly optimize?: OptimizeRules | null;
  readonly batches: readonly OrderBatch[];
}

export interface BrokeringRules {
  readonly runs: readonly RunRules[];
  readonly costs: RouteCosts;
  /** Days a facility is not asked for a product it rejected. */
  readonly notHereDays: number;
  /** Days that acceptance and sales are counted over. */
  readonly historyDays: number;
}
