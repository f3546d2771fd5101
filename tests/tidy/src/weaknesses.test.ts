// The table of weaknesses and the tests that carry their numbers name each other.

import { expect, test } from 'vitest';
import { exists, FILES, isTest, read } from './repository.ts';

const COUNT = 31;

/** Files by number, as the table has them. */
const TABLE = new Map(
  read('docs/weaknesses.md')
    .split('\n')
    .flatMap((line) => {
      const number = /^\| W(\d+) \|/.exec(line)?.[1];
      const files = [...line.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
      return number === undefined ? [] : [[Number(number), files.toSorted()] as const];
    }),
);

/** Files by number, as the titles of tests have them. */
const TITLED = new Map<number, string[]>();
for (const path of FILES.filter(isTest)) {
  const titles = read(path).matchAll(/\b(?:test|describe)(?:\.\w+)?\(\s*['"`]W(\d+) /g);
  for (const number of new Set([...titles].map((match) => Number(match[1])))) {
    TITLED.set(number, [...(TITLED.get(number) ?? []), path].toSorted());
  }
}

test('each of the 31 weaknesses has tests whose titles carry its number, and the table names them', () => {
  const numbers = Array.from({ length: COUNT }, (_, index) => index + 1);
  expect([...TABLE.keys()]).toEqual(numbers);
  expect(numbers.map((number) => [number, TITLED.get(number)])).toEqual([...TABLE]);
  expect([...TABLE.values()].flat().filter((path) => !exists(path))).toEqual([]);
});
