// A plan from outside (the rule engine's, or the last run's) as the optimiser's own.

import type { Compiled } from './compile.ts';
import { emptyPlan, placeOrder } from './plan.ts';
import type { Plan } from './plan.ts';
import type { PlannedAssignment } from './problem.ts';
import { fits } from './repair.ts';

/** The plan of the assignments; lines that do not fit (any more) are left unfilled. */
export function placeIncumbent(
  compiled: Compiled,
  assignments: readonly PlannedAssignment[],
): Plan {
  const plan = emptyPlan(compiled);
  const facilityIndex = new Map(compiled.problem.facilities.map(({ id }, index) => [id, index]));
  const byOrder = new Map(assignments.map((assignment) => [assignment.order, assignment.lines]));
  for (const [order, { id }] of compiled.problem.orders.entries()) {
    const lines = byOrder.get(id) ?? [];
    const first = compiled.lineStart[order] ?? 0;
    const size = (compiled.lineStart[order + 1] ?? 0) - first;
    const cells = new Int32Array(size).fill(-1);
    for (let position = 0; position < size; position += 1) {
      const facility = facilityIndex.get(lines[position] ?? '');
      if (facility === undefined) continue;
      cells[position] = reachableCell(compiled, { order, line: first + position, facility });
      if (!fits(plan, order, cells)) cells[position] = -1;
    }
    placeOrder(plan, order, cells);
  }
  return plan;
}

function reachableCell(
  compiled: Compiled,
  wanted: { readonly order: number; readonly line: number; readonly facility: number },
): number {
  const { geography, facilityCount, cellStart, cellFacility, tiers } = compiled;
  const destination = geography.destinationOf[wanted.order] ?? 0;
  if (geography.zone[destination * facilityCount + wanted.facility] === 255) return -1;
  const set = tiers.setOf[wanted.order] ?? -1;
  const tier = set === -1 ? 0 : tiers.facilityTier[set * facilityCount + wanted.facility];
  if ((tier ?? 0) >= tiers.tierCount) return -1;
  const sku = compiled.lineSku[wanted.line] ?? 0;
  for (let cell = cellStart[sku] ?? 0; cell < (cellStart[sku + 1] ?? 0); cell += 1) {
    if (cellFacility[cell] === wanted.facility) return cell;
  }
  return -1;
}
