// Covers the items of an order with as few facilities as it finds, nearer ones first: one alone, else two,
// else again and again the one that ships most of what is left.

import { shippable } from './routable.ts';
import type { Assignment, RoutableFacility, RoutableItem } from './routable.ts';

// Pairs are tried among the nearest only: 100 facilities make at most 4,950 pairs.
const PAIRED_MAX = 100;

/**
 * Assigns each item at most once, and to a facility at most what it has available.
 * @param facilities nearest first
 */
export function chooseFacilities(
  facilities: readonly RoutableFacility[],
  items: readonly RoutableItem[],
): readonly Assignment[] {
  const unreachable = new Set(rest(facilities, items));
  const open = items.filter((item) => !unreachable.has(item));
  if (open.length === 0) return [];
  const single = facilities.find((facility) => rest([facility], open).length === 0);
  if (single !== undefined) return assign([single], open);
  return assign(findPair(facilities.slice(0, PAIRED_MAX), open) ?? cover(facilities, open), open);
}

/** The items that are left when each facility in turn ships what it can. */
function rest(
  facilities: readonly RoutableFacility[],
  items: readonly RoutableItem[],
): readonly RoutableItem[] {
  let left = items;
  for (const facility of facilities) {
    if (left.length === 0) return left;
    const shipped = new Set(shippable(facility, left));
    left = left.filter((item) => !shipped.has(item));
  }
  return left;
}

// The pair with the nearest first facility, and then the nearest second one.
function findPair(
  facilities: readonly RoutableFacility[],
  open: readonly RoutableItem[],
): readonly RoutableFacility[] | null {
  for (const [index, first] of facilities.entries()) {
    const left = rest([first], open);
    if (left.length === open.length) continue;
    const second = facilities.slice(index + 1).find((other) => rest([other], left).length === 0);
    if (second !== undefined) return [first, second];
  }
  return null;
}

// Not always the fewest beyond two, always a cover.
function cover(
  facilities: readonly RoutableFacility[],
  open: readonly RoutableItem[],
): readonly RoutableFacility[] {
  const chosen: RoutableFacility[] = [];
  let left = open;
  while (left.length > 0) {
    const counts = facilities.map((facility) => shippable(facility, left).length);
    const most = Math.max(...counts);
    const best = facilities[counts.indexOf(most)];
    if (best === undefined || most === 0) break;
    chosen.push(best);
    left = rest([best], left);
  }
  return chosen;
}

function assign(
  chosen: readonly RoutableFacility[],
  open: readonly RoutableItem[],
): readonly Assignment[] {
  const assignments: Assignment[] = [];
  let left = open;
  for (const facility of chosen) {
    const itemSeqs = shippable(facility, left).map((item) => item.seq);
    left = rest([facility], left);
    if (itemSeqs.length > 0) assignments.push({ facilityId: facility.facilityId, itemSeqs });
  }
  return assignments;
}
