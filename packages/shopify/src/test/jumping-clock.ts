// A clock whose sleepers wake at once, and whose time moves on by what they wanted to sleep.

import type { Clock } from '@sendsale/std';

export interface JumpingClock extends Clock {
  /** What was slept so far, in milliseconds, oldest first. */
  readonly slept: readonly number[];
  readonly advance: (milliseconds: number) => void;
}

export function jumpingClock(start: string): JumpingClock {
  let now = new Date(start).getTime();
  const slept: number[] = [];
  return {
    now: () => new Date(now),
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
    slept,
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}
