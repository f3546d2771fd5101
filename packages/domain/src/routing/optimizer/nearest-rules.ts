// The baseline every plan is held against: orders in their order, each from the nearest facility that has
// everything, else from the nearest that has something, and so on. With tiers, tier by tier.

import type { Compiled } from './compile.ts';
import { OUT_OF_REACH } from './compile-geography.ts';
import { emptyPlan, placeOrder } from './plan.ts';
import type { Plan } from './plan.ts';

interface Walk {
  readonly plan: Plan;
  /** Facilities that have something of the order at hand, and how many of its lines. */
  readonly found: Int32Array;
  foundCount: number;
  readonly lines: Int32Array;
  readonly nearness: Float64Array;
  readonly cells: Int32Array;
}

export function planByNearest(compiled: Compiled): Plan {
  const { facilityCount, longestOrder } = compiled;
  const walk: Walk = {
    plan: emptyPlan(compiled),
    found: new Int32Array(facilityCount),
    foundCount: 0,
    lines: new Int32Array(facilityCount),
    nearness: new Float64Array(facilityCount),
    cells: new Int32Array(longestOrder),
  };
  for (let order = 0; order < compiled.orderCount; order += 1) planOrder(walk, order);
  return walk.plan;
}

function planOrder(walk: Walk, order: number): void {
  const { plan, cells } = walk;
  const { compiled } = plan;
  const size = (compiled.lineStart[order + 1] ?? 0) - (compiled.lineStart[order] ?? 0);
  const most = compiled.problem.orders[order]?.maxShipments ?? Infinity;
  lookAround(walk, order);
  cells.fill(-1);
  const single = nearestWithAll(walk, order, size);
  if (single !== -1 && most >= 1 && take(walk, order, single) === size) {
    placeOrder(plan, order, cells);
    return;
  }
  cells.fill(-1);
  const near = [...walk.found.subarray(0, walk.foundCount)].sort(
    (a, b) => (walk.nearness[b] ?? 0) - (walk.nearness[a] ?? 0) || a - b,
  );
  let open = size;
  let shipments = 0;
  for (const facility of near) {
    if (open === 0 || shipments === most) break;
    const taken = take(walk, order, facility);
    open -= taken;
    if (taken > 0) shipments += 1;
  }
  placeOrder(plan, order, cells);
}

// Who has something of the order, and how near they are.
// oxlint-disable-next-line complexity -- every `?? 0` of a checked array access counts as a branch; there are few real ones
function lookAround(walk: Walk, order: number): void {
  const { plan, found, lines } = walk;
  const { compiled, unitsLeft, capacityLeft } = plan;
  const { cellStart, cellFacility, lineSku, lineQuantity } = compiled;
  for (let at = 0; at < walk.foundCount; at += 1) lines[found[at] ?? 0] = 0;
  walk.foundCount = 0;
  for (let line = compiled.lineStart[order] ?? 0; line < (compiled.lineStart[order + 1] ?? 0);) {
    const quantity = lineQuantity[line] ?? 0;
    const sku = lineSku[line] ?? 0;
    const end = cellStart[sku + 1] ?? 0;
    for (let cell = cellStart[sku] ?? 0; cell < end; cell += 1) {
      if ((unitsLeft[cell] ?? 0) < quantity) continue;
      const facility = cellFacility[cell] ?? 0;
      if ((capacityLeft[facility] ?? 0) < 1) continue;
      if (lines[facility] === 0 && !meet(walk, order, facility)) continue;
      lines[facility] = (lines[facility] ?? 0) + 1;
    }
    line += 1;
  }
}

// Whether the facility may ship to the order at all; notes how near it is.
function meet(walk: Walk, order: number, facility: number): boolean {
  const { compiled } = walk.plan;
  const { geography, facilityCount, tiers } = compiled;
  const destination = geography.destinationOf[order] ?? 0;
  if (geography.zone[destination * facilityCount + facility] === OUT_OF_REACH) return false;
  const set = tiers.setOf[order] ?? -1;
  if (set !== -1 && (tiers.facilityTier[set * facilityCount + facility] ?? 0) >= tiers.tierCount) {
    return false;
  }
  const { destinationVector: to, facilityVector: from } = geography;
  const a = destination * 3;
  const b = facility * 3;
  walk.nearness[facility] =
    (to[a] ?? 0) * (from[b] ?? 0) +
    (to[a + 1] ?? 0) * (from[b + 1] ?? 0) +
    (to[a + 2] ?? 0) * (from[b + 2] ?? 0);
  walk.found[walk.foundCount] = facility;
  walk.foundCount += 1;
  return true;
}

function nearestWithAll(walk: Walk, order: number, size: number): number {
  const { tiers, facilityCount } = walk.plan.compiled;
  const set = tiers.setOf[order] ?? -1;
  let best = -1;
  let bestTier = Infinity;
  let bestNearness = -2;
  for (let at = 0; at < walk.foundCount; at += 1) {
    const facility = walk.found[at] ?? 0;
    if ((walk.lines[facility] ?? 0) < size) continue;
    const tier = set === -1 ? 0 : (tiers.facilityTier[set * facilityCount + facility] ?? 0);
    const nearness = walk.nearness[facility] ?? 0;
    if (tier > bestTier || (tier === bestTier && nearness <= bestNearness)) continue;
    best = facility;
    bestTier = tier;
    bestNearness = nearness;
  }
  return best;
}

// Gives the facility every line it can ship that is open. Returns how many.
function take(walk: Walk, order: number, facility: number): number {
  const { plan, cells } = walk;
  const { compiled, unitsLeft } = plan;
  const first = compiled.lineStart[order] ?? 0;
  const end = compiled.lineStart[order + 1] ?? 0;
  let taken = 0;
  for (let line = first; line < end; line += 1) {
    if (cells[line - first] !== -1) continue;
    const cell = cellAt(compiled, line, facility);
    if (cell === -1) continue;
    let wanted = compiled.lineQuantity[line] ?? 0;
    for (let earlier = first; earlier < line; earlier += 1) {
      if (cells[earlier - first] === cell) wanted += compiled.lineQuantity[earlier] ?? 0;
    }
    if (wanted > (unitsLeft[cell] ?? 0)) continue;
    cells[line - first] = cell;
    taken += 1;
  }
  return taken;
}

/** The stock cell of a line's SKU at a facility (cells of a SKU are few); -1 without one. */
function cellAt(compiled: Compiled, line: number, facility: number): number {
  const sku = compiled.lineSku[line] ?? 0;
  for (
    let cell = compiled.cellStart[sku] ?? 0;
    cell < (compiled.cellStart[sku + 1] ?? 0);
    cell += 1
  ) {
    if (compiled.cellFacility[cell] === facility) return cell;
  }
  return -1;
}
