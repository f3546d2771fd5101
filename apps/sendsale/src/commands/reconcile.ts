// sendsale reconcile: Shopify, the OMS and NetSuite side by side, every difference named.

import { Command } from 'commander';
import { printJson, printLine, printTable } from './print.ts';
import { withApi } from './with-api.ts';

export function reconcileCommand(): Command {
  return new Command('reconcile')
    .description('compare Shopify, the OMS and NetSuite, order by order, to the cent')
    .option('--json', 'print JSON')
    .action(async (options: { json?: true }) => {
      const result = await withApi(async (api) => api.reconcile());
      if (result.differences.length > 0) process.exitCode = 1;
      if (options.json) return printJson(result);
      if (result.differences.length === 0)
        return printLine(`${result.orders} orders, no differences.`);
      printTable(
        ['order', 'what', 'Shopify', 'OMS', 'NetSuite', 'likely cause'],
        result.differences.map((difference) => [
          difference.order,
          difference.what,
          difference.shopify ?? '–',
          difference.oms ?? '–',
          difference.netsuite ?? '–',
          difference.cause,
        ]),
      );
      return printLine(`${result.orders} orders, ${result.differences.length} differences.`);
    });
}
