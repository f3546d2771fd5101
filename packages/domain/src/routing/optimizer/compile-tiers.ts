// The merchant's rules as numbers an order can be priced with: the tier of each facility for a tier set,
// from which tier an order may be split or left unfilled, and what each tier costs.

import type { RoutingProblem, TierMode, TierSet } from './problem.ts';

const NOT_ALLOWED = 255;

export interface CompiledTiers {
  /** Whether tiers count at all. */
  readonly isOn: boolean;
  readonly tierCount: number;
  /** Of an order; -1 without one. */
  readonly setOf: Int32Array;
  /** By set × facility; 255: not allowed. */
  readonly facilityTier: Uint8Array;
  readonly splitTier: Uint8Array;
  readonly unfilledTier: Uint8Array;
  /** Dollars of a tier in the objective that is optimised. */
  readonly weight: Float64Array;
}

// Strict weighs a step down from tier k by STRICT / RATIO^k. It is not the last word: the plan is compared
// with the rules' tier vector, and never worse.
const STRICT_DOLLARS = 1e5;
const STRICT_RATIO = 20;

export function compileTiers(
  problem: RoutingProblem,
  options: { readonly facilityIndex: ReadonlyMap<string, number>; readonly mode: TierMode },
): CompiledTiers {
  const sets = Object.entries(problem.tierSets ?? {});
  const index = new Map(sets.map(([name], position) => [name, position]));
  const isOn = options.mode !== 'off' && sets.length > 0;
  const facilityCount = problem.facilities.length;
  const facilityTier = new Uint8Array(sets.length * facilityCount);
  for (const [position, [, set]] of sets.entries()) {
    const row = facilityTier.subarray(position * facilityCount, (position + 1) * facilityCount);
    if (set.facilities instanceof Uint8Array) {
      row.set(set.facilities);
      continue;
    }
    row.fill(set.others ?? NOT_ALLOWED);
    for (const [facility, tier] of Object.entries(set.facilities)) {
      row[options.facilityIndex.get(facility) ?? facilityCount] = tier;
    }
  }
  const tierCount = 1 + sets.reduce((most, [, set]) => Math.max(most, worstTier(set)), 0);
  return {
    isOn,
    tierCount,
    setOf: Int32Array.from(problem.orders, ({ tierSet }) =>
      !isOn || tierSet === undefined ? -1 : (index.get(tierSet) ?? -1),
    ),
    facilityTier,
    splitTier: Uint8Array.from(sets, ([, set]) => set.split),
    unfilledTier: Uint8Array.from(sets, ([, set]) => set.unfilled),
    weight: weights(tierCount, options.mode),
  };
}

function worstTier(set: TierSet): number {
  const { facilities, others, split, unfilled } = set;
  const isWhole = facilities instanceof Uint8Array;
  const named = isWhole
    ? facilities.filter((tier) => tier !== NOT_ALLOWED)
    : Object.values(facilities);
  return Math.max(others ?? 0, split, unfilled, ...named);
}

function weights(tierCount: number, mode: TierMode): Float64Array {
  const weight = new Float64Array(tierCount);
  for (let tier = 1; tier < tierCount; tier += 1) {
    const step =
      mode === 'strict'
        ? STRICT_DOLLARS / STRICT_RATIO ** (tier - 1)
        : mode === 'off'
          ? 0
          : mode.soft;
    weight[tier] = (weight[tier - 1] ?? 0) + step;
  }
  return weight;
}
