// Two people may each add the next migration at the same time; the second one to land renames theirs.

import { expect, test } from 'vitest';
import { FILES } from './repository.ts';

test('the migrations are numbered from 0001 without a gap and without a number twice', () => {
  const folder = 'packages/store/sql/';
  const names = FILES.filter((path) => path.startsWith(folder)).map((path) =>
    path.slice(folder.length),
  );
  const numbers = names.sort().map((name) => Number(name.slice(0, 4)));
  expect(numbers).toEqual(names.map((_, index) => index + 1));
});
