// From prices to a plan: what every order would take at the prices, as far as it fits; the others take the
// best of what is left, at the prices, so that they leave what somebody else needs more.

import type { FoundPrices } from './ascent.ts';
import { solveWithinLeft } from './multiplicity.ts';
import type { OrderSolver } from './order-solver.ts';
import { lineCountOf } from './order-solver.ts';
import { placeOrder } from './plan.ts';
import type { Plan } from './plan.ts';

/** Fills an empty plan. The solver's stock and capacity are the plan's. */
export function repairAt(plan: Plan, solver: OrderSolver, found: FoundPrices): void {
  const { compiled } = plan;
  const waiting: number[] = [];
  for (let order = 0; order < compiled.orderCount; order += 1) {
    const first = compiled.lineStart[order] ?? 0;
    const cells = found.cellOf.subarray(first, compiled.lineStart[order + 1] ?? 0);
    if (fits(plan, order, cells)) placeOrder(plan, order, cells);
    else waiting.push(order);
  }
  solver.cellPrice.set(found.cell);
  solver.facilityPrice.set(found.facility);
  solver.priceWeight = 1;
  for (const order of waiting) {
    solveWithinLeft(solver, order);
    placeOrder(plan, order, solver.picked.subarray(0, lineCountOf(solver, order)));
  }
}

/** Whether an order can be placed like that in what is left. */
export function fits(plan: Plan, order: number, cells: Int32Array): boolean {
  const { compiled, unitsLeft, capacityLeft } = plan;
  const first = compiled.lineStart[order] ?? 0;
  for (let position = 0; position < cells.length; position += 1) {
    const cell = cells[position] ?? -1;
    if (cell === -1) continue;
    if ((capacityLeft[compiled.cellFacility[cell] ?? 0] ?? 0) < 1) return false;
    let wanted = compiled.lineQuantity[first + position] ?? 0;
    for (let earlier = 0; earlier < position; earlier += 1) {
      if (cells[earlier] === cell) wanted += compiled.lineQuantity[first + earlier] ?? 0;
    }
    if (wanted > (unitsLeft[cell] ?? 0)) return false;
  }
  return true;
}
