// One run: people do things while everything goes wrong; then nothing goes wrong any more, and all work must
// drain; then the books are checked.

import { check } from './checker.ts';
import type { Violation } from './checker.ts';
import { drain } from './drain.ts';
import { planOf } from './fate.ts';
import type { Strike } from './fate.ts';
import type { ReusedDatabase } from './fresh-database.ts';
import type { Plant } from './plant.ts';
import { deliverWebhooks, takeStep } from './people.ts';
import { World } from './world.ts';
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

export async function runSeed(database: ReusedDatabase, options: RunOptions): Promise<RunResult> {
  await database.reset();
  const { seed, steps = null, strikes = null } = options;
  const world = new World(database.pool, planOf(seed, strikes), options.plant);
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
