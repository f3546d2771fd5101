// Ejection chains: an order that pays too much takes what it wants; whoever held it looks for the next best,
// taking it from somebody in turn, as long as the whole chain saves.

import { forget, putBack, slackOf, takeOut, undo } from './neighbourhood.ts';
import type { Neighbourhood } from './neighbourhood.ts';
import { placeOrder, removeOrder } from './plan.ts';
import { fits } from './repair.ts';

const DEPTH_MAX = 6;
const HOLDERS_MAX = 6;
const SLACK_MIN = 1e-3;
const SAVING_MIN = 1e-9;

/** Tries a chain from every order with slack, the largest first. Returns what was saved. */
export function chainFromAll(hood: Neighbourhood): number {
  const { orderCount } = hood.plan.compiled;
  const slack = new Float64Array(orderCount);
  for (let order = 0; order < orderCount; order += 1) slack[order] = slackOf(hood, order);
  const starts = Array.from(slack.keys()).filter((order) => (slack[order] ?? 0) > SLACK_MIN);
  starts.sort((a, b) => (slack[b] ?? 0) - (slack[a] ?? 0) || a - b);
  hood.solver.priceWeight = 1;
  let saved = 0;
  for (const order of starts) saved += chainFrom(hood, order);
  return saved;
}

function chainFrom(hood: Neighbourhood, start: number): number {
  const { plan } = hood;
  takeOut(hood, start);
  let homeless = start;
  let spent = 0;
  for (let depth = 0; depth < DEPTH_MAX; depth += 1) {
    // The best of what is left: when the chain saves like that, it ends here.
    const saved = hood.costBefore - spent - putBack(hood, homeless);
    if (saved > SAVING_MIN) {
      forget(hood);
      return saved;
    }
    removeOrder(plan, homeless);
    const victim = takeWanted(hood, homeless);
    if (victim === -1) break;
    spent += plan.orderCost[homeless] ?? 0;
    homeless = victim;
  }
  undo(hood);
  return 0;
}

// Places an order where it wants to be at the prices, taking out the one order that is in the way and loses
// least by it. -1 when that is not one order, or one of the chain's own.
function takeWanted(hood: Neighbourhood, order: number): number {
  const { plan, prices } = hood;
  const { compiled } = plan;
  const first = compiled.lineStart[order] ?? 0;
  const cells = prices.cellOf.subarray(first, compiled.lineStart[order + 1] ?? 0);
  let victim = -1;
  let least = Infinity;
  for (const holder of holders(hood, order, cells)) {
    const cost = plan.orderCost[holder] ?? 0;
    const mark = { out: hood.out.length, before: hood.before.length, cost: hood.costBefore };
    takeOut(hood, holder);
    if (fits(plan, order, cells)) {
      placeOrder(plan, order, cells);
      const loss = putBack(hood, holder) - cost;
      removeOrder(plan, holder);
      removeOrder(plan, order);
      if (loss < least) {
        least = loss;
        victim = holder;
      }
    }
    takeBack(hood, holder, mark);
  }
  if (victim === -1) return -1;
  takeOut(hood, victim);
  placeOrder(plan, order, cells);
  return victim;
}

// The holder goes back to where it was, as if it had never been out.
function takeBack(
  hood: Neighbourhood,
  holder: number,
  mark: { readonly out: number; readonly before: number; readonly cost: number },
): void {
  placeOrder(hood.plan, holder, Int32Array.from(hood.before.slice(mark.before)));
  hood.isOut[holder] = 0;
  hood.out.length = mark.out;
  hood.before.length = mark.before;
  hood.costBefore = mark.cost;
}

// Some of those who hold the first thing that the order wants and does not get.
function holders(hood: Neighbourhood, order: number, cells: Int32Array): readonly number[] {
  const { plan } = hood;
  const { compiled } = plan;
  const first = compiled.lineStart[order] ?? 0;
  const found: number[] = [];
  const walk = (head: number, next: Int32Array): void => {
    for (let line = head; line !== -1 && found.length < HOLDERS_MAX; line = next[line] ?? -1) {
      const holder = compiled.orderOfLine[line] ?? 0;
      if (hood.isOut[holder] === 0 && !found.includes(holder)) found.push(holder);
    }
  };
  for (const [position, cell] of cells.entries()) {
    if (cell === -1) continue;
    if ((plan.unitsLeft[cell] ?? 0) < (compiled.lineQuantity[first + position] ?? 0)) {
      walk(plan.cellHead[cell] ?? -1, plan.cellNext);
      return found;
    }
    const facility = compiled.cellFacility[cell] ?? 0;
    if ((plan.capacityLeft[facility] ?? 0) >= 1) continue;
    walk(plan.facilityHead[facility] ?? -1, plan.facilityNext);
    return found;
  }
  return found;
}
