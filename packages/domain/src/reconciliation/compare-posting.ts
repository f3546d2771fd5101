// One posting and what NetSuite has booked under its id: the sale, its lines, its money, what left and what
// came back.

import { amountsOnTheirWay } from './amounts-on-their-way.ts';
import type { NetsuiteBook, NetsuiteSale, OmsBook, OmsPosting, SentRecord } from './books.ts';
import { compareLines } from './compare-lines.ts';
import { compareMoney } from './compare-money.ts';
import { compareFulfillments } from './compare-fulfillments.ts';
import { difference, differing } from './found-difference.ts';
import type { FoundDifference } from './found-difference.ts';
import { sumAmounts } from './sum-amounts.ts';

export function comparePosting(
  oms: OmsBook,
  posting: OmsPosting,
  book: NetsuiteBook | undefined,
): FoundDifference[] {
  const isCashSale = posting.kind === 'CASH_SALE';
  const booked = (isCashSale ? book?.cashSales : book?.salesOrders) ?? [];
  const other = (isCashSale ? book?.salesOrders : book?.cashSales) ?? [];
  const first = booked.find((sale) => sale.id === posting.netsuiteId) ?? booked[0];
  const wrong = other.map((sale) =>
    difference({
      code: 'IN_OTHER_BOOK',
      record: `${isCashSale ? 'sales order' : 'cash sale'} ${sale.id}`,
      sides: { netsuite: sale.amount },
      amount: sale.amount,
    }),
  );
  if (first === undefined || book === undefined) return [...missingSale(oms, posting), ...wrong];
  return amountsOnTheirWay(oms, posting, [
    ...booked
      .filter((sale) => sale !== first)
      .map((sale) =>
        difference({
          code: isCashSale ? 'CASH_SALE_TWICE' : 'SALES_ORDER_TWICE',
          record: `${nameOf(posting)} ${sale.id}`,
          sides: { netsuite: sale.amount },
          amount: sale.amount,
        }),
      ),
    ...wrong,
    ...compareSale(posting, first),
    ...compareLines(oms, posting, first),
    ...compareMoney(oms, posting, book),
    ...(isCashSale ? [] : [...compareFulfillments(oms, posting, book)]),
    ...(isCashSale ? [] : compareInvoices(posting, book)),
  ]);
}

function nameOf(posting: OmsPosting): string {
  return posting.kind === 'CASH_SALE' ? 'cash sale' : 'sales order';
}

export function sentOf(oms: OmsBook, feed: string, subject: string): SentRecord | undefined {
  return oms.sent.find((one) => one.feed === feed && one.subject === subject);
}

function missingSale(oms: OmsBook, posting: OmsPosting): FoundDifference[] {
  // What was cancelled before it was sent has nothing to be booked.
  const items = posting.lines.filter((line) => line.kind === 'ITEM');
  const isGone = items.length > 0 && items.every((line) => line.status === 'CANCELLED');
  const feed = posting.kind === 'CASH_SALE' ? 'cash-sale' : 'sales-order';
  const sent = sentOf(oms, feed, posting.id);
  if (posting.netsuiteId === null && (isGone || oms.status === 'CANCELLED')) {
    if (sent === undefined) return [];
  }
  return [
    difference({
      code: posting.kind === 'CASH_SALE' ? 'CASH_SALE_MISSING' : 'SALES_ORDER_MISSING',
      record: `${nameOf(posting)} ${posting.id}`,
      sides: { oms: posting.total },
      amount: -posting.total,
      sent,
    }),
  ];
}

/** Closed lines stay in NetSuite's total; what stands of a sale is the rest. Of a closed sale nothing does. */
export function standingOfSale(sale: NetsuiteSale): number {
  if (sale.lines === null) return sale.amount;
  const open = sale.lines.filter((line) => !line.closed);
  if (open.length === 0) return 0;
  const closed = sale.lines.filter((line) => line.closed);
  return sale.amount - sumAmounts(closed);
}

function compareSale(posting: OmsPosting, sale: NetsuiteSale): FoundDifference[] {
  // A line that is to be closed and is not says so itself; so does one that was changed.
  const isSettled = posting.lines.every(
    (line) => line.kind !== 'ITEM' || isClosed(sale, line.key) === (line.status === 'CANCELLED'),
  );
  if (!isSettled && posting.kind === 'SALES_ORDER') return [];
  const standing = standingOfSale(sale);
  return differing({
    code: 'SALE_TOTAL_DIFFERS',
    record: `${nameOf(posting)} ${sale.id}`,
    sides: { oms: posting.standing, netsuite: standing },
  });
}

function isClosed(sale: NetsuiteSale, key: string): boolean {
  return sale.lines?.find((line) => line.key === key && line.type === '')?.closed ?? false;
}

/** Invoiced when all that remains has left; an order closed as a whole is never invoiced. */
function compareInvoices(posting: OmsPosting, book: NetsuiteBook): FoundDifference[] {
  const invoiced = sumAmounts(book.invoices);
  const expected = billedOf(posting);
  const record = `invoice of ${posting.id}`;
  if (book.invoices.length === 0) {
    return expected === null || expected === 0
      ? []
      : [
          difference({
            code: 'INVOICE_MISSING',
            record,
            sides: { oms: expected },
            amount: -expected,
            sent: toldInvoice(posting),
          }),
        ];
  }
  return differing({
    code: 'INVOICE_DIFFERS',
    record,
    sides: { oms: expected ?? 0, netsuite: invoiced },
  });
}

/** NetSuite told of it once. */
function toldInvoice({ id, invoiceIds }: OmsPosting): SentRecord | undefined {
  const [remoteId] = invoiceIds;
  if (remoteId === undefined) return undefined;
  return { feed: 'invoice', subject: id, state: 'ACCEPTED', remoteId, code: null, message: null };
}

/** What NetSuite should have billed by now; null while something of the posting is still to come. */
export function billedOf(posting: OmsPosting): number | null {
  if (posting.kind === 'CASH_SALE') return posting.standing;
  const items = posting.lines.filter((line) => line.kind === 'ITEM');
  if (items.some((line) => line.status === 'CREATED' || line.status === 'APPROVED')) return null;
  if (items.length > 0 && items.every((line) => line.status === 'CANCELLED')) return 0;
  return posting.standing;
}
