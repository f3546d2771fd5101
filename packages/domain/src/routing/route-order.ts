// Chooses who ships an order: the nearest facility that has everything, else the fewest facilities, and
// near ones of those. Pure: the caller loads the stock, and checks it again when it reserves.

import { chooseFacilities } from './choose-facilities.ts';
import { milesBetween } from './distance.ts';
import type { Place } from './distance.ts';
import type { ConsideredFacility, RoutingExplanation, RoutingVerdict } from './explanation.ts';
import { shippable } from './routable.ts';
import type { Assignment, RoutableFacility, RoutableItem } from './routable.ts';

export interface RouteOrderOptions {
  readonly items: readonly RoutableItem[];
  readonly facilities: readonly RoutableFacility[];
  /** Where the goods go; null when nobody knows. */
  readonly destination: Place | null;
  readonly origin: RoutingExplanation['origin'];
}

export interface RoutedOrder {
  readonly assignments: readonly Assignment[];
  /** Items nobody can ship. */
  readonly unfilled: readonly string[];
  readonly explanation: RoutingExplanation;
}

interface Candidate {
  readonly facility: RoutableFacility;
  readonly miles: number | null;
  readonly couldShip: readonly string[];
  /** Why it is out of the question; null when it is not. */
  readonly obstacle: RoutingVerdict | null;
}

const EXPLAINED_MAX = 50;

/** Routes the items of one order that wait. Never assigns more units than a facility has available. */
export function routeOrder(options: RouteOrderOptions): RoutedOrder {
  const candidates = options.facilities
    .map((facility) => examine(facility, options))
    .toSorted(nearestFirst);
  const possible = candidates.filter((candidate) => candidate.obstacle === null);
  const assignments = chooseFacilities(
    possible.map((candidate) => candidate.facility),
    options.items,
  );
  const assigned = new Set(assignments.flatMap((assignment) => assignment.itemSeqs));
  const unfilled = options.items.map((item) => item.seq).filter((seq) => !assigned.has(seq));
  return { assignments, unfilled, explanation: explain(options, candidates, assignments) };
}

function examine(facility: RoutableFacility, options: RouteOrderOptions): Candidate {
  const miles = options.destination === null ? null : milesBetween(options.destination, facility);
  const couldShip = shippable(facility, options.items).map((item) => item.seq);
  return { facility, miles, couldShip, obstacle: obstacle(facility, options.items, couldShip) };
}

function obstacle(
  facility: RoutableFacility,
  items: readonly RoutableItem[],
  couldShip: readonly string[],
): RoutingVerdict | null {
  const assigned = items.some((item) => item.assignedFacilityId === facility.facilityId);
  if (!facility.shipsOrders && !assigned) return 'DOES_NOT_SHIP';
  if (facility.capacityLeft !== null && facility.capacityLeft <= 0) return 'AT_CAPACITY';
  if (couldShip.length > 0) return null;
  return items.some((item) => facility.rejected.has(item.productId))
    ? 'REJECTED_BEFORE'
    : 'NO_STOCK';
}

function nearestFirst(a: Candidate, b: Candidate): number {
  const difference = (a.miles ?? 0) - (b.miles ?? 0);
  if (difference !== 0) return difference;
  return a.facility.facilityId < b.facility.facilityId ? -1 : 1;
}

function explain(
  options: RouteOrderOptions,
  candidates: readonly Candidate[],
  assignments: readonly Assignment[],
): RoutingExplanation {
  const chosen = new Set(assignments.map((assignment) => assignment.facilityId));
  const considered = candidates.map((candidate): ConsideredFacility => ({
    facilityId: candidate.facility.facilityId,
    miles: candidate.miles === null ? null : Math.round(candidate.miles * 10) / 10,
    verdict: chosen.has(candidate.facility.facilityId)
      ? 'CHOSEN'
      : (candidate.obstacle ?? whyNot(candidate, options.items.length)),
    couldShip: candidate.couldShip,
  }));
  // The chosen ones are always told, however far down the list they stand.
  const shown = considered.filter(
    (facility, index) => index < EXPLAINED_MAX || facility.verdict === 'CHOSEN',
  );
  return {
    rule: ruleOf(options.items, assignments),
    origin: options.origin,
    itemSeqs: options.items.map((item) => item.seq),
    considered: shown,
    consideredCount: considered.length,
  };
}

function whyNot(candidate: Candidate, wanted: number): RoutingVerdict {
  return candidate.couldShip.length === wanted ? 'FARTHER' : 'PARTIAL_STOCK';
}

function ruleOf(
  items: readonly RoutableItem[],
  assignments: readonly Assignment[],
): RoutingExplanation['rule'] {
  if (items.every((item) => item.assignedFacilityId !== null)) return 'ASSIGNED_FACILITY';
  return assignments.length > 1 ? 'FEWEST_FACILITIES' : 'NEAREST_WITH_EVERYTHING';
}
