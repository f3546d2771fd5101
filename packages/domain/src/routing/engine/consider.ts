// Which facilities an explanation names and what it says of each: enough to answer "why not that one", few
// enough to be kept with every decision.

import type { ConsideredFacility, RoutingVerdict } from '../explanation.ts';
import { shippable } from './choose-parts.ts';
import type { CompiledRule } from './compile-rules.ts';
import type { Network } from './network.ts';
import { shipmentCost } from './shipment-cost.ts';
import type { Candidate, RuleAnswer, RuleQuestion } from './try-rule.ts';

const NEAREST_SHOWN = 6;
const RANKED_SHOWN = 4;
const CHEAPEST_SHOWN = 3;

export interface Considering {
  readonly network: Network;
  readonly rule: CompiledRule;
  readonly question: RuleQuestion;
  readonly answer: RuleAnswer;
}

/** Nearest first; the chosen ones are always told. */
export function consider(considering: Considering): readonly ConsideredFacility[] {
  const { network, answer, question } = considering;
  const places = new Map(answer.ranked.map((one, index) => [one.index, { one, rank: index + 1 }]));
  const cheapest = smallest(answer.ranked, CHEAPEST_SHOWN, (one) => one.cost);
  const shown = new Set([
    ...answer.parts.map((part) => part.shipper.index),
    ...answer.ranked.slice(0, RANKED_SHOWN).map((one) => one.index),
    ...cheapest.map((one) => one.index),
    ...nearest(question.miles, network.facilities.length),
  ]);
  const milesOf = (index: number): number => question.miles?.[index] ?? 0;
  return [...shown]
    .toSorted((a, b) => milesOf(a) - milesOf(b) || a - b)
    .map((index) => describe(considering, index, places.get(index) ?? null));
}

function describe(
  considering: Considering,
  index: number,
  place: { readonly one: Candidate; readonly rank: number } | null,
): ConsideredFacility {
  const { network, question, answer } = considering;
  const facilityId = network.facilities[index]?.facilityId ?? '';
  const miles = rounded(question.miles?.[index] ?? null);
  if (place === null) {
    const by = answer.removed[answer.removedBy[index] ?? -1]?.by ?? 'NO_STOCK';
    const isBuiltIn = BUILT_IN.some((verdict) => verdict === by);
    // The built-in reasons are verdicts of their own.
    const verdict = isBuiltIn ? (by as RoutingVerdict) : 'FILTERED';
    return {
      facilityId,
      miles,
      verdict,
      couldShip: [],
      rank: null,
      cost: null,
      by: isBuiltIn ? null : by,
    };
  }
  const { one, rank } = place;
  const part = answer.parts.find((other) => other.shipper === one);
  const lots = part?.lots ?? shippable(one, answer.lots);
  const items = lots.flatMap((lot) => lot.items);
  const cost = items.length === 0 ? null : rounded(shipmentCost(items, one, question.costs), 100);
  const couldShip = shippable(one, answer.lots).flatMap((lot) => lot.items.map((item) => item.seq));
  const verdict = part === undefined ? whyNot(considering, couldShip.length) : 'CHOSEN';
  return { facilityId, miles, verdict, couldShip, rank, cost, by: null };
}

const BUILT_IN = ['DOES_NOT_SHIP', 'AT_CAPACITY', 'REJECTED_BEFORE', 'NO_STOCK'] as const;

function whyNot({ rule, question, answer }: Considering, couldShip: number): RoutingVerdict {
  if (couldShip === 0) return 'NO_STOCK';
  if (answer.refused !== null) return 'RULE_REFUSED';
  if (couldShip < question.items.length) return 'PARTIAL_STOCK';
  return rule.rule.sorts[0]?.code === 'PROXIMITY' ? 'FARTHER' : 'RANKED_LOWER';
}

function nearest(miles: Float64Array | null, count: number): readonly number[] {
  const indexes = Array.from({ length: count }, (_, index) => index);
  if (miles === null) return indexes.slice(0, NEAREST_SHOWN);
  return smallest(indexes, NEAREST_SHOWN, (index) => miles[index] ?? 0);
}

/** The few smallest, without sorting all: one pass, an insertion each time one is smaller. */
function smallest<T>(all: readonly T[], count: number, keyOf: (one: T) => number): readonly T[] {
  const best: { readonly one: T; readonly key: number }[] = [];
  for (const one of all) {
    const key = keyOf(one);
    if (best.length === count && key >= (best[count - 1]?.key ?? Infinity)) continue;
    const place = best.findIndex((other) => key < other.key);
    best.splice(place === -1 ? best.length : place, 0, { one, key });
    if (best.length > count) best.pop();
  }
  return best.map(({ one }) => one);
}

export function rounded<T extends number | null>(value: T, steps = 10): T {
  // Null stays null, a number stays one.
  return (value === null ? null : Math.round(value * steps) / steps) as T;
}
