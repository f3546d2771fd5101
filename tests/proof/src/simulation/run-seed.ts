// One run: people do things while everything goes wrong; then nothing goes wrong any more, and all work must
// drain; then the books are checked.

import { saveMapping } from '@sendsale/oms';
import { check } from './checker.ts';
import type { Violation } from './checker.ts';
import { planOf } from './fate.ts';
import type { Strike } from './fate.ts';
import type { ReusedDatabase } from './fresh-database.ts';
import type { Plant } from './plant.ts';
import { atScreen, deliverWebhooks, releaseAll, shipFrom, takeStep } from './people.ts';
import { LATE_MAPPINGS, STORES, WAREHOUSE_LOCATION } from './retailer.ts';
import { JOBS, World } from './world.ts';
import { workloadOf } from './workload.ts';

export interface RunOptions {
  readonly seed: number;
  /** Steps of the workload that are taken; null for all. */
  readonly steps?: ReadonlySet<number> | null;
  /** Strikes of fate that come true; null for all. */
  readonly strikes?: ReadonlySet<number> | null;
  readonly plant?: Plant;
}

export interface RunResult {
  readonly seed: number;
  readonly violations: readonly Violation[];
  readonly digest: string;
  readonly strikes: readonly Strike[];
  readonly crashes: number;
  readonly orders: number;
  readonly records: number;
  readonly simulatedMs: number;
  /** The last things that happened, for people. */
  readonly tail: readonly string[];
}

const TURNS_PER_STEP = 12;
const TURNS_MAX = 600;
const ROUNDS_MAX = 40;
const ROUND_MS = 6 * 60_000;

export async function runSeed(database: ReusedDatabase, options: RunOptions): Promise<RunResult> {
  await database.reset();
  const { seed, steps = null, strikes = null } = options;
  const world = new World(database.database, planOf(seed, strikes), options.plant);
  try {
    const start = world.clock.now().getTime();
    world.queue.put('keep-webhooks', {}, 0);
    for (const step of workloadOf(seed)) {
      if (steps === null || steps.has(step.number)) await takeStep(world, step);
      await liveOn(world);
    }
    world.fate.end();
    const drained = await drain(world);
    const violations = await check(world, drained);
    const { books } = world.netsuite;
    return {
      seed,
      violations,
      digest: world.trace.digest(),
      strikes: world.fate.strikes,
      crashes: world.crashes,
      orders: (await world.shopify.orders()).length,
      records: books.sales.length + books.money.length + books.shipments.length,
      simulatedMs: world.clock.now().getTime() - start,
      tail: world.trace.tail,
    };
  } finally {
    await world.close();
  }
}

/** Between two steps: webhooks, a few jobs, now and then the schedules, now and then time. */
async function liveOn(world: World): Promise<void> {
  const { order, clock, fate, queue, netsuite } = world;
  if (fate.isStruck('CLOCK', 'between steps')) {
    clock.advance(fate.pick([-600_000, 600_000, 3_600_000, 5 * 3_600_000, 3 * 86_400_000]));
  }
  await deliverWebhooks(world);
  const turns = order.integer(0, TURNS_PER_STEP);
  for (let turn = 0; turn < turns; turn += 1) {
    if (await world.turn()) continue;
    clock.advance(order.integer(1, 10) * 60_000);
    if (order.next() < 0.3) queue.put('download-orders', {}, 0);
    if (order.next() < 0.3) netsuite.startAll();
  }
}

/** What looks outside by itself; everything else is woken by what these find. */
const POLLERS = ['download-orders', 'import-files', 'run-scripts', 'push-notices', 'broker-orders'];

/** @returns whether everything came to rest within the bound: then even the schedules find nothing to do */
async function drain(world: World): Promise<boolean> {
  await atScreen(world, async (db) => {
    for (const [kind, key, value] of LATE_MAPPINGS) {
      await saveMapping(db, { kind, key, value, at: world.clock.now() });
    }
    await releaseAll(world, db);
  });
  let isSweep = true;
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    world.done = 0;
    await passRound(world, isSweep);
    const isQuiet =
      world.done === 0 && world.netsuite.waiting === 0 && world.shopify.deliveries.length === 0;
    if (isQuiet && isSweep && round > 0) return true;
    isSweep = isQuiet;
  }
  return false;
}

async function passRound(world: World, isSweep: boolean): Promise<void> {
  world.clock.advance(ROUND_MS);
  world.netsuite.startAll();
  world.netsuite.work();
  await deliverWebhooks(world);
  if (isSweep) world.queue.wakeScheduled(JOBS);
  for (const name of POLLERS) world.queue.put(name, {}, 0);
  for (let turn = 0; turn < TURNS_MAX; turn += 1) if (!(await world.turn())) break;
  await atScreen(world, async (db) => {
    for (const store of STORES) await shipFrom(world, db, store);
  });
  world.netsuite.shipFromWarehouse(WAREHOUSE_LOCATION);
}
