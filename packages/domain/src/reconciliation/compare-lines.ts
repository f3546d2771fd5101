// The lines of a sale in NetSuite against those of the posting: there, of the same units and amount, closed
// exactly when cancelled.

import { orderLineTypeId } from '../orders/posting-line.ts';
import type { NetsuiteLine, NetsuiteSale, OmsBook, OmsPosting, OmsPostingLine } from './books.ts';
import { difference, differing } from './found-difference.ts';
import type { FoundDifference } from './found-difference.ts';

export function compareLines(
  oms: OmsBook,
  posting: OmsPosting,
  sale: NetsuiteSale,
): FoundDifference[] {
  const { lines } = sale;
  if (lines === null) return [];
  const known = new Set<NetsuiteLine>();
  const found = posting.lines.flatMap((line) => {
    const theirs = lines.find((one) => !known.has(one) && isSame(one, line));
    if (theirs === undefined) return [missingLine(posting, line)];
    known.add(theirs);
    return compareLine(oms, { posting, line, theirs });
  });
  const unknown = lines.filter((line) => !known.has(line) && line.amount !== 0);
  return [...found, ...unknown.map((line) => unknownLine(posting, line))];
}

function isSame(theirs: NetsuiteLine, line: OmsPostingLine): boolean {
  return theirs.key === line.key && theirs.type === (orderLineTypeId(line.kind, line.key) ?? '');
}

function recordOf(posting: OmsPosting, line: { readonly key: string }): string {
  return `line ${posting.id}.${line.key}`;
}

function missingLine(posting: OmsPosting, line: OmsPostingLine): FoundDifference {
  const sides = { oms: line.amount };
  const record = `${recordOf(posting, line)}${line.kind === 'DISCOUNT' ? '.DISCOUNT' : ''}`;
  return difference({ code: 'LINE_MISSING', record, sides, amount: -line.amount });
}

function unknownLine(posting: OmsPosting, line: NetsuiteLine): FoundDifference {
  const record = recordOf(posting, { key: line.key === '' ? 'without an id' : line.key });
  const sides = { netsuite: line.amount };
  return difference({ code: 'LINE_UNKNOWN', record, sides, amount: line.amount });
}

interface Pair {
  readonly posting: OmsPosting;
  readonly line: OmsPostingLine;
  readonly theirs: NetsuiteLine;
}

function compareLine(oms: OmsBook, { posting, line, theirs }: Pair): FoundDifference[] {
  const record = recordOf(posting, line);
  const units =
    line.kind === 'ITEM' && line.quantity !== theirs.quantity
      ? [
          difference({
            code: 'LINE_UNITS_DIFFER',
            record,
            sides: { oms: `${line.quantity}`, netsuite: `${theirs.quantity}` },
          }),
        ]
      : [];
  const isCancelled = posting.kind === 'SALES_ORDER' && line.status === 'CANCELLED';
  if (theirs.closed) return [...units, ...(isCancelled ? [] : closedOnly(posting, line))];
  if (isCancelled) return [...units, notClosed(oms, posting, line)];
  if (isWhollyCancelled(posting)) return units;
  const sides = { oms: line.amount, netsuite: theirs.amount };
  const suffix = line.kind === 'DISCOUNT' ? '.DISCOUNT' : '';
  return [...units, ...differing({ code: 'LINE_AMOUNT_DIFFERS', record: record + suffix, sides })];
}

// Charges of a posting all of whose goods are cancelled are closed with them.
function isWhollyCancelled(posting: OmsPosting): boolean {
  const items = posting.lines.filter((line) => line.kind === 'ITEM');
  return items.length > 0 && items.every((line) => line.status === 'CANCELLED');
}

function closedOnly(posting: OmsPosting, line: OmsPostingLine): FoundDifference[] {
  if (line.status === null && isWhollyCancelled(posting)) return [];
  const sides = { oms: line.status ?? 'open', netsuite: 'closed' };
  return [difference({ code: 'LINE_CLOSED', record: recordOf(posting, line), sides })];
}

function notClosed(oms: OmsBook, posting: OmsPosting, line: OmsPostingLine): FoundDifference {
  const suffix = line.kind === 'DISCOUNT' ? '.DISCOUNT' : '';
  const subject = `${posting.id}.${line.key}${suffix}`;
  return difference({
    code: 'LINE_NOT_CLOSED',
    record: `line ${subject}`,
    sides: { oms: 'CANCELLED', netsuite: 'open' },
    sent: oms.sent.find((one) => one.feed === 'item-close' && one.subject === subject),
  });
}
