// When something that failed for a passing cause is tried again: later and later, and never many at one instant.

import type { Random } from '@sendsale/std';

const FIRST_MS = 60_000;
const LONGEST_MS = 60 * 60_000;
/** Records that were refused are sent so often by themselves; then a person decides. */
export const RETRIES_MAX = 8;

/**
 * After `retries` tries: one minute, doubling to an hour, and of each step a random half to the whole.
 * @param random decides the jitter: two problems of one instant are not retried at one instant
 */
export function nextRetryAt(options: {
  readonly retries: number;
  readonly at: Date;
  readonly random: Random;
}): Date {
  const { retries, at, random } = options;
  const step = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(retries, 20));
  return new Date(at.getTime() + Math.round(step * (0.5 + random.next() / 2)));
}
