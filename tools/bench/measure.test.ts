import { expect, test } from 'vitest';
import { measure, median } from './measure.ts';

test('the median is the middle, or between the two middles', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 10])).toBe(3.5);
});

test('what a server used while the work ran counts, what it used before does not', async () => {
  let served = 1_000_000;
  const run = await measure(
    () => void (served += 500),
    () => served,
  );
  expect(run.cpuMs).toBeGreaterThanOrEqual(500);
  expect(run.cpuMs).toBeLessThan(1_000_000);
});
