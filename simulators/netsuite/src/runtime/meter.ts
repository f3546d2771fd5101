// Counts the governance units of one invocation, call by call, and refuses the call that goes over.

import { refuse } from '../account/failure.ts';

export interface CallCount {
  readonly call: string;
  readonly count: number;
  readonly units: number;
}

export interface Meter {
  readonly limit: number;
  readonly used: () => number;
  readonly remaining: () => number;
  /** @throws SuiteScriptError SSS_USAGE_LIMIT_EXCEEDED; and again on every call after that. */
  readonly charge: (call: string, units: number) => void;
  readonly calls: () => readonly CallCount[];
}

export function createMeter(limit: number): Meter {
  let used = 0;
  const counts = new Map<string, { count: number; units: number }>();
  return {
    limit,
    used: () => used,
    remaining: () => Math.max(0, limit - used),
    charge: (call, units) => {
      used += units;
      const count = counts.get(call) ?? { count: 0, units: 0 };
      counts.set(call, { count: count.count + 1, units: count.units + units });
      if (used > limit) refuse('SSS_USAGE_LIMIT_EXCEEDED', 'Script Execution Usage Limit Exceeded');
    },
    calls: () => [...counts].map(([call, count]) => ({ call, ...count })),
  };
}
