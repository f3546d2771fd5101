// The cheapest way to serve one order at given prices, exactly: the best partition of its lines over
// facilities, by dynamic programming over subsets. Used both for the bound (stock and capacity without limit)
// and to place an order in what is left (bounded).

import { emptyCandidates } from './candidates.ts';
import type { Candidates } from './candidates.ts';
import type { Compiled } from './compile.ts';
import { solveVariant } from './partition.ts';
import type { ShipmentLists } from './shipment-lists.ts';
import { keepOrMove } from './switch-cost.ts';
import { solveWideVariant } from './wide-order.ts';

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

/**
 * The least an order costs at the solver's prices, its tier and its move included; `picked` holds the plan.
 */
export function solveOrder(solver: OrderSolver, order: number): number {
  const { moves } = solver.compiled;
  const least = solveVariants(solver, order);
  return moves.isOn && moves.hasPlan[order] === 1 ? keepOrMove(solver, order, least) : least;
}

function solveVariants(solver: OrderSolver, order: number): number {
  const { lists, picked, scratch } = solver;
  const start = lists.variantStart[order] ?? 0;
  const end = lists.variantStart[order + 1] ?? 0;
  if (end === start + 1) return solveOne(solver, start);
  const size = lineCountOf(solver, order);
  let least = Infinity;
  for (let variant = start; variant < end; variant += 1) {
    const weight = lists.variants[variant]?.weight ?? 0;
    // Weights only rise; what an order saves at most is what it costs without its tier.
    if (weight + (lists.floor[variant] ?? 0) >= least) continue;
    const cost = weight + solveOne(solver, variant);
    if (cost >= least) continue;
    least = cost;
    for (let position = 0; position < size; position += 1) {
      scratch[position] = picked[position] ?? -1;
    }
  }
  for (let position = 0; position < size; position += 1) picked[position] = scratch[position] ?? -1;
  return least;
}

/** The least cost of one variant at the solver's prices, its weight not included. */
export function solveOne(solver: OrderSolver, variant: number): number {
  const base = solver.lists.listBase[variant] ?? -1;
  return base === -1 ? solveWideVariant(solver, variant) : solveVariant(solver, variant);
}

export function lineCountOf(solver: OrderSolver, order: number): number {
  const { lineStart } = solver.compiled;
  return (lineStart[order + 1] ?? 0) - (lineStart[order] ?? 0);
}
