// The exact optimum of a small instance by HiGHS: a line is served by one facility or not at all, and only by a
// facility that sends the order a shipment.

import loadHighs from 'highs';
import type { RoutingProblem } from '@sendsale/domain';
import { choicesOf, factsOf } from '../../../packages/domain/src/routing/optimizer/verify.ts';

// The package describes its CommonJS build; its ES module's default is the loader itself.
const load = loadHighs as unknown as typeof loadHighs.default;

export interface ExactOutcome {
  readonly objective: number;
  readonly isOptimal: boolean;
}

interface Model {
  readonly terms: string[];
  readonly rows: string[];
  readonly names: string[];
  readonly stockRows: Map<string, string[]>;
  readonly capacityRows: Map<string, string[]>;
}

/** Solves an instance, for at most so many seconds. */
export async function solveExactly(
  problem: RoutingProblem,
  seconds: number,
): Promise<ExactOutcome> {
  const highs = await load();
  const solved = highs.solve(modelOf(problem), {
    time_limit: seconds,
    mip_rel_gap: 0,
    output_flag: false,
  });
  return { objective: solved.ObjectiveValue, isOptimal: solved.Status === 'Optimal' };
}

function modelOf(problem: RoutingProblem): string {
  const model: Model = {
    terms: [],
    rows: [],
    names: [],
    stockRows: new Map(),
    capacityRows: new Map(),
  };
  const facts = factsOf(problem);
  for (const [at, order] of problem.orders.entries())
    addOrder(model, { problem, facts, at, order });
  for (const [facility, sku, units] of problem.stock) {
    const uses = model.stockRows.get(`${facility} ${sku}`);
    if (uses !== undefined) model.rows.push(`${uses.join(' + ')} <= ${units}`);
  }
  for (const { id, capacity } of problem.facilities) {
    const uses = model.capacityRows.get(id);
    if (uses !== undefined && capacity !== null) {
      model.rows.push(`${uses.join(' + ')} <= ${capacity}`);
    }
  }
  const rows = model.rows.map((row, index) => ` r${index}: ${row}`);
  return `Minimize\n obj: ${model.terms.join('\n ')}\nSubject To\n${rows.join('\n')}\nBinary\n ${model.names.join('\n ')}\nEnd\n`;
}

function addOrder(
  model: Model,
  facts: {
    readonly problem: RoutingProblem;
    readonly facts: ReturnType<typeof factsOf>;
    readonly at: number;
    readonly order: RoutingProblem['orders'][number];
  },
): void {
  const { problem, at, order } = facts;
  const served: string[][] = order.lines.map((_, line) => [`u${at}_${line}`]);
  for (const choice of choicesOf(facts.facts, order)) {
    const shipment = `y${at}_${choice.facility}`;
    addVariable(model, shipment, choice.shipment);
    append(model.capacityRows, choice.facility, shipment);
    for (const [line, cost] of choice.lines.entries()) {
      if (cost === Infinity) continue;
      const [sku = '', quantity = 0] = order.lines[line] ?? [];
      const name = `x${at}_${line}_${choice.facility}`;
      addVariable(model, name, cost);
      served[line]?.push(name);
      model.rows.push(`${name} - ${shipment} <= 0`);
      append(model.stockRows, `${choice.facility} ${sku}`, `${quantity} ${name}`);
    }
  }
  for (const [line, names] of served.entries()) {
    const quantity = order.lines[line]?.[1] ?? 0;
    addVariable(model, `u${at}_${line}`, quantity * problem.unfilledPerUnit);
    model.rows.push(`${names.join(' + ')} = 1`);
  }
}

function addVariable(model: Model, name: string, cost: number): void {
  model.names.push(name);
  model.terms.push(`${cost < 0 ? '-' : '+'} ${Math.abs(cost).toFixed(9)} ${name}`);
}

function append(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
