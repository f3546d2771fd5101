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
  const shown = new Set([
    ...answer.parts.map((part) => part.shipper.index),
    ...answer.ranked.slice(0, RANKED_SHOWN).map((one) => one.index),
    ...cheapest(answer.ranked).map((one) => one.index),
    ...nearest(question.miles, network.facilities.length),
  ]);
  const milesOf = (index: number): number => question.miles?.[index] ?? 0;
  return [...shown]
    .toSorted((a, b) => milesOf(a) - milesOf(b) || a - b)
    .map((index) => describe(considering, index));
}

function describe(considering: Considering, index: number): ConsideredFacility {
  const { network, question, answer } = considering;
  const facilityId = network.facilities[index]?.facilityId ?? '';
  const miles = rounded(question.miles?.[index] ?? null);
  const rank = answer.ranked.findIndex((other) => other.index === index) + 1;
  const one = answer.ranked[rank - 1];
  if (one === undefined) {
    const by = answer.removed[answer.removedBy(index)]?.by ?? 'NO_STOCK';
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
  if (miles === null) return Array.from({ length: Math.min(count, NEAREST_SHOWN) }, (_, at) => at);
  const best: number[] = [];
  let farthest = Infinity;
  for (let index = 0; index < count; index += 1) {
    const mine = miles[index] ?? 0;
    if (mine >= farthest && best.length === NEAREST_SHOWN) continue;
    insert(best, index, (other) => mine < (miles[other] ?? 0));
    if (best.length > NEAREST_SHOWN) best.pop();
    farthest = miles[best.at(-1) ?? 0] ?? 0;
  }
  return best;
}

/** The few cheapest, without sorting all: one pass, an insertion each time one is cheaper. */
function cheapest(all: readonly Candidate[]): readonly Candidate[] {
  const best: Candidate[] = [];
  for (const one of all) {
    if (best.length === CHEAPEST_SHOWN && one.cost >= (best.at(-1)?.cost ?? 0)) continue;
    insert(best, one, (other) => one.cost < other.cost);
    if (best.length > CHEAPEST_SHOWN) best.pop();
  }
  return best;
}

function insert<T>(best: T[], one: T, isBefore: (other: T) => boolean): void {
  const place = best.findIndex(isBefore);
  best.splice(place === -1 ? best.length : place, 0, one);
}

export function rounded<T extends number | null>(value: T, steps = 10): T {
  // Null stays null, a number stays one.
  return (value === null ? null : Math.round(value * steps) / steps) as T;
}
