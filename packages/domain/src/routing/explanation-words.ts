// A decision in sentences, for the person who asks why.

import type {
  CheaperFacility,
  ConsideredFacility,
  RoutingExplanation,
  RuleStep,
} from './explanation.ts';

export interface ExplainedItem {
  readonly seq: string;
  readonly facilityId: string | null;
  readonly queue: string | null;
}

/** The answer first, then how it was found, then why not the others. */
export function explainInWords(
  item: ExplainedItem,
  why: RoutingExplanation | null,
): readonly string[] {
  if (why === null) {
    const where = item.queue === null ? '' : ` It waits in ${item.queue}.`;
    return [`No rule has looked at item ${item.seq} yet.${where}`];
  }
  const step = decidingStep(item, why);
  return [
    answer(item, why, step),
    ...(why.heldFor.includes(item.seq)
      ? ['What is left of the product is held for a send sale that was placed before this order.']
      : []),
    ...earlierSteps(why, step),
    ...(step === null ? [] : funnel(step, why.consideredCount)),
    ...others(item, why, step),
    ...(why.cheaper ?? []).map((one) => cheaper(one, why)),
    rulesOf(why),
  ];
}

// The step that allocated the item; for one that has no facility the last that looked at it.
function decidingStep(item: ExplainedItem, why: RoutingExplanation): RuleStep | null {
  const looked = why.steps.filter((step) => step.itemSeqs.includes(item.seq));
  const allocated = looked.find((step) =>
    step.parts.some((part) => part.itemSeqs.includes(item.seq)),
  );
  return allocated ?? looked.at(-1) ?? null;
}

function answer(item: ExplainedItem, why: RoutingExplanation, step: RuleStep | null): string {
  const part = step?.parts.find((one) => one.itemSeqs.includes(item.seq)) ?? null;
  if (part === null || step === null) {
    const rule = step === null ? 'no batch of orders takes it' : `rule ${step.rule} found nobody`;
    return `Item ${item.seq} has no facility: ${rule}. It waits in ${item.queue ?? 'no queue'}.`;
  }
  const others = part.itemSeqs.filter((seq) => seq !== item.seq);
  const together = others.length === 0 ? '' : `, together with ${others.join(', ')}`;
  const far = part.miles === null ? '' : `, ${part.miles} miles from ${originOf(why)}`;
  return `${part.facilityId} ships item ${item.seq}${together}: rule ${step.rule} of batch ${step.batch} chose it${far}, for ${money(part.cost)}.`;
}

function originOf({ origin }: RoutingExplanation): string {
  return origin === 'SHIP_TO' ? 'the customer' : 'the store that sold it';
}

function earlierSteps(why: RoutingExplanation, step: RuleStep | null): readonly string[] {
  const before = step === null ? why.steps : why.steps.slice(0, why.steps.indexOf(step));
  return before.map(({ rule, itemSeqs, refused, candidates, parts }) => {
    const allocated = parts.flatMap((part) => part.itemSeqs).length;
    const found =
      allocated > 0
        ? `allocated ${allocated} of ${itemSeqs.length} items`
        : (REFUSALS[refused ?? ''] ?? 'allocated nothing');
    return `Before it, rule ${rule} ${found}; ${candidates} facilities had something to ship.`;
  });
}

const REFUSALS: Readonly<Record<string, string>> = {
  PARTIAL: 'found nobody for everything and may not allocate a part',
  SHIPMENT_THRESHOLD: 'split nothing, since a part would be worth too little',
  ALL_ITEMS_AVAILABLE: 'waited, since not every item is available somewhere',
};

function funnel(step: RuleStep, count: number): readonly string[] {
  const removed = step.removed.map(({ by, facilities }) => `${by} removed ${facilities}`);
  const list = removed.length === 0 ? 'nothing was removed' : removed.join(', ');
  return [`Of ${count} facilities, ${list}; ${step.candidates} were left.`];
}

function others(
  item: ExplainedItem,
  why: RoutingExplanation,
  step: RuleStep | null,
): readonly string[] {
  const part = step?.parts.find((one) => one.itemSeqs.includes(item.seq)) ?? null;
  return why.considered
    .filter((one) => one.facilityId !== part?.facilityId)
    .map((one) => `${one.facilityId}${place(one)}: ${verdict(one, why)}.`);
}

function place({ miles, cost, rank }: ConsideredFacility): string {
  const facts = [
    ...(miles === null ? [] : [`${miles} miles`]),
    ...(cost === null ? [] : [money(cost)]),
    ...(rank === null ? [] : [`place ${rank}`]),
  ];
  return facts.length === 0 ? '' : ` (${facts.join(', ')})`;
}

function verdict(one: ConsideredFacility, why: RoutingExplanation): string {
  const has = one.couldShip.length === 0 ? 'nothing of it' : `only ${one.couldShip.join(', ')}`;
  const sorts = why.sorts.length === 0 ? 'the facility id' : why.sorts.join(', then ');
  switch (one.verdict) {
    case 'CHOSEN':
      return `ships ${one.couldShip.join(', ')} of the order`;
    case 'FARTHER':
      return 'has everything, but is farther away';
    case 'RANKED_LOWER':
      return `has everything, but comes later by ${sorts}`;
    case 'PARTIAL_STOCK':
      return `has ${has}`;
    case 'RULE_REFUSED':
      return `has ${has}, and the rule does not split the order this way`;
    case 'NO_STOCK':
      return 'has nothing to promise';
    case 'REJECTED_BEFORE':
      return 'rejected the product not long ago';
    case 'AT_CAPACITY':
      return 'has taken all the orders it can take';
    case 'DOES_NOT_SHIP':
      return 'ships no orders';
    case 'FILTERED':
      return `was removed by the filter ${one.by ?? ''}`;
  }
}

function cheaper(one: CheaperFacility, why: RoutingExplanation): string {
  const { facilityId, cost, saves } = one;
  return `${facilityId} would have cost ${money(cost)}, ${money(saves)} less: ${obstacle(one, why)}.`;
}

function obstacle(one: CheaperFacility, why: RoutingExplanation): string {
  const who = one.claimants.length === 0 ? 'others' : one.claimants.join(' and ');
  const more = why.together === true ? ', where they save more' : ' before';
  const worth = one.price === null ? '' : ` (one more there was worth ${money(one.price)})`;
  switch (one.why) {
    case 'STOCK':
      return `what it had for item ${one.itemSeqs.join(', ')} went to ${who}${more}${worth}`;
    case 'CAPACITY':
      return `the orders it can take were ${who} and those before${worth}`;
    case 'FILTERED':
      return `the filter ${one.by ?? ''} keeps it out`;
    case 'RULES':
      return 'the rule puts other facilities first, whatever they cost';
  }
}

function rulesOf({ run, rulesVersion, traversal, together }: RoutingExplanation): string {
  const version =
    rulesVersion === 0 ? 'the built-in rules' : `version ${rulesVersion} of the rules`;
  if (together === true)
    return `Decided by run ${run} of ${version}, planned together with the run's other orders.`;
  const walked = traversal === 'ORDER_BY_ORDER' ? 'order by order' : 'rule by rule';
  return `Decided by run ${run} of ${version}, walked ${walked}.`;
}

function money(amount: number): string {
  return amount.toFixed(2);
}
