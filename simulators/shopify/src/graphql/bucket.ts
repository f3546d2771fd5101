// The leaky bucket of cost points: it fills at a steady rate on the shop's clock; a query takes what it
// may cost and gets back what it did not use.
import type { ShopSeed } from '../seed.ts';

export interface ThrottleStatus {
  readonly maximumAvailable: number;
  readonly currentlyAvailable: number;
  readonly restoreRate: number;
}

export interface Bucket {
  /** Takes the points, or takes nothing and says false. */
  readonly take: (points: number) => boolean;
  readonly giveBack: (points: number) => void;
  readonly empty: () => void;
  readonly status: () => ThrottleStatus;
  /** False leaves the bucket full whatever is taken. */
  readonly enable: (isLimited: boolean) => void;
}

/** Without limits the bucket is always full (for benchmarks). */
export function createBucket(limits: ShopSeed['limits'], now: () => number): Bucket {
  const { maximumAvailable, restoreRate } = limits ?? { maximumAvailable: 2000, restoreRate: 100 };
  let isLimited = limits !== null;
  let available = maximumAvailable;
  let at = now();
  const restore = (): void => {
    const seconds = Math.max(0, now() - at) / 1000;
    at = now();
    available = isLimited
      ? Math.min(maximumAvailable, available + seconds * restoreRate)
      : maximumAvailable;
  };
  return {
    take: (points) => {
      restore();
      if (points > available) return false;
      available -= points;
      return true;
    },
    giveBack: (points) => {
      available = Math.min(maximumAvailable, available + points);
    },
    enable: (wanted) => {
      isLimited = wanted;
    },
    empty: () => {
      restore();
      available = 0;
    },
    status: () => {
      restore();
      return { maximumAvailable, currentlyAvailable: Math.floor(available), restoreRate };
    },
  };
}
