// Carries one run of the rules out: load what waits, plan all of it, commit it in batches, and plan again what
// somebody was faster with.

import { optimizeRun, planRun } from '@sendsale/domain';
import type {
  AllocatedOrder,
  BatchCount,
  BrokeringProblem,
  MovedOrder,
  OptimizedRun,
  PlannedOrder,
  RoutingOrder,
  RunPlan,
  RunRules,
} from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import {
  allocatedRoutingOrders,
  latestPrices,
  loadRoutingProblem,
  waitingRoutingOrders,
} from '@sendsale/store/read';
import type { Database, RulesVersion } from '@sendsale/store/read';
import { commitMoves } from './commit-moves.ts';
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
  /** Only these orders; left out: all that waits. */
  readonly orderIds?: readonly string[];
}

export interface BrokeringOutcome {
  readonly committed: readonly PlannedOrder[];
  /** Orders others were faster with, every time; they come with the next run. */
  readonly contended: readonly string[];
  /** Orders that had a place already and got another one. */
  readonly moved: readonly string[];
  readonly perBatch: readonly BatchCount[];
  /** Of a run planned as one batch; null for the rules alone. */
  readonly optimized: Omit<OptimizedRun, 'plan' | 'moves'> | null;
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
  let moved: readonly string[] = [];
  let orderIds: readonly string[] | null = options.orderIds ?? null;
  for (let round = 1; round <= ROUNDS_MAX; round += 1) {
    const planned = await planOnce(db, options, orderIds);
    if (round === 1) {
      perBatch.push(...planned.perBatch);
      ({ optimized } = planned);
    }
    const { moves } = planned;
    const { at } = options;
    // What moves lets others have its units: before them, and all of it.
    if (
      moves.length > 0 &&
      (await inTransaction(db, async (tx) => commitMoves(tx, { moves, at })))
    ) {
      moved = moves.map(({ plan }) => plan.orderId);
    }
    const contended: string[] = [];
    for (const plans of chunks(planned.plans, ORDERS_A_COMMIT)) {
      const outcome = await inTransaction(db, async (tx) => commitPlan(tx, { plans, at }));
      committed.push(...outcome.committed);
      contended.push(...outcome.contended);
      skipped.push(...outcome.skipped);
    }
    if (contended.length === 0)
      return { committed, contended: skipped, moved, perBatch, optimized };
    orderIds = contended;
  }
  return { committed, contended: [...skipped, ...(orderIds ?? [])], moved, perBatch, optimized };
}

async function planOnce(
  db: Database,
  options: RunBrokeringOptions,
  orderIds: readonly string[] | null,
): Promise<Planned> {
  const { rules, run, at, limit, onlyUrgent, onlyWithHope } = options;
  const scope = { at, limit, orderIds, onlyUrgent, onlyWithHope };
  const orders = await waitingRoutingOrders(db, scope);
  const allocated = orderIds === null ? await plannedAgain(db, options) : [];
  // What goes at once has no time of its own to look at what is settled.
  const hasWork = orders.length > 0 || (allocated.length > 0 && !onlyWithHope);
  if (!hasWork) return { plans: [], moves: [], perBatch: [], optimized: null };
  const { historyDays } = rules.rules;
  const asksSales = asksForSales(run);
  const alsoOf = allocated.map(({ order }) => order);
  const problem = await loadRoutingProblem(db, { at, orders, alsoOf, historyDays, asksSales });
  const { plan, moves, optimized } = await planProblem(db, options, { problem, allocated });
  const byId = new Map(orders.map((order) => [order.orderId, order]));
  return {
    plans: plan.orders.map((one) => plannedItems(one, byId.get(one.orderId))),
    moves,
    perBatch: plan.perBatch,
    optimized,
  };
}

interface Planned extends Pick<BrokeringOutcome, 'perBatch' | 'optimized'> {
  readonly plans: readonly PlannedItems[];
  readonly moves: readonly MovedOrder[];
}

async function plannedAgain(
  db: Database,
  { run, at, limit, onlyUrgent }: RunBrokeringOptions,
): Promise<readonly AllocatedOrder[]> {
  const again = run.optimize?.again ?? null;
  if (again === null || onlyUrgent) return [];
  const since = new Date(at.getTime() - again.minutes * 60_000);
  return allocatedRoutingOrders(db, { at, since, limit });
}

// Prices older than a day say little. Few orders find none of their own: those of the last run guide them.
const PRICES_MS = 24 * 60 * 60 * 1000;
const GUIDED_ORDERS_MAX = 50;

async function planProblem(
  db: Database,
  { rules, run, at }: RunBrokeringOptions,
  asked: { readonly problem: BrokeringProblem; readonly allocated: readonly AllocatedOrder[] },
): Promise<{
  readonly plan: RunPlan;
  readonly moves: readonly MovedOrder[];
  readonly optimized: BrokeringOutcome['optimized'];
}> {
  const { problem, allocated } = asked;
  const plain = { rules: rules.rules, run, rulesVersion: rules.version, considers: true };
  const optimize = run.optimize ?? null;
  if (optimize === null) return { plan: planRun(problem, plain), moves: [], optimized: null };
  const prices = await latestPrices(db, new Date(at.getTime() - PRICES_MS));
  const count = problem.orders.length + allocated.length;
  const guides = prices !== null && count <= GUIDED_ORDERS_MAX;
  const together = { ...plain, optimize, prices, guides, allocated };
  const { plan, moves, ...optimized } = optimizeRun(problem, together);
  return { plan, moves, optimized };
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
