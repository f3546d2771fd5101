// Dynamic programming over the subsets of an order's lines: the least cost of a subset is one shipment of
// all of it, or the least cost of two parts of it. Subsets ascend, so parts come before the whole, and the
// best of the parts limits how far the whole's list is scanned.

import type { OrderSolver } from './order-solver.ts';
import { FROM_LIST, scanList } from './scan.ts';
import type { Scan } from './scan.ts';

const UNFILLED = 0;
const SPLIT = 1;

/** The least cost of a variant at the solver's prices, its weight not included; `picked` holds the plan. */
export function solveVariant(solver: OrderSolver, index: number): number {
  const { lists, compiled } = solver;
  const variant = lists.variants[index];
  if (variant === undefined) return Infinity;
  const first = compiled.lineStart[variant.order] ?? 0;
  const size = (compiled.lineStart[variant.order + 1] ?? 0) - first;
  if (size === 0) return 0;
  const isFree = variant.mayLeaveUnfilled && variant.maxShipments >= size;
  const base = lists.listBase[index] ?? 0;
  const scan = { variant, list: base, subset: 0, first, size };
  if (!isFree) return solveLimited(solver, scan);
  return size === 1 ? solveSingle(solver, scan) : solveFree(solver, scan);
}

interface MutableScan extends Scan {
  list: number;
  subset: number;
}

function solveSingle(solver: OrderSolver, scan: MutableScan): number {
  const unfilled = solver.compiled.lineUnfilled[scan.first] ?? 0;
  scan.list += 1;
  scan.subset = 1;
  solver.foundRow = -1;
  const cost = scanList(solver, scan, unfilled);
  solver.picked[0] = solver.foundRow === -1 ? -1 : cellOf(solver, scan, 0);
  return cost;
}

function cellOf(solver: OrderSolver, scan: Scan, position: number): number {
  const row = solver.foundRow;
  return solver.foundKind === FROM_LIST
    ? (solver.lists.rowCell[(solver.lists.rowCells[row] ?? 0) + position] ?? -1)
    : (solver.table.cell[row * scan.size + position] ?? -1);
}

function solveFree(solver: OrderSolver, scan: MutableScan): number {
  const { best, choice, choiceKind, compiled } = solver;
  const base = scan.list;
  const subsets = 1 << scan.size;
  best[0] = 0;
  for (let subset = 1; subset < subsets; subset += 1) {
    const low = subset & -subset;
    const rest = subset ^ low;
    let least: number;
    if (rest === 0) {
      least = compiled.lineUnfilled[scan.first + 31 - Math.clz32(low)] ?? 0;
      choiceKind[subset] = UNFILLED;
    } else {
      least = bestSplit(solver, subset, rest);
      choiceKind[subset] = SPLIT;
    }
    scan.list = base + subset;
    scan.subset = subset;
    const cost = scanList(solver, scan, least);
    if (cost < least) {
      least = cost;
      choice[subset] = solver.foundRow;
      choiceKind[subset] = solver.foundKind;
    }
    best[subset] = least;
  }
  pick(solver, scan, subsets - 1);
  return best[subsets - 1] ?? 0;
}

// One part holds the lowest line; the other is any subset of the rest but the empty one.
function bestSplit(solver: OrderSolver, subset: number, rest: number): number {
  const { best, choice } = solver;
  let least = Infinity;
  for (let part = rest; part !== 0; part = (part - 1) & rest) {
    const cost = (best[part] ?? 0) + (best[subset ^ part] ?? 0);
    if (cost >= least) continue;
    least = cost;
    choice[subset] = part;
  }
  return least;
}

function pick(solver: OrderSolver, scan: Scan, subset: number): void {
  const kind = solver.choiceKind[subset] ?? UNFILLED;
  const chosen = solver.choice[subset] ?? 0;
  if (kind === SPLIT) {
    pick(solver, scan, chosen);
    pick(solver, scan, subset ^ chosen);
    return;
  }
  solver.foundRow = chosen;
  solver.foundKind = kind;
  for (let position = 0; position < scan.size; position += 1) {
    if (((subset >> position) & 1) === 0) continue;
    solver.picked[position] = kind === UNFILLED ? -1 : cellOf(solver, scan, position);
  }
}

// With a limit on shipments, or nothing left unfilled: the count of shipments is part of the state. Rare, so
// written for clarity: shipped[subset] once, then layers of "at most k shipments".
// oxlint-disable-next-line complexity -- every `?? 0` of a checked array access counts as a branch; there are few real ones
function solveLimited(solver: OrderSolver, scan: MutableScan): number {
  const { compiled, picked } = solver;
  const base = scan.list;
  const full = (1 << scan.size) - 1;
  const cells = new Map<number, readonly number[]>();
  const shipped = new Float64Array(full + 1).fill(Infinity);
  const left = new Float64Array(full + 1);
  for (let subset = 1; subset <= full; subset += 1) {
    const low = subset & -subset;
    const unfilled = compiled.lineUnfilled[scan.first + 31 - Math.clz32(low)] ?? 0;
    left[subset] = scan.variant.mayLeaveUnfilled ? (left[subset ^ low] ?? 0) + unfilled : Infinity;
    scan.list = base + subset;
    scan.subset = subset;
    shipped[subset] = scanList(solver, scan, Infinity);
    if (shipped[subset] === Infinity) continue;
    cells.set(
      subset,
      Array.from({ length: scan.size }, (_, position) => cellOf(solver, scan, position)),
    );
  }
  const layers = layersOf(shipped, left, Math.min(scan.variant.maxShipments, scan.size));
  const least = layers.at(-1)?.cost[full] ?? Infinity;
  picked.fill(-1, 0, scan.size);
  let rest = least === Infinity ? 0 : full;
  for (let layer = layers.length - 1; layer > 0 && rest !== 0; layer -= 1) {
    const part = layers[layer]?.part[rest] ?? 0;
    for (let position = 0; position < scan.size; position += 1) {
      if ((part >> position) & 1) picked[position] = cells.get(part)?.[position] ?? -1;
    }
    rest ^= part;
  }
  return least;
}

interface Layer {
  readonly cost: Float64Array;
  /** The subset shipped last; 0: none. */
  readonly part: Int32Array;
}

function layersOf(shipped: Float64Array, left: Float64Array, count: number): readonly Layer[] {
  const layers: Layer[] = [{ cost: left, part: new Int32Array(left.length) }];
  for (let number = 1; number <= count; number += 1) {
    layers.push(nextLayer(shipped, layers[number - 1]?.cost ?? left));
  }
  return layers;
}

function nextLayer(shipped: Float64Array, before: Float64Array): Layer {
  const cost = before.slice();
  const part = new Int32Array(before.length);
  for (let subset = 1; subset < cost.length; subset += 1) {
    for (let one = subset; one !== 0; one = (one - 1) & subset) {
      const sum = (shipped[one] ?? 0) + (before[subset ^ one] ?? 0);
      if (sum >= (cost[subset] ?? 0)) continue;
      cost[subset] = sum;
      part[subset] = one;
    }
  }
  return { cost, part };
}
