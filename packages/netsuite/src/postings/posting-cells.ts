// The cells that the rows of sales orders and cash sales share: what the order says, and what each line is.

import { orderLineTypeId } from '@sendsale/domain';
import type { Address, PostingLineAmount } from '@sendsale/domain';
import { formatMinor, sumMinor } from '@sendsale/std';
import type { DueItem } from '@sendsale/store/read';
import { calendarDate } from '../codec/calendar-date.ts';
import { cell } from '../codec/write-csv.ts';
import type { Booking } from './booking.ts';

/** The cells that lines have of their own. */
export const CASH_SALE_LINE_CELLS = [
  'item',
  'quantity',
  'price',
  'priceLevel',
  'taxCode',
  'orderLineId',
  'orderLineTypeId',
] as const;
export const LINE_CELLS = [...CASH_SALE_LINE_CELLS, 'closed', 'itemLocation'] as const;

/** NetSuite cuts nothing: a longer memo would be refused. */
const MEMO_MAX = 999;

/** Cells of the transaction's body, equal on each of its rows. */
export function bodyCells(booking: Booking) {
  const { posting, amounts } = booking;
  const money = (minor: number): string => formatMinor(minor, posting.currency);
  const hasDiscount = amounts.bodyDiscount !== 0;
  return {
    externalId: posting.externalId,
    orderId: cell(posting.orderName),
    HCOrderId: posting.postingId,
    salesChannel: booking.setting('NETSUITE_CHANNEL', posting.channel),
    customer: posting.customerNetsuiteId ?? '',
    subsidiary: posting.subsidiaryId ?? '',
    date: calendarDate(posting.orderedAt, posting.timeZone),
    location: posting.sellingLocationId ?? '',
    department: posting.sellingDepartmentId ?? '',
    HCOrderTotal: money(amounts.total),
    orderPaymentTotal: money(sumMinor(posting.payments.map((payment) => payment.amountMinor))),
    orderNote: cell(posting.note).slice(0, MEMO_MAX),
    discountItem: hasDiscount ? discountItem(booking) : '',
    rate: hasDiscount ? money(amounts.bodyDiscount) : '',
  };
}

function discountItem(booking: Booking): string {
  return booking.codeDiscountItem ?? booking.setting('NETSUITE_DISC_MTHD', 'SHOPIFY_DISC');
}

/** Cells of one line: goods, the discount of goods, or a charge (tax, tip, duty, rounding). */
export function lineCells(booking: Booking, line: PostingLineAmount) {
  const { posting } = booking;
  const item = posting.items.find((one) => one.seq === line.itemSeq);
  const isGoods = line.kind === 'ITEM';
  const money = (minor: number): string => formatMinor(minor, posting.currency);
  return {
    item: lineItem(booking, line, item),
    // A discount or charge is one unit of its amount: blank cells must not stand before filled ones.
    quantity: isGoods && item !== undefined ? String(item.quantity) : '1',
    price: money(isGoods && item !== undefined ? item.unitPriceMinor : line.amount),
    priceLevel: booking.setting('NETSUITE_PRICE_LEVEL', 'PRICE_LEVEL'),
    taxCode: booking.taxCode,
    closed: String(item?.status === 'CANCELLED'),
    orderLineId: line.key,
    itemLocation: isGoods ? (item?.locationId ?? '') : '',
    orderLineTypeId: orderLineTypeId(line.kind, line.key) ?? '',
  };
}

/** The five cells of an address both kinds of transaction have. */
export function addressCells(address: Address | null) {
  return {
    address1: cell(address?.address1 ?? null),
    address2: cell(address?.address2 ?? null),
    city: cell(address?.city ?? null),
    state: cell(address?.region ?? null),
    zip: cell(address?.zip ?? null),
    country: cell(address?.country ?? null),
  };
}

function lineItem(booking: Booking, line: PostingLineAmount, item: DueItem | undefined): string {
  switch (line.kind) {
    case 'ITEM':
      return item === undefined ? '' : (booking.itemId(item) ?? '');
    case 'DISCOUNT':
      return booking.setting('NETSUITE_DISC_MTHD', 'SHOPIFY_ITEM_DISC');
    case 'TAX':
    case 'TIP':
    case 'DUTY':
    case 'ROUNDING':
      return booking.setting('NETSUITE_ITEM', line.kind);
  }
}
