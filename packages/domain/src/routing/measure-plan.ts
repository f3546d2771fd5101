// What a plan comes to in the numbers merchants compare rules by.

import { milesBetween } from './distance.ts';
import { groupBy } from './engine/group-by.ts';
import { arrivalOf, promiseOf } from './engine/promise.ts';
import type { RoutingFacility, RoutingItem, RoutingOrder } from './engine/routing-problem.ts';
import { shipmentCost } from './engine/shipment-cost.ts';
import type { RouteCosts } from './rules/costs.ts';

export interface MeasuredOrder {
  readonly order: RoutingOrder;
  readonly at: number;
  readonly parts: readonly {
    readonly facilityId: string;
    readonly itemSeqs: readonly string[];
    readonly rule: string;
  }[];
}

export interface PlanMeasures {
  readonly orders: number;
  readonly units: number;
  readonly filledUnits: number;
  /** Orders all of whose units are filled. */
  readonly filledOrders: number;
  readonly splitOrders: number;
  readonly shipments: number;
  /** Decimal money, to the cent, of what ships. */
  readonly cost: number;
  /** `cost` and what unfilled units cost by the rules' table. */
  readonly costWithUnfilled: number;
  /** Sum over the shipments whose way is known. */
  readonly miles: number;
  /** Filled units that would arrive as promised. */
  readonly promisesKept: number;
  readonly ordersPerRule: Readonly<Record<string, number>>;
  readonly ordersPerFacility: Readonly<Record<string, number>>;
}

export interface MeasureOptions {
  readonly orders: readonly MeasuredOrder[];
  readonly facilities: readonly RoutingFacility[];
  readonly costs: RouteCosts;
}

export function measurePlan({ orders, facilities, costs }: MeasureOptions): PlanMeasures {
  const byId = new Map(facilities.map((facility) => [facility.facilityId, facility]));
  const total = {
    units: 0,
    filled: 0,
    filledOrders: 0,
    split: 0,
    shipments: 0,
    cost: 0,
    miles: 0,
    kept: 0,
  };
  const perRule = new Map<string, Set<string>>();
  const perFacility = new Map<string, Set<string>>();
  for (const one of orders) {
    const units = unitsOf(one.order.items);
    let filled = 0;
    const parts = groupBy(one.parts, (part) => part.facilityId);
    for (const [facilityId, there] of parts) {
      const facility = byId.get(facilityId);
      const items = itemsOf(
        one.order,
        there.flatMap((part) => part.itemSeqs),
      );
      if (facility === undefined || items.length === 0) continue;
      const { destination } = one.order;
      const miles = destination === null ? null : milesBetween(destination, facility);
      total.shipments += 1;
      total.miles += miles ?? 0;
      total.cost += isPickup(items) ? 0 : shipmentCost(items, { facility, miles }, costs);
      const arrival = arrivalOf(one.at, miles, costs);
      const inTime = items.filter((item) => arrival <= promiseOf(one.order, item, costs));
      total.kept += unitsOf(inTime);
      filled += unitsOf(items);
      count(perFacility, facilityId, one.order.orderId);
      for (const part of there) count(perRule, part.rule, one.order.orderId);
    }
    total.units += units;
    total.filled += filled;
    if (filled === units) total.filledOrders += 1;
    if (parts.size > 1) total.split += 1;
  }
  return {
    orders: orders.length,
    units: total.units,
    filledUnits: total.filled,
    filledOrders: total.filledOrders,
    splitOrders: total.split,
    shipments: total.shipments,
    cost: cents(total.cost),
    costWithUnfilled: cents(total.cost + (total.units - total.filled) * costs.unfilledPerUnit),
    miles: Math.round(total.miles),
    promisesKept: total.kept,
    ordersPerRule: sizes(perRule),
    ordersPerFacility: sizes(perFacility),
  };
}

function isPickup(items: readonly RoutingItem[]): boolean {
  return items.every((item) => item.assignedFacilityId !== null);
}

function itemsOf(order: RoutingOrder, seqs: readonly string[]): readonly RoutingItem[] {
  return order.items.filter((item) => seqs.includes(item.seq));
}

function unitsOf(items: readonly RoutingItem[]): number {
  return items.reduce((sum, item) => sum + item.quantity, 0);
}

function count(sets: Map<string, Set<string>>, key: string, orderId: string): void {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set.add(orderId));
}

function sizes(sets: ReadonlyMap<string, ReadonlySet<string>>): Readonly<Record<string, number>> {
  const all = [...sets].map(([key, set]) => [key, set.size] as const);
  return Object.fromEntries(all.toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}

function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}
