// As many seeds as fit into a time, for the tests: each must keep every invariant.

import { openReusedDatabase } from './fresh-database.ts';
import { runSeed } from './run-seed.ts';

interface Some {
  readonly from: number;
  readonly seeds: number;
  readonly budgetMs: number;
}

/** @returns the violations of the first seed that has any, and how to run it again; null when all is well */
export async function seedsWithin({ from, seeds, budgetMs }: Some): Promise<string | null> {
  const database = await openReusedDatabase();
  const end = performance.now() + budgetMs;
  let ran = 0;
  try {
    for (let seed = from; seed < from + seeds && performance.now() < end; seed += 1) {
      const { violations } = await runSeed(database, { seed });
      const broken = violations.map(({ invariant, message }) => `${invariant} ${message}`);
      const again = `npm run simulate -- --from ${seed} --seeds 1`;
      if (broken.length > 0) return `${broken.join('\n')}\nAgain: ${again}`;
      ran += 1;
    }
  } finally {
    await database.close();
  }
  process.stdout.write(`Simulation: ${ran} of the ${seeds} seeds from ${from}.\n`);
  return null;
}
