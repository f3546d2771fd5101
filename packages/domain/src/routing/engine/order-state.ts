// One order while a run plans it: what still waits, what was assigned, and what the rules did.

import type { ConsideredFacility, RoutedPart, RuleStep } from '../explanation.ts';
import { milesToAll } from '../distance.ts';
import type { LeftItem } from '../rules/units.ts';
import type { Network } from './network.ts';
import type { RoutingItem, RoutingOrder } from './routing-problem.ts';

export interface OrderState {
  readonly order: RoutingOrder;
  /** Items without facility, with their queue and cancel date as they are now. */
  readonly open: Map<string, RoutingItem>;
  readonly parts: PlannedPart[];
  readonly steps: RuleStep[];
  readonly presentAt: Set<number>;
  readonly heldFor: Set<string>;
  /** By facility; null when the destination is unknown. */
  readonly miles: Float64Array | null;
  /** Of the step that decided. */
  considered: readonly ConsideredFacility[];
  sorts: readonly string[];
  /** A batch took at least one of its items. */
  attempted: boolean;
}

export interface PlannedPart extends RoutedPart {
  readonly batch: string;
  readonly rule: string;
  /** It takes one of the facility's orders of the day and hour. */
  readonly limited: boolean;
}

export function openOrder(order: RoutingOrder, network: Network): OrderState {
  const { destination } = order;
  const present = order.presentAt.flatMap((id) => network.indexOf.get(id) ?? []);
  return {
    order,
    open: new Map(order.items.map((item) => [item.seq, item])),
    parts: [],
    steps: [],
    presentAt: new Set(present),
    heldFor: new Set(),
    miles: destination === null ? null : milesToAll(destination, network.points),
    considered: [],
    sorts: [],
    attempted: false,
  };
}

/** Gives an open item another queue or cancel date. */
export function leaveItem(state: OrderState, item: RoutingItem, left: LeftItem): void {
  const { queue, autoCancelAt } = left;
  state.open.set(item.seq, { ...item, queue, autoCancelAt });
}
