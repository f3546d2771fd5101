// With a bundle that is not ours the road works as far as that bundle's own scripts go. What they cannot do is
// no failure of the road, and is not hidden either: each thing has a name, and the orders it shows on.

import type { DemoResult } from './result.ts';

export interface NamedDifference {
  readonly name: DifferenceName;
  /** What the bundle does not do, in a sentence. */
  readonly meaning: string;
  /** Where it shows, one sentence each; empty when it concerns all orders. */
  readonly shown: readonly string[];
}

const MEANINGS = {
  NO_ACKNOWLEDGEMENT:
    'It answers no rows: the OMS learns of ids, and never of refusals, invoices or fulfillments NetSuite made of ours.',
  NO_READ_BACK:
    'It has no RESTlet that reads records back: the OMS cannot lay NetSuite’s books beside its own.',
  AMOUNT_DIFFERS: 'It books another amount than the customer paid.',
  NOT_BILLED: 'It does not bill what was shipped, or what it bills stays unpaid.',
  SHIPMENT_NOT_BOOKED: 'It does not book a shipment of the OMS, or books it elsewhere.',
  TRACKING_LOST: 'It books a shipment without its tracking number.',
  REFUND_DIFFERS: 'It does not book a refund, or not as it was given.',
  PROBLEM_OPEN: 'Something of the order waits for an answer that does not come.',
} as const;
export type DifferenceName = keyof typeof MEANINGS;

/** What a failure says, and the name it has when the bundle is not ours. All others stay failures. */
const SENTENCES: ReadonlyArray<readonly [RegExp, DifferenceName]> = [
  [/NetSuite could not be read|NETSUITE_UNREADABLE/, 'NO_READ_BACK'],
  [/: (item fulfillments|shipped from) (is|are) /, 'SHIPMENT_NOT_BOOKED'],
  [/: fulfillments without tracking is /, 'TRACKING_LOST'],
  [/: (money in NetSuite|deposited less invoiced) is /, 'AMOUNT_DIFFERS'],
  [/: deposits is (?!\d)/, 'AMOUNT_DIFFERS'],
  [/: (sales order|invoices|open sales orders|unpaid invoices) is /, 'NOT_BILLED'],
  [/: (refunds|refunded less deposited) is /, 'REFUND_DIFFERS'],
  [/: open problems is /, 'PROBLEM_OPEN'],
];

export type NamedResult = DemoResult & { readonly differences: readonly NamedDifference[] };

/** A result as it is: every failure counts. */
export function withoutDifferences(result: DemoResult): NamedResult {
  return { ...result, differences: [] };
}

/** @param acknowledges whether the bundle answered any row */
export function nameDifferences(
  result: DemoResult,
  { acknowledges }: { readonly acknowledges: boolean },
): NamedResult {
  const named = result.failures.map((failure) => ({ failure, name: nameOf(failure) }));
  const names = new Set(named.flatMap(({ name }) => (name === null ? [] : [name])));
  if (!acknowledges) names.add('NO_ACKNOWLEDGEMENT');
  const all = Object.keys(MEANINGS) as DifferenceName[];
  const differences = all
    .filter((name) => names.has(name))
    .map((name) => ({
      name,
      meaning: MEANINGS[name],
      shown: named.filter((one) => one.name === name).map(({ failure }) => failure),
    }));
  const failures = named.filter(({ name }) => name === null).map(({ failure }) => failure);
  return { ...result, ok: failures.length === 0, failures, differences };
}

function nameOf(failure: string): DifferenceName | null {
  return SENTENCES.find(([sentence]) => sentence.test(failure))?.[1] ?? null;
}
