// Sets the scene once the world runs: the OMS is told of the retailer, and what it must know of items and
// stock has arrived before the first order does.

import { DEMO_PASSWORD } from '@sendsale/api';
import { setTimeout as sleep } from 'node:timers/promises';
import { NOT_FOUND_IN_STORE, UNKNOWN_IN_NETSUITE } from '../retailer/catalogue.ts';
import { STAFF } from '../retailer/people.ts';
import { sampleSettings } from '../retailer/settings.ts';
import { SHOP } from '../retailer/shop-seed.ts';
import type { SkusOfRun } from '../scenarios/sample-scenarios.ts';
import { netsuiteIds } from '../wire/netsuite-account.ts';
import { subscribe } from '../wire/shopify-till.ts';
import type { World } from './world.ts';

export interface Scene extends World, SkusOfRun {
  /** Internal id of the location that NetSuite fulfills. */
  readonly warehouseLocationId: string;
}

const SETTING_TYPES = [
  'subsidiary',
  'location',
  'department',
  'shipitem',
  'paymentmethod',
  'otherchargesaleitem',
  'discountitem',
  'account',
];

const SYNC_PATIENCE_MS = 30_000;
/** Jobs that bring what the road stands on; each must have run with success. */
const FIRST_JOBS = ['download-catalogue', 'run-scripts'];

/** @param patienceMs how long items and stock may take to arrive */
export async function setScene(world: World, patienceMs = SYNC_PATIENCE_MS): Promise<Scene> {
  const ids = await netsuiteIds(world.netsuite, SETTING_TYPES);
  await world.api.importSettings(sampleSettings(ids));
  await addStaff(world);
  await subscribe(world.shopifyUrl, `${world.omsUrl}/webhooks/shopify/${SHOP.id}`);
  await waitForStock(world, patienceMs);
  const items = new Set(
    (await world.netsuite.records('inventoryitem')).map(({ fields }) => String(fields['itemid'])),
  );
  const run = UNKNOWN_IN_NETSUITE.findIndex((sku) => !items.has(sku));
  const unknownSku = UNKNOWN_IN_NETSUITE[run];
  const missingSku = NOT_FOUND_IN_STORE[run];
  if (unknownSku === undefined || missingSku === undefined) {
    throw new Error('The sample retailer has used its stock up; start with --fresh.');
  }
  return { ...world, unknownSku, missingSku, warehouseLocationId: ids('location', 'RNO') };
}

// People stay from an earlier run.
async function addStaff({ api }: World): Promise<void> {
  const known = new Set((await api.people()).map(({ email }) => email));
  for (const { name, email, role, facilityIds } of STAFF) {
    if (known.has(email)) continue;
    const password = DEMO_PASSWORD;
    await api.addPerson({ name, email, password, roles: [role], facilityIds: [...facilityIds] });
  }
}

async function waitForStock({ api }: World, patienceMs: number): Promise<void> {
  const until = Date.now() + patienceMs;
  for (const name of FIRST_JOBS) await api.runJob(name);
  while (Date.now() < until) {
    const { products, productsInNetsuite, stockedProducts } = await api.catalogue();
    if (products > 0 && productsInNetsuite > 0 && stockedProducts > 0) return;
    await sleep(100);
  }
  throw new Error(
    'Items and stock did not arrive from Shopify and NetSuite; see the logs of the demo.',
  );
}
