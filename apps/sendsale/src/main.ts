// The command line: one file a group of commands, each with its help. Only the one that is asked for is loaded:
// most of them bring half the product along.

import { Command } from 'commander';
import { sayFailure } from './failure.ts';

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./commands/serve.ts')).serveCommand(),
  worker: async () => (await import('./commands/serve.ts')).workerCommand(),
  migrate: async () => (await import('./commands/migrate.ts')).migrateCommand(),
  demo: async () => (await import('./commands/demo.ts')).demoCommand(),
  job: async () => (await import('./commands/job.ts')).jobCommand(),
  order: async () => (await import('./commands/order.ts')).orderCommand(),
  brokering: async () => (await import('./commands/brokering.ts')).brokeringCommand(),
  problems: async () => (await import('./commands/problems.ts')).problemsCommand(),
  feeds: async () => (await import('./commands/feeds.ts')).feedsCommand(),
  alerts: async () => (await import('./commands/alerts.ts')).alertsCommand(),
  backup: async () => (await import('./commands/backup.ts')).backupCommand(),
  restore: async () => (await import('./commands/backup.ts')).restoreCommand(),
  reconcile: async () => (await import('./commands/reconcile.ts')).reconcileCommand(),
  route: async () => (await import('./commands/route.ts')).routeCommand(),
  settings: async () => (await import('./commands/settings.ts')).settingsCommand(),
  key: async () => (await import('./commands/key.ts')).keyCommand(),
  person: async () => (await import('./commands/person.ts')).personCommand(),
  simulate: async () => (await import('./commands/simulate.ts')).simulateCommand(),
};

export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on('error', endQuietlyAtClosedPipe);
  const program = new Command('sendsale')
    .description('The open order management system for the send sale.')
    .showHelpAfterError('(add --help for what it takes)');
  const asked = COMMANDS[argv[2] ?? ''];
  const loaded = asked === undefined ? Object.values(COMMANDS) : [asked];
  for (const load of loaded) program.addCommand(await load());
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
