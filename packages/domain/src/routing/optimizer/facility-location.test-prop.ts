// Branch and bound, and subsets, against every set of open facilities.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { solveLocation } from './facility-location.ts';
import type { Location } from './facility-location.ts';
import { solveBySubsets } from './subset-location.ts';

const dollars = fc.integer({ min: 0, max: 40 });
const locations = fc
  .record({
    size: fc.integer({ min: 1, max: 6 }),
    count: fc.integer({ min: 0, max: 6 }),
    numbers: fc.array(fc.option(dollars, { nil: Infinity }), { minLength: 60, maxLength: 60 }),
    openings: fc.array(dollars, { minLength: 6, maxLength: 6 }),
  })
  .map(({ size, count, numbers, openings }): Location => ({
    size,
    opening: Float64Array.from(openings.slice(0, count)),
    cost: Float64Array.from(numbers.slice(0, count * size)),
    unserved: new Float64Array(size).fill(30),
    openMax: Infinity,
  }));

function leastOfAll({ size, opening, cost, unserved }: Location): number {
  let least = Infinity;
  for (let open = 0; open < 1 << opening.length; open += 1) {
    const mine = [...opening.keys()].filter((facility) => (open >> facility) & 1);
    let sum = mine.reduce((total, facility) => total + (opening[facility] ?? 0), 0);
    for (let line = 0; line < size; line += 1) {
      const costs = mine.map((facility) => cost[facility * size + line] ?? Infinity);
      sum += Math.min(unserved[line] ?? 0, ...costs);
    }
    least = Math.min(least, sum);
  }
  return least;
}

function costOf({ size, opening, cost, unserved }: Location, served: Int32Array): number {
  const open = new Set([...served].filter((facility) => facility !== -1));
  const openings = [...open].reduce((total, facility) => total + (opening[facility] ?? 0), 0);
  return [...served].reduce(
    (total, facility, line) =>
      total + ((facility === -1 ? unserved[line] : cost[facility * size + line]) ?? 0),
    openings,
  );
}

test('cost and bound are the least of all sets of open facilities', () => {
  fc.assert(
    fc.property(locations, (location) => {
      const solved = solveLocation(location, Infinity);
      expect(solved.cost).toBeCloseTo(leastOfAll(location), 6);
      expect(solved.bound).toBeCloseTo(solved.cost, 6);
      const bySubsets = solveBySubsets(location);
      expect(bySubsets.cost).toBeCloseTo(solved.cost, 6);
      expect(costOf(location, bySubsets.served)).toBeCloseTo(solved.cost, 6);
      expect(costOf(location, solved.served)).toBeCloseTo(solved.cost, 6);
      const short = solveLocation(location, 1);
      expect(short.bound).toBeLessThanOrEqual(solved.cost + 1e-6);
      expect(short.cost).toBeGreaterThanOrEqual(solved.cost - 1e-6);
    }),
    { numRuns: 300 },
  );
});
