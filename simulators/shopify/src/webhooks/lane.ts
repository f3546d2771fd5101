// Keeps the number of webhooks on the wire small, so that ten thousand orders at once do not open ten
// thousand connections.
const WIDTH = 32;

/** Runs a piece of work when there is room for it. */
export type Lane = <T>(work: () => Promise<T>) => Promise<T>;

export function createLane(width: number = WIDTH): Lane {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= width) await new Promise<void>((wake) => waiting.push(wake));
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
}
