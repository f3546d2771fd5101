// Time of the simulated world: it stands still while something computes, moves when somebody waits, and may
// jump.

import type { Clock } from '@sendsale/std';

export class SimClock implements Clock {
  #now: number;

  constructor(start: Date) {
    this.#now = start.getTime();
  }

  readonly now = (): Date => new Date(this.#now);

  /** Whoever sleeps has slept: nobody else is awake in the meantime. */
  readonly sleep = async (milliseconds: number): Promise<void> => this.advance(milliseconds);

  /** Forward, or backward when a clock is set right. */
  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
