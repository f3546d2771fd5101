// sendsale reconcile: Shopify, the OMS and NetSuite side by side, every difference named.

import { writeFileSync } from 'node:fs';
import type { Difference, Reconciliation } from '@sendsale/api';
import { Command } from 'commander';
import { printJson, printLine, printTable } from './print.ts';
import { withApi } from './with-api.ts';

interface ReconcileFlags {
  readonly from?: string;
  readonly to?: string;
  readonly json?: true;
  readonly csv?: string;
}

export function reconcileCommand(): Command {
  return new Command('reconcile')
    .description('compare Shopify, the OMS and NetSuite, order by order, to the cent')
    .option('--from <yyyy-mm-dd>', 'the first day; yesterday when left out')
    .option('--to <yyyy-mm-dd>', 'the last day; today when left out')
    .option('--json', 'print JSON')
    .option('--csv <file>', 'write the sheets of these days to a file, too')
    .action(async ({ from = null, to = null, json, csv }: WithNulls) => {
      const result = await withApi(async (api) => {
        const found = await api.reconcile({ from, to });
        if (csv !== undefined) writeFileSync(csv, await sheets(api, found));
        return found;
      });
      const open = result.differences.filter(({ kind }) => kind !== 'VARIANCE');
      if (open.length > 0) process.exitCode = 1;
      if (json) return printJson(result);
      if (result.differences.length > 0) print(result.differences);
      const variances = result.differences.length - open.length;
      return printLine(
        `${daysOf(result)}: ${result.orders} orders, ` +
          `${open.length === 0 ? 'no' : open.length} differences, ${variances} variances.`,
      );
    });
}

function daysOf({ from, to }: Reconciliation): string {
  return from === null || to === null ? 'Nothing was sold in these days' : `${from} to ${to}`;
}

type WithNulls = Omit<ReconcileFlags, 'from' | 'to'> & {
  readonly from?: string | null;
  readonly to?: string | null;
};
type Api = Parameters<Parameters<typeof withApi>[0]>[0];

/** One header, then day after day. */
async function sheets(api: Api, { from, to }: { from: string | null; to: string | null }) {
  if (from === null || to === null) return '';
  const days = await api.reconciliationDays({ from, to });
  const texts = [];
  for (const day of [...new Set(days.map((one) => one.day))].sort()) {
    texts.push(await api.reconciliationCsv(day));
  }
  return texts
    .map((text, index) => (index === 0 ? text : text.slice(text.indexOf('\n') + 1)))
    .join('');
}

function print(differences: readonly Difference[]): void {
  printTable(
    ['kind', 'order', 'code', 'record', 'Shopify', 'OMS', 'NetSuite', 'likely cause'],
    differences.map((one) => [
      one.kind,
      one.order,
      one.code,
      one.record,
      one.shopify ?? '–',
      one.oms ?? '–',
      one.netsuite ?? '–',
      one.cause,
    ]),
  );
}
