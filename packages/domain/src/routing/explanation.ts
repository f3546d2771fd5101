// Why brokering chose a facility, or none, in words and numbers that are kept with the decision.

import type { Traversal } from './rules/rules.ts';

export type RoutingVerdict =
  /** It ships the items named. */
  | 'CHOSEN'
  /** It has everything, but another one is nearer. */
  | 'FARTHER'
  /** It has everything, but another one comes before it by the rule's other sorts. */
  | 'RANKED_LOWER'
  /** It has some of the items, and others cover the order with fewer parcels or come first. */
  | 'PARTIAL_STOCK'
  /** It has something, but the rule split no order this way. */
  | 'RULE_REFUSED'
  | 'NO_STOCK'
  /** It said it has not got the item, and is not asked again yet. */
  | 'REJECTED_BEFORE'
  | 'AT_CAPACITY'
  | 'DOES_NOT_SHIP'
  /** A filter of the rule removed it; `by` names the filter. */
  | 'FILTERED';

export interface ConsideredFacility {
  readonly facilityId: string;
  /** Great-circle miles from the destination; null when the destination is unknown. */
  readonly miles: number | null;
  readonly verdict: RoutingVerdict;
  /** Sequences of the items it could ship in full. */
  readonly couldShip: readonly string[];
  /** Its place in the rule's order, from 1; null for one the rule does not rank. */
  readonly rank: number | null;
  /** What shipping `couldShip` from it would cost (what it does ship, for a chosen one). */
  readonly cost: number | null;
  /** The filter that removed it. */
  readonly by: string | null;
}

export interface RemovedFacilities {
  /** A filter's code, DOES_NOT_SHIP, AT_CAPACITY, NO_STOCK or REJECTED_BEFORE. */
  readonly by: string;
  readonly facilities: number;
}

export interface RoutedPart {
  readonly facilityId: string;
  readonly itemSeqs: readonly string[];
  readonly miles: number | null;
  readonly cost: number;
}

/** A facility that had everything the order got, at less cost, when the run began. */
export interface CheaperFacility {
  readonly facilityId: string;
  readonly cost: number;
  readonly saves: number;
  /** STOCK and CAPACITY: others took it. FILTERED: `by` names the filter. RULES: the rule prefers another. */
  readonly why: 'STOCK' | 'CAPACITY' | 'FILTERED' | 'RULES';
  readonly by: string | null;
  /** STOCK: the items it had not enough left for. */
  readonly itemSeqs: readonly string[];
  /** What one more unit or place there would have saved all orders; null where no prices were found. */
  readonly price: number | null;
  /** Names of orders that took it, a few. */
  readonly claimants: readonly string[];
}

/** One rule's turn with the order. */
export interface RuleStep {
  readonly batch: string;
  readonly rule: string;
  /** Items it looked at. */
  readonly itemSeqs: readonly string[];
  /** How many facilities each filter removed, in the order they were asked. */
  readonly removed: readonly RemovedFacilities[];
  /** Facilities that were left. */
  readonly candidates: number;
  readonly parts: readonly RoutedPart[];
  /** What happened to the items it left; empty when it left none. */
  readonly actions: readonly string[];
  /** Why what could be allocated was not: PARTIAL, THRESHOLD or SHIPMENTS_MAX. */
  readonly refused: string | null;
}

export interface RoutingExplanation {
  readonly run: string;
  /** Version of the rules that decided; 0 is the built-in set. */
  readonly rulesVersion: number;
  readonly traversal: Traversal;
  /** The rule that allocated last; the last one tried when none did; null when no batch took the order. */
  readonly rule: string | null;
  /** What the rule that decided sorts by. */
  readonly sorts: readonly string[];
  /** Where distances were measured from. */
  readonly origin: 'SHIP_TO' | 'SELLING_FACILITY' | 'UNKNOWN';
  /** Items that waited when the decision was made. */
  readonly itemSeqs: readonly string[];
  /** Items kept for send sales that were placed before and are not approved yet. */
  readonly heldFor: readonly string[];
  readonly steps: readonly RuleStep[];
  /** Nearest first: the chosen, the nearest, the first by rank and the cheapest of the deciding rule. */
  readonly considered: readonly ConsideredFacility[];
  /** The cheapest first; left out in decisions of before there was this. */
  readonly cheaper?: readonly CheaperFacility[];
  /** Whether the order was planned together with the others of the run. */
  readonly together?: boolean;
  /** How many facilities were looked at in all. */
  readonly consideredCount: number;
}
