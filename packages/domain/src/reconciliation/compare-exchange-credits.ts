// What came back in an exchange pays for the goods that went out instead. The credit belongs to one posting and the
// invoice often to another, so an order is looked at as a whole.

import type { NetsuiteBook, OmsBook } from './books.ts';
import { billedOf } from './compare-posting.ts';
import { difference } from './found-difference.ts';
import type { FoundDifference } from './found-difference.ts';

/** Credits with money left although an invoice of the order waits for it, or nothing of the order is still to be billed. */
export function compareExchangeCredits(
  oms: OmsBook,
  netsuite: ReadonlyMap<string, NetsuiteBook>,
): FoundDifference[] {
  const books = oms.postings.flatMap(({ id }) => netsuite.get(id) ?? []);
  const isOwed = books.some(({ invoices }) => invoices.some(({ open }) => open !== 0));
  const isAllBilled = oms.postings.every((posting) => billedOf(posting) !== null);
  if (!isOwed && !isAllBilled) return [];
  return books
    .flatMap(({ credits }) => credits)
    .filter(({ openForExchange }) => openForExchange !== 0)
    .map(({ id, openForExchange }) =>
      difference({
        code: 'CREDIT_NOT_APPLIED',
        record: `credit memo ${id}`,
        sides: { oms: 0, netsuite: openForExchange },
        amount: openForExchange,
      }),
    );
}
