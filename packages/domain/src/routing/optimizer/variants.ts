// The ways an order may be served. Without rules there is one: any facility, any number of shipments.
// With tiers there is one for each tier it may fall to, each allowing a little more and costing a little
// more; the cheapest of all is the order's plan, and its tier the first rule that allows it.

import { orderOf } from './compile.ts';
import type { Compiled } from './compile.ts';

export interface Variant {
  readonly order: number;
  /** Facilities up to this tier are allowed. */
  readonly tier: number;
  /** At most so many shipments. */
  readonly maxShipments: number;
  readonly mayLeaveUnfilled: boolean;
  /** What the tier costs. */
  readonly weight: number;
}

/** The variants of an order, cheapest tier first. */
export function variantsOf(compiled: Compiled, order: number): readonly Variant[] {
  const { tiers } = compiled;
  const limit = orderOf(compiled, order).maxShipments ?? Infinity;
  const set = tiers.setOf[order] ?? -1;
  if (set === -1) {
    return [{ order, tier: 0, maxShipments: limit, mayLeaveUnfilled: true, weight: 0 }];
  }
  const split = tiers.splitTier[set] ?? 0;
  const unfilled = tiers.unfilledTier[set] ?? 0;
  return Array.from({ length: tiers.tierCount }, (_, tier) => ({
    order,
    tier,
    maxShipments: tier < split ? Math.min(1, limit) : limit,
    mayLeaveUnfilled: tier >= unfilled || tier === tiers.tierCount - 1,
    weight: tiers.weight[tier] ?? 0,
  }));
}

/** The tier of a plan of an order: the first that allows its facilities, its split and what it leaves. */
export function tierOfPlan(
  compiled: Compiled,
  order: number,
  facilities: Iterable<number>,
): number {
  const { tiers, facilityCount } = compiled;
  const set = tiers.setOf[order] ?? -1;
  if (set === -1) return 0;
  const distinct = new Set(facilities);
  let tier = distinct.has(-1) ? (tiers.unfilledTier[set] ?? 0) : 0;
  distinct.delete(-1);
  if (distinct.size > 1) tier = Math.max(tier, tiers.splitTier[set] ?? 0);
  for (const facility of distinct) {
    tier = Math.max(tier, tiers.facilityTier[set * facilityCount + facility] ?? 0);
  }
  return Math.min(tier, tiers.tierCount - 1);
}
