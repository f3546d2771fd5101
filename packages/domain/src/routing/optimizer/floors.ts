// What orders cost when everything is free. Prices only add to that: a variant whose floor is too dear need not
// be looked at, and an order whose free plan touches nothing priced has its plan already.

import type { Compiled } from './compile.ts';
import { lineCountOf, makeSolver } from './order-solver.ts';
import type { ShipmentLists } from './shipment-lists.ts';
import { solveOne } from './solve-order.ts';

export interface Floors {
  /** The plan of each line when everything is free; -1 unfilled. */
  readonly cellOf: Int32Array;
  /** By order: 1 when that plan and its floor are all there is to know (one variant, nothing to keep). */
  readonly isPlain: Uint8Array;
}

/** Fills in `lists.floor`, and says how orders would go out when everything is free. */
export function fillFloors(compiled: Compiled, lists: ShipmentLists): Floors {
  const solver = makeSolver(compiled, lists, null);
  solver.nodesMax = Infinity;
  const cellOf = new Int32Array(compiled.lineCount).fill(-1);
  const isPlain = new Uint8Array(compiled.orderCount);
  for (let order = 0; order < compiled.orderCount; order += 1) {
    const start = lists.variantStart[order] ?? 0;
    const end = lists.variantStart[order + 1] ?? 0;
    for (let variant = start; variant < end; variant += 1) {
      lists.floor[variant] = solveOne(solver, variant);
    }
    if (end > start + 1 || compiled.moves.hasPlan[order] === 1) continue;
    isPlain[order] = 1;
    cellOf.set(
      solver.picked.subarray(0, lineCountOf(solver, order)),
      compiled.lineStart[order] ?? 0,
    );
  }
  return { cellOf, isPlain };
}
