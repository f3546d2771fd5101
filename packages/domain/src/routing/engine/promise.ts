// When an item is promised to the customer, and when it would arrive from a facility.

import { methodCosts, zoneOf } from '../rules/costs.ts';
import type { RouteCosts } from '../rules/costs.ts';
import type { RoutingItem, RoutingOrder } from './routing-problem.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Ship-by where the order states it, else the day it was placed and the method's delivery days. */
export function promiseOf(order: RoutingOrder, item: RoutingItem, costs: RouteCosts): number {
  if (item.shipBy !== null) return item.shipBy;
  const days = methodCosts(costs, item.shippingMethod)?.deliveryDays ?? 0;
  return order.placedAt + days * DAY_MS;
}

/** Decided now, shipped the next day, and the zone's days on the road. */
export function arrivalOf(at: number, miles: number | null, costs: RouteCosts): number {
  const transit = costs.transitDays[zoneOf(costs, miles ?? Infinity)] ?? 0;
  return at + (1 + transit) * DAY_MS;
}
