// sendsale simulate shopify | netsuite | sftp: the outside world, each a program with options of its own.

import { Command } from 'commander';
import { interruption } from './interruption.ts';

type Run = (args: readonly string[]) => Promise<void>;

export function simulateCommand(): Command {
  return new Command('simulate')
    .description('run a simulated Shopify shop, NetSuite account or SFTP server')
    .addCommand(simulator('shopify', 'Admin GraphQL, webhooks and a till', runShopify))
    .addCommand(
      simulator('netsuite', 'an account that installs and runs SDF projects', runNetsuite),
    )
    .addCommand(simulator('sftp', 'an SSH server that serves a folder', runSftp));
}

// Its options, --help included, are read by the simulator itself: it stands alone.
function simulator(name: string, description: string, run: Run): Command {
  return new Command(name)
    .description(description)
    .helpOption(false)
    .allowUnknownOption()
    .argument('[options...]', 'see --help')
    .action(async (_: string[], __: unknown, command: Command) => run(command.args));
}

// Each is loaded only when it is run: the real shop and account need none of them.
async function runShopify(args: readonly string[]): Promise<void> {
  const { main } = await import('@sendsale/simulator-shopify');
  await main(args);
}

async function runNetsuite(args: readonly string[]): Promise<void> {
  const { main } = await import('@sendsale/simulator-netsuite');
  await untilInterrupted(main(args, print));
}

async function runSftp(args: readonly string[]): Promise<void> {
  const { main } = await import('@sendsale/simulator-sftp');
  await untilInterrupted(main(args, print));
}

async function untilInterrupted(
  starting: Promise<{ readonly close: () => Promise<void> } | null>,
): Promise<void> {
  const stopped = interruption();
  const running = await starting;
  if (running === null) return;
  await stopped;
  await running.close();
}

function print(text: string): void {
  process.stdout.write(text);
}
