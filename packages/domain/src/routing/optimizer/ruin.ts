// Ruin and recreate: around an order that pays more than it should, the orders that hold what it wants and
// some that want the same SKUs are taken out and planned anew, with prices counted for a random share.

import type { Compiled } from './compile.ts';
import { forget, putBack, slackOf, takeOut, undo } from './neighbourhood.ts';
import type { Neighbourhood } from './neighbourhood.ts';

export interface Ruins {
  readonly hood: Neighbourhood;
  /** Lines by SKU: from skuStart[sku] to skuStart[sku + 1]. */
  readonly skuStart: Int32Array;
  readonly skuLines: Int32Array;
  /** Orders with slack, each as often as it has slack; drawn from at random. */
  seeds: Int32Array;
}

const SLACK_MIN = 1e-6;

export function startRuins(hood: Neighbourhood): Ruins {
  const { skuStart, skuLines } = linesBySku(hood.plan.compiled);
  return { hood, skuStart, skuLines, seeds: new Int32Array(0) };
}

/** Looks anew for the orders that pay too much. */
export function findSeeds(ruins: Ruins): void {
  const { hood } = ruins;
  const seeds: number[] = [];
  for (let order = 0; order < hood.plan.compiled.orderCount; order += 1) {
    const slack = slackOf(hood, order);
    if (slack <= SLACK_MIN) continue;
    for (let times = Math.min(8, Math.ceil(slack)); times > 0; times -= 1) seeds.push(order);
  }
  ruins.seeds = Int32Array.from(seeds);
}

/** One neighbourhood taken apart and planned anew. Returns what that saved. */
export function ruinOnce(ruins: Ruins): number {
  const { hood, seeds } = ruins;
  const { random } = hood;
  if (seeds.length === 0) return 0;
  const seed = seeds[random.integer(0, seeds.length - 1)] ?? 0;
  const size = random.integer(3, 9);
  takeOut(hood, seed);
  takeOutRivals(ruins, seed, size);
  takeOutKin(ruins, size);
  hood.solver.priceWeight = 0.3 + 0.9 * random.next();
  let cost = 0;
  const { out } = hood;
  const queue = [...out];
  // Mostly the seed has the first choice; the others in any order.
  for (let at = queue.length - 1; at > 1; at -= 1) {
    const other = random.integer(1, at);
    const swapped = queue[at] ?? 0;
    queue[at] = queue[other] ?? 0;
    queue[other] = swapped;
  }
  for (const order of queue) cost += putBack(hood, order);
  const saved = hood.costBefore - cost;
  if (saved < 0) undo(hood);
  else forget(hood);
  return Math.max(0, saved);
}

// Who holds what the seed would take at the prices.
function takeOutRivals(ruins: Ruins, seed: number, size: number): void {
  const { hood } = ruins;
  const { plan, prices } = hood;
  const { compiled } = plan;
  const end = compiled.lineStart[seed + 1] ?? 0;
  for (let line = compiled.lineStart[seed] ?? 0; line < end; line += 1) {
    const cell = prices.cellOf[line] ?? -1;
    if (cell === -1) continue;
    if ((plan.unitsLeft[cell] ?? 0) < (compiled.lineQuantity[line] ?? 0)) {
      takeOutHolder(hood, plan.cellHead[cell] ?? -1, { next: plan.cellNext, steps: 3 });
    }
    const facility = compiled.cellFacility[cell] ?? 0;
    if ((plan.capacityLeft[facility] ?? 0) < 1 && hood.out.length < size) {
      takeOutHolder(hood, plan.facilityHead[facility] ?? -1, {
        next: plan.facilityNext,
        steps: 40,
      });
    }
  }
}

// A random holder out of the first few.
function takeOutHolder(
  hood: Neighbourhood,
  head: number,
  walk: { readonly next: Int32Array; readonly steps: number },
): void {
  let line = head;
  for (let steps = hood.random.integer(0, walk.steps); steps > 0 && line !== -1; steps -= 1) {
    const after = walk.next[line] ?? -1;
    if (after === -1) break;
    line = after;
  }
  if (line !== -1) takeOut(hood, hood.plan.compiled.orderOfLine[line] ?? 0);
}

// Orders that want the same SKUs as those that are out.
function takeOutKin(ruins: Ruins, size: number): void {
  const { hood, skuStart, skuLines } = ruins;
  const { compiled } = hood.plan;
  const { random, out } = hood;
  for (let tries = 0; tries < 3 * size && out.length < size; tries += 1) {
    const order = out[random.integer(0, out.length - 1)] ?? 0;
    const first = compiled.lineStart[order] ?? 0;
    const line = random.integer(first, (compiled.lineStart[order + 1] ?? 0) - 1);
    const sku = compiled.lineSku[line] ?? 0;
    const other = skuLines[random.integer(skuStart[sku] ?? 0, (skuStart[sku + 1] ?? 0) - 1)] ?? 0;
    const kin = compiled.orderOfLine[other] ?? 0;
    if (hood.isOut[kin] === 0) takeOut(hood, kin);
  }
}

function linesBySku(compiled: Compiled): {
  readonly skuStart: Int32Array;
  readonly skuLines: Int32Array;
} {
  const { skuCount, lineSku } = compiled;
  const skuStart = new Int32Array(skuCount + 1);
  for (const sku of lineSku) skuStart[sku + 1] = (skuStart[sku + 1] ?? 0) + 1;
  for (let sku = 0; sku < skuCount; sku += 1) {
    skuStart[sku + 1] = (skuStart[sku + 1] ?? 0) + (skuStart[sku] ?? 0);
  }
  const next = skuStart.slice();
  const skuLines = new Int32Array(lineSku.length);
  for (const [line, sku] of lineSku.entries()) {
    skuLines[next[sku] ?? 0] = line;
    next[sku] = (next[sku] ?? 0) + 1;
  }
  return { skuStart, skuLines };
}
