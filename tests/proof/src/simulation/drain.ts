// The end of a run: nothing goes wrong any more, people do what is left to do, and everything must come to rest.

import { saveMapping } from '@sendsale/oms';
import { atScreen, deliverWebhooks, releaseAll, shipFrom } from './people.ts';
import { LATE_MAPPINGS, STORES, WAREHOUSE_LOCATION } from './retailer.ts';
import { JOBS } from './world.ts';
import type { World } from './world.ts';

const TURNS_MAX = 600;
const ROUNDS_MAX = 40;
const ROUND_MS = 6 * 60_000;

/** What looks outside by itself; everything else is woken by what these find. */
const POLLERS = ['download-orders', 'import-files', 'run-scripts', 'push-notices', 'broker-orders'];

/** @returns whether everything came to rest within the bound: then even the schedules find nothing to do */
export async function drain(world: World): Promise<boolean> {
  await atScreen(world, async (db) => {
    for (const [kind, key, value] of LATE_MAPPINGS) {
      await saveMapping(db, { kind, key, value, at: world.clock.now() });
    }
    await releaseAll(world, db);
  });
  let isSweep = true;
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    world.done = 0;
    await passRound(world, { isSweep, storesShip: true });
    const isQuiet =
      world.done === 0 && world.netsuite.waiting === 0 && world.shopify.deliveries.length === 0;
    if (isQuiet && isSweep && round > 0) return true;
    isSweep = isQuiet;
  }
  return false;
}

/** Six minutes: everybody outside works, and every job that is due or looks outside. */
export async function passRound(
  world: World,
  { isSweep, storesShip }: { readonly isSweep: boolean; readonly storesShip: boolean },
): Promise<void> {
  world.clock.advance(ROUND_MS);
  world.netsuite.startAll();
  world.netsuite.work();
  await deliverWebhooks(world);
  if (isSweep) world.queue.wakeScheduled(JOBS);
  for (const name of POLLERS) world.queue.put(name, {}, 0);
  for (let turn = 0; turn < TURNS_MAX; turn += 1) if (!(await world.turn())) break;
  await atScreen(world, async (db) => {
    for (const store of storesShip ? STORES : []) await shipFrom(world, db, store);
  });
  world.netsuite.shipFromWarehouse(WAREHOUSE_LOCATION);
}
