// A dry run: what other rules would do with what is open now, or would have done with the last days. It reads in
// a transaction the database itself keeps from writing, so nothing changes, not even a sequence.

import { applyPlan, measurePlan, planAsAsked } from '@sendsale/domain';
import type {
  BrokeringProblem,
  BrokeringRules,
  MeasuredOrder,
  PlanMeasures,
  PlannedOrder,
  RoutingFacility,
  RoutingOrder,
  RouteCosts,
  StockCell,
} from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import {
  activeRules,
  cellKey,
  facilityLimits,
  loadRoutingProblem,
  pastAllocations,
  pastRoutingOrders,
  waitingRoutingOrders,
} from '@sendsale/store/read';
import type { Database, PastAllocation } from '@sendsale/store/read';
import { sql } from 'kysely';
import { asksForSales } from './run-brokering.ts';
import { triedOrders } from './tried-orders.ts';
import type { TriedOrder, TriedPlan } from './tried-orders.ts';

export interface TryRulesOptions {
  /** What is tried beside the rules in force; checked rules. */
  readonly candidate: BrokeringRules;
  /** Null: what is open now. A number: orders placed in so many days. */
  readonly days: number | null;
  readonly at: Date;
  /** At most this many items. */
  readonly limit: number;
}

export interface Trial {
  readonly rulesVersion: number;
  readonly current: PlanMeasures;
  readonly candidate: PlanMeasures;
  /** What was really decided; null for open orders. */
  readonly actual: PlanMeasures | null;
  /** Orders the two sets of rules decide differently. */
  readonly changedOrders: number;
  /** Order by order, those first that are decided differently; no more than a person reads. */
  readonly orders: readonly TriedOrder[];
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Of more orders a trial says what happens, and not why. */
const EXPLAINED_MAX = 500;

/** All three are measured by the costs in force, so that they can be compared. */
export async function tryRules(db: Database, options: TryRulesOptions): Promise<Trial> {
  return inTransaction(db, async (tx) => {
    await sql`set transaction read only`.execute(tx);
    const { version, rules } = await activeRules(tx);
    const past = options.days === null ? null : await loadPast(tx, options, options.days);
    const problem = await loadTrial(tx, { options, rules, past });
    const split = past === null ? [problem] : await byDay(tx, problem);
    const explains = past === null && problem.orders.length <= EXPLAINED_MAX;
    const current = planAll(split, { rules, explains });
    const candidate = planAll(split, { rules: options.candidate, explains });
    const { facilities } = problem;
    const measure = (orders: readonly MeasuredOrder[]): PlanMeasures =>
      measurePlan({ orders, facilities, costs: rules.costs satisfies RouteCosts });
    return {
      rulesVersion: version,
      current: measure(current.measured),
      candidate: measure(candidate.measured),
      actual: past === null ? null : measure(actual(problem.orders, past)),
      ...(await triedOrders(tx, { facilities, current, candidate })),
    };
  });
}

async function loadPast(tx: Database, { at }: TryRulesOptions, days: number): Promise<Past> {
  const since = new Date(at.getTime() - days * DAY_MS);
  return { since, allocations: await pastAllocations(tx, since) };
}

interface Past {
  readonly since: Date;
  readonly allocations: readonly PastAllocation[];
}

async function loadTrial(
  tx: Database,
  trial: {
    readonly options: TryRulesOptions;
    readonly rules: BrokeringRules;
    readonly past: Past | null;
  },
): Promise<BrokeringProblem> {
  const { options, rules, past } = trial;
  const { at, limit, candidate } = options;
  const all = { orderIds: null, onlyWithHope: false, onlyUrgent: false };
  const orders =
    past === null
      ? await waitingRoutingOrders(tx, { at, limit, ...all })
      : await pastRoutingOrders(tx, { since: past.since, at, limit });
  const asksSales = [...rules.runs, ...candidate.runs].some(asksForSales);
  const { historyDays } = rules;
  const problem = await loadRoutingProblem(tx, { at, orders, historyDays, asksSales });
  if (past === null) return problem;
  // Nobody knows what was held in those days.
  return { ...problem, holds: [], stock: withReturned(problem.stock, past.allocations) };
}

/** What the past orders took is there again. */
function withReturned(
  stock: readonly StockCell[],
  allocations: readonly PastAllocation[],
): readonly StockCell[] {
  const cells = new Map(stock.map((cell) => [cellKey(cell.facilityId, cell.productId), cell]));
  for (const { facilityId, productId, quantity } of allocations) {
    const key = cellKey(facilityId, productId);
    const none = { facilityId, productId, available: 0, weeklyUnits: null, rejected: false };
    const cell = cells.get(key) ?? none;
    cells.set(key, { ...cell, available: cell.available + quantity });
  }
  return [...cells.values()];
}

/** One problem a day (UTC) of orders, each with the whole day's capacity, decided when its last order came in. */
async function byDay(
  tx: Database,
  problem: BrokeringProblem,
): Promise<readonly BrokeringProblem[]> {
  const limits = new Map((await facilityLimits(tx)).map((one) => [one.facilityId, one]));
  const facilities = problem.facilities.map((facility): RoutingFacility => {
    const dayLeft = limits.get(facility.facilityId)?.ordersPerDay ?? null;
    return { ...facility, dayLeft, hourLeft: null };
  });
  const days = new Map<number, RoutingOrder[]>();
  for (const order of problem.orders) {
    const day = Math.floor(order.placedAt / DAY_MS);
    const orders = days.get(day) ?? [];
    orders.push(order);
    days.set(day, orders);
  }
  return [...days.values()].map((orders) => ({
    ...problem,
    facilities,
    orders,
    at: Math.max(...orders.map((order) => order.placedAt)),
  }));
}

/** Every active run in its place, one after the other; stock goes on from day to day. */
function planAll(
  problems: readonly BrokeringProblem[],
  { rules, explains }: { readonly rules: BrokeringRules; readonly explains: boolean },
): TriedPlan {
  const measured: MeasuredOrder[] = [];
  const last = new Map<string, PlannedOrder>();
  let stock = problems[0]?.stock ?? [];
  for (const problem of problems) {
    let left: BrokeringProblem = { ...problem, stock };
    const parts = new Map<string, MeasuredOrder['parts'][number][]>();
    for (const run of rules.runs.filter((one) => one.active)) {
      const plan = planAsAsked(left, { rules, run, rulesVersion: 0, considers: explains });
      for (const one of plan.orders) {
        parts.set(one.orderId, [...(parts.get(one.orderId) ?? []), ...one.parts]);
        last.set(one.orderId, one);
      }
      left = applyPlan(left, plan);
    }
    ({ stock } = left);
    for (const order of problem.orders) {
      measured.push({ order, at: problem.at, parts: parts.get(order.orderId) ?? [] });
    }
  }
  return { measured, last: explains ? last : new Map() };
}

function actual(orders: readonly RoutingOrder[], { allocations }: Past): readonly MeasuredOrder[] {
  const byOrder = new Map<string, PastAllocation[]>();
  for (const one of allocations) {
    const known = byOrder.get(one.orderId) ?? [];
    known.push(one);
    byOrder.set(one.orderId, known);
  }
  return orders.map((order) => {
    const mine = byOrder.get(order.orderId) ?? [];
    const parts = mine.map(({ facilityId, itemSeq, rule }) => ({
      facilityId,
      itemSeqs: [itemSeq],
      rule,
    }));
    return { order, at: mine[0]?.allocatedAt.getTime() ?? order.placedAt, parts };
  });
}
