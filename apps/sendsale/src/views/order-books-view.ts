// One order down to its records, side by side, as the API shows them.

import type { OrderBooksView } from '@sendsale/api';
import type {
  NetsuiteBook,
  NetsuiteMoney,
  NetsuiteSale,
  OmsBook,
  ShopifyBook,
  Tender,
} from '@sendsale/domain';
import { formatMinor } from '@sendsale/std';
import type { OrderBooksHead } from './reconciliation-view.ts';

export interface OrderRecords {
  readonly oms: OmsBook;
  readonly shopify: ShopifyBook | null;
  readonly netsuite: ReadonlyMap<string, NetsuiteBook> | null;
}

export function orderBooksView(records: OrderRecords, head: OrderBooksHead): OrderBooksView {
  const { oms, shopify, netsuite } = records;
  const { currency } = oms;
  return {
    order: oms.name,
    orderId: oms.orderId,
    shopId: oms.shopId,
    shopifyId: oms.shopifyId,
    currency,
    ...head,
    shopify: shopify === null ? null : shopifyView(shopify),
    oms: omsView(oms),
    netsuite:
      netsuite === null
        ? null
        : [...netsuite.values()].flatMap((book) => netsuiteView(book, currency)),
  };
}

function shopifyView(book: ShopifyBook): NonNullable<OrderBooksView['shopify']> {
  return {
    total: formatMinor(book.total, book.currency),
    cancelled: book.cancelled,
    lines: (book.lines ?? []).map((line) => ({
      key: line.lineId,
      what: 'goods',
      quantity: line.units,
      open: line.current,
      shipped: null,
      amount: null,
    })),
    received: book.received.map((one) => tenderView(one, book.currency)),
    refunded: book.refunded.map((one) => tenderView(one, book.currency)),
  };
}

function omsView(book: OmsBook): NonNullable<OrderBooksView['oms']> {
  return {
    status: book.status,
    total: formatMinor(book.total, book.currency),
    received: book.received.map((one) => tenderView(one, book.currency)),
    refunded: book.refunded.map((one) => tenderView(one, book.currency)),
    postings: book.postings.map(({ id, kind, netsuiteId, total, lines }) => ({
      id,
      kind,
      netsuiteId,
      total: formatMinor(total, book.currency),
      lines: lines.map((line) => ({
        key: line.key,
        what: line.kind.toLowerCase(),
        quantity: line.quantity,
        open: line.status === 'CANCELLED' ? 0 : line.quantity,
        shipped: line.shipped ? line.quantity : 0,
        amount: formatMinor(line.amount, book.currency),
      })),
    })),
  };
}

function tenderView(one: Tender, currency: string) {
  return {
    id: one.id,
    externalId: one.id,
    status: one.gateway,
    amount: formatMinor(one.amount, currency),
  };
}

type Record = NonNullable<OrderBooksView['netsuite']>[number];

function netsuiteView(book: NetsuiteBook, currency: string): Record[] {
  const { postingId } = book;
  const amountOf = (amount: number): string =>
    Number.isNaN(amount) ? 'unreadable' : formatMinor(amount, currency);
  const money =
    (type: string) =>
    (one: NetsuiteMoney): Record => ({
      type,
      id: one.id,
      postingId,
      externalId: one.externalId,
      status: one.status,
      amount: amountOf(one.amount),
      lines: [],
    });
  const sale =
    (type: string) =>
    (one: NetsuiteSale): Record => ({
      ...money(type)(one),
      lines: (one.lines ?? []).map((line) => ({
        key: line.key,
        what: line.type === '' ? 'goods' : line.type,
        quantity: line.quantity,
        open: line.closed ? 0 : line.quantity,
        shipped: null,
        amount: amountOf(line.amount),
      })),
    });
  return [
    ...book.salesOrders.map(sale('sales order')),
    ...book.cashSales.map(sale('cash sale')),
    ...book.deposits.map(money('deposit')),
    ...book.fulfillments.map((one) => ({
      type: 'item fulfillment',
      id: one.id,
      postingId,
      externalId: null,
      status: one.status,
      amount: null,
      lines: (one.lines ?? []).map(({ key, quantity }) => ({
        key,
        what: 'goods',
        quantity,
        open: 0,
        shipped: quantity,
        amount: null,
      })),
    })),
    ...book.invoices.map(money('invoice')),
    ...book.credits.map(money('credit memo')),
    ...book.refunds.map(money('refund')),
  ];
}
