// Cash sales to rows: one a line, the rows of a sale consecutive (contract §13.1).

import type { FeedRow } from '@sendsale/oms';
import { rowMaker, writeCells } from '../../codec/write-csv.ts';
import { CASH_SALE_COLUMNS } from '../../contract/index.ts';
import type { Booking } from '../../postings/booking.ts';
import {
  addressCells,
  bodyCells,
  CASH_SALE_LINE_CELLS,
  lineCells,
} from '../../postings/posting-cells.ts';
import type { EncodedFile } from '../export-feed.ts';
import { rowIdOf } from '../row-ids.ts';

const makeRows = rowMaker(CASH_SALE_COLUMNS, CASH_SALE_LINE_CELLS);

/** The file of these cash sales; each is one record, found at its first line. */
export function encodeCashSales(bookings: readonly Booking[]): EncodedFile {
  const rows: FeedRow[] = [];
  let line = 2;
  for (const { posting, amounts } of bookings) {
    const { postingId: subject, orderId, externalId } = posting;
    rows.push({ subject, revision: 1, orderId, externalId, line });
    line += amounts.lines.length;
  }
  return { content: writeCells(CASH_SALE_COLUMNS, cashSaleRows(bookings)), rows };
}

function* cashSaleRows(bookings: Iterable<Booking>): Generator<readonly string[]> {
  for (const booking of bookings) {
    const { posting } = booking;
    const makeRow = makeRows({
      ...bodyCells(booking),
      HCShopifyPOSOrderId: posting.shopifyId,
      ...addressCells(posting.shipTo ?? posting.billTo),
      paymentMethod: booking.paymentMethod ?? '',
      rowId: rowIdOf('cash-sale', { subject: posting.postingId, revision: 1 }),
    });
    for (const line of booking.amounts.lines) yield makeRow(lineCells(booking, line));
  }
}
