// Plans one run: its batches in their order, each over the orders it takes, by one of the two traversals. Pure
// and deterministic; whoever commits the plan looks at the stock again.

import { assert } from '@sendsale/std';
import { explainCheaper } from './cheaper-elsewhere.ts';
import { compileRun } from './compile-rules.ts';
import type { CompiledBatch, CompiledRule } from './compile-rules.ts';
import { consider } from './consider.ts';
import type { OpenRun } from './open-run.ts';
import { makeNetwork, unheld } from './network.ts';
import { leaveItem, openOrder } from './order-state.ts';
import type { OrderState } from './order-state.ts';
import { planAssigned } from './plan-assigned.ts';
import type {
  BatchCount,
  BatchOrder,
  PlannedOrder,
  Planning,
  PlanOptions,
  RunPlan,
} from './planning.ts';
import type { RoutingFacility, RoutingItem, BrokeringProblem } from './routing-problem.ts';
import { recordStep, takeParts } from './record-step.ts';
import { sortedBatch } from './sorted-batch.ts';
import { tryRule } from './try-rule.ts';

/** Never assigns a unit or a place twice, whatever the rules are. */
export function planRun(problem: BrokeringProblem, options: PlanOptions): RunPlan {
  const open = openRun(problem, options);
  const plan = walkRules(open);
  return options.considers ? explainCheaper(problem, open, { plan, prices: NO_PRICES }) : plan;
}

const NO_PRICES = { stock: [], capacity: [] };

export function openRun(problem: BrokeringProblem, options: PlanOptions): OpenRun {
  const network = makeNetwork(problem);
  const facility = (id: string | null): RoutingFacility | null =>
    network.facilities[network.indexOf.get(id ?? '') ?? -1] ?? null;
  const planning: Planning = { ...options, at: problem.at, network, facility };
  const states = problem.orders.map((order) => openOrder(order, network));
  const byId = new Map(states.map((state) => [state.order.orderId, state]));
  const assigned = planAssigned(states, planning);
  const stateOf = (orderId: string): OrderState | null => byId.get(orderId) ?? null;
  return { planning, states, stateOf, batches: compileRun(options.run), assigned };
}

/** Every batch's rules over what is open. */
export function walkRules({ planning, states, batches, assigned }: OpenRun): RunPlan {
  const walked = batches.map((batch) => planBatch(batch, states, planning));
  const perBatch = [assigned, ...walked];
  const attempted = states.filter((state) => state.attempted);
  return {
    orders: attempted.map((state) => plannedOrder(state, planning)),
    perBatch: perBatch.filter((count) => count.attempted > 0),
  };
}

function planBatch(
  batch: CompiledBatch,
  states: readonly OrderState[],
  planning: Planning,
): BatchCount {
  const taken = sortedBatch(batch, states, planning);
  const stopped = new Set<string>();
  const turn = (one: BatchOrder, rule: CompiledRule): void =>
    takeTurn({ one, rule, batch, stopped, planning });
  if (planning.run.traversal === 'ORDER_BY_ORDER') {
    for (const one of taken) for (const rule of batch.rules) turn(one, rule);
  } else {
    for (const rule of batch.rules) for (const one of taken) turn(one, rule);
  }
  const attempted = taken.reduce((sum, one) => sum + one.seqs.length, 0);
  const queued = taken.reduce(
    (sum, { state, seqs }) => sum + seqs.filter((seq) => state.open.has(seq)).length,
    0,
  );
  return { batch: batch.batch.code, attempted, allocated: attempted - queued, queued };
}

interface Turn {
  readonly one: BatchOrder;
  readonly rule: CompiledRule;
  readonly batch: CompiledBatch;
  /** Items that no further rule of the batch looks at, as order/item. */
  readonly stopped: Set<string>;
  readonly planning: Planning;
}

function takeTurn(turn: Turn): void {
  const { one, stopped, planning } = turn;
  const { state } = one;
  const { order } = state;
  const waiting = one.seqs.flatMap((seq) => {
    const item = state.open.get(seq);
    return item === undefined || stopped.has(`${order.orderId}/${seq}`) ? [] : [item];
  });
  if (waiting.length === 0) return;
  const items = unheld(planning.network, order, waiting);
  for (const item of waiting) {
    if (items.includes(item)) state.heldFor.delete(item.seq);
    else state.heldFor.add(item.seq);
  }
  allocate(turn, items, waiting);
}

function allocate(
  turn: Turn,
  items: readonly RoutingItem[],
  waiting: readonly RoutingItem[],
): void {
  const { one, rule, batch, planning } = turn;
  const { state } = one;
  const { network, at, rules } = planning;
  const { order, miles, presentAt } = state;
  const question = { at, order, items, miles, presentAt, costs: rules.costs };
  const answer = tryRule(network, rule, question);
  const isLast = rule === batch.rules.at(-1);
  const decides = answer.parts.length > 0 || (isLast && state.parts.length === 0);
  if (decides && planning.considers) {
    state.considered = consider({ network, rule, question, answer });
    state.sorts = rule.rule.sorts.map((sort) => sort.code);
  }
  const recording = { state, batch, rule, answer, planning };
  const parts = takeParts(recording);
  recordStep(recording, { waiting, parts, actions: leave(turn, waiting) });
}

// What the rule left goes through its actions, one after the other.
function leave(
  { one, rule, stopped, planning }: Turn,
  waiting: readonly RoutingItem[],
): readonly string[] {
  const { state } = one;
  const left = waiting.filter((item) => state.open.has(item.seq));
  for (const item of left) {
    let now = { queue: item.queue, autoCancelAt: item.autoCancelAt, stops: false };
    for (const { unit, args } of rule.actions) now = unit.apply(now, { at: planning.at, args });
    leaveItem(state, item, now);
    if (now.stops) stopped.add(`${state.order.orderId}/${item.seq}`);
  }
  return left.length === 0 ? [] : rule.rule.actions.map((action) => action.code);
}

function plannedOrder(state: OrderState, { run, rulesVersion, network }: Planning): PlannedOrder {
  const { order, parts, steps } = state;
  const assigned = parts.reduce((sum, part) => sum + part.itemSeqs.length, 0);
  assert(assigned + state.open.size === order.items.length, `Order ${order.orderId} lost an item.`);
  return {
    orderId: order.orderId,
    parts,
    left: [...state.open.values()],
    explanation: {
      run: run.code,
      rulesVersion,
      traversal: run.traversal,
      rule: (parts.at(-1) ?? steps.at(-1))?.rule ?? null,
      sorts: state.sorts,
      origin: order.origin,
      itemSeqs: order.items.map((item) => item.seq),
      heldFor: [...state.heldFor].filter((seq) => state.open.has(seq)),
      steps,
      considered: state.considered,
      consideredCount: network.facilities.length,
    },
  };
}
