// A shop's orders read in for the first time, the whole way: Shopify lists them in a bulk operation, we fetch the
// list and read each order by its id. The simulator has a process of its own and its limits are off.

import { performance } from 'node:perf_hooks';
import { openShop, shopifyJobs } from '@sendsale/shopify';
import type { ShopifyContext, ShopifyJob } from '@sendsale/shopify';
import { systemClock } from '@sendsale/platform/clock';
import { createTestDatabase, seedNetwork } from '@sendsale/test-kit';
import type { TestDatabase } from '@sendsale/test-kit';
import { startPostgres } from '../intake/throwaway-postgres.ts';
import { startSimulator } from './simulator-child.ts';
import type { SimulatorProcess } from './simulator-child.ts';

const JOBS = shopifyJobs<ShopifyContext>({ contextOf: (context) => context });

export async function benchBackfill(count: number): Promise<void> {
  const postgres = await startPostgres();
  const kit = await createTestDatabase(postgres?.url ?? null);
  const simulator = await startSimulator(count);
  try {
    const context = await openContext(kit, simulator);
    const cpuBefore = { ours: process.cpuUsage(), theirs: postgres?.cpuMs() ?? 0 };
    const started = performance.now();
    await carryOut(context, 'list-orders');
    // The list is written at once; the next look finds it.
    await carryOut(context, 'list-orders');
    const { done, peak } = await carryOut(context, 'read-listed-orders');
    const seconds = (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(cpuBefore.ours);
    const theirs = (postgres?.cpuMs() ?? 0) - cpuBefore.theirs;
    const each = (ms: number): string => (ms / Math.max(1, done)).toFixed(1);
    const where = postgres === null ? 'PGlite' : postgres.version;
    console.log(
      `backfill: ${done} of ${simulator.orders} orders in ${seconds.toFixed(1)} s, ${(done / seconds).toFixed(1)} orders/s ` +
        `(${where}); memory at most ${Math.round(peak / 1e6)} MB; CPU an order: ` +
        `${each((user + system) / 1000)} ms ours, ${each(theirs)} ms the database's`,
    );
  } finally {
    await simulator.close();
    await kit.close();
    await postgres?.close();
  }
}

async function openContext(
  kit: TestDatabase,
  simulator: SimulatorProcess,
): Promise<ShopifyContext> {
  await seedNetwork(kit.db, {
    facilities: ['1', '2'].map((id) => ({
      id,
      shopifyLocations: [{ shopId: 'shop', locationId: id }],
    })),
  });
  const connection = {
    baseUrl: simulator.url,
    credentials: { kind: 'static', token: 'shpat_bench' },
    clock: systemClock,
  } as const;
  const shops = [openShop({ shopId: 'shop', connection })];
  const context = { database: kit.db, clock: systemClock, shops };
  await carryOut(context, 'download-catalogue');
  return context;
}

/** Runs the job until it asks for no other run. */
async function carryOut(
  context: ShopifyContext,
  name: ShopifyJob,
): Promise<{ readonly done: number; readonly peak: number }> {
  const job = JOBS.find((one) => one.name === name);
  let done = 0;
  let peak = 0;
  for (;;) {
    const run = { at: systemClock.now(), signal: new AbortController().signal };
    const outcome = await job?.run(context, run);
    done += outcome?.done ?? 0;
    peak = Math.max(peak, process.memoryUsage().rss);
    if (outcome?.again !== true) return { done, peak };
  }
}
