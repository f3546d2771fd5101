// Tills, stores and the warehouse while processes die under them: what does not work now is done later.

import { generatedOrders, ringUp, workStoreLists, workWarehouse } from '@sendsale/demo/parts';
import { setTimeout as sleep } from 'node:timers/promises';
import { STOCK } from './stage.ts';
import type { Stage } from './stage.ts';

/** Rings the orders up, evenly over the time. @returns the names on the receipts */
export async function ringAll(
  stage: Stage,
  wanted: { readonly orders: number; readonly seed: number; readonly pauseMs: number },
): Promise<string[]> {
  const names: string[] = [];
  // Nobody here hands a pick-up over to the customer who comes for it.
  const drawn = generatedOrders(2 * wanted.orders, wanted.seed, STOCK);
  const orders = drawn.filter(({ kind }) => kind !== 'pick-up').slice(0, wanted.orders);
  for (const { cart } of orders) {
    const { name } = await ringUp(stage.shopifyUrl, cart);
    names.push(name);
    await sleep(wanted.pauseMs);
  }
  return names;
}

/** One round of everybody who ships. Whoever meets a dead server comes again in the next round. */
export async function shipRound(stage: Stage): Promise<void> {
  const nobody = new Set<string>();
  await tried(async () =>
    workStoreLists({ api: stage.api, leaveAlone: nobody, missingAtFirst: new Set() }),
  );
  const warehouse = { facilityId: 'RNO', locationId: stage.warehouseLocationId };
  const { api, netsuite: account } = stage;
  await tried(async () => workWarehouse({ api, account, ...warehouse, leaveAlone: nobody }));
}

async function tried(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch {
    // The next round does it.
  }
}
