// sendsale demo: orders travel from the till to a paid invoice while one watches.

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { CommandFailure } from '../failure.ts';
import { interruption } from './interruption.ts';

interface DemoFlags {
  readonly once?: true;
  readonly json?: true;
  readonly orders: string;
  readonly seed: string;
  readonly bundle?: string;
  readonly fresh?: true;
  readonly tamper?: true;
  readonly port: string;
  readonly folder: string;
}

const FOLDER = '.sendsale/demo';
const ORDERS_MAX = 10_000;

export function demoCommand(): Command {
  return new Command('demo')
    .description('orders travel from the till to a paid invoice, over real wires, while you watch')
    .option('--once', 'end when all orders have reached their end')
    .option('--json', 'print nothing but the result on standard output')
    .option('--orders <count>', 'ring up this many more orders, generated from the seed', '0')
    .option('--seed <number>', 'the seed of the generated orders', '1')
    .option('--bundle <folder>', 'install another SDF project in the NetSuite simulator')
    .option('--tamper', 'once the books agree, tamper with them: each time it must be named')
    .option('--fresh', 'forget what earlier demos left')
    .option('--port <port>', 'the port of the HTTP API; 0 lets the system choose', '8080')
    .option('--folder <folder>', 'where everything of the demo lives', FOLDER)
    .action(async (flags: DemoFlags) => {
      const { runDemo } = await import('@sendsale/demo');
      process.exitCode = await runDemo({
        once: flags.once === true,
        json: flags.json === true,
        orders: wholeNumber('--orders', flags.orders, ORDERS_MAX),
        seed: wholeNumber('--seed', flags.seed, 2 ** 31),
        fresh: flags.fresh === true,
        tamper: flags.tamper === true,
        folder: resolve(flags.folder),
        port: wholeNumber('--port', flags.port, 65_535),
        command: [
          process.execPath,
          fileURLToPath(new URL('../../bin/sendsale.js', import.meta.url)),
        ],
        isForeignBundle: flags.bundle !== undefined,
        bundle: async () => bundleFolder(flags),
        output: process.stdout,
        errors: process.stderr,
        interrupted: interruption(),
      });
    });
}

async function bundleFolder({ bundle: given, folder: own }: DemoFlags): Promise<string> {
  if (given === undefined) {
    const { buildBundle } = await import('@sendsale/suitescript/build');
    const { outDir } = await buildBundle({ outDir: resolve(own, 'bundle') });
    return outDir;
  }
  const folder = resolve(given);
  const hasManifest = ['manifest.xml', 'src/manifest.xml'].some((file) =>
    existsSync(join(folder, file)),
  );
  if (hasManifest) return folder;
  throw new CommandFailure(`${folder} is no SDF project: it has no manifest.xml.`);
}

function wholeNumber(option: string, text: string, most: number): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0 && number <= most) return number;
  throw new CommandFailure(`${option} takes a whole number from 0 to ${most}, not ${text}.`);
}
