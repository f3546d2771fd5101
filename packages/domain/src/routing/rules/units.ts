// The shapes of what the catalogue lists: each filter, sort and action is one plain object with a code, words
// for people, typed arguments and one pure function.

import type { Queue } from '../../facilities/facility.ts';
import type { RoutingFacility, RoutingItem, RoutingOrder } from '../engine/routing-problem.ts';
import type { Args, ArgSpec } from './args.ts';
import type { RouteCosts } from './costs.ts';

interface Unit {
  readonly code: string;
  readonly label: string;
  readonly args: readonly ArgSpec[];
}

/** What a batch knows when it chooses and sorts its orders. */
export interface BatchView {
  readonly at: number;
  readonly facility: (id: string | null) => RoutingFacility | null;
  readonly costs: RouteCosts;
  readonly args: Args;
}

export interface OrderFilter extends Unit {
  /** Whether the item belongs to the batch. */
  readonly takes: (order: RoutingOrder, item: RoutingItem, view: BatchView) => boolean;
}

export interface OrderSort extends Unit {
  /** Smaller keys first; Infinity for orders that have none. */
  readonly key: (order: RoutingOrder, items: readonly RoutingItem[], view: BatchView) => number;
}

/** What a rule knows about a facility and an order. */
export interface FacilityView {
  readonly at: number;
  readonly order: RoutingOrder;
  /** The items the rule looks at. */
  readonly items: readonly RoutingItem[];
  readonly selling: RoutingFacility | null;
  /** Great-circle miles to the destination; null when it is unknown. */
  readonly miles: number | null;
  readonly costs: RouteCosts;
  readonly args: Args;
}

/** Keeps or removes a whole facility. */
export interface FacilityFilter extends Unit {
  readonly kind: 'FACILITY';
  readonly keeps: (facility: RoutingFacility, view: FacilityView) => boolean;
}

/** Lowers what a facility may promise of a product. */
export interface StockFilter extends Unit {
  readonly kind: 'STOCK';
  /** @returns units that may be promised, never more than `cell.available` */
  readonly usable: (cell: StockView, args: Args) => number;
}

export interface StockView {
  readonly available: number;
  /** Units a week that leave the facility; null when none did. */
  readonly weeklyUnits: number | null;
}

/** Changes how the rule itself allocates. */
export interface RuleFilter extends Unit {
  readonly kind: 'RULE';
  readonly change: (options: RuleOptions, args: Args) => RuleOptions;
}

export type InventoryFilter = FacilityFilter | StockFilter | RuleFilter;

export interface RuleOptions {
  readonly ignoreOrderLimit: boolean;
  readonly splitItemGroups: boolean;
  readonly entireShipGroup: boolean;
  /** Only orders all of whose looked-at items are available somewhere. */
  readonly everythingAvailable: boolean;
  /** Least value of each part of a split order, in minor units. */
  readonly shipmentValueMinor: number;
  readonly shipmentsMax: number;
}

export interface FacilitySort extends Unit {
  /** Smaller keys first; Infinity for facilities that have none. */
  readonly key: (candidate: CandidateView, view: FacilityView) => number;
}

export interface CandidateView {
  readonly facility: RoutingFacility;
  /** Units it may promise, summed over the products the rule looks at. */
  readonly available: number;
  /** Orders it can still take now; null is no limit. */
  readonly capacityLeft: number | null;
  /** Fewest weeks its stock of a looked-at product lasts; null when none sells. */
  readonly weeksOfSupply: number | null;
  /** What shipping everything from it would cost. */
  readonly cost: number;
}

/** What an action does to an item that a rule left. */
export interface LeftItem {
  readonly queue: Queue;
  readonly autoCancelAt: number | null;
  /** No further rule of the batch looks at it. */
  readonly stops: boolean;
}

export interface Action extends Unit {
  readonly apply: (item: LeftItem, view: { readonly at: number; readonly args: Args }) => LeftItem;
}
