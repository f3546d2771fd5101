// What a parcel costs by the merchant's table, from one facility to the customer.

import { rejectionRate } from '../rules/acceptance.ts';
import { methodCosts, zoneOf } from '../rules/costs.ts';
import type { RouteCosts } from '../rules/costs.ts';
import type { RoutingFacility, RoutingItem } from './routing-problem.ts';

/**
 * One parcel a shipping method, plus what handling costs and what the facility's rejections cost. An unknown
 * distance is the last zone. Decimal money.
 */
export function shipmentCost(
  items: readonly RoutingItem[],
  from: { readonly facility: RoutingFacility; readonly miles: number | null },
  costs: RouteCosts,
): number {
  const { facility, miles } = from;
  const zone = zoneOf(costs, miles ?? Infinity);
  let cost = rejectionRate(facility) * costs.perRejection;
  const methods = new Set<string | null>();
  for (const { shippingMethod, pounds, quantity } of items) {
    const table = methodCosts(costs, shippingMethod);
    if (!methods.has(shippingMethod)) {
      methods.add(shippingMethod);
      cost += (table?.base[zone] ?? 0) + costs.perShipment + facility.perShipment;
    }
    const perUnit = pounds * (table?.perPound[zone] ?? 0) + costs.perUnit + facility.perUnit;
    cost += quantity * perUnit;
  }
  return cost;
}
