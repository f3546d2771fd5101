// A sales order whose lines, tax or discount NetSuite is being told to change comes to another amount there until it
// has: that is no arithmetic of NetSuite's, and no reason to hold the order.

import type { OmsBook, OmsPosting } from './books.ts';
import { differenceDefinition } from './difference-codes.ts';
import type { FoundDifference } from './found-difference.ts';

export function amountsOnTheirWay(
  oms: OmsBook,
  posting: OmsPosting,
  found: readonly FoundDifference[],
): FoundDifference[] {
  if (!isBeingChanged(oms, posting)) return [...found];
  return found.map((one) => {
    if (differenceDefinition(one.code).mayVary !== true) return one;
    return { ...one, travels: true, cause: 'NetSuite is being told of a change of the order.' };
  });
}

function isBeingChanged(oms: OmsBook, { id, kind, lines, givenBack }: OmsPosting): boolean {
  if (kind !== 'SALES_ORDER') return false;
  const told = oms.sent.filter(
    ({ feed, subject }) => feed === 'item-close' && subject.startsWith(`${id}.`),
  );
  const isTold = (subject: string): boolean => told.some((one) => one.subject === subject);
  return (
    told.some(({ state }) => state === 'WRITTEN' || state === 'HANDED_OVER') ||
    lines.some((line) => line.status === 'CANCELLED' && !isTold(`${id}.${line.key}`)) ||
    (givenBack !== 0 && !isTold(`${id}.BODY`))
  );
}
