// sendsale route FILE: plans an instance from a file, for planners and for comparison with other solvers.

import { boundAtPrices, planRoutes } from '@sendsale/domain';
import type { RoutingPlan } from '@sendsale/domain';
import { Command, InvalidArgumentError, Option } from 'commander';
import { readRoutingProblem } from './route-file.ts';

export function routeCommand(): Command {
  return new Command('route')
    .description('plan who ships what of the orders in a file, and print the plan as JSON')
    .argument('<file>', 'an instance: zones, facilities, stock and orders (see docs/routing.md)')
    .addOption(
      new Option('--mode <mode>', 'the nearest rules alone, or the best plan')
        .choices(['rules', 'optimize'])
        .default('optimize'),
    )
    .option('--seed <number>', 'the same seed gives the same plan', wholeNumber, 1)
    .option('--json', 'print JSON (this is what it prints anyway)')
    .action(routeFile);
}

async function routeFile(
  file: string,
  options: { readonly mode: 'rules' | 'optimize'; readonly seed: number },
): Promise<void> {
  const problem = await readRoutingProblem(file);
  const start = performance.now();
  const plan = planRoutes(problem, options);
  const milliseconds = Math.round(performance.now() - start);
  // The rules look for no prices: the bound without any is what orders would cost if nothing ran out.
  const bound = plan.bound ?? boundAtPrices(problem, plan.prices);
  process.stdout.write(`${JSON.stringify(answerOf(plan, bound, milliseconds))}\n`);
}

// The shape of issue 6, and nothing else.
function answerOf(plan: RoutingPlan, bound: number, milliseconds: number): object {
  const { assignments, objective, prices } = plan;
  return { assignments, objective, bound, prices, milliseconds };
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new InvalidArgumentError('a whole number is wanted');
  return number;
}
