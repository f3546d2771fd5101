// npm run simulate -- --seeds 1000 [--from SEED] [--minutes M]: that many runs, each from its own seed, as far as
// the time goes.

import { parseArgs } from 'node:util';
import { openReusedDatabase } from './fresh-database.ts';
import { runSeed } from './run-seed.ts';
import type { RunResult } from './run-seed.ts';
import { shrink } from './shrink.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    from: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '1000000' },
    verbose: { type: 'boolean', default: false },
    'keep-going': { type: 'boolean', default: false },
    'no-shrink': { type: 'boolean', default: false },
  },
});
const seeds = Number(values.seeds);
const from = Number(values.from);
const started = performance.now();
const until = started + Number(values.minutes) * 60_000;
const totals = { runs: 0, orders: 0, records: 0, crashes: 0, strikes: 0, simulatedMs: 0 };
const failed: number[] = [];
const database = await openReusedDatabase();
try {
  for (let seed = from; seed < from + seeds && performance.now() < until; seed += 1) {
    const result = await runSeed(database, { seed });
    add(result);
    if (values.verbose) process.stdout.write(result.tail.map((line) => `${line}\n`).join(''));
    if (result.violations.length === 0) continue;
    failed.push(seed);
    await report(result);
    if (!values['keep-going']) break;
  }
} finally {
  await database.close();
}
const seconds = (performance.now() - started) / 1000;
const days = totals.simulatedMs / 86_400_000;
process.stdout.write(
  `${totals.runs} of ${seeds} seeds from ${from}: ${totals.orders} orders, ${totals.records} NetSuite records, ` +
    `${totals.strikes} faults, ${totals.crashes} crashes, ${days.toFixed(1)} simulated days ` +
    `in ${seconds.toFixed(1)} s (${((1000 * seconds) / totals.runs).toFixed(0)} ms a seed); ` +
    `${failed.length} failed${failed.length === 0 ? '' : `: ${failed.join(', ')}`}\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;

function add(result: RunResult): void {
  totals.runs += 1;
  totals.orders += result.orders;
  totals.records += result.records;
  totals.crashes += result.crashes;
  totals.strikes += result.strikes.length;
  totals.simulatedMs += result.simulatedMs;
}

async function report(result: RunResult): Promise<void> {
  const { seed, violations, digest } = result;
  process.stdout.write(`Seed ${seed} fails (${digest}):\n`);
  for (const one of violations) process.stdout.write(`  ${one.invariant} ${one.message}\n`);
  process.stdout.write(`  Again: npm run simulate -- --from ${seed} --seeds 1 --verbose\n`);
  if (values['no-shrink']) return;
  const small = await shrink(database, result);
  process.stdout.write(
    `  Shrunk to steps ${small.steps.join(', ')} and ${small.strikes.length} faults:\n`,
  );
  for (const { kind, place } of small.strikes) process.stdout.write(`    ${kind} ${place}\n`);
}
