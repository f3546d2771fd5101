// What a run plans with, and what it comes to.

import type { RoutingExplanation } from '../explanation.ts';
import type { BrokeringRules, RunRules } from '../rules/rules.ts';
import type { Network } from './network.ts';
import type { OrderState, PlannedPart } from './order-state.ts';
import type { RoutingFacility, RoutingItem } from './routing-problem.ts';

export interface PlannedOrder {
  readonly orderId: string;
  readonly parts: readonly PlannedPart[];
  /** Items no facility was found for, with where they wait now. */
  readonly left: readonly RoutingItem[];
  readonly explanation: RoutingExplanation;
}

export interface RunPlan {
  /** Orders at least one of whose items was looked at, in the order they came in. */
  readonly orders: readonly PlannedOrder[];
  readonly perBatch: BatchCounts;
}

export interface BatchCount {
  readonly batch: string;
  readonly attempted: number;
  readonly allocated: number;
  readonly queued: number;
}

export type BatchCounts = readonly BatchCount[];

export interface PlanOptions {
  readonly rules: Pick<BrokeringRules, 'costs'>;
  readonly run: RunRules;
  readonly rulesVersion: number;
  /** Trials do without the facilities each explanation names. */
  readonly considers: boolean;
}

/** What a run plans with, shared by the steps below. */
export interface Planning extends PlanOptions {
  readonly at: number;
  readonly network: Network;
  readonly facility: (id: string | null) => RoutingFacility | null;
}

/** One order and the items of it that a batch took. */
export interface BatchOrder {
  readonly state: OrderState;
  readonly seqs: readonly string[];
}
