// `npm run bench netsuite`: what a script's N/* call costs in the NetSuite simulator, and how long an import takes.

import { availableParallelism, loadavg } from 'node:os';
import { benchNetsuite } from '@sendsale/simulator-netsuite';

const CALLS = 200_000;
const ORDERS = 1_000;
const TARGET_MICROSECONDS = 50;
const TARGET_SECONDS = 20;

/** Prints both with their targets. */
export async function run(): Promise<void> {
  const { bridge, orders, linesPerOrder, importSeconds, refused } = await benchNetsuite({
    calls: CALLS,
    orders: ORDERS,
  });
  console.log(
    `load average ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores; a loaded machine measures too much`,
  );
  for (const [call, microseconds] of Object.entries(bridge))
    console.log(
      `${call.padEnd(26)} ${microseconds.toFixed(2).padStart(8)} µs (target ${TARGET_MICROSECONDS})`,
    );
  console.log(
    `CSV import of ${orders} orders of ${linesPerOrder} lines ${importSeconds.toFixed(2)} s (target ${TARGET_SECONDS}), ${refused} refused`,
  );
}
