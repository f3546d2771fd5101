// What left: the units shipped here against the item fulfillments of the sales order, line by line.

import { sumMinor } from '@sendsale/std';
import type { NetsuiteBook, OmsBook, OmsPosting, OmsPostingLine } from './books.ts';
import { difference } from './found-difference.ts';
import type { FoundDifference } from './found-difference.ts';

export function compareFulfillments(
  oms: OmsBook,
  posting: OmsPosting,
  { fulfillments }: NetsuiteBook,
): FoundDifference[] {
  if (fulfillments.some(({ lines }) => lines === null)) return [];
  return posting.lines
    .filter((line) => line.kind === 'ITEM')
    .flatMap((line) => compareLine(oms, { posting, line, booked: unitsOf(fulfillments, line) }));
}

function unitsOf(fulfillments: NetsuiteBook['fulfillments'], line: OmsPostingLine): number {
  const lines = fulfillments.flatMap((fulfillment) => fulfillment.lines ?? []);
  return sumMinor(lines.filter((one) => one.key === line.key).map((one) => one.quantity));
}

function compareLine(
  oms: OmsBook,
  what: {
    readonly posting: OmsPosting;
    readonly line: OmsPostingLine;
    readonly booked: number;
  },
): FoundDifference[] {
  const { posting, line, booked } = what;
  const shipped = line.shipped ? line.quantity : 0;
  if (booked === shipped) return [];
  const record = `fulfillment of line ${posting.id}.${line.key}`;
  const sides = { oms: `${shipped}`, netsuite: `${booked}` };
  if (booked > shipped) return [difference({ code: 'FULFILLMENT_UNKNOWN', record, sides })];
  const sent = oms.sent.findLast(
    (one) => one.feed === 'fulfillment' && one.subject.endsWith(`.${line.key}`),
  );
  return [difference({ code: 'FULFILLMENT_MISSING', record, sides, sent })];
}
