// Divides what an order wants among facilities that are ranked already: one alone, in their order, or with as
// few of them as it finds (one, else two, else again and again the one that ships most of what is left).

import type { RoutingItem } from './routing-problem.ts';

/** Items that go together: one item, or a bundle. */
export interface Lot {
  readonly items: readonly RoutingItem[];
  readonly wants: readonly { readonly product: number; readonly quantity: number }[];
}

/** A facility that may ship. `units` is what it may promise, by position of the product. */
export interface Shipper {
  readonly units: readonly number[];
}

export interface Part<S extends Shipper> {
  readonly shipper: S;
  readonly lots: readonly Lot[];
}

// Pairs are tried among the first only: 100 facilities make at most 4,950 pairs.
const PAIRED_MAX = 100;

/** The first facility that ships everything. */
export function chooseSingle<S extends Shipper>(
  ranked: readonly S[],
  lots: readonly Lot[],
): readonly Part<S>[] {
  const shipper = ranked.find((one) => shippable(one, lots).length === lots.length);
  return shipper === undefined ? [] : [{ shipper, lots }];
}

/** The first facility of those that ship most. */
export function chooseMost<S extends Shipper>(
  ranked: readonly S[],
  lots: readonly Lot[],
): readonly Part<S>[] {
  let best: Part<S> | null = null;
  for (const shipper of ranked) {
    const mine = shippable(shipper, lots);
    if (mine.length > (best?.lots.length ?? 0)) best = { shipper, lots: mine };
    if (mine.length === lots.length) break;
  }
  return best === null ? [] : [best];
}

/** Each facility in turn takes what it can. */
export function chooseInOrder<S extends Shipper>(
  ranked: readonly S[],
  lots: readonly Lot[],
): readonly Part<S>[] {
  const single = chooseSingle(ranked, lots);
  return single.length > 0 ? single : assign(ranked, lots);
}

/** Covers what can be shipped with as few facilities as it finds; first-ranked ones where it has the choice. */
export function chooseFewest<S extends Shipper>(
  ranked: readonly S[],
  lots: readonly Lot[],
): readonly Part<S>[] {
  const unreachable = new Set(rest(ranked, lots));
  const open = lots.filter((lot) => !unreachable.has(lot));
  if (open.length === 0) return [];
  const single = chooseSingle(ranked, open);
  if (single.length > 0) return single;
  return assign(findPair(ranked.slice(0, PAIRED_MAX), open) ?? cover(ranked, open), open);
}

/** The lots the facility could ship all at once, in their order. */
export function shippable(shipper: Shipper, lots: readonly Lot[]): readonly Lot[] {
  const [first] = lots;
  if (first !== undefined && lots.length === 1) return fits(shipper.units, first) ? lots : [];
  const left = [...shipper.units];
  return lots.filter((lot) => {
    if (!fits(left, lot)) return false;
    for (const { product, quantity } of lot.wants) left[product] = (left[product] ?? 0) - quantity;
    return true;
  });
}

function fits(units: readonly number[], lot: Lot): boolean {
  for (const { product, quantity } of lot.wants) {
    if ((units[product] ?? 0) < quantity) return false;
  }
  return true;
}

/** The lots that are left when each facility in turn ships what it can. */
function rest(shippers: readonly Shipper[], lots: readonly Lot[]): readonly Lot[] {
  let left = lots;
  for (const shipper of shippers) {
    if (left.length === 0) return left;
    const mine = new Set(shippable(shipper, left));
    if (mine.size > 0) left = left.filter((lot) => !mine.has(lot));
  }
  return left;
}

// The pair with the first-ranked first facility, and then the first-ranked second one.
function findPair<S extends Shipper>(
  ranked: readonly S[],
  open: readonly Lot[],
): readonly S[] | null {
  for (const [index, first] of ranked.entries()) {
    const left = rest([first], open);
    if (left.length === open.length) continue;
    const second = ranked.slice(index + 1).find((other) => rest([other], left).length === 0);
    if (second !== undefined) return [first, second];
  }
  return null;
}

// Not always the fewest beyond two, always a cover.
function cover<S extends Shipper>(ranked: readonly S[], open: readonly Lot[]): readonly S[] {
  const chosen: S[] = [];
  let left = open;
  while (left.length > 0) {
    const [best] = chooseMost(ranked, left);
    if (best === undefined) break;
    chosen.push(best.shipper);
    left = rest([best.shipper], left);
  }
  return chosen;
}

function assign<S extends Shipper>(
  shippers: readonly S[],
  lots: readonly Lot[],
): readonly Part<S>[] {
  const parts: Part<S>[] = [];
  let left = lots;
  for (const shipper of shippers) {
    if (left.length === 0) break;
    const mine = shippable(shipper, left);
    if (mine.length === 0) continue;
    parts.push({ shipper, lots: mine });
    left = rest([shipper], left);
  }
  return parts;
}
