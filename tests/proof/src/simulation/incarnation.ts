// One process of the product, seen from the boundaries of its input and output: at each it may end, be
// overtaken by another process, or meet an error. After its end nothing it does reaches the world.

import type { Fate } from './fate.ts';
import type { Trace } from './trace.ts';

/** The process has ended. Code that catches it finds every door closed. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

export class SimProcess {
  readonly name: string;
  readonly #fate: Fate;
  readonly #trace: Trace;
  #isDead = false;
  /** Runs another process; set by the world when there is one. */
  overtake: ((place: string) => Promise<void>) | null = null;

  constructor(name: string, parts: { readonly fate: Fate; readonly trace: Trace }) {
    this.name = name;
    this.#fate = parts.fate;
    this.#trace = parts.trace;
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  /** Throws when the process has ended. */
  check(): void {
    if (this.#isDead) throw new Crash(`${this.name} has ended.`);
  }

  /** Before or after something that reaches the outside: the process may end here. */
  pass(place: string): void {
    this.check();
    this.#trace.add(`${this.name} ${place}`);
    if (!this.#fate.isStruck('CRASH', `${this.name} ${place}`)) return;
    this.#isDead = true;
    this.#trace.add(`${this.name} CRASH`);
    throw new Crash(`${this.name} ends at ${place}.`);
  }

  /** A place between transactions, where another process may get ahead. */
  async yield(place: string): Promise<void> {
    this.check();
    if (this.overtake === null || !this.#fate.isStruck('RACE', `${this.name} ${place}`)) return;
    await this.overtake(place);
    this.check();
  }

  /** Whether something goes wrong here that the process survives. */
  meets(kind: 'DATABASE' | 'NETWORK' | 'SFTP', place: string): boolean {
    return this.#fate.isStruck(kind, `${this.name} ${place}`);
  }

  pick<T>(ways: readonly T[]): T {
    return this.#fate.pick(ways);
  }

  restart(): void {
    this.#isDead = false;
  }
}
