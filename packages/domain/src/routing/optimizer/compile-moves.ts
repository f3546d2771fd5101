// Orders that have a plan already and are not released yet: planning them anew is free to try, but moving
// one costs something, so that a run for pennies does not shuffle the stores' work.

import type { RoutingProblem } from './problem.ts';

export interface CompiledMoves {
  readonly isOn: boolean;
  readonly cost: number;
  readonly hasPlan: Uint8Array;
  /** By line: the cell of the current plan; -1 unfilled, -2 one that can never be (no such stock). */
  readonly cellOf: Int32Array;
}

export interface MoveFacts {
  readonly facilityIndex: ReadonlyMap<string, number>;
  readonly lineSku: Int32Array;
  readonly cellStart: Int32Array;
  readonly cellFacility: Int32Array;
}

export function compileMoves(problem: RoutingProblem, facts: MoveFacts): CompiledMoves {
  const cost = problem.switchCost ?? 0;
  const isOn = cost > 0 && problem.orders.some((order) => order.current !== undefined);
  const cellOf = new Int32Array(isOn ? facts.lineSku.length : 0);
  const hasPlan = new Uint8Array(isOn ? problem.orders.length : 0);
  let line = 0;
  for (const [index, order] of problem.orders.entries()) {
    if (!isOn) break;
    if (order.current !== undefined) hasPlan[index] = 1;
    for (const position of order.lines.keys()) {
      cellOf[line] = currentCell(facts, line, order.current?.[position] ?? null);
      line += 1;
    }
  }
  return { isOn, cost, hasPlan, cellOf };
}

function currentCell(facts: MoveFacts, line: number, facilityId: string | null): number {
  if (facilityId === null) return -1;
  const facility = facts.facilityIndex.get(facilityId);
  const sku = facts.lineSku[line] ?? 0;
  for (let cell = facts.cellStart[sku] ?? 0; cell < (facts.cellStart[sku + 1] ?? 0); cell += 1) {
    if (facts.cellFacility[cell] === facility) return cell;
  }
  return -2;
}
