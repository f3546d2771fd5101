// Facilities, stock and capacity while a run plans: what is promised to one order is gone for the next.

import { spherePoint } from '../distance.ts';
import type { SpherePoint } from '../distance.ts';
import { groupBy } from './group-by.ts';
import type {
  RoutingFacility,
  RoutingItem,
  RoutingOrder,
  BrokeringProblem,
  StockHold,
} from './routing-problem.ts';

export interface Network {
  readonly facilities: readonly RoutingFacility[];
  /** Where the facilities are, for measuring distances. */
  readonly points: readonly SpherePoint[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** 1 where orders are shipped from. */
  readonly ships: Uint8Array;
  readonly stock: ReadonlyMap<string, ProductStock>;
  /** Orders left, by facility; Infinity is no limit. */
  readonly dayLeft: Float64Array;
  readonly hourLeft: Float64Array;
}

export interface ProductStock {
  /** Units left to promise, by facility. */
  readonly left: Int32Array;
  readonly weeklyUnits: ReadonlyMap<number, number>;
  readonly rejectedAt: ReadonlySet<number>;
  /** Units left in all facilities that ship. */
  total: number;
  readonly holds: readonly StockHold[];
}

/** Facilities are kept by id, so that ties end the same way whatever order they came in. */
export function makeNetwork(problem: BrokeringProblem): Network {
  const facilities = problem.facilities.toSorted((a, b) => (a.facilityId < b.facilityId ? -1 : 1));
  const indexOf = new Map(facilities.map((facility, index) => [facility.facilityId, index]));
  return {
    facilities,
    points: facilities.map(spherePoint),
    indexOf,
    ships: Uint8Array.from(facilities, (one) => (one.shipsOrders ? 1 : 0)),
    stock: stockOf(problem, facilities, indexOf),
    dayLeft: Float64Array.from(facilities, (one) => one.dayLeft ?? Infinity),
    hourLeft: Float64Array.from(facilities, (one) => one.hourLeft ?? Infinity),
  };
}

function stockOf(
  problem: BrokeringProblem,
  facilities: readonly RoutingFacility[],
  indexOf: ReadonlyMap<string, number>,
): ReadonlyMap<string, ProductStock> {
  const holds = groupBy(problem.holds, (hold) => hold.productId);
  const stock = new Map<string, ProductStock>();
  for (const [productId, cells] of groupBy(problem.stock, (cell) => cell.productId)) {
    const left = new Int32Array(facilities.length);
    const weeklyUnits = new Map<number, number>();
    const rejectedAt = new Set<number>();
    let total = 0;
    for (const cell of cells) {
      const index = indexOf.get(cell.facilityId);
      if (index === undefined) continue;
      left[index] = cell.available;
      if (cell.weeklyUnits !== null) weeklyUnits.set(index, cell.weeklyUnits);
      if (cell.rejected) rejectedAt.add(index);
      if (facilities[index]?.shipsOrders === true && !cell.rejected) total += cell.available;
    }
    stock.set(productId, {
      left,
      weeklyUnits,
      rejectedAt,
      total,
      holds: holds.get(productId) ?? [],
    });
  }
  return stock;
}

/** Orders the facility can still take now; an order that is there already takes no second place. */
export function capacityLeft(network: Network, index: number): number {
  return Math.min(network.dayLeft[index] ?? 0, network.hourLeft[index] ?? 0);
}

/** Promises the items: stock goes down, and capacity when the order is new at the facility. */
export function take(
  network: Network,
  index: number,
  what: { readonly items: readonly RoutingItem[]; readonly isNew: boolean },
): void {
  for (const { productId, quantity } of what.items) {
    const stock = network.stock.get(productId);
    if (stock === undefined) continue;
    stock.left[index] = (stock.left[index] ?? 0) - quantity;
    if (network.facilities[index]?.shipsOrders === true) stock.total -= quantity;
  }
  if (!what.isNew) return;
  network.dayLeft[index] = (network.dayLeft[index] ?? 0) - 1;
  network.hourLeft[index] = (network.hourLeft[index] ?? 0) - 1;
}

/** The items that are not kept for send sales placed before this order. */
export function unheld(
  network: Network,
  order: RoutingOrder,
  items: readonly RoutingItem[],
): readonly RoutingItem[] {
  const wanted = new Map<string, number>();
  return items.filter((item) => {
    const stock = network.stock.get(item.productId);
    if (stock === undefined || stock.holds.length === 0) return true;
    const held = stock.holds
      .filter((hold) => hold.placedAt < order.placedAt)
      .reduce((sum, hold) => sum + hold.units, 0);
    const units = (wanted.get(item.productId) ?? 0) + item.quantity;
    // Without stock the reason is the stock, not the hold.
    if (held === 0 || stock.total < units || stock.total - held >= units) {
      wanted.set(item.productId, units);
      return true;
    }
    return false;
  });
}
