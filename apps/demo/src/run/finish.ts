// When all orders have arrived: the cash-sale job runs once more and must find nothing, then the books are compared.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Reconciliation } from '@sendsale/api';
import { tamper } from '../proof/tamper.ts';
import type { DemoResult } from '../result/result.ts';
import type { Followed } from './follow-orders.ts';
import type { Scene } from './scene.ts';
import type { World } from './world.ts';

const CASH_SALE_JOB = 'export-cash-sale';
const RUN_PATIENCE_MS = 10_000;

export async function finish(
  world: Scene,
  followed: Followed,
  how: { readonly startedAt: number; readonly tamper: boolean },
): Promise<DemoResult> {
  const exportedAgain = await runCashSaleJobAgain(world);
  const reconciliation = await settledBooks(world);
  const failures = [
    ...followed.missing,
    ...(exportedAgain === 0
      ? []
      : [`The cash-sale job exported ${exportedAgain} more sales after all orders had ended.`]),
    ...reconciliation.differences.map(
      ({ order, code, record, shopify, oms, netsuite }) =>
        `${order}: ${code} ${record}: Shopify ${shopify ?? '–'}, OMS ${oms ?? '–'}, NetSuite ${netsuite ?? '–'}`,
    ),
  ];
  const tampering = how.tamper && failures.length === 0 ? await tamper(world, followed.orders) : [];
  for (const { what, order, expected, found } of tampering) {
    if (found.includes(expected)) continue;
    failures.push(`${order}: ${what}, and no ${expected} says so, but ${found.join(', ')}.`);
  }
  return {
    ok: failures.length === 0,
    seconds: Math.round((Date.now() - how.startedAt) / 100) / 10,
    orders: followed.orders,
    reconciliation,
    tampering,
    failures,
  };
}

// What is only on its way may take another moment; what is wrong stays.
async function settledBooks({ api }: World): Promise<Reconciliation> {
  const until = Date.now() + RUN_PATIENCE_MS;
  for (;;) {
    const found = await api.reconcile();
    const travels = found.differences.some(({ kind }) => kind === 'PENDING');
    if (!travels || Date.now() > until) return found;
    await sleep(500);
  }
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
