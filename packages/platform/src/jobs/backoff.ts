// How long a job waits before it runs again by itself.

const AGAIN_FIRST_MS = 250;
const AGAIN_MAX_MS = 30_000;
const FAILED_FIRST_MS = 1_000;
const FAILED_MAX_MS = 60_000;

/** After `idle` runs in a row that did nothing but asked to run again: 0.25 s, doubling to 30 s. */
export function againDelayMs(idle: number): number {
  return doubled(AGAIN_FIRST_MS, idle, AGAIN_MAX_MS);
}

/** After `failures` runs in a row that threw: 1 s, doubling to 60 s. */
export function failedDelayMs(failures: number): number {
  return doubled(FAILED_FIRST_MS, failures, FAILED_MAX_MS);
}

function doubled(firstMs: number, count: number, maxMs: number): number {
  return Math.min(maxMs, firstMs * 2 ** Math.min(count - 1, 20));
}
