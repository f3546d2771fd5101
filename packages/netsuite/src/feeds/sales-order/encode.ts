// Sales orders to rows: one a line, the rows of an order consecutive, its body repeated on each (contract §2.2).

import type { Address } from '@sendsale/domain';
import { formatMinor, sumMinor } from '@sendsale/std';
import type { FeedRow } from '@sendsale/oms';
import { cell, rowMaker, writeCells } from '../../codec/write-csv.ts';
import { SALES_ORDER_COLUMNS } from '../../contract/index.ts';
import type { Booking } from '../../postings/booking.ts';
import { addressCells, bodyCells, LINE_CELLS, lineCells } from '../../postings/posting-cells.ts';
import type { EncodedFile } from '../export-feed.ts';
import { rowIdOf } from '../row-ids.ts';

const makeRows = rowMaker(SALES_ORDER_COLUMNS, LINE_CELLS);

/** The file of these sales orders; each order is one record, found at its first line. */
export function encodeSalesOrders(bookings: readonly Booking[]): EncodedFile {
  const rows: FeedRow[] = [];
  let line = 2;
  for (const { posting, amounts } of bookings) {
    const { postingId: subject, orderId, externalId } = posting;
    rows.push({ subject, revision: 1, orderId, externalId, line });
    line += amounts.lines.length;
  }
  return { content: writeCells(SALES_ORDER_COLUMNS, salesOrderRows(bookings)), rows };
}

/** The cells of the rows, in the order of SALES_ORDER_COLUMNS, one row after another. */
export function* salesOrderRows(bookings: Iterable<Booking>): Generator<readonly string[]> {
  for (const booking of bookings) {
    const makeRow = makeRows(salesOrderBody(booking));
    for (const line of booking.amounts.lines) yield makeRow(lineCells(booking, line));
  }
}

// One literal and no spreads: made once an order, it is the encoder's hottest object.
function salesOrderBody(booking: Booking) {
  const { posting, amounts, shipping } = booking;
  const { shipTo } = posting;
  const billTo = posting.billTo ?? shipTo;
  const body = bodyCells(booking);
  const ship = addressCells(shipTo);
  const bill = addressCells(billTo);
  const email = cell(posting.email);
  return {
    externalId: body.externalId,
    orderId: body.orderId,
    HCOrderId: body.HCOrderId,
    HCShopifySalesOrderId: posting.shopifyId,
    salesChannel: body.salesChannel,
    customer: body.customer,
    subsidiary: body.subsidiary,
    date: body.date,
    location: body.location,
    department: body.department,
    email,
    shippingMethod: shipping.kind === 'MAPPED' ? shipping.netsuiteId : '',
    shippingCost: formatMinor(amounts.shippingCost, posting.currency),
    shippingTaxCode: booking.taxCode,
    addressee: addressee(shipTo),
    address1: ship.address1,
    address2: ship.address2,
    city: ship.city,
    state: ship.state,
    zip: ship.zip,
    country: ship.country,
    phone: cell(shipTo?.phone ?? posting.phone),
    billingAddressee: addressee(billTo),
    billingAddress1: bill.address1,
    billingAddress2: bill.address2,
    billingCity: bill.city,
    billingState: bill.state,
    billingZip: bill.zip,
    billingCountry: bill.country,
    billingPhone: cell(billTo?.phone ?? posting.phone),
    billingEmail: email,
    giftCardPaymentTotal: giftCardTotal(booking),
    HCOrderTotal: body.HCOrderTotal,
    orderPaymentTotal: body.orderPaymentTotal,
    orderNote: body.orderNote,
    discountItem: body.discountItem,
    rate: body.rate,
    tag: '',
    rowId: rowIdOf('sales-order', { subject: posting.postingId, revision: 1 }),
  };
}

function addressee(address: Address | null): string {
  return cell(address?.name ?? address?.company ?? null);
}

/** Shopify's gateway name of gift cards. */
const GIFT_CARD_GATEWAY = 'gift_card';

function giftCardTotal({ posting }: Booking): string {
  const paid = posting.payments.filter((payment) => payment.gateway === GIFT_CARD_GATEWAY);
  return formatMinor(sumMinor(paid.map((payment) => payment.amountMinor)), posting.currency);
}
