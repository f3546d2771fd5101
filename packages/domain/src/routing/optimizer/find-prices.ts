// The course of the search for prices: passes in batches with shrinking steps, then climbing until the budget
// of passes is used up.

import { climb, passInBatches, returnToBest, startAscent } from './ascent.ts';
import type { FoundPrices } from './ascent.ts';
import { makeDual, visitAll } from './dual.ts';
import type { Dual } from './dual.ts';
import type { Compiled } from './compile.ts';
import type { Prices } from './problem.ts';
import type { ShipmentLists } from './shipment-lists.ts';

// Found by experiment on seeds 1 to 20 of the benchmark's instances (docs/decisions/0009).
const BATCH_SHARE = 0.4;
const FIRST_DOLLARS = 4;
const SHRINK = 0.3;
const THETA = 0.05;
const THETA_CUT = 0.6;
const PATIENCE = 4;
// Climbing aims at most this far above the best bound: the plan's cost is often much farther off.
const AIM = 0.002;
const PRICE_DECIMALS = 6;

export interface PriceSearch {
  readonly passes: number;
  readonly start: Prices | null;
}

/** Prices whose bound is as high as the budget allows; the same for the same problem and budget. */
export function findPrices(
  compiled: Compiled,
  lists: ShipmentLists,
  search: PriceSearch,
): FoundPrices {
  const dual = makeDual(compiled, lists);
  if (search.start !== null) startAt(dual, search.start);
  const ascent = startAscent(dual);
  const batches = Math.ceil(search.passes * BATCH_SHARE);
  // Prices known from an earlier run are near: no large steps first.
  const offset = search.start === null ? 0 : batches;
  for (let pass = 0; pass < batches; pass += 1) {
    passInBatches(ascent, FIRST_DOLLARS / (1 + SHRINK * (pass + offset)));
  }
  ascent.theta = THETA;
  for (let pass = batches; pass < search.passes; pass += 1) {
    climb(ascent, aim(ascent.best.bound));
    if (ascent.stalled < PATIENCE) continue;
    ascent.theta *= THETA_CUT;
    ascent.stalled = 0;
    returnToBest(ascent);
  }
  return certify(dual, ascent.best);
}

function aim(bound: number): number {
  return bound === -Infinity ? Infinity : bound + AIM * Math.abs(bound) + 1e-9;
}

// The prices as they are told, rounded, and the bound exactly at those.
function certify(dual: Dual, best: FoundPrices): FoundPrices {
  const { solver } = dual;
  solver.nodesMax = Infinity;
  const scale = 10 ** PRICE_DECIMALS;
  solver.cellPrice.set(best.cell.map((price) => Math.round(price * scale) / scale));
  solver.facilityPrice.set(best.facility.map((price) => Math.round(price * scale) / scale));
  return {
    bound: visitAll(dual),
    cell: solver.cellPrice,
    facility: solver.facilityPrice,
    value: dual.value,
    cellOf: dual.cellOf,
  };
}

/** The bound at given prices, found prices' way. Prices of things the problem does not have are ignored. */
export function boundAt(compiled: Compiled, lists: ShipmentLists, prices: Prices): number {
  const dual = makeDual(compiled, lists);
  dual.solver.nodesMax = Infinity;
  startAt(dual, prices);
  return visitAll(dual);
}

function startAt(dual: Dual, prices: Prices): void {
  const { compiled, solver } = dual;
  for (const { index, price } of pricedCells(compiled, prices)) {
    solver.cellPrice[index] = price;
    if (dual.isActive[index] === 1) continue;
    dual.isActive[index] = 1;
    dual.active[dual.activeCount] = index;
    dual.activeCount += 1;
  }
  for (const { index, price } of pricedFacilities(compiled, prices)) {
    // Capacity without limit has no price: it would be worth infinitely much.
    if (compiled.capacity[index] !== Infinity) solver.facilityPrice[index] = price;
  }
}

interface Priced {
  readonly index: number;
  readonly price: number;
}

/** Prices by cell. */
export function pricedCells(compiled: Compiled, prices: Prices): readonly Priced[] {
  const { problem, cellStart, cellFacility } = compiled;
  const facilityIds = problem.facilities.map((facility) => facility.id);
  const cells = new Map<string, number>();
  for (const [sku, { id }] of problem.skus.entries()) {
    for (let cell = cellStart[sku] ?? 0; cell < (cellStart[sku + 1] ?? 0); cell += 1) {
      cells.set(JSON.stringify([facilityIds[cellFacility[cell] ?? 0], id]), cell);
    }
  }
  return prices.stock.flatMap(([facility, sku, price]) => {
    const index = cells.get(JSON.stringify([facility, sku]));
    return index === undefined ? [] : [{ index, price }];
  });
}

/** Prices by facility. */
export function pricedFacilities(compiled: Compiled, prices: Prices): readonly Priced[] {
  const index = new Map(compiled.problem.facilities.map(({ id }, at) => [id, at]));
  return prices.capacity.flatMap(([facility, price]) => {
    const at = index.get(facility);
    return at === undefined ? [] : [{ index: at, price }];
  });
}
