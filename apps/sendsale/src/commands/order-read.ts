// sendsale order read FILE…: how Shopify orders in files would be taken, without taking them.

import { readFileSync } from 'node:fs';
import { readOrders } from '@sendsale/shopify';
import { CommandFailure } from '../failure.ts';

/** Prints one JSON a line; exit status 1 when an order could not be read or would be refused. */
export function readOrderFiles(files: readonly string[]): void {
  for (const file of files) {
    for (const order of readOrders(textOf(file), { origin: file })) {
      process.stdout.write(`${JSON.stringify(order)}\n`);
      if (order.problems.some(({ severity }) => severity === 'refuses')) process.exitCode = 1;
    }
  }
}

// "-" is standard input, as everywhere.
function textOf(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new CommandFailure(
      `${file} cannot be read: ${error instanceof Error ? error.message : ''}`,
    );
  }
}
