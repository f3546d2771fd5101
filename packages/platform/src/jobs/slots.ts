// At most so many at once in this process; the others wait their turn, first come first served.

export interface Slots {
  /** Resolves when it is this caller's turn; call what it resolves to when done. */
  readonly take: () => Promise<() => void>;
}

/** @param size how many may hold a slot at once, at least 1 */
export function makeSlots(size: number): Slots {
  let free = size;
  const queue: (() => void)[] = [];
  const release = (): void => {
    const next = queue.shift();
    if (next === undefined) free += 1;
    else next();
  };
  return {
    take: async () => {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => queue.push(resolve));
      return release;
    },
  };
}
