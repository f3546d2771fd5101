// Why brokering chose a facility, in words and numbers that are kept with the allocation.

export type RoutingVerdict =
  /** It ships the items named. */
  | 'CHOSEN'
  /** It has everything, but another one is nearer. */
  | 'FARTHER'
  /** It has some of the items, and others cover the order with fewer parcels or a shorter way. */
  | 'PARTIAL_STOCK'
  | 'NO_STOCK'
  /** It said it has not got the item, and is not asked again yet. */
  | 'REJECTED_BEFORE'
  | 'AT_CAPACITY'
  | 'DOES_NOT_SHIP';

export interface ConsideredFacility {
  readonly facilityId: string;
  /** Great-circle miles from the destination; null when the destination is unknown. */
  readonly miles: number | null;
  readonly verdict: RoutingVerdict;
  /** Sequences of the items it could ship in full. */
  readonly couldShip: readonly string[];
}

export interface RoutingExplanation {
  /** The rule that decided. */
  readonly rule: 'NEAREST_WITH_EVERYTHING' | 'FEWEST_FACILITIES' | 'ASSIGNED_FACILITY';
  /** Where distances were measured from. */
  readonly origin: 'SHIP_TO' | 'SELLING_FACILITY' | 'UNKNOWN';
  /** Items that waited when the decision was made. */
  readonly itemSeqs: readonly string[];
  /** Nearest first, at most 50. */
  readonly considered: readonly ConsideredFacility[];
  /** How many facilities were looked at in all. */
  readonly consideredCount: number;
}
