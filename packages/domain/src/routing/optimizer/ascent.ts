// Finds prices. First in small steps: prices move after every batch of orders, by what all orders asked for at
// their last visit (an aggregated incremental subgradient, Blatt, Hero & Gauchman 2007), which gets near in a
// few passes. Then a deflected subgradient with Polyak's step, which climbs the last per cent.
// Directions are scaled by 1/stock and 1/capacity: a warehouse has thousands of units, a store has one.

import type { Dual } from './dual.ts';
import { visitAll, visitOrder } from './dual.ts';

export interface FoundPrices {
  bound: number;
  readonly cell: Float64Array;
  readonly facility: Float64Array;
  /** What each order pays at these prices. */
  readonly value: Float64Array;
  /** Plan of each line at these prices. */
  readonly cellOf: Int32Array;
}

export interface Ascent {
  readonly dual: Dual;
  readonly best: FoundPrices;
  readonly cellDirection: Float64Array;
  readonly facilityDirection: Float64Array;
  theta: number;
  stalled: number;
}

// Deflection keeps this much of the last direction; theta is the share of the gap that a step aims to close.
const DEFLECTION = 0.65;
const THETA_FIRST = 0.15;
const BATCHES = 40;

export function startAscent(dual: Dual): Ascent {
  const { compiled } = dual;
  return {
    dual,
    best: {
      bound: -Infinity,
      cell: new Float64Array(compiled.cellCount),
      facility: new Float64Array(compiled.facilityCount),
      value: new Float64Array(compiled.orderCount),
      cellOf: new Int32Array(compiled.lineCount).fill(-1),
    },
    cellDirection: new Float64Array(compiled.cellCount),
    facilityDirection: new Float64Array(compiled.facilityCount),
    theta: THETA_FIRST,
    stalled: 0,
  };
}

/** One pass in batches; `dollars` is how far a price moves in a pass when twice the stock is asked for. */
export function passInBatches(ascent: Ascent, dollars: number): void {
  const { dual } = ascent;
  const { orderCount } = dual.compiled;
  const batches = Math.max(1, Math.min(BATCHES, orderCount));
  for (let batch = 0; batch < batches; batch += 1) {
    for (let order = batch; order < orderCount; order += batches) visitOrder(dual, order);
    movePrices(dual, dollars / batches);
  }
}

function movePrices(dual: Dual, step: number): void {
  const { solver, compiled, active, cellUsage, facilityUsage } = dual;
  const { cellUnits, capacity } = compiled;
  const { cellPrice, facilityPrice } = solver;
  for (let at = 0; at < dual.activeCount; at += 1) {
    const cell = active[at] ?? 0;
    const units = cellUnits[cell] ?? 0;
    const price =
      (cellPrice[cell] ?? 0) +
      step * ((cellUsage[cell] ?? 0) / Math.max(1, units) - (units >= 1 ? 1 : 0));
    cellPrice[cell] = price > 0 ? price : 0;
  }
  for (let facility = 0; facility < facilityPrice.length; facility += 1) {
    if (dual.isFacilityContested[facility] === 0) continue;
    const most = capacity[facility] ?? 0;
    const price =
      (facilityPrice[facility] ?? 0) +
      step * ((facilityUsage[facility] ?? 0) / Math.max(1, most) - (most >= 1 ? 1 : 0));
    facilityPrice[facility] = price > 0 ? price : 0;
  }
}

/** Solves all orders at the prices, keeps them if they are the best, and moves on. `target`: a plan's cost. */
export function climb(ascent: Ascent, target: number): number {
  const bound = visitAll(ascent.dual);
  const { best } = ascent;
  if (bound > best.bound + 1e-9 * Math.abs(bound)) {
    if (bound > best.bound + 1e-5 * Math.abs(target - bound)) ascent.stalled = 0;
    keep(ascent, bound);
  } else {
    ascent.stalled += 1;
  }
  const norm = direct(ascent);
  if (norm > 0) step(ascent, (ascent.theta * Math.max(target - bound, 0)) / norm);
  return bound;
}

function keep(ascent: Ascent, bound: number): void {
  const { best, dual } = ascent;
  best.bound = bound;
  best.cell.set(dual.solver.cellPrice);
  best.facility.set(dual.solver.facilityPrice);
  best.value.set(dual.value);
  best.cellOf.set(dual.cellOf);
}

/** Goes back to the best prices, e.g. before smaller steps. */
export function returnToBest(ascent: Ascent): void {
  ascent.dual.solver.cellPrice.set(ascent.best.cell);
  ascent.dual.solver.facilityPrice.set(ascent.best.facility);
  ascent.cellDirection.fill(0);
  ascent.facilityDirection.fill(0);
}

// The deflected direction, projected: a price of nothing does not fall. Returns its scaled square.
// oxlint-disable-next-line complexity -- every `?? 0` of a checked array access counts as a branch; there are few real ones
function direct(ascent: Ascent): number {
  const { dual, cellDirection, facilityDirection } = ascent;
  const { solver, compiled, active, cellUsage, facilityUsage } = dual;
  let norm = 0;
  for (let at = 0; at < dual.activeCount; at += 1) {
    const cell = active[at] ?? 0;
    const units = compiled.cellUnits[cell] ?? 0;
    let direction = (cellUsage[cell] ?? 0) - units + DEFLECTION * (cellDirection[cell] ?? 0);
    if (direction < 0 && (solver.cellPrice[cell] ?? 0) === 0) direction = 0;
    cellDirection[cell] = direction;
    norm += (direction * direction) / Math.max(1, units);
  }
  for (let facility = 0; facility < facilityUsage.length; facility += 1) {
    if (dual.isFacilityContested[facility] === 0) continue;
    const most = compiled.capacity[facility] ?? 0;
    let direction =
      (facilityUsage[facility] ?? 0) - most + DEFLECTION * (facilityDirection[facility] ?? 0);
    if (direction < 0 && (solver.facilityPrice[facility] ?? 0) === 0) direction = 0;
    facilityDirection[facility] = direction;
    norm += (direction * direction) / Math.max(1, most);
  }
  return norm;
}

function step(ascent: Ascent, length: number): void {
  const { dual, cellDirection, facilityDirection } = ascent;
  const { solver, compiled, active } = dual;
  for (let at = 0; at < dual.activeCount; at += 1) {
    const cell = active[at] ?? 0;
    const units = Math.max(1, compiled.cellUnits[cell] ?? 0);
    const price = (solver.cellPrice[cell] ?? 0) + (length * (cellDirection[cell] ?? 0)) / units;
    solver.cellPrice[cell] = price > 0 ? price : 0;
  }
  for (let facility = 0; facility < facilityDirection.length; facility += 1) {
    const direction = facilityDirection[facility] ?? 0;
    if (direction === 0) continue;
    const most = Math.max(1, compiled.capacity[facility] ?? 0);
    const price = (solver.facilityPrice[facility] ?? 0) + (length * direction) / most;
    solver.facilityPrice[facility] = price > 0 ? price : 0;
  }
}
