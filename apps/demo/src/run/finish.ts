// When all orders have arrived: the cash-sale job runs once more and must find nothing, then the books are compared.

import { setTimeout as sleep } from 'node:timers/promises';
import type { DemoResult } from '../result/result.ts';
import type { Followed } from './follow-orders.ts';
import type { World } from './world.ts';

const CASH_SALE_JOB = 'export-cash-sale';
const RUN_PATIENCE_MS = 10_000;

export async function finish(
  world: World,
  followed: Followed,
  startedAt: number,
): Promise<DemoResult> {
  const exportedAgain = await runCashSaleJobAgain(world);
  const reconciliation = await world.api.reconcile();
  const failures = [
    ...followed.missing,
    ...(exportedAgain === 0
      ? []
      : [`The cash-sale job exported ${exportedAgain} more sales after all orders had ended.`]),
    ...reconciliation.differences.map(
      ({ order, what, shopify, oms, netsuite }) =>
        `${order}: ${what} differs: Shopify ${shopify ?? '–'}, OMS ${oms ?? '–'}, NetSuite ${netsuite ?? '–'}`,
    ),
  ];
  return {
    ok: failures.length === 0,
    seconds: Math.round((Date.now() - startedAt) / 100) / 10,
    orders: followed.orders,
    reconciliation,
    failures,
  };
}

// @returns how many cash sales the run exported; a completed send sale must not be among them.
async function runCashSaleJobAgain({ api }: World): Promise<number> {
  const lastRun = async (): Promise<{
    startedAt: string;
    finishedAt: string | null;
    done: number;
  } | null> => (await api.jobs()).find(({ name }) => name === CASH_SALE_JOB)?.lastRun ?? null;
  const before = (await lastRun())?.startedAt ?? '';
  await api.runJob(CASH_SALE_JOB);
  const until = Date.now() + RUN_PATIENCE_MS;
  while (Date.now() < until) {
    const run = await lastRun();
    if (run !== null && run.startedAt > before && run.finishedAt !== null) return run.done;
    await sleep(50);
  }
  throw new Error(`The job ${CASH_SALE_JOB} did not run within ${RUN_PATIENCE_MS / 1000} s.`);
}
