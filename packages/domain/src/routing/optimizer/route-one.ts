// One order at a time, at the prices of the last run: what the batch learnt guides a decision at the till.

import { compile } from './compile.ts';
import { pricedCells, pricedFacilities } from './find-prices.ts';
import { solveWithinLeft } from './multiplicity.ts';
import { lineCountOf, makeSolver } from './order-solver.ts';
import { merchantCost } from './plan.ts';
import type { Prices, ProblemOrder, RoutingProblem, TierMode } from './problem.ts';
import { buildShipmentLists } from './shipment-lists.ts';

export interface RoutedOne {
  /** A facility a line of the order; null: nobody should ship it. */
  readonly lines: ReadonlyArray<string | null>;
  /** By the merchant's costs. */
  readonly cost: number;
  /** What the stock and capacity it takes is worth to other orders. */
  readonly priced: number;
}

export interface RouteOneOptions {
  readonly order: ProblemOrder;
  readonly prices: Prices;
  readonly tiers?: TierMode;
  /**
   * What share of the prices counts, 0.5 unless said: prices of a forecast are best trusted by half
   * (reference/routing.md §3.6).
   */
  readonly priceWeight?: number;
}

/** The best way to serve one order out of the problem's stock and capacity, which is what is left now. */
export function routeOne(problem: RoutingProblem, options: RouteOneOptions): RoutedOne {
  const skus = new Set(options.order.lines.map(([sku]) => sku));
  const compiled = compile(
    {
      ...problem,
      orders: [options.order],
      stock: problem.stock.filter(([, sku]) => skus.has(sku)),
    },
    options.tiers ?? 'off',
  );
  const solver = makeSolver(compiled, buildShipmentLists(compiled), {
    units: compiled.cellUnits,
    capacity: compiled.capacity,
  });
  for (const { index, price } of pricedCells(compiled, options.prices)) {
    solver.cellPrice[index] = price;
  }
  for (const { index, price } of pricedFacilities(compiled, options.prices)) {
    solver.facilityPrice[index] = price;
  }
  solver.priceWeight = options.priceWeight ?? 0.5;
  solveWithinLeft(solver, 0);
  const cells = solver.picked.slice(0, lineCountOf(solver, 0));
  const facilities = new Set<number>();
  let priced = 0;
  for (const [line, cell] of cells.entries()) {
    if (cell === -1) continue;
    facilities.add(compiled.cellFacility[cell] ?? 0);
    priced += (solver.cellPrice[cell] ?? 0) * (compiled.lineQuantity[line] ?? 0);
  }
  for (const facility of facilities) priced += solver.facilityPrice[facility] ?? 0;
  return {
    lines: Array.from(cells, (cell) =>
      cell === -1 ? null : (problem.facilities[compiled.cellFacility[cell] ?? 0]?.id ?? null),
    ),
    cost: merchantCost(compiled, 0, cells),
    priced,
  };
}
