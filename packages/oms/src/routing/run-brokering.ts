// Carries one run of the rules out: load what waits, plan all of it, commit it in batches, and plan again what
// somebody was faster with.

import { planRun } from '@sendsale/domain';
import type { BatchCount, PlannedOrder, RoutingOrder, RunRules } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import { loadRoutingProblem, waitingRoutingOrders } from '@sendsale/store/read';
import type { Database, RulesVersion } from '@sendsale/store/read';
import { commitPlan } from './commit-plan.ts';
import type { PlannedItems } from './plan-entries.ts';

export interface RunBrokeringOptions {
  readonly rules: RulesVersion;
  readonly run: RunRules;
  readonly at: Date;
  /** At most this many items. */
  readonly limit: number;
  readonly onlyUrgent: boolean;
  readonly onlyWithHope: boolean;
}

export interface BrokeringOutcome {
  readonly committed: readonly PlannedOrder[];
  /** Orders others were faster with, every time; they come with the next run. */
  readonly contended: readonly string[];
  readonly perBatch: readonly BatchCount[];
}

const ROUNDS_MAX = 5;
const ORDERS_A_COMMIT = 500;

export async function runBrokering(
  db: Database,
  options: RunBrokeringOptions,
): Promise<BrokeringOutcome> {
  const committed: PlannedOrder[] = [];
  const skipped: string[] = [];
  const perBatch: BatchCount[] = [];
  let orderIds: readonly string[] | null = null;
  for (let round = 1; round <= ROUNDS_MAX; round += 1) {
    const planned = await planOnce(db, options, orderIds);
    if (round === 1) perBatch.push(...planned.perBatch);
    const contended: string[] = [];
    for (const plans of chunks(planned.plans, ORDERS_A_COMMIT)) {
      const { at } = options;
      const outcome = await inTransaction(db, async (tx) => commitPlan(tx, { plans, at }));
      committed.push(...outcome.committed);
      contended.push(...outcome.contended);
      skipped.push(...outcome.skipped);
    }
    if (contended.length === 0) return { committed, contended: skipped, perBatch };
    orderIds = contended;
  }
  return { committed, contended: [...skipped, ...(orderIds ?? [])], perBatch };
}

async function planOnce(
  db: Database,
  options: RunBrokeringOptions,
  orderIds: readonly string[] | null,
): Promise<{ readonly plans: readonly PlannedItems[]; readonly perBatch: readonly BatchCount[] }> {
  const { rules, run, at, limit, onlyUrgent, onlyWithHope } = options;
  const scope = { at, limit, orderIds, onlyUrgent, onlyWithHope };
  const orders = await waitingRoutingOrders(db, scope);
  if (orders.length === 0) return { plans: [], perBatch: [] };
  const { historyDays } = rules.rules;
  const asksSales = asksForSales(run);
  const problem = await loadRoutingProblem(db, { at, orders, historyDays, asksSales });
  const plan = planRun(problem, {
    rules: rules.rules,
    run,
    rulesVersion: rules.version,
    considers: true,
  });
  const byId = new Map(orders.map((order) => [order.orderId, order]));
  return {
    plans: plan.orders.map((one) => plannedItems(one, byId.get(one.orderId))),
    perBatch: plan.perBatch,
  };
}

function plannedItems(plan: PlannedOrder, order: RoutingOrder | undefined): PlannedItems {
  return {
    plan,
    presentAt: order?.presentAt ?? [],
    queues: new Map(order?.items.map((item) => [item.seq, item.queue])),
  };
}

/** Counting sales is the one thing that is loaded only where a rule looks at it. */
export function asksForSales(run: RunRules): boolean {
  return run.batches.some((batch) =>
    batch.rules.some((rule) =>
      [...rule.filters, ...rule.sorts].some((call) => call.code === 'WEEKS_OF_SUPPLY'),
    ),
  );
}

function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.ceil(all.length / size);
  return Array.from({ length: count }, (_, index) => all.slice(index * size, (index + 1) * size));
}
