// Troubles ordered through the control API: the next requests of the Admin API are throttled, fail, or
// are slow. Each kind counts down by itself.
import { z } from 'zod';

const count = z.number().int().nonnegative().max(100_000);

export const Faults = z.strictObject({
  /** The next requests are THROTTLED. */
  throttle: count.optional(),
  /** The next requests are answered with this status (429, 500, 502, 503, …). */
  fail: z.strictObject({ status: z.number().int().min(400).max(599), times: count }).optional(),
  /** The next requests wait this long first. */
  slow: z.strictObject({ milliseconds: count, times: count }).optional(),
  /** The next requests are done, and then the connection breaks before the answer. */
  cutAfter: count.optional(),
});
export type Faults = z.infer<typeof Faults>;

export interface FaultQueue {
  readonly order: (faults: Faults) => void;
  readonly clear: () => void;
  readonly left: () => Faults;
  /** What the next request meets. */
  readonly next: () => { throttle: boolean; status: number | null; slowMs: number; isCut: boolean };
}

export function createFaults(): FaultQueue {
  let left: Faults = {};
  return {
    order: (faults) => {
      left = { ...left, ...faults };
    },
    clear: () => {
      left = {};
    },
    left: () => left,
    next: () => {
      const { throttle = 0, fail, slow, cutAfter = 0 } = left;
      left = {
        throttle: Math.max(0, throttle - 1),
        ...(fail && fail.times > 1 ? { fail: { ...fail, times: fail.times - 1 } } : {}),
        ...(slow && slow.times > 1 ? { slow: { ...slow, times: slow.times - 1 } } : {}),
        cutAfter: Math.max(0, cutAfter - 1),
      };
      return {
        throttle: throttle > 0,
        status: fail && fail.times > 0 ? fail.status : null,
        slowMs: slow && slow.times > 0 ? slow.milliseconds : 0,
        isCut: cutAfter > 0,
      };
    },
  };
}
