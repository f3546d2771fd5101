// Two numbers the simulator promises: what a script's N/* call costs, and how fast a CSV import of orders is.

import { performance } from 'node:perf_hooks';
import { acmeSimulator, spec } from '../test-kit/acme-account.ts';
import { createRecords } from '../runtime/seed.ts';
import type { Simulator } from '../runtime/simulator.ts';
import { startScriptBench } from '../test-kit/script-bench.ts';

export interface NetsuiteBench {
  /** Microseconds of one synchronous N/* call, by call. */
  readonly bridge: Readonly<Record<string, number>>;
  readonly orders: number;
  readonly linesPerOrder: number;
  readonly importSeconds: number;
  /** Orders the import did not take; 0. */
  readonly refused: number;
}

export interface BenchOptions {
  readonly calls: number;
  readonly orders: number;
}

const LINES = 3;

/** Measures both on an account of its own. */
export async function benchNetsuite({ calls, orders }: BenchOptions): Promise<NetsuiteBench> {
  const bridge = await measureBridge(calls);
  const { seconds, refused } = await measureImport(orders);
  return { bridge, orders, linesPerOrder: LINES, importSeconds: seconds, refused };
}

const CALLS: Readonly<Record<string, { readonly before: string; readonly call: string }>> = {
  'Script.getRemainingUsage': {
    before: 'var s = runtime.getCurrentScript();',
    call: 's.getRemainingUsage();',
  },
  'Record.getValue': {
    before: `var r = record.load({ type: 'folder', id: -15 });`,
    call: `r.getValue({ fieldId: 'name' });`,
  },
  'Record.setValue': {
    before: `var r = record.load({ type: 'folder', id: -15 });`,
    call: `r.setValue({ fieldId: 'name', value: 'SuiteScripts' });`,
  },
  'Result.getValue': {
    before: `var r = search.create({ type: 'folder', columns: ['name'] }).run().getRange({ start: 0, end: 1 })[0];`,
    call: `r.getValue({ name: 'name' });`,
  },
  'format.format': {
    before: 'var at = new Date();',
    call: 'format.format({ value: at, type: format.Type.DATETIME });',
  },
};

async function measureBridge(calls: number): Promise<Record<string, number>> {
  const bench = startScriptBench({ stopClockAt: null });
  const costs: Record<string, number> = {};
  for (const [name, { before, call }] of Object.entries(CALLS)) {
    const run = await bench.execute(`${before} for (var i = 0; i < ${calls}; i += 1) { ${call} }`);
    if (run.error !== null) throw new Error(`${name}: ${run.error}`);
    costs[name] = ((run.executions[0]?.milliseconds ?? 0) * 1_000) / calls;
  }
  await bench.close();
  return costs;
}

async function measureImport(orders: number): Promise<{ seconds: number; refused: number }> {
  const simulator = acmeSimulator();
  const { tasks } = simulator.host;
  const content = orderFile(simulator, orders);
  const started = performance.now();
  tasks.imports.submit({ mappingId: 'custimport_acme_orders', name: 'Bench', content });
  await tasks.queue.idle();
  const seconds = (performance.now() - started) / 1_000;
  const result = tasks.imports.list()[0]?.result;
  await simulator.close();
  return { seconds, refused: orders - (result?.imported ?? 0) };
}

function orderFile({ host }: Simulator, orders: number): string {
  const created = createRecords(host.account, [
    spec('location', 'RENO', { name: 'Reno', subsidiary: '1' }),
    spec('customer', 'ANN', { isperson: true, firstname: 'Ann', lastname: 'Lee', subsidiary: '1' }),
    spec('inventoryitem', 'SHIRT', { itemid: 'SHIRT', baseprice: 10 }),
  ]);
  const [location, customer, item] = created.map(({ id }) => id);
  const lines = ['externalId,customer,date,orderId,item,quantity,priceLevel,price,location,lineId'];
  for (let order = 1; order <= orders; order += 1) {
    for (let line = 1; line <= LINES; line += 1) {
      lines.push(
        `E${order},${customer},11/24/2026,M${order},${item},1,Custom,12.5,${location},0000${line}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}
