// The waiting runs: at most one a job, as the database of pg-boss holds them. A claimed run comes back when its
// process has ended.

import type { Clock } from '@sendsale/std';
import type { JobDefinition, Waiting } from '@sendsale/platform/jobs';
import type { JobContext } from 'sendsale/jobs';
import type { Waits } from './worker.ts';

/** After a missed heartbeat. */
const TAKEN_BACK_MS = 20_000;

interface Wait {
  readonly at: number;
  readonly waiting: Waiting;
}

export class Queue implements Waits {
  readonly #clock: Clock;
  readonly #waits = new Map<string, Wait>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  readonly wake = async (name: string): Promise<void> => this.put(name, {}, 0);

  readonly wakeLater = async (name: string, waiting: Waiting, delayMs: number): Promise<void> => {
    if (!this.#waits.has(name)) this.put(name, waiting, delayMs);
  };

  put(name: string, waiting: Waiting, delayMs: number): void {
    this.#waits.set(name, { at: this.#clock.now().getTime() + delayMs, waiting });
  }

  /** Waiting runs are in no backup. */
  clear(): void {
    this.#waits.clear();
  }

  /** The run's process ended: it waits again, unless another one waits already. */
  takeBack(name: string): void {
    if (!this.#waits.has(name)) this.put(name, {}, TAKEN_BACK_MS);
  }

  due(): string[] {
    const now = this.#clock.now().getTime();
    return [...this.#waits].filter(([, { at }]) => at <= now).map(([name]) => name);
  }

  /** When the next run is due, or null. */
  next(): number | null {
    const times = [...this.#waits.values()].map(({ at }) => at);
    return times.length === 0 ? null : Math.min(...times);
  }

  claim(name: string): Waiting {
    const { waiting } = this.#waits.get(name) ?? { waiting: {} };
    this.#waits.delete(name);
    return waiting;
  }

  /** What the schedules start, all at once. */
  wakeScheduled(jobs: readonly JobDefinition<JobContext>[]): void {
    for (const { name, schedule } of jobs) if (schedule !== null) this.put(name, {}, 0);
  }
}
