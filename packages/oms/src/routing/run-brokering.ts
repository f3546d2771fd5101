// Carries one run of the rules out: load what waits, plan all of it, commit it in batches, and plan again what
// somebody was faster with.

import { optimizeRun, planRun } from '@sendsale/domain';
import type {
  BatchCount,
  BrokeringProblem,
  OptimizedRun,
  PlannedOrder,
  RoutingOrder,
  RunPlan,
  RunRules,
} from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import { latestPrices, loadRoutingProblem, waitingRoutingOrders } from '@sendsale/store/read';
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
  /** Of a run planned as one batch; null for the rules alone. */
  readonly optimized: Omit<OptimizedRun, 'plan'> | null;
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
  let optimized: BrokeringOutcome['optimized'] = null;
  let orderIds: readonly string[] | null = null;
  for (let round = 1; round <= ROUNDS_MAX; round += 1) {
    const planned = await planOnce(db, options, orderIds);
    if (round === 1) {
      perBatch.push(...planned.perBatch);
      ({ optimized } = planned);
    }
    const contended: string[] = [];
    for (const plans of chunks(planned.plans, ORDERS_A_COMMIT)) {
      const { at } = options;
      const outcome = await inTransaction(db, async (tx) => commitPlan(tx, { plans, at }));
      committed.push(...outcome.committed);
      contended.push(...outcome.contended);
      skipped.push(...outcome.skipped);
    }
    if (contended.length === 0) return { committed, contended: skipped, perBatch, optimized };
    orderIds = contended;
  }
  return { committed, contended: [...skipped, ...(orderIds ?? [])], perBatch, optimized };
}

async function planOnce(
  db: Database,
  options: RunBrokeringOptions,
  orderIds: readonly string[] | null,
): Promise<Planned> {
  const { rules, run, at, limit, onlyUrgent, onlyWithHope } = options;
  const scope = { at, limit, orderIds, onlyUrgent, onlyWithHope };
  const orders = await waitingRoutingOrders(db, scope);
  if (orders.length === 0) return { plans: [], perBatch: [], optimized: null };
  const { historyDays } = rules.rules;
  const asksSales = asksForSales(run);
  const problem = await loadRoutingProblem(db, { at, orders, historyDays, asksSales });
  const { plan, optimized } = await planProblem(db, options, problem);
  const byId = new Map(orders.map((order) => [order.orderId, order]));
  return {
    plans: plan.orders.map((one) => plannedItems(one, byId.get(one.orderId))),
    perBatch: plan.perBatch,
    optimized,
  };
}

interface Planned extends Pick<BrokeringOutcome, 'perBatch' | 'optimized'> {
  readonly plans: readonly PlannedItems[];
}

// Prices older than a day say little. Few orders find none of their own: those of the last run guide them.
const PRICES_MS = 24 * 60 * 60 * 1000;
const GUIDED_ORDERS_MAX = 50;

async function planProblem(
  db: Database,
  { rules, run, at }: RunBrokeringOptions,
  problem: BrokeringProblem,
): Promise<{ readonly plan: RunPlan; readonly optimized: BrokeringOutcome['optimized'] }> {
  const plain = { rules: rules.rules, run, rulesVersion: rules.version, considers: true };
  const optimize = run.optimize ?? null;
  if (optimize === null) return { plan: planRun(problem, plain), optimized: null };
  const prices = await latestPrices(db, new Date(at.getTime() - PRICES_MS));
  const guides = prices !== null && problem.orders.length <= GUIDED_ORDERS_MAX;
  const { plan, ...optimized } = optimizeRun(problem, { ...plain, optimize, prices, guides });
  return { plan, optimized };
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
