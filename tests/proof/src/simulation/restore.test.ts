// A quarter of an hour is lost: the database becomes what the backup says, while Shopify and NetSuite know what
// happened since. Capture, the file server and NetSuite's answers bring the rest: in the end everything is as it is
// in the same run without a restore.

import { recoverExchange } from '@sendsale/netsuite';
import { saveMapping } from '@sendsale/oms';
import { restoreBackup, writeBackup } from '@sendsale/platform/db';
import { testEngines } from '@sendsale/platform/testing';
import { seededRandom } from '@sendsale/std';
import { listDifferences } from '@sendsale/store/read';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check } from './checker.ts';
import { drain, passRound } from './drain.ts';
import { planOf } from './fate.ts';
import { openReusedDatabase } from './fresh-database.ts';
import type { ReusedDatabase } from './fresh-database.ts';
import { LATE_MAPPINGS } from './retailer.ts';
import { World } from './world.ts';

const ROUNDS_LOST = 3;
const HOUR_MS = 60 * 60_000;
/** Two whole runs, on a busy machine. */
const PATIENCE_MS = 300_000;
// What a store shipped in the lost time it records again by hand, see docs/keeping.md: here none ships then.
const ROUND = { isSweep: true, storesShip: false };

interface Run {
  readonly seed: number;
  readonly restores: boolean;
}

async function runWith(database: ReusedDatabase, { seed, restores }: Run) {
  await database.reset();
  const world = new World(database.pool, planOf(seed, new Set()));
  const random = seededRandom(seed);
  try {
    await saveMappings(world);
    for (let sale = 0; sale < 3; sale += 1) await world.shopify.ring(random);
    await passRound(world, ROUND);
    const backup = await backUp(world);
    const before = world.netsuite.books.sales.length;
    for (let round = 0; round < ROUNDS_LOST; round += 1) {
      await world.shopify.ring(random);
      await passRound(world, ROUND);
    }
    const booked = world.netsuite.books.sales.length - before;
    if (restores) {
      await database.empty();
      await restore(world, backup);
    }
    const drained = await drain(world);
    const violations = await check(world, drained);
    return { booked, violations, differences: await differencesOf(world) };
  } finally {
    await world.close();
  }
}

async function saveMappings(world: World): Promise<void> {
  for (const [kind, key, value] of LATE_MAPPINGS) {
    await saveMapping(dbOf(world), { kind, key, value, at: world.clock.now() });
  }
}

interface Backup {
  readonly at: Date;
  readonly lines: readonly string[];
}

async function backUp(world: World): Promise<Backup> {
  const at = world.clock.now();
  const lines: string[] = [];
  await writeBackup(dbOf(world), { at, write: async (line) => void lines.push(line) });
  return { at, lines };
}

/** As `sendsale restore` does it, and the OMS started again. */
async function restore(world: World, { at, lines }: Backup): Promise<void> {
  await restoreBackup(dbOf(world), each(lines));
  const { context } = world.server.worker.place;
  if (context.files === null) throw new Error('The world has a file server.');
  const since = new Date(at.getTime() - HOUR_MS);
  await recoverExchange(context, context.files, { since });
  world.restartAll();
}

/** What the books still differ in, by order: other things have new numbers. */
async function differencesOf(world: World): Promise<string[]> {
  const found = await listDifferences(dbOf(world), { state: 'open', limit: 100 });
  return found.map(({ code, name }) => `${name} ${code}`);
}

function dbOf(world: World) {
  return world.server.worker.place.kysely;
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  for (const line of lines) yield line;
}

describe.each(testEngines())('on $engine', ({ server }) => {
  let database: ReusedDatabase;
  beforeAll(async () => {
    database = await openReusedDatabase(server);
  });
  afterAll(async () => database.close());

  test.each([1, 2])(
    'seed %i: nothing lost, nothing twice, no difference more',
    async (seed) => {
      const undisturbed = await runWith(database, { seed, restores: false });
      const restored = await runWith(database, { seed, restores: true });
      expect(restored.booked).toBeGreaterThan(0);
      expect(restored.violations).toEqual([]);
      const known = new Set(undisturbed.differences);
      expect(restored.differences.filter((one) => !known.has(one))).toEqual([]);
    },
    PATIENCE_MS,
  );
});
