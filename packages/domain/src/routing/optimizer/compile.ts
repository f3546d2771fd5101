// Turns a problem into integers and flat arrays: facilities, SKUs, orders and lines by position, stock cells
// by SKU. What follows never sees an id again, so renaming things cannot change a plan.

import { defined } from '@sendsale/std';
import { compileGeography } from './compile-geography.ts';
import type { Geography } from './compile-geography.ts';
import { compileMoves } from './compile-moves.ts';
import type { CompiledMoves } from './compile-moves.ts';
import { compileTiers } from './compile-tiers.ts';
import type { CompiledTiers } from './compile-tiers.ts';
import type { ProblemOrder, RoutingProblem, TierMode } from './problem.ts';

export interface Compiled {
  readonly problem: RoutingProblem;
  readonly orderCount: number;
  readonly facilityCount: number;
  readonly skuCount: number;
  readonly lineCount: number;
  readonly cellCount: number;
  /** Lines of an order: from lineStart[order] to lineStart[order + 1]. */
  readonly lineStart: Int32Array;
  readonly lineSku: Int32Array;
  readonly lineQuantity: Float64Array;
  /** What leaving a line unfilled costs. */
  readonly lineUnfilled: Float64Array;
  readonly orderOfLine: Int32Array;
  /** 1 for an order that has a SKU on two lines. */
  readonly hasTwins: Uint8Array;
  /** Stock cells of a SKU: from cellStart[sku] to cellStart[sku + 1], by facility. */
  readonly cellStart: Int32Array;
  readonly cellFacility: Int32Array;
  readonly cellUnits: Float64Array;
  readonly cellCredit: Float64Array;
  /** Infinity where there is no limit. */
  readonly capacity: Float64Array;
  readonly perShipment: Float64Array;
  readonly perUnit: Float64Array;
  readonly pounds: Float64Array;
  readonly geography: Geography;
  readonly methodOf: Int32Array;
  readonly zoneCount: number;
  /** By method × zone. */
  readonly base: Float64Array;
  readonly perPound: Float64Array;
  readonly longestOrder: number;
  readonly tiers: CompiledTiers;
  readonly moves: CompiledMoves;
}

/** Compiles a problem. Throws when it names a facility, SKU or method that it does not have. */
export function compile(problem: RoutingProblem, tierMode: TierMode = 'off'): Compiled {
  const methods = Object.keys(problem.zones.base);
  const methodIndex = new Map(methods.map((method, index) => [method, index]));
  const skuIndex = new Map(problem.skus.map((sku, index) => [sku.id, index]));
  const facilityIndex = new Map(problem.facilities.map(({ id }, index) => [id, index]));
  const lines = compileLines(problem, skuIndex);
  const cells = compileStock(problem, { skuIndex, facilityIndex });
  const { facilities, skus, zones } = problem;
  return {
    problem,
    orderCount: problem.orders.length,
    facilityCount: facilities.length,
    skuCount: skus.length,
    ...lines,
    ...cells,
    capacity: Float64Array.from(facilities, (facility) => facility.capacity ?? Infinity),
    perShipment: Float64Array.from(facilities, (facility) => facility.perShipment),
    perUnit: Float64Array.from(facilities, (facility) => facility.perUnit),
    pounds: Float64Array.from(skus, (sku) => sku.pounds),
    geography: compileGeography(problem),
    methodOf: Int32Array.from(problem.orders, ({ method }) =>
      defined(methodIndex.get(method), `The zone table has the method ${method}.`),
    ),
    zoneCount: zones.limitMiles.length,
    base: Float64Array.from(methods.flatMap((method) => [...(zones.base[method] ?? [])])),
    perPound: Float64Array.from(methods.flatMap((method) => [...(zones.perPound[method] ?? [])])),
    tiers: compileTiers(problem, { facilityIndex, mode: tierMode }),
    moves: compileMoves(problem, { facilityIndex, ...lines, ...cells }),
  };
}

type CompiledLines = Pick<
  Compiled,
  | 'lineCount'
  | 'lineStart'
  | 'lineSku'
  | 'lineQuantity'
  | 'lineUnfilled'
  | 'orderOfLine'
  | 'hasTwins'
  | 'longestOrder'
>;

function compileLines(
  problem: RoutingProblem,
  skuIndex: ReadonlyMap<string, number>,
): CompiledLines {
  const { orders, unfilledPerUnit } = problem;
  const lineCount = orders.reduce((sum, order) => sum + order.lines.length, 0);
  const lineStart = new Int32Array(orders.length + 1);
  const lineSku = new Int32Array(lineCount);
  const lineQuantity = new Float64Array(lineCount);
  const orderOfLine = new Int32Array(lineCount);
  let line = 0;
  for (const [index, order] of orders.entries()) {
    for (const [sku, quantity] of order.lines) {
      lineSku[line] = defined(skuIndex.get(sku), `The problem has the SKU ${sku}.`);
      lineQuantity[line] = quantity;
      orderOfLine[line] = index;
      line += 1;
    }
    lineStart[index + 1] = line;
  }
  const hasTwins = Uint8Array.from(orders, ({ lines }) =>
    new Set(lines.map(([sku]) => sku)).size < lines.length ? 1 : 0,
  );
  const lineUnfilled = lineQuantity.map((quantity, at) => {
    const own = orders[orderOfLine[at] ?? 0]?.unfilledPerUnit;
    return quantity * (own ?? unfilledPerUnit);
  });
  const longestOrder = orders.reduce((most, order) => Math.max(most, order.lines.length), 0);
  return {
    lineCount,
    lineStart,
    lineSku,
    lineQuantity,
    lineUnfilled,
    orderOfLine,
    hasTwins,
    longestOrder,
  };
}

type CompiledStock = Pick<
  Compiled,
  'cellCount' | 'cellStart' | 'cellFacility' | 'cellUnits' | 'cellCredit'
>;

// A counting sort by SKU that keeps the order of the rows: facilities stay in the file's order.
function compileStock(
  problem: RoutingProblem,
  ids: {
    readonly skuIndex: ReadonlyMap<string, number>;
    readonly facilityIndex: ReadonlyMap<string, number>;
  },
): CompiledStock {
  const { stock, skus } = problem;
  const skuOf = Int32Array.from(stock, ([, sku]) =>
    defined(ids.skuIndex.get(sku), `The problem has the SKU ${sku}.`),
  );
  const cellStart = new Int32Array(skus.length + 1);
  for (const sku of skuOf) cellStart[sku + 1] = (cellStart[sku + 1] ?? 0) + 1;
  for (let sku = 0; sku < skus.length; sku += 1) {
    cellStart[sku + 1] = (cellStart[sku + 1] ?? 0) + (cellStart[sku] ?? 0);
  }
  const next = cellStart.slice();
  const cellFacility = new Int32Array(stock.length);
  const cellUnits = new Float64Array(stock.length);
  const cellCredit = new Float64Array(stock.length);
  for (const [row, [facility, , units, credit]] of stock.entries()) {
    const sku = skuOf[row] ?? 0;
    const cell = next[sku] ?? 0;
    next[sku] = cell + 1;
    cellFacility[cell] = defined(
      ids.facilityIndex.get(facility),
      `The problem has the facility ${facility}.`,
    );
    cellUnits[cell] = units;
    cellCredit[cell] = credit;
  }
  return { cellCount: stock.length, cellStart, cellFacility, cellUnits, cellCredit };
}

/** What a shipment from a facility costs an order, lines apart; Infinity when out of reach. */
export function shipmentCost(compiled: Compiled, order: number, facility: number): number {
  const { geography, facilityCount, zoneCount } = compiled;
  const zone =
    geography.zone[(geography.destinationOf[order] ?? 0) * facilityCount + facility] ?? 255;
  if (zone === 255) return Infinity;
  return (
    (compiled.base[(compiled.methodOf[order] ?? 0) * zoneCount + zone] ?? 0) +
    (compiled.perShipment[facility] ?? 0)
  );
}

/** What a line costs from a stock cell; the facility is within reach. */
export function lineCost(compiled: Compiled, line: number, cell: number): number {
  const { geography, facilityCount, zoneCount } = compiled;
  const order = compiled.orderOfLine[line] ?? 0;
  const facility = compiled.cellFacility[cell] ?? 0;
  const zone =
    geography.zone[(geography.destinationOf[order] ?? 0) * facilityCount + facility] ?? 255;
  const perPound = compiled.perPound[(compiled.methodOf[order] ?? 0) * zoneCount + zone] ?? 0;
  const pounds = compiled.pounds[compiled.lineSku[line] ?? 0] ?? 0;
  return (
    (compiled.lineQuantity[line] ?? 0) *
    (pounds * perPound + (compiled.perUnit[facility] ?? 0) - (compiled.cellCredit[cell] ?? 0))
  );
}

/** Whether a line (which has a cell) is the first of its order, from line `first` on, from its facility. */
export function opensShipment(
  compiled: Compiled,
  cellOf: Int32Array,
  at: { readonly first: number; readonly line: number },
): boolean {
  const { cellFacility } = compiled;
  const facility = cellFacility[cellOf[at.line] ?? 0];
  for (let earlier = at.first; earlier < at.line; earlier += 1) {
    const other = cellOf[earlier] ?? -1;
    if (other !== -1 && cellFacility[other] === facility) return false;
  }
  return true;
}

/** The order as the problem has it. */
export function orderOf(compiled: Compiled, order: number): ProblemOrder {
  return defined(compiled.problem.orders[order], `The problem has order number ${order}.`);
}
