// Asks NetSuite itself whether it has the records of some rows, through our read-back RESTlet.

import type { ReadBack } from '@sendsale/domain';
import type { OverdueRow } from '@sendsale/store/read';
import type { OrderBooks } from '../account/read-back-answer.ts';
import type { NetSuiteContext } from '../context.ts';

/** Ledger id → what NetSuite says. Rows it cannot be asked about are left out. */
export async function readBackRows(
  { restlets, log }: NetSuiteContext,
  rows: readonly OverdueRow[],
): Promise<ReadonlyMap<number, ReadBack>> {
  const asked = rows.filter((row) => QUESTIONS[row.feed] !== undefined);
  if (restlets === null || asked.length === 0) return new Map();
  const answer = await restlets.readBack([...new Set(asked.map(postingOf))]);
  if (!answer.ok) {
    // Without our RESTlet there is nobody to ask; the files decide then.
    log.info({ reason: answer.error.message }, 'NetSuite could not be asked after records.');
    return new Map();
  }
  const books = new Map(answer.value.map((order) => [order.orderId, order]));
  return new Map(
    asked.map((row): [number, ReadBack] => {
      const order = books.get(postingOf(row));
      const remoteId = order === undefined ? undefined : QUESTIONS[row.feed]?.(order, row);
      return [row.id, remoteId === undefined ? { kind: 'MISSING' } : { kind: 'FOUND', remoteId }];
    }),
  );
}

/** The posting is the subject, or its part before the dot. */
function postingOf({ subject }: OverdueRow): string {
  return subject.split('.')[0] ?? subject;
}

type Question = (books: OrderBooks, row: OverdueRow) => string | undefined;

/** How a feed's record is found in what NetSuite has booked for its order: its internal id. */
const QUESTIONS: Readonly<Record<string, Question | undefined>> = {
  'sales-order': (books) => books.salesOrders[0]?.id,
  'cash-sale': (books) => books.cashSales[0]?.id,
  'customer-deposit': (books, { externalId }) =>
    books.deposits.find((deposit) => deposit.externalId === externalId)?.id,
};
