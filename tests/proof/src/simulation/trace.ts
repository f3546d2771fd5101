// What happened, in order, as one number: two runs of a seed are the same run when their hashes are.

import { createHash } from 'node:crypto';

const KEPT = 400;

export class Trace {
  readonly #hash = createHash('sha256');
  readonly #last: string[] = [];
  #count = 0;

  add(line: string): void {
    this.#hash.update(line).update('\n');
    this.#count += 1;
    if (line.includes(' sql ')) return;
    this.#last.push(line);
    if (this.#last.length > KEPT) this.#last.shift();
  }

  get length(): number {
    return this.#count;
  }

  /** The latest lines, for people. */
  get tail(): readonly string[] {
    return this.#last;
  }

  digest(): string {
    return this.#hash.copy().digest('hex').slice(0, 16);
  }
}
