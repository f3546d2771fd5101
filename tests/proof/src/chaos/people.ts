// Tills, stores and the warehouse while processes die under them: what does not work now is done later.

import { generatedScenarios, ringUp, workStoreLists, workWarehouse } from '@sendsale/demo/parts';
import { setTimeout as sleep } from 'node:timers/promises';
import { STOCK } from './stage.ts';
import type { Stage } from './stage.ts';

/** Rings the orders up, evenly over the time. @returns the names on the receipts */
export async function ringAll(
  stage: Stage,
  wanted: { readonly orders: number; readonly seed: number; readonly pauseMs: number },
): Promise<string[]> {
  const names: string[] = [];
  for (const scenario of generatedScenarios(wanted.orders, wanted.seed, STOCK)) {
    const { name } = await ringUp(stage.shopifyUrl, scenario);
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
  await tried(async () => workWarehouse(stage.netsuite, stage.warehouseLocationId, nobody));
}

async function tried(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch {
    // The next round does it.
  }
}
