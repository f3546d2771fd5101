// Random numbers that a seed decides, so that any run can be repeated.

import { defined } from './assert.ts';

export interface Random {
  /** A float in [0, 1). */
  readonly next: () => number;
  /** A whole number in [low, high], both included. */
  readonly integer: (low: number, high: number) => number;
  /** One of the items. */
  readonly pick: <T>(items: readonly T[]) => T;
}

/** A generator (mulberry32) that gives the same numbers for the same seed. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const integer = (low: number, high: number): number =>
    low + Math.floor(next() * (high - low + 1));
  return {
    next,
    integer,
    pick: (items) => defined(items[integer(0, items.length - 1)], 'There is something to pick.'),
  };
}
