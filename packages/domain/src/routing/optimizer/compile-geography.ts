// Zones of every destination to every facility. Great circles through unit vectors: comparing cosines is
// ten times as fast as the haversine, which decides where a distance falls on a zone's edge.

import { milesBetween } from '../distance.ts';
import type { ProblemFacility, ProblemOrder, RoutingProblem } from './problem.ts';

export const OUT_OF_REACH = 255;

export interface Geography {
  /** Destination of an order: distinct place and method. */
  readonly destinationOf: Int32Array;
  /** By destination × facility; OUT_OF_REACH where the method is not offered or no zone reaches. */
  readonly zone: Uint8Array;
  /** Unit vectors, three numbers a place. */
  readonly facilityVector: Float64Array;
  readonly destinationVector: Float64Array;
}

const EARTH_RADIUS_MILES = 3958.8;
// Wider than the rounding of either formula, where one of them alone must decide.
const EDGE = 1e-9;

export function compileGeography(problem: RoutingProblem): Geography {
  const { destinationOf, examples } = distinctDestinations(problem.orders);
  const facilityVector = vectorsOf(problem.facilities);
  const destinationVector = vectorsOf(examples);
  const facilityCount = problem.facilities.length;
  const zone = new Uint8Array(examples.length * facilityCount);
  const limits = problem.zones.limitMiles.map((limit) => limit ?? Infinity);
  for (const [destination, order] of examples.entries()) {
    const reach = problem.maxMiles[order.method] ?? Infinity;
    const row = zone.subarray(destination * facilityCount, (destination + 1) * facilityCount);
    const place = destinationVector.subarray(destination * 3, destination * 3 + 3);
    zonesOf(row, { order, place, limits, reach, facilities: problem.facilities, facilityVector });
  }
  return { destinationOf, zone, facilityVector, destinationVector };
}

interface DestinationFacts {
  readonly order: ProblemOrder;
  readonly place: Float64Array;
  readonly limits: readonly number[];
  readonly reach: number;
  readonly facilities: readonly ProblemFacility[];
  readonly facilityVector: Float64Array;
}

// oxlint-disable-next-line complexity -- every `?? 0` of a checked array access counts as a branch; there are few real ones
function zonesOf(row: Uint8Array, facts: DestinationFacts): void {
  const { order, limits, reach, facilities, facilityVector } = facts;
  const [x = 0, y = 0, z = 0] = facts.place;
  const cosines = Float64Array.from(limits, cosineOf);
  const reachCosine = cosineOf(reach);
  const zoneCount = cosines.length;
  for (let facility = 0; facility < row.length; facility += 1) {
    const at = facility * 3;
    const cosine =
      x * (facilityVector[at] ?? 0) +
      y * (facilityVector[at + 1] ?? 0) +
      z * (facilityVector[at + 2] ?? 0);
    let found = 0;
    // Ties go to the haversine: whoever is within EDGE of a limit is measured again.
    while (found < zoneCount && cosine < (cosines[found] ?? 0) - EDGE) found += 1;
    const isOnEdge =
      Math.abs(cosine - (cosines[found] ?? 2)) <= EDGE || Math.abs(cosine - reachCosine) <= EDGE;
    const other = isOnEdge ? facilities[facility] : undefined;
    if (other !== undefined) row[facility] = exactZone(milesApart(order, other), limits, reach);
    else row[facility] = found === zoneCount || cosine < reachCosine ? OUT_OF_REACH : found;
  }
}

/** The zone of a distance, or OUT_OF_REACH. */
export function exactZone(miles: number, limits: readonly number[], reach: number): number {
  if (miles > reach) return OUT_OF_REACH;
  const zone = limits.findIndex((limit) => limit >= miles);
  return zone === -1 ? OUT_OF_REACH : zone;
}

/** Miles between a facility and where an order goes. */
export function milesApart(
  a: { readonly lat: number; readonly lng: number },
  b: { readonly lat: number; readonly lng: number },
): number {
  return milesBetween({ latitude: a.lat, longitude: a.lng }, { latitude: b.lat, longitude: b.lng });
}

// Beyond half the circumference everything is within the limit.
function cosineOf(miles: number): number {
  const angle = miles / EARTH_RADIUS_MILES;
  return angle >= Math.PI ? -2 : Math.cos(angle);
}

function distinctDestinations(orders: readonly ProblemOrder[]): {
  readonly destinationOf: Int32Array;
  readonly examples: readonly ProblemOrder[];
} {
  const destinationOf = new Int32Array(orders.length);
  const examples: ProblemOrder[] = [];
  const known = new Map<string, number>();
  for (const [index, order] of orders.entries()) {
    const key = `${order.lat} ${order.lng} ${order.method}`;
    const found = known.get(key) ?? examples.length;
    if (found === examples.length) {
      known.set(key, found);
      examples.push(order);
    }
    destinationOf[index] = found;
  }
  return { destinationOf, examples };
}

function vectorsOf(
  places: ReadonlyArray<{ readonly lat: number; readonly lng: number }>,
): Float64Array {
  const vectors = new Float64Array(places.length * 3);
  for (const [index, { lat, lng }] of places.entries()) {
    const latitude = (lat * Math.PI) / 180;
    const longitude = (lng * Math.PI) / 180;
    vectors[index * 3] = Math.cos(latitude) * Math.cos(longitude);
    vectors[index * 3 + 1] = Math.cos(latitude) * Math.sin(longitude);
    vectors[index * 3 + 2] = Math.sin(latitude);
  }
  return vectors;
}
