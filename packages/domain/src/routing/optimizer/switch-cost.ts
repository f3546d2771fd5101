// Keeping an order where it is planned now, against moving it at a cost.

import type { OrderSolver } from './order-solver.ts';
import { isCellBlocked } from './scan.ts';
import { tierOf } from './plan.ts';
import { shipmentCost, lineCost } from './compile.ts';

/**
 * The least cost of an order that has a plan: `moved` (the least without regard to it) and the cost of
 * moving, or what keeping the plan costs. `picked` holds the winner.
 */
export function keepOrMove(solver: OrderSolver, order: number, moved: number): number {
  const { compiled, picked } = solver;
  const { moves } = compiled;
  const kept = keptCost(solver, order);
  if (kept > moved + moves.cost) return moved + moves.cost;
  const first = compiled.lineStart[order] ?? 0;
  const end = compiled.lineStart[order + 1] ?? 0;
  for (let line = first; line < end; line += 1) picked[line - first] = moves.cellOf[line] ?? -1;
  return kept;
}

// Infinity when the current plan is not possible (any more).
function keptCost(solver: OrderSolver, order: number): number {
  const { compiled, isBounded } = solver;
  const first = compiled.lineStart[order] ?? 0;
  const end = compiled.lineStart[order + 1] ?? 0;
  const { cellOf } = compiled.moves;
  const facilities = new Set<number>();
  let cost = compiled.tiers.weight[tierOf(compiled, order, cellOf)] ?? 0;
  for (let line = first; line < end; line += 1) {
    const cell = cellOf[line] ?? -1;
    if (cell >= 0) facilities.add(compiled.cellFacility[cell] ?? 0);
    cost += keptLineCost(solver, line, cell);
  }
  for (const facility of facilities) {
    if (isBounded && (solver.capacityLeft[facility] ?? 0) < 1) return Infinity;
    cost +=
      shipmentCost(compiled, order, facility) +
      (solver.facilityPrice[facility] ?? 0) * solver.priceWeight;
  }
  return isAllowed(solver, order, facilities) ? cost : Infinity;
}

function keptLineCost(solver: OrderSolver, line: number, cell: number): number {
  const { compiled, cellPrice, isBounded, priceWeight } = solver;
  if (cell === -1) return compiled.lineUnfilled[line] ?? 0;
  const quantity = compiled.lineQuantity[line] ?? 0;
  if (cell < 0 || (compiled.cellUnits[cell] ?? 0) < quantity) return Infinity;
  if (isBounded && isCellBlocked(solver, line, cell)) return Infinity;
  return lineCost(compiled, line, cell) + (cellPrice[cell] ?? 0) * quantity * priceWeight;
}

function isAllowed(solver: OrderSolver, order: number, facilities: ReadonlySet<number>): boolean {
  const { tiers, facilityCount, problem } = solver.compiled;
  const set = tiers.setOf[order] ?? -1;
  if (facilities.size > (problem.orders[order]?.maxShipments ?? Infinity)) return false;
  if (set === -1) return true;
  for (const facility of facilities) {
    if ((tiers.facilityTier[set * facilityCount + facility] ?? 0) >= tiers.tierCount) return false;
  }
  return true;
}
