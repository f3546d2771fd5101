// Orders with too many lines for subsets: facility location for one order, solved by branch and bound over
// the candidates at prices (facility-location.ts).

import { fillCandidates } from './candidates.ts';
import { solveLocation } from './facility-location.ts';
import type { Location } from './facility-location.ts';
import type { OrderSolver } from './order-solver.ts';
import { isCellBlocked } from './scan.ts';
import type { Variant } from './variants.ts';

/**
 * The cost of a variant of a wide order; `picked` holds the plan. Unbounded, it is a lower bound that is
 * exact but for orders whose search was cut short; bounded, what the plan found costs.
 */
export function solveWideVariant(solver: OrderSolver, index: number): number {
  const variant = solver.lists.variants[index];
  if (variant === undefined) return Infinity;
  const { compiled, table, picked } = solver;
  fillCandidates(table, compiled, variant.order);
  const first = compiled.lineStart[variant.order] ?? 0;
  const size = (compiled.lineStart[variant.order + 1] ?? 0) - first;
  const { location, rows } = pricedLocation(solver, variant, { first, size });
  const solved = solveLocation(location);
  for (let position = 0; position < size; position += 1) {
    const row = rows[solved.served[position] ?? -1];
    picked[position] = row === undefined ? -1 : (table.cell[row * size + position] ?? -1);
  }
  return solver.isBounded ? solved.cost : solved.bound;
}

// oxlint-disable-next-line complexity -- every `?? 0` of a checked array access counts as a branch; there are few real ones
function pricedLocation(
  solver: OrderSolver,
  variant: Variant,
  lines: { readonly first: number; readonly size: number },
): { readonly location: Location; readonly rows: readonly number[] } {
  const { compiled, table, cellPrice, facilityPrice, isBounded, priceWeight } = solver;
  const { first, size } = lines;
  const rows: number[] = [];
  for (let row = 0; row < table.rowCount; row += 1) {
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
