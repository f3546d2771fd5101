// A plan while it is being made: who ships each line, what stock and capacity are left, and who holds what,
// so that an order can be placed and taken out in a handful of steps.

import { lineCost, opensShipment, shipmentCost } from './compile.ts';
import type { Compiled } from './compile.ts';
import { tierOfPlan } from './variants.ts';

export interface Plan {
  readonly compiled: Compiled;
  /** By line; -1 unfilled. */
  readonly cellOf: Int32Array;
  readonly unitsLeft: Float64Array;
  readonly capacityLeft: Float64Array;
  /** What each order costs, its tier and its move included. */
  readonly orderCost: Float64Array;
  /** First line that holds a cell, the next and the one before; -1 ends. */
  readonly cellHead: Int32Array;
  readonly cellNext: Int32Array;
  readonly cellBefore: Int32Array;
  /** The same for facilities. */
  readonly facilityHead: Int32Array;
  readonly facilityNext: Int32Array;
  readonly facilityBefore: Int32Array;
}

/** A plan that ships nothing. */
export function emptyPlan(compiled: Compiled): Plan {
  const { lineCount, cellCount, facilityCount } = compiled;
  const none = (length: number): Int32Array => new Int32Array(length).fill(-1);
  const plan: Plan = {
    compiled,
    cellOf: none(lineCount),
    unitsLeft: compiled.cellUnits.slice(),
    capacityLeft: compiled.capacity.slice(),
    orderCost: new Float64Array(compiled.orderCount),
    cellHead: none(cellCount),
    cellNext: none(lineCount),
    cellBefore: none(lineCount),
    facilityHead: none(facilityCount),
    facilityNext: none(lineCount),
    facilityBefore: none(lineCount),
  };
  for (let order = 0; order < compiled.orderCount; order += 1) {
    plan.orderCost[order] = planCost(compiled, order, plan.cellOf);
  }
  return plan;
}

/** Places an order that is not placed. `cells`: one a line of the order, from `offset`. */
export function placeOrder(plan: Plan, order: number, cells: Int32Array): void {
  const { compiled } = plan;
  const first = compiled.lineStart[order] ?? 0;
  const end = compiled.lineStart[order + 1] ?? 0;
  for (let line = first; line < end; line += 1) {
    const cell = cells[line - first] ?? -1;
    plan.cellOf[line] = cell;
    if (cell === -1) continue;
    const facility = compiled.cellFacility[cell] ?? 0;
    plan.unitsLeft[cell] = (plan.unitsLeft[cell] ?? 0) - (compiled.lineQuantity[line] ?? 0);
    if (opensShipment(compiled, plan.cellOf, { first, line })) {
      plan.capacityLeft[facility] = (plan.capacityLeft[facility] ?? 0) - 1;
    }
    link(plan.cellHead, plan.cellNext, { before: plan.cellBefore, at: cell, line });
    link(plan.facilityHead, plan.facilityNext, { before: plan.facilityBefore, at: facility, line });
  }
  plan.orderCost[order] = planCost(compiled, order, plan.cellOf);
}

/** Takes an order out: nothing of it ships. */
export function removeOrder(plan: Plan, order: number): void {
  const { compiled } = plan;
  const first = compiled.lineStart[order] ?? 0;
  const end = compiled.lineStart[order + 1] ?? 0;
  for (let line = end - 1; line >= first; line -= 1) {
    const cell = plan.cellOf[line] ?? -1;
    if (cell === -1) continue;
    const facility = compiled.cellFacility[cell] ?? 0;
    plan.unitsLeft[cell] = (plan.unitsLeft[cell] ?? 0) + (compiled.lineQuantity[line] ?? 0);
    if (opensShipment(compiled, plan.cellOf, { first, line })) {
      plan.capacityLeft[facility] = (plan.capacityLeft[facility] ?? 0) + 1;
    }
    unlink(plan.cellHead, plan.cellNext, { before: plan.cellBefore, at: cell, line });
    unlink(plan.facilityHead, plan.facilityNext, {
      before: plan.facilityBefore,
      at: facility,
      line,
    });
    plan.cellOf[line] = -1;
  }
}

/** What the plan costs, tiers and moves included. */
export function totalCost(plan: Plan): number {
  return plan.orderCost.reduce((sum, cost) => sum + cost, 0);
}

/** A copy of who ships what; `restorePlan` takes it back. */
export function restorePlan(plan: Plan, cellOf: Int32Array): void {
  const { compiled } = plan;
  for (let order = 0; order < compiled.orderCount; order += 1) removeOrder(plan, order);
  for (let order = 0; order < compiled.orderCount; order += 1) {
    placeOrder(
      plan,
      order,
      cellOf.subarray(compiled.lineStart[order] ?? 0, compiled.lineStart[order + 1] ?? 0),
    );
  }
}

interface Link {
  readonly before: Int32Array;
  readonly at: number;
  readonly line: number;
}

function link(head: Int32Array, next: Int32Array, { before, at, line }: Link): void {
  const old = head[at] ?? -1;
  next[line] = old;
  before[line] = -1;
  if (old !== -1) before[old] = line;
  head[at] = line;
}

function unlink(head: Int32Array, next: Int32Array, { before, at, line }: Link): void {
  const after = next[line] ?? -1;
  const previous = before[line] ?? -1;
  if (previous === -1) head[at] = after;
  else next[previous] = after;
  if (after !== -1) before[after] = previous;
}

/** What a plan of an order costs by the merchant's costs; `cellOf` is by line. */
export function merchantCost(compiled: Compiled, order: number, cellOf: Int32Array): number {
  const first = compiled.lineStart[order] ?? 0;
  const end = compiled.lineStart[order + 1] ?? 0;
  let cost = 0;
  for (let line = first; line < end; line += 1) {
    const cell = cellOf[line] ?? -1;
    if (cell === -1) {
      cost += compiled.lineUnfilled[line] ?? 0;
      continue;
    }
    if (opensShipment(compiled, cellOf, { first, line })) {
      cost += shipmentCost(compiled, order, compiled.cellFacility[cell] ?? 0);
    }
    cost += lineCost(compiled, line, cell);
  }
  return cost;
}

/** The merchant's cost, the tier's and the move's. */
export function planCost(compiled: Compiled, order: number, cellOf: Int32Array): number {
  const cost = merchantCost(compiled, order, cellOf);
  if (!compiled.tiers.isOn && !compiled.moves.isOn) return cost;
  return cost + tierCost(compiled, order, cellOf) + moveCost(compiled, order, cellOf);
}

function tierCost(compiled: Compiled, order: number, cellOf: Int32Array): number {
  return compiled.tiers.weight[tierOf(compiled, order, cellOf)] ?? 0;
}

/** The tier of an order as planned. */
export function tierOf(compiled: Compiled, order: number, cellOf: Int32Array): number {
  const mine = cellOf.subarray(compiled.lineStart[order] ?? 0, compiled.lineStart[order + 1] ?? 0);
  const facilities = Array.from(mine, (cell) =>
    cell === -1 ? -1 : (compiled.cellFacility[cell] ?? 0),
  );
  return tierOfPlan(compiled, order, facilities);
}

/** What moving an order away from its current plan costs; 0 when it stays. */
export function moveCost(compiled: Compiled, order: number, cellOf: Int32Array): number {
  const { moves } = compiled;
  if (!moves.isOn || moves.hasPlan[order] !== 1) return 0;
  const end = compiled.lineStart[order + 1] ?? 0;
  for (let line = compiled.lineStart[order] ?? 0; line < end; line += 1) {
    if (cellOf[line] !== moves.cellOf[line]) return moves.cost;
  }
  return 0;
}
