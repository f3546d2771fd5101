// What solving orders one after the other shares: prices, what is left, scratch, and the plan last found. Used
// both for the bound (stock and capacity without limit) and to place an order in what is left (bounded).

import { emptyCandidates } from './candidates.ts';
import type { Candidates } from './candidates.ts';
import type { Compiled } from './compile.ts';
import type { ShipmentLists } from './shipment-lists.ts';

// Enough to be right mostly; the rest is for the passes that only look for a direction.
const WIDE_NODES = 12;

export interface OrderSolver {
  readonly compiled: Compiled;
  readonly lists: ShipmentLists;
  readonly table: Candidates;
  readonly cellPrice: Float64Array;
  readonly facilityPrice: Float64Array;
  /** What share of the prices counts: 1 for the bound, less to look around. */
  priceWeight: number;
  /** Whether stock and capacity left are respected. */
  isBounded: boolean;
  readonly unitsLeft: Float64Array;
  readonly capacityLeft: Float64Array;
  /** How long a search for a wide order may be; without limit where the bound must be exact. */
  nodesMax: number;
  /** Pairs of line position and cell that are not allowed now (see multiplicity.ts). */
  readonly bans: number[];
  /** Scratch of the dynamic programme, by subset. */
  readonly best: Float64Array;
  readonly choice: Int32Array;
  readonly choiceKind: Uint8Array;
  /** Row of the last scan; which kind of row. */
  foundRow: number;
  foundKind: number;
  /** The plan found: a cell for each line of the order, -1 unfilled. */
  readonly picked: Int32Array;
  readonly scratch: Int32Array;
}

/** A solver over stock and capacity arrays of the caller (all of it, or what a plan leaves). */
export function makeSolver(
  compiled: Compiled,
  lists: ShipmentLists,
  left: { readonly units: Float64Array; readonly capacity: Float64Array } | null,
): OrderSolver {
  return {
    compiled,
    lists,
    table: emptyCandidates(compiled),
    cellPrice: new Float64Array(compiled.cellCount),
    facilityPrice: new Float64Array(compiled.facilityCount),
    priceWeight: 1,
    isBounded: left !== null,
    unitsLeft: left?.units ?? compiled.cellUnits,
    capacityLeft: left?.capacity ?? compiled.capacity,
    nodesMax: WIDE_NODES,
    bans: [],
    best: new Float64Array(256),
    choice: new Int32Array(256),
    choiceKind: new Uint8Array(256),
    foundRow: -1,
    foundKind: 0,
    picked: new Int32Array(compiled.longestOrder),
    scratch: new Int32Array(compiled.longestOrder),
  };
}

export function lineCountOf(solver: OrderSolver, order: number): number {
  const { lineStart } = solver.compiled;
  return (lineStart[order + 1] ?? 0) - (lineStart[order] ?? 0);
}
