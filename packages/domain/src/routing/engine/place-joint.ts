// Puts the optimiser's plan into a run: each order's shipments by the first rule that allows them as they are. What
// no rule allows is left to the rules.

import { consider } from './consider.ts';
import type { Part } from './choose-parts.ts';
import type { CompiledRule } from './compile-rules.ts';
import { groupBy } from './group-by.ts';
import type { JointOrder } from './joint-orders.ts';
import { jointParcels } from './joint-problem.ts';
import type { OpenRun } from './open-run.ts';
import type { Planning } from './planning.ts';
import { recordStep, takeParts } from './record-step.ts';
import type { RoutingItem } from './routing-problem.ts';
import { tryRule } from './try-rule.ts';
import type { Candidate, RuleAnswer, RuleQuestion } from './try-rule.ts';

/** @returns the items placed, by batch. @param facilitiesOf parcel → a facility an item, null for none */
export function placeJoint(
  { planning }: OpenRun,
  joint: readonly JointOrder[],
  facilitiesOf: ReadonlyMap<string, ReadonlyArray<string | null>>,
): ReadonlyMap<string, number> {
  const placed = new Map<string, number>();
  for (const one of joint) {
    const wanted = wantedParts(one, facilitiesOf);
    if (wanted.size === 0) continue;
    const count = placeOrder(one, wanted, planning);
    const { code } = one.batch.batch;
    placed.set(code, (placed.get(code) ?? 0) + count);
  }
  return placed;
}

type Wanted = ReadonlyMap<string, readonly RoutingItem[]>;

function wantedParts(
  one: JointOrder,
  facilitiesOf: ReadonlyMap<string, ReadonlyArray<string | null>>,
): Wanted {
  const items = [...jointParcels(one)].flatMap(([id, mine]) => {
    const facilities = facilitiesOf.get(id) ?? [];
    return mine.flatMap((item, index) => {
      const facilityId = facilities[index] ?? null;
      return facilityId === null ? [] : [{ item, facilityId }];
    });
  });
  const parts = groupBy(items, ({ facilityId }) => facilityId);
  return new Map([...parts].map(([id, mine]) => [id, mine.map(({ item }) => item)]));
}

function placeOrder(one: JointOrder, wanted: Wanted, planning: Planning): number {
  const { state, batch, items } = one;
  const question: RuleQuestion = {
    at: planning.at,
    order: state.order,
    items,
    miles: state.miles,
    presentAt: state.presentAt,
    costs: planning.rules.costs,
  };
  for (const rule of batch.rules) {
    const answer = allowed(rule, wanted, { question, planning });
    if (answer === null) continue;
    if (planning.considers) {
      state.considered = consider({ network: planning.network, rule, question, answer });
      state.sorts = rule.rule.sorts.map((sort) => sort.code);
    }
    const recording = { state, batch, rule, answer, planning };
    recordStep(recording, { waiting: items, parts: takeParts(recording), actions: [] });
    return [...wanted.values()].reduce((sum, mine) => sum + mine.length, 0);
  }
  return 0;
}

/** The rule's answer with these shipments in the place of its own; null when it would not allow them. */
function allowed(
  rule: CompiledRule,
  wanted: Wanted,
  { question, planning }: { readonly question: RuleQuestion; readonly planning: Planning },
): RuleAnswer | null {
  const { items } = question;
  const count = [...wanted.values()].reduce((sum, mine) => sum + mine.length, 0);
  if (!rule.rule.partial && count < items.length) return null;
  const most = rule.rule.assignment === 'SINGLE' ? 1 : rule.options.shipmentsMax;
  if (wanted.size > most) return null;
  const answer = tryRule(planning.network, rule, question);
  const candidates = new Map(answer.ranked.map((one) => [one.facility.facilityId, one]));
  const parts: Part<Candidate>[] = [];
  for (const [facilityId, mine] of wanted) {
    const shipper = candidates.get(facilityId);
    if (shipper === undefined) return null;
    const lots = answer.lots.filter((lot) => lot.items.some((item) => mine.includes(item)));
    const units = new Map<number, number>();
    for (const { product, quantity } of lots.flatMap((lot) => lot.wants)) {
      units.set(product, (units.get(product) ?? 0) + quantity);
    }
    if ([...units].some(([product, quantity]) => (shipper.units[product] ?? 0) < quantity))
      return null;
    parts.push({ shipper, lots });
  }
  return { ...answer, parts, refused: null };
}
