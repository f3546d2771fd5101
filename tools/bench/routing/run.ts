// npm run bench routing [-- --seed 1001 --seeds 10 --regime loose --large]: seeds from 1001 on were not used in
// development. Every plan is checked by the verifier, which shares no code with the optimiser: possible, its cost, and
// its bound from its prices.

import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { makeInstance } from './make-instance.ts';
import type { Regime } from './make-instance.ts';
import { measureExact, measureInstance } from './measure.ts';
import { printExact, printSummary } from './print.ts';

const REGIMES: readonly Regime[] = ['tight', 'medium', 'loose'];

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1001' },
      seeds: { type: 'string', default: '10' },
      regime: { type: 'string' },
      large: { type: 'boolean', default: false },
    },
  });
  const first = Number(values.seed);
  const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => first + index);
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? '?'}, Node ${process.version}`);
  console.log(`seeds ${seeds.join(', ')}; gap is objective over bound\n`);
  const regimes = REGIMES.filter((name) => name === (values.regime ?? name));
  for (const regime of regimes) {
    const measured = seeds.map((seed) =>
      measureInstance(makeInstance({ regime, orders: 10_000, facilities: 500, seed })),
    );
    printSummary(`10,000 × 500 ${regime}`, measured);
  }
  for (const regime of regimes) {
    const outcomes = [];
    for (const seed of seeds) {
      const instance = makeInstance({ regime, orders: 200, facilities: 20, seed });
      outcomes.push(await measureExact(instance));
    }
    printExact(`200 × 20 ${regime} against HiGHS`, outcomes);
  }
  if (!values.large) return;
  const large = makeInstance({ regime: 'medium', orders: 50_000, facilities: 500, seed: first });
  printSummary('50,000 × 500 medium', [measureInstance(large, { baselines: false })]);
}
