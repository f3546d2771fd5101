// Writes what a rule decided into the order and the network: its shipments, and the step of the explanation.

import { rounded } from './consider.ts';
import type { CompiledBatch, CompiledRule } from './compile-rules.ts';
import { take } from './network.ts';
import type { OrderState, PlannedPart } from './order-state.ts';
import type { Planning } from './planning.ts';
import type { RoutingItem } from './routing-problem.ts';
import { shipmentCost } from './shipment-cost.ts';
import type { RuleAnswer } from './try-rule.ts';

export interface Recording {
  readonly state: OrderState;
  readonly batch: CompiledBatch;
  readonly rule: CompiledRule;
  readonly answer: RuleAnswer;
  readonly planning: Planning;
}

/** Takes stock and places for the answer's parts. */
export function takeParts({
  state,
  batch,
  rule,
  answer,
  planning,
}: Recording): readonly PlannedPart[] {
  const { network, rules } = planning;
  const { presentAt } = state;
  const parts = answer.parts.map(({ shipper, lots }): PlannedPart => {
    const mine = lots.flatMap((lot) => lot.items);
    const cost = rounded(shipmentCost(mine, shipper, rules.costs), 100);
    take(network, shipper.index, { items: mine, isNew: !presentAt.has(shipper.index) });
    presentAt.add(shipper.index);
    for (const { seq } of mine) state.open.delete(seq);
    const { facilityId } = shipper.facility;
    const place = { facilityId, miles: rounded(shipper.miles), cost };
    return {
      ...place,
      itemSeqs: mine.map(({ seq }) => seq),
      batch: batch.batch.code,
      rule: rule.rule.code,
      limited: !rule.options.ignoreOrderLimit,
    };
  });
  state.parts.push(...parts);
  return parts;
}

export function recordStep(
  { state, batch, rule, answer }: Recording,
  step: {
    readonly waiting: readonly RoutingItem[];
    readonly parts: readonly PlannedPart[];
    readonly actions: readonly string[];
  },
): void {
  state.steps.push({
    batch: batch.batch.code,
    rule: rule.rule.code,
    itemSeqs: step.waiting.map(({ seq }) => seq),
    removed: answer.removed.filter(({ facilities }) => facilities > 0),
    candidates: answer.ranked.length,
    parts: step.parts.map(({ facilityId, itemSeqs, miles, cost }) => ({
      facilityId,
      itemSeqs,
      miles,
      cost,
    })),
    actions: step.actions,
    refused: answer.refused,
  });
}
