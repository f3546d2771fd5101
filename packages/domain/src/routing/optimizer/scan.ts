// The innermost loop: the cheapest facility that ships one subset of an order's lines, at prices.

import { fillCandidates } from './candidates.ts';
import type { OrderSolver } from './order-solver.ts';
import type { Variant } from './variants.ts';

export const FROM_LIST = 2;
export const FROM_TABLE = 3;

export interface Scan {
  readonly variant: Variant;
  readonly list: number;
  readonly subset: number;
  /** First line of the order. */
  readonly first: number;
  /** Lines of the order. */
  readonly size: number;
}

/**
 * The least cost below `limit` of shipping the subset from one facility, else `limit`; `foundRow` and
 * `foundKind` say which row it is. Stops at the first entry whose true cost is not below the best.
 */
// oxlint-disable-next-line complexity -- every `?? 0` of a checked array access counts as a branch; there are few real ones
export function scanList(solver: OrderSolver, scan: Scan, limit: number): number {
  const { lists, cellPrice, facilityPrice, isBounded, priceWeight } = solver;
  const { entryCost, entryRow, rowFacility, rowCells, rowCell } = lists;
  const { lineQuantity } = solver.compiled;
  const { subset, first, list } = scan;
  const end = lists.listStart[list + 1] ?? 0;
  let best = limit;
  for (let entry = lists.listStart[list] ?? 0; entry < end; entry += 1) {
    let cost = entryCost[entry] ?? 0;
    if (cost >= best) return best;
    const row = entryRow[entry] ?? 0;
    cost += (facilityPrice[rowFacility[row] ?? 0] ?? 0) * priceWeight;
    if (cost >= best) continue;
    const cells = rowCells[row] ?? 0;
    for (let position = 0, rest = subset; rest !== 0; position += 1, rest >>= 1) {
      if ((rest & 1) === 0) continue;
      cost +=
        (cellPrice[rowCell[cells + position] ?? 0] ?? 0) *
        (lineQuantity[first + position] ?? 0) *
        priceWeight;
    }
    if (cost >= best || (isBounded && isBlocked(solver, scan, row))) continue;
    best = cost;
    solver.foundRow = row;
    solver.foundKind = FROM_LIST;
  }
  return (lists.isCut[list] ?? 0) === 1 ? scanTable(solver, scan, best) : best;
}

function isBlocked(solver: OrderSolver, scan: Scan, row: number): boolean {
  const { rowFacility, rowCells, rowCell } = solver.lists;
  if ((solver.capacityLeft[rowFacility[row] ?? 0] ?? 0) < 1) return true;
  const cells = rowCells[row] ?? 0;
  for (let position = 0; position < scan.size; position += 1) {
    if (((scan.subset >> position) & 1) === 0) continue;
    if (isCellBlocked(solver, scan.first + position, rowCell[cells + position] ?? 0)) return true;
  }
  return false;
}

/** Whether a line cannot have its units from a cell now. */
export function isCellBlocked(solver: OrderSolver, line: number, cell: number): boolean {
  if ((solver.unitsLeft[cell] ?? 0) < (solver.compiled.lineQuantity[line] ?? 0)) return true;
  const { bans } = solver;
  for (let at = 0; at < bans.length; at += 2) {
    if (bans[at] === line && bans[at + 1] === cell) return true;
  }
  return false;
}

// The list did not reach far enough: every candidate is looked at.
// oxlint-disable-next-line complexity -- every `?? 0` of a checked array access counts as a branch; there are few real ones
function scanTable(solver: OrderSolver, scan: Scan, limit: number): number {
  const { table, compiled, cellPrice, facilityPrice, isBounded, priceWeight } = solver;
  const { variant, subset, first, size } = scan;
  fillCandidates(table, compiled, variant.order);
  let best = limit;
  for (let row = 0; row < table.rowCount; row += 1) {
    if (((table.mask[row] ?? 0) & subset) !== subset) continue;
    if ((table.tier[row] ?? 0) > variant.tier) continue;
    const facility = table.facility[row] ?? 0;
    let cost = (table.shipment[row] ?? 0) + (facilityPrice[facility] ?? 0) * priceWeight;
    let isFree = !isBounded || (solver.capacityLeft[facility] ?? 0) >= 1;
    for (let position = 0; position < size && isFree; position += 1) {
      if (((subset >> position) & 1) === 0) continue;
      const cell = table.cell[row * size + position] ?? 0;
      cost += table.cost[row * size + position] ?? 0;
      cost += (cellPrice[cell] ?? 0) * (compiled.lineQuantity[first + position] ?? 0) * priceWeight;
      isFree = !isBounded || !isCellBlocked(solver, first + position, cell);
    }
    if (!isFree || cost >= best) continue;
    best = cost;
    solver.foundRow = row;
    solver.foundKind = FROM_TABLE;
  }
  return best;
}
