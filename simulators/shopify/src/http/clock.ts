// The shop's clock: the one injected, or the real time, moved on by the control API.
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '@sendsale/std';

/** Real time; sleeping does not keep the process alive. */
export const wallClock: Clock = {
  now: () => new Date(),
  sleep: async (milliseconds) => {
    await wait(milliseconds, undefined, { ref: false });
  },
};

/** A clock that can be moved forward; sleepers keep to the clock underneath. */
export function shiftableClock(base: Clock): {
  clock: Clock;
  advance: (milliseconds: number) => void;
} {
  let offset = 0;
  return {
    clock: { now: () => new Date(base.now().getTime() + offset), sleep: base.sleep },
    advance: (milliseconds) => {
      offset += milliseconds;
    },
  };
}
