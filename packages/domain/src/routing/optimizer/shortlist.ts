// The few cheapest of many rows, cheapest first; of equals the nearer one, because zones make many equals
// and everybody's first choice must not be the same facility.

import type { Candidates } from './candidates.ts';

export interface Shortlist {
  limit: number;
  count: number;
  /** Whether a row was left out. */
  isCut: boolean;
  readonly cost: Float64Array;
  readonly row: Int32Array;
}

export function newShortlist(longest: number): Shortlist {
  return {
    limit: longest,
    count: 0,
    isCut: false,
    cost: new Float64Array(longest + 1),
    row: new Int32Array(longest + 1),
  };
}

/** Puts a row where it belongs, if it belongs. */
export function keepCheapest(
  list: Shortlist,
  table: Candidates,
  one: { readonly row: number; readonly cost: number },
): void {
  const { cost, row } = list;
  const isFull = list.count === list.limit;
  if (isFull) list.isCut = true;
  if (isFull && (cost[list.count - 1] ?? 0) < one.cost) return;
  const near = table.nearness[one.row] ?? 0;
  let at = list.count;
  while (at > 0) {
    const before = cost[at - 1] ?? 0;
    if (before < one.cost) break;
    if (before === one.cost && (table.nearness[row[at - 1] ?? 0] ?? 0) >= near) break;
    cost[at] = before;
    row[at] = row[at - 1] ?? 0;
    at -= 1;
  }
  cost[at] = one.cost;
  row[at] = one.row;
  if (!isFull) list.count += 1;
}
