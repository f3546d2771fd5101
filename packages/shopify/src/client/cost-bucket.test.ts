import { expect, test } from 'vitest';
import { jumpingClock } from '../test/jumping-clock.ts';
import { CostBucket } from './cost-bucket.ts';

const said = (requested: number, currentlyAvailable: number) => ({
  requestedQueryCost: requested,
  actualQueryCost: requested,
  throttleStatus: { maximumAvailable: 1000, currentlyAvailable, restoreRate: 50 },
});

test('the first call of an operation waits for nothing; later ones until the bucket can pay them', async () => {
  const clock = jumpingClock('2026-11-23T10:00:00Z');
  const bucket = new CostBucket(clock);
  await bucket.take('A');
  bucket.learn('A', said(400, 100));
  await bucket.take('A');
  expect(clock.slept).toEqual([6000]);
});

test('time restores the bucket, up to its size', async () => {
  const clock = jumpingClock('2026-11-23T10:00:00Z');
  const bucket = new CostBucket(clock);
  bucket.learn('A', said(400, 100));
  clock.advance(6000);
  await bucket.take('A');
  expect(clock.slept).toEqual([]);
  clock.advance(1_000_000);
  for (let count = 0; count < 3; count += 1) await bucket.take('A');
  expect(clock.slept).toEqual([4000]);
});

test('calls in flight together do not spend the same points twice', async () => {
  const clock = jumpingClock('2026-11-23T10:00:00Z');
  const bucket = new CostBucket(clock);
  bucket.learn('A', said(400, 500));
  await Promise.all([bucket.take('A'), bucket.take('A')]);
  expect(clock.slept).toEqual([6000]);
});

test('a cost beyond the size of the bucket does not wait for ever', async () => {
  const clock = jumpingClock('2026-11-23T10:00:00Z');
  const bucket = new CostBucket(clock);
  bucket.learn('A', said(5000, 0));
  await bucket.take('A');
  expect(clock.slept).toEqual([20_000]);
});
