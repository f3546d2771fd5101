// Uncapacitated facility location for a handful of lines: branch and bound with the dual ascent of Erlenkotter
// (A Dual-Based Procedure for Uncapacitated Facility Location, Operations Research 26, 1978). A facility that the
// bound alone shows to be too dear is left out from there on.

import { assert } from '@sendsale/std';

export interface Location {
  /** Lines to serve. */
  readonly size: number;
  /** Cost of opening each facility. */
  readonly opening: Float64Array;
  /** By facility × line; Infinity where it cannot. */
  readonly cost: Float64Array;
  /** Cost of not serving each line. */
  readonly unserved: Float64Array;
  /** At most so many open; the bound does not know of it. */
  readonly openMax: number;
}

export interface SolvedLocation {
  /** Facility of each line; -1 not served. */
  readonly served: Int32Array;
  readonly cost: number;
  /** No solution costs less. Equal to the cost unless the search was cut short. */
  readonly bound: number;
}

const ROUNDING = 1e-9;
const FREE = 0;
const OPEN = 1;
const CLOSED = 2;

interface Search {
  readonly location: Location;
  readonly status: Uint8Array;
  readonly slack: Float64Array;
  readonly level: Float64Array;
  readonly nodesMax: number;
  best: readonly number[];
  bestCost: number;
  nodes: number;
}

/** @param nodesMax how often to branch at most; what is not decided then leaves the bound under the cost */
export function solveLocation(location: Location, nodesMax: number): SolvedLocation {
  const count = location.opening.length;
  const search: Search = {
    location,
    status: new Uint8Array(count),
    slack: new Float64Array(count),
    level: new Float64Array(location.size),
    nodesMax,
    best: [],
    bestCost: costOf(location, []),
    nodes: 0,
  };
  const bound = explore(search);
  const { served } = serve(location, search.best);
  return { served, cost: search.bestCost, bound: Math.min(bound, search.bestCost) };
}

// The least that any solution below this node costs.
function explore(search: Search): number {
  search.nodes += 1;
  const bound = ascend(search);
  if (bound >= search.bestCost - ROUNDING) return bound;
  const used = descend(search);
  if (bound >= search.bestCost - ROUNDING || search.nodes > search.nodesMax) return bound;
  const hopeless = closeHopeless(search, bound);
  const branch = branchOn(search, used);
  let least = search.bestCost;
  if (branch !== -1) {
    search.status[branch] = OPEN;
    const whenOpen = explore(search);
    search.status[branch] = CLOSED;
    const whenClosed = explore(search);
    search.status[branch] = FREE;
    least = Math.min(whenOpen, whenClosed, search.bestCost);
  }
  for (const facility of hopeless) search.status[facility] = FREE;
  return Math.max(bound, least);
}

// Opening a facility costs what its lines do not pay for: with that, some are dearer than the best known.
function closeHopeless(search: Search, bound: number): readonly number[] {
  const { status, slack } = search;
  const hopeless: number[] = [];
  for (let facility = 0; facility < status.length; facility += 1) {
    if (status[facility] !== FREE) continue;
    if (bound + (slack[facility] ?? 0) < search.bestCost - ROUNDING) continue;
    status[facility] = CLOSED;
    hopeless.push(facility);
  }
  return hopeless;
}

// Raises what each line would pay until facilities are paid for: the sum is a lower bound.
// oxlint-disable-next-line complexity -- every `?? 0` of a checked array access counts as a branch; there are few real ones
function ascend(search: Search): number {
  const { location, status, slack, level } = search;
  const { size, opening, cost, unserved } = location;
  const count = opening.length;
  let fixed = 0;
  for (let facility = 0; facility < count; facility += 1) {
    const isOpen = status[facility] === OPEN;
    slack[facility] = isOpen ? 0 : (opening[facility] ?? 0);
    if (isOpen) fixed += opening[facility] ?? 0;
  }
  for (let line = 0; line < size; line += 1) {
    let least = unserved[line] ?? 0;
    for (let facility = 0; facility < count; facility += 1) {
      const one = cost[facility * size + line] ?? Infinity;
      if (one < least && status[facility] !== CLOSED) least = one;
    }
    level[line] = least;
    if (least === Infinity) return Infinity;
  }
  let isRising = true;
  while (isRising) {
    isRising = false;
    for (let line = 0; line < size; line += 1) if (raise(search, line)) isRising = true;
  }
  return level.reduce((sum, one) => sum + one, fixed);
}

// Raises one line's level to the next cost above it, or as far as the facilities it pays allow.
function raise(search: Search, line: number): boolean {
  const { location, status, slack, level } = search;
  const { size, cost, unserved } = location;
  const count = slack.length;
  const now = level[line] ?? 0;
  let next = unserved[line] ?? Infinity;
  let allowed = Infinity;
  for (let facility = 0; facility < count; facility += 1) {
    if (status[facility] === CLOSED) continue;
    const one = cost[facility * size + line] ?? Infinity;
    if (one <= now) allowed = Math.min(allowed, slack[facility] ?? 0);
    else if (one < next) next = one;
  }
  const rise = Math.min(next - now, allowed);
  if (!(rise > ROUNDING) || rise === Infinity) return false;
  for (let facility = 0; facility < count; facility += 1) {
    if ((cost[facility * size + line] ?? Infinity) > now) continue;
    slack[facility] = Math.max(0, (slack[facility] ?? 0) - rise);
  }
  level[line] = now + rise;
  return true;
}

// A solution out of the open and the fully paid facilities: added one by one while that saves.
function descend(search: Search): readonly number[] {
  const { location, status, slack } = search;
  const open: number[] = [];
  const paid: number[] = [];
  for (const [facility, one] of status.entries()) {
    if (one === OPEN) open.push(facility);
    else if (one === FREE && (slack[facility] ?? 0) <= ROUNDING) paid.push(facility);
  }
  if (open.length > location.openMax) return open;
  let cost = costOf(location, open);
  while (paid.length > 0 && open.length < location.openMax) {
    const costs = paid.map((facility) => costOf(location, [...open, facility]));
    const least = Math.min(...costs);
    if (!(least < cost)) break;
    cost = least;
    open.push(...paid.splice(costs.indexOf(least), 1));
  }
  for (const facility of open.slice()) {
    const without = open.filter((one) => one !== facility);
    const saved = costOf(location, without);
    if (saved > cost) continue;
    cost = saved;
    open.splice(open.indexOf(facility), 1);
  }
  if (cost < search.bestCost) {
    search.bestCost = cost;
    search.best = [...open];
  }
  return open;
}

function branchOn(search: Search, used: readonly number[]): number {
  const { status, slack } = search;
  const undecided = used.find((facility) => status[facility] === FREE);
  if (undecided !== undefined) return undecided;
  let branch = -1;
  for (const [facility, one] of status.entries()) {
    if (one !== FREE) continue;
    if (branch === -1 || (slack[facility] ?? 0) < (slack[branch] ?? 0)) branch = facility;
  }
  return branch;
}

function costOf(location: Location, open: readonly number[]): number {
  return serve(location, open).cost;
}

function serve(
  location: Location,
  open: readonly number[],
): { readonly served: Int32Array; readonly cost: number } {
  const { size, cost: costs, unserved, opening } = location;
  const served = new Int32Array(size).fill(-1);
  let cost = 0;
  for (const facility of open) cost += opening[facility] ?? 0;
  for (let line = 0; line < size; line += 1) {
    let least = unserved[line] ?? 0;
    for (const facility of open) {
      const one = costs[facility * size + line] ?? Infinity;
      if (one >= least) continue;
      least = one;
      served[line] = facility;
    }
    cost += least;
  }
  assert(!Number.isNaN(cost), 'A cost is a number.');
  return { served, cost };
}
