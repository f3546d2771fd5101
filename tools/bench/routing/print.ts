// The benchmark's tables.

import type { ExactMeasure, InstanceOutcome, PolicyOutcome } from './measure.ts';

export function printSummary(title: string, outcomes: readonly InstanceOutcome[]): void {
  console.log(title);
  const row = (cells: readonly string[]): void => {
    console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(24) : cell.padStart(11))).join(''));
  };
  row(['policy', 'gap %', 'worst %', 'cost', 'shipments', 'fill %', 'wall ms', 'cpu ms']);
  for (const { policy } of outcomes[0]?.policies ?? []) {
    const mine = outcomes.flatMap((one) => one.policies.filter((each) => each.policy === policy));
    const average = (pick: (one: PolicyOutcome) => number): number => mean(mine.map(pick));
    row([
      policy,
      average((one) => one.gapPercent).toFixed(3),
      Math.max(...mine.map((one) => one.gapPercent)).toFixed(3),
      average((one) => one.objective).toFixed(0),
      average((one) => one.shipments).toFixed(0),
      average((one) => one.fillPercent).toFixed(2),
      average((one) => one.wallMs).toFixed(0),
      average((one) => one.cpuMs).toFixed(0),
    ]);
  }
  const violations = outcomes.flatMap((one) => one.violations);
  const disagreement = Math.max(...outcomes.map((one) => one.disagreement));
  const megabytes = Math.max(...outcomes.map((one) => one.megabytes));
  console.log(
    `verified: ${violations.length} violations; objective and bound recomputed within ${disagreement.toExponential(1)}; ${megabytes.toFixed(0)} MB resident\n`,
  );
  for (const violation of violations.slice(0, 5)) console.log(`  ${violation}`);
}

export function printExact(title: string, outcomes: readonly ExactMeasure[]): void {
  const exact = outcomes.filter((one) => one.isOptimal);
  const hits = exact.filter((one) => one.planOver < 1e-6).length;
  const text = [
    `plan over optimum ${mean(exact.map((one) => one.planOver)).toFixed(4)} %`,
    `(worst ${Math.max(...exact.map((one) => one.planOver)).toFixed(4)})`,
    `bound under it ${mean(exact.map((one) => one.boundUnder)).toFixed(4)} %`,
    `optimum hit ${hits} of ${exact.length}`,
    `plan ${mean(exact.map((one) => one.planMs)).toFixed(0)} ms`,
    `HiGHS ${mean(exact.map((one) => one.exactMs)).toFixed(0)} ms`,
  ];
  console.log(`${title}: ${text.join(', ')}`);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
}
