// Troubles of deliveries, ordered through the control API: the next ones are lost, sent twice, sent late
// or sent in the reverse order. Each kind counts down by itself.
import { z } from 'zod';

const count = z.number().int().nonnegative().max(1_000_000);

export const Troubles = z.strictObject({
  /** Only these topics (ORDERS_UPDATED, …); all when left out. */
  topics: z.array(z.string()).optional(),
  /** The next deliveries never leave. */
  lose: count.optional(),
  /** The next deliveries are sent twice, with the same webhook id. */
  twice: count.optional(),
  /** The next deliveries wait this long on the shop's clock before their first try. */
  late: z.strictObject({ milliseconds: count, times: count }).optional(),
  /** So many of the next deliveries are held until all are there, and then sent last one first. */
  reverse: z.number().int().min(2).max(1000).optional(),
});
export type Troubles = z.infer<typeof Troubles>;

/** What the next delivery meets. */
export interface Fate {
  readonly isLost: boolean;
  readonly isDouble: boolean;
  readonly lateMs: number;
  readonly isHeld: boolean;
}

export interface TroubleQueue {
  readonly order: (troubles: Troubles) => void;
  readonly clear: () => void;
  readonly left: () => Troubles;
  readonly next: (topic: string) => Fate;
}

const NO_TROUBLE: Fate = { isLost: false, isDouble: false, lateMs: 0, isHeld: false };

export function createTroubles(): TroubleQueue {
  let left: Troubles = {};
  return {
    order: (troubles) => {
      left = { ...left, ...troubles };
    },
    clear: () => {
      left = {};
    },
    left: () => left,
    next: (topic) => {
      if (left.topics !== undefined && !left.topics.includes(topic)) return NO_TROUBLE;
      const { lose = 0, twice = 0, late, reverse = 0 } = left;
      if (lose > 0) {
        left = { ...left, lose: lose - 1 };
        return { ...NO_TROUBLE, isLost: true };
      }
      const isLate = late !== undefined && late.times > 0;
      left = {
        ...left,
        twice: Math.max(0, twice - 1),
        ...(isLate ? { late: { ...late, times: late.times - 1 } } : {}),
      };
      if (reverse > 0) {
        const { reverse: _, ...rest } = left;
        left = reverse > 1 ? { ...rest, reverse: reverse - 1 } : rest;
      }
      return {
        isLost: false,
        isDouble: twice > 0,
        lateMs: isLate ? late.milliseconds : 0,
        isHeld: reverse > 0,
      };
    },
  };
}
