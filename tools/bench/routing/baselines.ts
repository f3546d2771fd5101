// The policies a plan is held against: how other engines decide (reference/routing.md §2, §3.2), one order
// after the other, each re-implemented from its documentation.

import {
  emptyCandidates,
  fillCandidates,
} from '../../../packages/domain/src/routing/optimizer/candidates.ts';
import type { Candidates } from '../../../packages/domain/src/routing/optimizer/candidates.ts';
import { compile } from '../../../packages/domain/src/routing/optimizer/compile.ts';
import type { Compiled } from '../../../packages/domain/src/routing/optimizer/compile.ts';
import { solveWithinLeft } from '../../../packages/domain/src/routing/optimizer/multiplicity.ts';
import {
  lineCountOf,
  makeSolver,
} from '../../../packages/domain/src/routing/optimizer/order-solver.ts';
import { emptyPlan, placeOrder } from '../../../packages/domain/src/routing/optimizer/plan.ts';
import type { Plan } from '../../../packages/domain/src/routing/optimizer/plan.ts';
import { planReport } from '../../../packages/domain/src/routing/optimizer/plan-report.ts';
import { buildShipmentLists } from '../../../packages/domain/src/routing/optimizer/shipment-lists.ts';
import type { RoutingPlan, RoutingProblem } from '@sendsale/domain';

/** The cheapest way to serve each order out of what is left, first come first served (IBM-style). */
export function planPerOrder(problem: RoutingProblem): RoutingPlan {
  const compiled = compile(problem);
  const plan = emptyPlan(compiled);
  const solver = makeSolver(compiled, buildShipmentLists(compiled), {
    units: plan.unitsLeft,
    capacity: plan.capacityLeft,
  });
  for (let order = 0; order < compiled.orderCount; order += 1) {
    solveWithinLeft(solver, order);
    placeOrder(plan, order, solver.picked.subarray(0, lineCountOf(solver, order)));
  }
  return planReport(plan, null);
}

/** The fewest shipments, of those the nearest (Salesforce-style): one, else two, else a greedy cover. */
export function planFewestSplits(problem: RoutingProblem): RoutingPlan {
  return planEach(problem, (desk) => {
    const full = (1 << desk.size) - 1;
    const near = nearestFirst(desk, () => true);
    const single = near.find((row) => canShip(desk, row) === full);
    if (single !== undefined) return [single];
    const pair = nearestPair(desk, near, full);
    return pair ?? cover(desk, near);
  });
}

/**
 * The template of the reference's documentation: a warehouse within 250 miles, 500, any, the one with the most
 * stock; then any single facility, nearest; then whoever has something, nearest first.
 */
export function planByTemplate(problem: RoutingProblem): RoutingPlan {
  return planEach(problem, (desk) => {
    const full = (1 << desk.size) - 1;
    for (const miles of [250, 500, Infinity]) {
      const edge = miles === Infinity ? -2 : Math.cos(miles / 3958.8);
      const rows = nearestFirst(
        desk,
        (row) => isWarehouse(desk, row) && (desk.table.nearness[row] ?? 0) >= edge,
      ).filter((row) => canShip(desk, row) === full);
      const [fullest] = rows.toSorted((a, b) => balance(desk, b) - balance(desk, a));
      if (fullest !== undefined) return [fullest];
    }
    const near = nearestFirst(desk, () => true);
    const single = near.find((row) => canShip(desk, row) === full);
    return single === undefined ? near : [single];
  });
}

/** One order on the desk: who could ship what of it now. */
interface Desk {
  readonly compiled: Compiled;
  readonly plan: Plan;
  readonly table: Candidates;
  readonly first: number;
  readonly size: number;
}

function planEach(problem: RoutingProblem, choose: (desk: Desk) => readonly number[]): RoutingPlan {
  const compiled = compile(problem);
  const plan = emptyPlan(compiled);
  const table = emptyCandidates(compiled);
  for (let order = 0; order < compiled.orderCount; order += 1) {
    fillCandidates(table, compiled, order);
    const first = compiled.lineStart[order] ?? 0;
    const size = (compiled.lineStart[order + 1] ?? 0) - first;
    const desk = { compiled, plan, table, first, size };
    const cells = new Int32Array(size).fill(-1);
    for (const row of choose(desk)) take(desk, row, cells);
    placeOrder(plan, order, cells);
  }
  return planReport(plan, null);
}

function take(desk: Desk, row: number, cells: Int32Array): void {
  const { table, size } = desk;
  const able = canShip(desk, row);
  for (let position = 0; position < size; position += 1) {
    if (cells[position] !== -1 || ((able >> position) & 1) === 0) continue;
    cells[position] = table.cell[row * size + position] ?? -1;
  }
}

// Lines as bits. The benchmark's orders have no SKU twice.
function canShip(desk: Desk, row: number): number {
  const { compiled, plan, table, first, size } = desk;
  if ((plan.capacityLeft[table.facility[row] ?? 0] ?? 0) < 1) return 0;
  let able = 0;
  for (let position = 0; position < size; position += 1) {
    const cell = table.cell[row * size + position] ?? -1;
    const wanted = compiled.lineQuantity[first + position] ?? 0;
    if (cell !== -1 && (plan.unitsLeft[cell] ?? 0) >= wanted) able |= 1 << position;
  }
  return able;
}

function nearestFirst(desk: Desk, isWanted: (row: number) => boolean): readonly number[] {
  const { table } = desk;
  return Array.from({ length: table.rowCount }, (_, row) => row)
    .filter((row) => isWanted(row) && canShip(desk, row) !== 0)
    .sort((a, b) => (table.nearness[b] ?? 0) - (table.nearness[a] ?? 0));
}

function isWarehouse(desk: Desk, row: number): boolean {
  return (desk.compiled.perShipment[desk.table.facility[row] ?? 0] ?? 0) < 2;
}

function balance(desk: Desk, row: number): number {
  const { table, size, plan } = desk;
  let units = 0;
  for (let position = 0; position < size; position += 1) {
    units += plan.unitsLeft[table.cell[row * size + position] ?? 0] ?? 0;
  }
  return units;
}

function nearestPair(
  desk: Desk,
  near: readonly number[],
  full: number,
): readonly number[] | undefined {
  const able = near.map((row) => canShip(desk, row));
  for (const [index, first] of near.entries()) {
    const second = able.findIndex((mask, at) => at > index && ((able[index] ?? 0) | mask) === full);
    if (second !== -1) return [first, near[second] ?? first];
  }
  return undefined;
}

function cover(desk: Desk, near: readonly number[]): readonly number[] {
  const chosen: number[] = [];
  let covered = 0;
  while (chosen.length < desk.size) {
    const gains = near.map((row) => bits(canShip(desk, row) & ~covered));
    const most = Math.max(0, ...gains);
    const row = near[gains.indexOf(most)];
    if (most === 0 || row === undefined) break;
    chosen.push(row);
    covered |= canShip(desk, row);
  }
  return chosen;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
