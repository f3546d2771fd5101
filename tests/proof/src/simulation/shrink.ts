// Makes a failing run smaller: fewer steps of the workload, then fewer faults, as long as the same invariants
// are broken.

import type { Strike } from './fate.ts';
import type { ReusedDatabase } from './fresh-database.ts';
import { runSeed } from './run-seed.ts';
import type { RunResult } from './run-seed.ts';
import { workloadOf } from './workload.ts';

export interface Shrunk {
  readonly steps: readonly string[];
  readonly strikes: readonly Strike[];
}

const RUNS_MAX = 60;

export async function shrink(database: ReusedDatabase, failing: RunResult): Promise<Shrunk> {
  const { seed } = failing;
  const wanted = new Set(failing.violations.map((one) => one.invariant));
  const left = { runs: RUNS_MAX, last: failing };
  const fails = async (steps: readonly number[], strikes: readonly number[]): Promise<boolean> => {
    if (left.runs === 0) return false;
    left.runs -= 1;
    const chosen = { steps: new Set(steps), strikes: new Set(strikes) };
    const result = await runSeed(database, { seed, ...chosen });
    const isSame = result.violations.some((one) => wanted.has(one.invariant));
    if (isSame) left.last = result;
    return isSame;
  };
  const all = failing.strikes.map((one) => one.number);
  const steps = workloadOf(seed);
  const fewerStrikes = await fewer(all, async (some) =>
    fails(
      steps.map((one) => one.number),
      some,
    ),
  );
  const fewerSteps = await fewer(
    steps.map((one) => one.number),
    async (some) => fails(some, fewerStrikes),
  );
  return {
    steps: steps
      .filter((one) => fewerSteps.includes(one.number))
      .map((one) => `${one.number} ${one.kind}`),
    strikes: left.last.strikes,
  };
}

/** Leaves out halves, then quarters, then single ones, while it still fails. */
async function fewer(
  all: readonly number[],
  fails: (some: readonly number[]) => Promise<boolean>,
): Promise<readonly number[]> {
  let kept = all;
  for (
    let size = Math.ceil(all.length / 2);
    size >= 1 && kept.length > 0;
    size = Math.floor(size / 2)
  ) {
    for (let start = 0; start < kept.length;) {
      const some = [...kept.slice(0, start), ...kept.slice(start + size)];
      if (await fails(some)) kept = some;
      else start += size;
    }
    if (size === 1) break;
  }
  return kept;
}
