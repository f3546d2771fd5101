// The waits as numbers; start-jobs.test.ts proves that they are kept.

import { describe, expect, it } from 'vitest';
import { againDelayMs, failedDelayMs } from './backoff.ts';

describe('the wait before a job runs again by itself', () => {
  it('doubles from 0.25 s to 30 s while it does nothing', () => {
    expect([1, 2, 3, 8, 1000].map(againDelayMs)).toEqual([250, 500, 1000, 30_000, 30_000]);
  });

  it('doubles from 1 s to 60 s while it fails', () => {
    expect([1, 2, 3, 7, 1000].map(failedDelayMs)).toEqual([1000, 2000, 4000, 60_000, 60_000]);
  });
});
