// Sales orders to rows: one a line, the rows of an order consecutive, its body repeated on each (contract §2.2).

import { sumMinor, formatMinor } from '@sendsale/std';
import type { FeedRow } from '@sendsale/oms';
import { cell, writeCsv } from '../../codec/write-csv.ts';
import type { CsvRow } from '../../codec/write-csv.ts';
import { NOT_TAXABLE, SALES_ORDER_COLUMNS } from '../../contract/index.ts';
import type { Booking } from '../../postings/booking.ts';
import { addressCells, bodyCells, lineCells } from '../../postings/posting-cells.ts';
import type { EncodedFile } from '../export-feed.ts';
import { rowIdOf } from '../row-ids.ts';

export type SalesOrderRow = CsvRow<(typeof SALES_ORDER_COLUMNS)[number]>;

/** The file of these sales orders; each order is one record, found at its first line. */
export function encodeSalesOrders(bookings: readonly Booking[]): EncodedFile {
  const rows: FeedRow[] = [];
  let line = 2;
  for (const { posting, amounts } of bookings) {
    const { postingId: subject, orderId, externalId } = posting;
    rows.push({ subject, revision: 1, orderId, externalId, line });
    line += amounts.lines.length;
  }
  return { content: writeCsv(SALES_ORDER_COLUMNS, salesOrderRows(bookings)), rows };
}

/** The rows one after another, so that a file of any size is made a row at a time. */
export function* salesOrderRows(bookings: Iterable<Booking>): Generator<SalesOrderRow> {
  for (const booking of bookings) {
    const body = salesOrderBody(booking);
    for (const line of booking.amounts.lines) yield { ...body, ...lineCells(booking, line) };
  }
}

function salesOrderBody(booking: Booking) {
  const { posting, amounts, shipping } = booking;
  const shipTo = posting.shipTo;
  const billTo = posting.billTo ?? shipTo;
  const bill = addressCells(billTo);
  return {
    ...bodyCells(booking),
    HCShopifySalesOrderId: posting.shopifyId,
    email: cell(posting.email),
    shippingMethod: shipping.kind === 'MAPPED' ? shipping.netsuiteId : '',
    shippingCost: formatMinor(amounts.shippingCost, posting.currency),
    shippingTaxCode: NOT_TAXABLE,
    addressee: cell(shipTo?.name ?? shipTo?.company ?? null),
    ...addressCells(shipTo),
    phone: cell(shipTo?.phone ?? posting.phone),
    billingAddressee: cell(billTo?.name ?? billTo?.company ?? null),
    billingAddress1: bill.address1,
    billingAddress2: bill.address2,
    billingCity: bill.city,
    billingState: bill.state,
    billingZip: bill.zip,
    billingCountry: bill.country,
    billingPhone: cell(billTo?.phone ?? posting.phone),
    billingEmail: cell(posting.email),
    giftCardPaymentTotal: giftCardTotal(booking),
    tag: '',
    rowId: rowIdOf('sales-order', { subject: posting.postingId, revision: 1 }),
  };
}

/** Shopify's gateway name of gift cards. */
const GIFT_CARD_GATEWAY = 'gift_card';

function giftCardTotal({ posting }: Booking): string {
  const paid = posting.payments.filter((payment) => payment.gateway === GIFT_CARD_GATEWAY);
  return formatMinor(sumMinor(paid.map((payment) => payment.amountMinor)), posting.currency);
}
