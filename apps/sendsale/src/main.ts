// The command line: one file a group of commands, each with its help.

import { Command } from 'commander';
import { brokeringCommand } from './commands/brokering.ts';
import { demoCommand } from './commands/demo.ts';
import { jobCommand } from './commands/job.ts';
import { keyCommand } from './commands/key.ts';
import { migrateCommand } from './commands/migrate.ts';
import { orderCommand } from './commands/order.ts';
import { problemsCommand } from './commands/problems.ts';
import { reconcileCommand } from './commands/reconcile.ts';
import { routeCommand } from './commands/route.ts';
import { serveCommand, workerCommand } from './commands/serve.ts';
import { settingsCommand } from './commands/settings.ts';
import { simulateCommand } from './commands/simulate.ts';
import { sayFailure } from './failure.ts';

export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on('error', endQuietlyAtClosedPipe);
  const program = new Command('sendsale')
    .description('The open order management system for the send sale.')
    .showHelpAfterError('(add --help for what it takes)')
    .addCommand(serveCommand())
    .addCommand(workerCommand())
    .addCommand(migrateCommand())
    .addCommand(demoCommand())
    .addCommand(jobCommand())
    .addCommand(orderCommand())
    .addCommand(brokeringCommand())
    .addCommand(problemsCommand())
    .addCommand(reconcileCommand())
    .addCommand(routeCommand())
    .addCommand(settingsCommand())
    .addCommand(keyCommand())
    .addCommand(simulateCommand());
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    sayFailure(error);
    process.exitCode = 1;
  }
}

// `sendsale order list | head` closes the pipe when it has seen enough; that is no failure.
function endQuietlyAtClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
}
