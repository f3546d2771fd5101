// A plan being improved: taking a few orders out, putting them back in another order at other weights, and
// going back when that costs more.

import type { Random } from '@sendsale/std';
import type { FoundPrices } from './ascent.ts';
import { opensShipment } from './compile.ts';
import { solveWithinLeft } from './multiplicity.ts';
import type { OrderSolver } from './order-solver.ts';
import { lineCountOf } from './order-solver.ts';
import { placeOrder, removeOrder } from './plan.ts';
import type { Plan } from './plan.ts';

export interface Neighbourhood {
  readonly plan: Plan;
  readonly solver: OrderSolver;
  readonly prices: FoundPrices;
  readonly random: Random;
  /** Orders taken out, in the order they went. */
  readonly out: number[];
  /** By order: whether it is taken out. */
  readonly isOut: Uint8Array;
  /** Their plans before, one after the other. */
  readonly before: number[];
  costBefore: number;
}

export function openNeighbourhood(
  plan: Plan,
  solver: OrderSolver,
  found: { readonly prices: FoundPrices; readonly random: Random },
): Neighbourhood {
  solver.cellPrice.set(found.prices.cell);
  solver.facilityPrice.set(found.prices.facility);
  return {
    plan,
    solver,
    ...found,
    out: [],
    isOut: new Uint8Array(plan.compiled.orderCount),
    before: [],
    costBefore: 0,
  };
}

/** Takes an order out, remembering how it was planned. */
export function takeOut(hood: Neighbourhood, order: number): void {
  const { plan, out, before } = hood;
  const { compiled } = plan;
  out.push(order);
  hood.isOut[order] = 1;
  hood.costBefore += plan.orderCost[order] ?? 0;
  const end = compiled.lineStart[order + 1] ?? 0;
  for (let line = compiled.lineStart[order] ?? 0; line < end; line += 1) {
    before.push(plan.cellOf[line] ?? -1);
  }
  removeOrder(plan, order);
}

/** Places an order as well as what is left allows. Returns its cost without prices. */
export function putBack(hood: Neighbourhood, order: number): number {
  const { plan, solver } = hood;
  solveWithinLeft(solver, order);
  placeOrder(plan, order, solver.picked.subarray(0, lineCountOf(solver, order)));
  return plan.orderCost[order] ?? 0;
}

/** Everything taken out goes back to where it was. */
export function undo(hood: Neighbourhood): void {
  const { plan, out, before } = hood;
  const { compiled } = plan;
  for (const order of out) removeOrder(plan, order);
  let at = 0;
  for (const order of out) {
    const size = (compiled.lineStart[order + 1] ?? 0) - (compiled.lineStart[order] ?? 0);
    placeOrder(plan, order, Int32Array.from(before.slice(at, at + size)));
    at += size;
  }
  forget(hood);
}

/** What was taken out stays as it is now. */
export function forget(hood: Neighbourhood): void {
  for (const order of hood.out) hood.isOut[order] = 0;
  hood.out.length = 0;
  hood.before.length = 0;
  hood.costBefore = 0;
}

/** How much more an order costs, prices paid, than it would at best: 0 when nothing can be gained. */
export function slackOf(hood: Neighbourhood, order: number): number {
  const { plan, prices } = hood;
  const { compiled } = plan;
  const first = compiled.lineStart[order] ?? 0;
  const end = compiled.lineStart[order + 1] ?? 0;
  let paid = plan.orderCost[order] ?? 0;
  for (let line = first; line < end; line += 1) {
    const cell = plan.cellOf[line] ?? -1;
    if (cell === -1) continue;
    paid += (prices.cell[cell] ?? 0) * (compiled.lineQuantity[line] ?? 0);
    if (opensShipment(compiled, plan.cellOf, { first, line })) {
      paid += prices.facility[compiled.cellFacility[cell] ?? 0] ?? 0;
    }
  }
  return paid - (prices.value[order] ?? 0);
}
