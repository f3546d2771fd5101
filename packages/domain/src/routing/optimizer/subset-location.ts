// Facility location for up to 14 lines by subsets: what branch and bound does not decide soon (many facilities
// that each hold a few of the lines) takes a known number of steps this way.

import type { Location, SolvedLocation } from './facility-location.ts';

export const SUBSET_LINES_MAX = 14;

interface Shipped {
  /** By subset: the least cost of shipping exactly that from one facility, and which. */
  readonly cost: Float64Array;
  readonly facility: Int32Array;
}

/** Exact; any number of facilities may open. */
export function solveBySubsets(location: Location): SolvedLocation {
  const { size, unserved } = location;
  const shipped = shipSubsets(location);
  const subsets = 1 << size;
  const best = new Float64Array(subsets);
  // The part with the lowest line; 0 leaves that line unserved.
  const part = new Int32Array(subsets);
  for (let subset = 1; subset < subsets; subset += 1) {
    const low = subset & -subset;
    const rest = subset ^ low;
    let least = (best[rest] ?? 0) + (unserved[31 - Math.clz32(low)] ?? 0);
    let chosen = 0;
    for (let other = rest; ; other = (other - 1) & rest) {
      const cost = (shipped.cost[other | low] ?? Infinity) + (best[rest ^ other] ?? 0);
      if (cost < least) {
        least = cost;
        chosen = other | low;
      }
      if (other === 0) break;
    }
    best[subset] = least;
    part[subset] = chosen;
  }
  const cost = best[subsets - 1] ?? 0;
  return { served: servedBy(size, part, shipped), cost, bound: cost };
}

// oxlint-disable-next-line complexity -- every `?? 0` of a checked array access counts as a branch; there are few real ones
function shipSubsets({ size, opening, cost, unserved }: Location): Shipped {
  const subsets = 1 << size;
  const shipped = {
    cost: new Float64Array(subsets).fill(Infinity),
    facility: new Int32Array(subsets).fill(-1),
  };
  const sums = new Float64Array(subsets);
  for (const [facility, open] of opening.entries()) {
    let useful = 0;
    for (let line = 0; line < size; line += 1) {
      const one = cost[facility * size + line] ?? Infinity;
      if (one < (unserved[line] ?? 0)) useful |= 1 << line;
    }
    sums[0] = open;
    for (let subset = -useful & useful; subset !== 0; subset = (subset - useful) & useful) {
      const line = 31 - Math.clz32(subset);
      const sum = (sums[subset ^ (1 << line)] ?? 0) + (cost[facility * size + line] ?? Infinity);
      sums[subset] = sum;
      if (sum >= (shipped.cost[subset] ?? 0)) continue;
      shipped.cost[subset] = sum;
      shipped.facility[subset] = facility;
    }
  }
  return shipped;
}

function servedBy(size: number, part: Int32Array, shipped: Shipped): Int32Array {
  const served = new Int32Array(size).fill(-1);
  let rest = (1 << size) - 1;
  while (rest !== 0) {
    const chosen = part[rest] ?? 0;
    const taken = chosen === 0 ? rest & -rest : chosen;
    for (let line = 0; line < size; line += 1) {
      if (chosen !== 0 && (taken >> line) & 1) served[line] = shipped.facility[chosen] ?? -1;
    }
    rest ^= taken;
  }
  return served;
}
