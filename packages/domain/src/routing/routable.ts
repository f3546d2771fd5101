// What routing looks at: the items that wait, the facilities that might ship them, and what each could.

import type { Place } from './distance.ts';

export interface RoutableItem {
  readonly seq: string;
  readonly productId: string;
  readonly quantity: number;
  /** Where the order says it must come from (a pickup); null lets routing choose. */
  readonly assignedFacilityId: string | null;
}

export interface RoutableFacility extends Place {
  readonly facilityId: string;
  readonly shipsOrders: boolean;
  /** Orders it can still take today; null: no limit. */
  readonly capacityLeft: number | null;
  /** Product → units available to promise. */
  readonly available: ReadonlyMap<string, number>;
  /** Products it rejected not long ago. */
  readonly rejected: ReadonlySet<string>;
}

export interface Assignment {
  readonly facilityId: string;
  readonly itemSeqs: readonly string[];
}

/** The items of `items`, in their order, that the facility could ship all at once. */
export function shippable(
  facility: RoutableFacility,
  items: readonly RoutableItem[],
): readonly RoutableItem[] {
  const left = new Map(facility.available);
  return items.filter((item) => {
    const units = left.get(item.productId) ?? 0;
    if (!mayShip(facility, item) || units < item.quantity) return false;
    left.set(item.productId, units - item.quantity);
    return true;
  });
}

function mayShip(facility: RoutableFacility, item: RoutableItem): boolean {
  if (facility.rejected.has(item.productId)) return false;
  if (item.assignedFacilityId !== null) return item.assignedFacilityId === facility.facilityId;
  return facility.shipsOrders;
}
