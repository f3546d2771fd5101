// What goes wrong, decided by the seed. Every chance that comes true has a number, so that a failing run can be
// repeated with fewer of them.

import { seededRandom } from '@sendsale/std';
import type { Random } from '@sendsale/std';

export const FAULT_KINDS = [
  /** The process ends here: what it had in memory is gone. */
  'CRASH',
  /** Something else runs to its end here, in another process. */
  'RACE',
  /** The database refuses a statement, or a commit's answer is lost. */
  'DATABASE',
  /** A call never arrives, is answered with an error, or its answer is lost after it had its effect. */
  'NETWORK',
  /** The file server goes away, before or after a step, or in the middle of a file. */
  'SFTP',
  /** A webhook is lost, doubled or late. */
  'WEBHOOK',
  /** NetSuite answers late, twice, in part, in another order, or stops in the middle. */
  'ANSWER',
  /** NetSuite refuses a row that is in order. */
  'REFUSAL',
  /** The clock jumps. */
  'CLOCK',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface FatePlan {
  readonly seed: number;
  /** Chance of each kind at one place where it can strike. */
  readonly rates: Readonly<Record<FaultKind, number>>;
  /** The strikes that may come true; null for all of them. */
  readonly only: ReadonlySet<number> | null;
}

export interface Strike {
  readonly number: number;
  readonly kind: FaultKind;
  readonly place: string;
}

/** Chances when a kind is part of a run; a run has some of the kinds. */
const RATES: Readonly<Record<FaultKind, number>> = {
  CRASH: 0.004,
  RACE: 0.03,
  DATABASE: 0.004,
  NETWORK: 0.05,
  SFTP: 0.03,
  WEBHOOK: 0.3,
  ANSWER: 0.2,
  REFUSAL: 0.1,
  CLOCK: 0.1,
};

/** Each seed has its own mixture: most runs leave some kinds out, so that rare meetings come up. */
export function planOf(seed: number, only: ReadonlySet<number> | null = null): FatePlan {
  const random = seededRandom(seed ^ 0x5eed);
  const rates = Object.fromEntries(
    FAULT_KINDS.map((kind) => [
      kind,
      random.next() < 0.4 ? 0 : RATES[kind] * random.pick([0.3, 1, 3]),
    ]),
  );
  // Every kind was given its rate above.
  return { seed, rates: rates as Record<FaultKind, number>, only };
}

export class Fate {
  readonly #random: Random;
  readonly #plan: FatePlan;
  readonly strikes: Strike[] = [];
  #count = 0;
  #isOver = false;

  constructor(plan: FatePlan) {
    this.#plan = plan;
    this.#random = seededRandom(plan.seed ^ 0xfa7e);
  }

  /** Whether it happens here. */
  isStruck(kind: FaultKind, place: string): boolean {
    if (this.#isOver || this.#random.next() >= this.#plan.rates[kind]) return false;
    const number = this.#count;
    this.#count += 1;
    if (this.#plan.only !== null && !this.#plan.only.has(number)) return false;
    this.strikes.push({ number, kind, place });
    return true;
  }

  /** How it happens, of so many ways. */
  pick<T>(ways: readonly T[]): T {
    return this.#random.pick(ways);
  }

  integer(low: number, high: number): number {
    return this.#random.integer(low, high);
  }

  /** From now on nothing goes wrong. */
  end(): void {
    this.#isOver = true;
  }
}
