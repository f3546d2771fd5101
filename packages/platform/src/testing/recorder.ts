// Lets a test wait for something to happen without sleeping: each note resolves whoever awaits that count.

/** Collects what happens, in order. */
export class Recorder<T> {
  readonly items: T[] = [];
  #waiting: { readonly count: number; readonly resolve: () => void }[] = [];

  note(item: T): void {
    this.items.push(item);
    const isDue = (waiter: { readonly count: number }): boolean =>
      waiter.count <= this.items.length;
    for (const waiter of this.#waiting.filter(isDue)) waiter.resolve();
    this.#waiting = this.#waiting.filter((waiter) => !isDue(waiter));
  }

  /** Resolves when `count` items were noted since the beginning. */
  async until(count: number): Promise<readonly T[]> {
    if (this.items.length < count) {
      await new Promise<void>((resolve) => this.#waiting.push({ count, resolve }));
    }
    return this.items;
  }
}

export interface Gate {
  readonly passed: Promise<void>;
  readonly open: () => void;
}

/** A promise that a test resolves by hand. */
export function makeGate(): Gate {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}
