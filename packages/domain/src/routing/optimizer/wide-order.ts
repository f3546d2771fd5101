// Orders with too many lines for lists of subsets: facility location for one order over the candidates at
// prices, by branch and bound (facility-location.ts), and where that must be exact, by subsets if need be.

import { fillCandidates } from './candidates.ts';
import { solveLocation } from './facility-location.ts';
import type { Location, SolvedLocation } from './facility-location.ts';
import { lineCountOf } from './order-solver.ts';
import type { OrderSolver } from './order-solver.ts';
import { isCellBlocked } from './scan.ts';
import { solveBySubsets, SUBSET_LINES_MAX } from './subset-location.ts';
import type { Variant } from './variants.ts';

/**
 * The cost of a variant of a wide order; `picked` holds the plan. Unbounded and with `nodesMax` Infinity, it is
 * the least cost (a lower bound beyond 14 lines); else what a plan found soon among the promising costs.
 */
export function solveWideVariant(solver: OrderSolver, index: number): number {
  const variant = solver.lists.variants[index];
  if (variant === undefined) return Infinity;
  const { compiled, table, lists } = solver;
  fillCandidates(table, compiled, variant.order);
  const all = (): readonly number[] => Array.from({ length: table.rowCount }, (_, row) => row);
  if (solver.nodesMax === Infinity) return solveAmong(solver, variant, all());
  const cost = solveAmong(solver, variant, lists.promising.get(variant.order) ?? all());
  const isServed = solver.picked
    .subarray(0, lineCountOf(solver, variant.order))
    .every((cell) => cell !== -1);
  return isServed || !solver.isBounded ? cost : solveAmong(solver, variant, all());
}

function solveAmong(solver: OrderSolver, variant: Variant, among: Iterable<number>): number {
  const { compiled, table, picked } = solver;
  const first = compiled.lineStart[variant.order] ?? 0;
  const size = lineCountOf(solver, variant.order);
  const { location, rows } = pricedLocation(solver, variant, { first, size, among });
  const solved = search(location, solver.nodesMax);
  for (let position = 0; position < size; position += 1) {
    const row = rows[solved.served[position] ?? -1];
    picked[position] = row === undefined ? -1 : (table.cell[row * size + position] ?? -1);
  }
  return solver.nodesMax === Infinity ? solved.bound : solved.cost;
}

// Branch and bound is the faster one nearly always.
const NODES_BEFORE_SUBSETS = 200;
// Beyond the subsets nothing is sure to end: what is not decided by then is bounded from below only.
const NODES_MAX = 20_000;

function search(location: Location, nodesMax: number): SolvedLocation {
  const bySubsets =
    nodesMax === Infinity && location.size <= SUBSET_LINES_MAX && location.openMax >= location.size;
  const solved = solveLocation(
    location,
    bySubsets ? NODES_BEFORE_SUBSETS : Math.min(nodesMax, NODES_MAX),
  );
  const isDecided = solved.bound > solved.cost - 1e-9;
  return isDecided || !bySubsets ? solved : solveBySubsets(location);
}

// oxlint-disable-next-line complexity -- every `?? 0` of a checked array access counts as a branch; there are few real ones
function pricedLocation(
  solver: OrderSolver,
  variant: Variant,
  lines: { readonly first: number; readonly size: number; readonly among: Iterable<number> },
): { readonly location: Location; readonly rows: readonly number[] } {
  const { compiled, table, cellPrice, facilityPrice, isBounded, priceWeight } = solver;
  const { first, size } = lines;
  const rows: number[] = [];
  for (const row of lines.among) {
    if ((table.tier[row] ?? 0) > variant.tier) continue;
    if (isBounded && (solver.capacityLeft[table.facility[row] ?? 0] ?? 0) < 1) continue;
    rows.push(row);
  }
  const cost = new Float64Array(rows.length * size).fill(Infinity);
  for (const [at, row] of rows.entries()) {
    for (let position = 0; position < size; position += 1) {
      const cell = table.cell[row * size + position] ?? -1;
      if (cell === -1 || (isBounded && isCellBlocked(solver, first + position, cell))) continue;
      cost[at * size + position] =
        (table.cost[row * size + position] ?? 0) +
        (cellPrice[cell] ?? 0) * (compiled.lineQuantity[first + position] ?? 0) * priceWeight;
    }
  }
  const opening = Float64Array.from(
    rows,
    (row) =>
      (table.shipment[row] ?? 0) + (facilityPrice[table.facility[row] ?? 0] ?? 0) * priceWeight,
  );
  const unserved = variant.mayLeaveUnfilled
    ? compiled.lineUnfilled.slice(first, first + size)
    : new Float64Array(size).fill(Infinity);
  const location = { size, opening, cost, unserved, openMax: variant.maxShipments };
  return { location, rows };
}
