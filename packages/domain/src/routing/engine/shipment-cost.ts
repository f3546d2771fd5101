// What a parcel costs by the merchant's table, from one facility to the customer.

import { rejectionRate } from '../rules/acceptance.ts';
import { methodCosts, zoneOf } from '../rules/costs.ts';
import type { RouteCosts } from '../rules/costs.ts';
import type { RoutingFacility, RoutingItem } from './routing-problem.ts';

/** What the same items cost from anywhere: one number a zone, and what is counted at each facility's own rate. */
export interface ParcelCosts {
  readonly byZone: readonly number[];
  readonly parcels: number;
  readonly units: number;
}

/** One parcel a shipping method. Decimal money. */
export function parcelCosts(items: readonly RoutingItem[], costs: RouteCosts): ParcelCosts {
  const methods = [...new Set(items.map((item) => item.shippingMethod))];
  const units = items.reduce((sum, item) => sum + item.quantity, 0);
  const byZone = costs.zoneMiles.map((_, zone) => {
    let cost = methods.length * costs.perShipment + units * costs.perUnit;
    for (const method of methods) cost += methodCosts(costs, method)?.base[zone] ?? 0;
    for (const { shippingMethod, pounds, quantity } of items) {
      cost += quantity * pounds * (methodCosts(costs, shippingMethod)?.perPound[zone] ?? 0);
    }
    return cost;
  });
  return { byZone, parcels: methods.length, units };
}

export interface ShipsFrom {
  readonly facility: RoutingFacility;
  /** Null, an unknown distance, is the last zone. */
  readonly miles: number | null;
}

/** With the facility's own handling, and with what its rejections cost. */
export function costFrom(
  parcel: ParcelCosts,
  { facility, miles }: ShipsFrom,
  costs: RouteCosts,
): number {
  return (
    (parcel.byZone[zoneOf(costs, miles ?? Infinity)] ?? 0) +
    parcel.parcels * facility.perShipment +
    parcel.units * facility.perUnit +
    rejectionRate(facility) * costs.perRejection
  );
}

export function shipmentCost(
  items: readonly RoutingItem[],
  from: ShipsFrom,
  costs: RouteCosts,
): number {
  return costFrom(parcelCosts(items, costs), from, costs);
}
