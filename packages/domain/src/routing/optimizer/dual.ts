// The relaxation: stock and capacity may be exceeded at a price, so every order takes its cheapest plan at
// the prices. What the orders cost less what all stock and capacity is worth bounds every plan from below.

import { opensShipment } from './compile.ts';
import type { Compiled } from './compile.ts';
import { fillFloors } from './floors.ts';
import type { Floors } from './floors.ts';
import { lineCountOf, makeSolver } from './order-solver.ts';
import type { OrderSolver } from './order-solver.ts';
import type { ShipmentLists } from './shipment-lists.ts';
import { solveOrder } from './solve-order.ts';

export interface Dual {
  readonly compiled: Compiled;
  readonly solver: OrderSolver;
  readonly floors: Floors;
  /** The plan of each line at the prices of the order's last visit; -1 unfilled. */
  readonly cellOf: Int32Array;
  /** What each order pays at the prices of its last visit. */
  readonly value: Float64Array;
  /** Units and shipments asked for. */
  readonly cellUsage: Float64Array;
  readonly facilityUsage: Float64Array;
  /** Whether all that could ask for it may exceed it; what is not contested is never priced. */
  readonly isCellContested: Uint8Array;
  readonly isFacilityContested: Uint8Array;
  /** Cells that were ever asked for too much: the others have no price. */
  readonly active: Int32Array;
  activeCount: number;
  readonly isActive: Uint8Array;
}

export function makeDual(compiled: Compiled, lists: ShipmentLists): Dual {
  const { cellCount, facilityCount, capacity } = compiled;
  return {
    compiled,
    solver: makeSolver(compiled, lists, null),
    floors: fillFloors(compiled, lists),
    cellOf: new Int32Array(compiled.lineCount).fill(-1),
    value: new Float64Array(compiled.orderCount),
    cellUsage: new Float64Array(cellCount),
    facilityUsage: new Float64Array(facilityCount),
    isCellContested: contestedCells(compiled),
    isFacilityContested: Uint8Array.from(capacity, (most, facility) =>
      (lists.potential[facility] ?? 0) > most ? 1 : 0,
    ),
    active: new Int32Array(cellCount),
    activeCount: 0,
    isActive: new Uint8Array(cellCount),
  };
}

function contestedCells(compiled: Compiled): Uint8Array {
  const { skuCount, cellStart, cellUnits, lineSku, lineQuantity } = compiled;
  const demand = new Float64Array(skuCount);
  for (const [line, sku] of lineSku.entries()) {
    demand[sku] = (demand[sku] ?? 0) + (lineQuantity[line] ?? 0);
  }
  const isContested = new Uint8Array(compiled.cellCount);
  for (let sku = 0; sku < skuCount; sku += 1) {
    for (let cell = cellStart[sku] ?? 0; cell < (cellStart[sku + 1] ?? 0); cell += 1) {
      isContested[cell] = (demand[sku] ?? 0) > (cellUnits[cell] ?? 0) ? 1 : 0;
    }
  }
  return isContested;
}

/** Solves an order at the current prices and counts what it asks for. */
export function visitOrder(dual: Dual, order: number): number {
  const { solver, compiled, cellOf } = dual;
  const first = compiled.lineStart[order] ?? 0;
  const size = lineCountOf(solver, order);
  const value = hasFreePlan(dual, order) ? freePlan(dual, order) : solveOrder(solver, order);
  dual.value[order] = value;
  let isSame = true;
  for (let position = 0; position < size && isSame; position += 1) {
    isSame = cellOf[first + position] === solver.picked[position];
  }
  if (isSame) return value;
  count(dual, { first, size, sign: -1 });
  for (let position = 0; position < size; position += 1) {
    cellOf[first + position] = solver.picked[position] ?? -1;
  }
  count(dual, { first, size, sign: 1 });
  return value;
}

// Whether nothing that the order would take, were everything free, has a price.
function hasFreePlan(dual: Dual, order: number): boolean {
  const { floors, compiled, solver } = dual;
  if (floors.isPlain[order] === 0) return false;
  const end = compiled.lineStart[order + 1] ?? 0;
  for (let line = compiled.lineStart[order] ?? 0; line < end; line += 1) {
    const cell = floors.cellOf[line] ?? -1;
    if (cell === -1) continue;
    if ((solver.cellPrice[cell] ?? 0) > 0) return false;
    if ((solver.facilityPrice[compiled.cellFacility[cell] ?? 0] ?? 0) > 0) return false;
  }
  return true;
}

function freePlan(dual: Dual, order: number): number {
  const { floors, compiled, solver } = dual;
  const { lists, picked } = solver;
  const first = compiled.lineStart[order] ?? 0;
  const end = compiled.lineStart[order + 1] ?? 0;
  for (let line = first; line < end; line += 1) picked[line - first] = floors.cellOf[line] ?? -1;
  return lists.floor[lists.variantStart[order] ?? 0] ?? 0;
}

function count(
  dual: Dual,
  { first, size, sign }: { readonly first: number; readonly size: number; readonly sign: number },
): void {
  const { compiled, cellOf, cellUsage, facilityUsage } = dual;
  const { cellFacility, lineQuantity, cellUnits } = compiled;
  for (let line = first; line < first + size; line += 1) {
    const cell = cellOf[line] ?? -1;
    if (cell === -1) continue;
    const usage = (cellUsage[cell] ?? 0) + sign * (lineQuantity[line] ?? 0);
    cellUsage[cell] = usage;
    if (usage > (cellUnits[cell] ?? 0) && dual.isActive[cell] === 0) activate(dual, cell);
    if (!opensShipment(compiled, cellOf, { first, line })) continue;
    const facility = cellFacility[cell] ?? 0;
    facilityUsage[facility] = (facilityUsage[facility] ?? 0) + sign;
  }
}

function activate(dual: Dual, cell: number): void {
  if (dual.isCellContested[cell] === 0) return;
  dual.isActive[cell] = 1;
  dual.active[dual.activeCount] = cell;
  dual.activeCount += 1;
}

/** Solves every order at the current prices. Returns the bound. */
export function visitAll(dual: Dual): number {
  let bound = 0;
  for (let order = 0; order < dual.compiled.orderCount; order += 1) {
    bound += visitOrder(dual, order);
  }
  return bound - worthOfEverything(dual);
}

/** What all stock and capacity is worth at the prices. */
export function worthOfEverything(dual: Dual): number {
  const { compiled, solver } = dual;
  let worth = 0;
  for (let at = 0; at < dual.activeCount; at += 1) {
    const cell = dual.active[at] ?? 0;
    worth += (solver.cellPrice[cell] ?? 0) * (compiled.cellUnits[cell] ?? 0);
  }
  for (let facility = 0; facility < compiled.facilityCount; facility += 1) {
    const price = solver.facilityPrice[facility] ?? 0;
    if (price > 0) worth += price * (compiled.capacity[facility] ?? 0);
  }
  return worth;
}
