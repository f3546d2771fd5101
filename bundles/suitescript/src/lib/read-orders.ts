// The transactions of orders, searched in batches: ten searches for a hundred orders.

import type * as search from 'N/search';
import { FIELDS } from './fields.ts';
import {
  batches,
  type Filters,
  findRows,
  isOneOf,
  labelOf,
  OWN_LINES,
  textOf,
} from './find-records.ts';

interface Booked {
  readonly id: string;
  readonly externalId: string;
  readonly status: string;
  readonly total: string;
}

interface Invoice extends Booked {
  /** What is still to be paid of it. */
  readonly open: string;
}

/** A sale as a whole and line by line; what NetSuite adds (shipping, tax, body discount) is in the total only. */
interface Sale extends Booked {
  readonly lines: ReadonlyArray<{
    readonly key: string;
    readonly type: string;
    readonly quantity: string;
    readonly amount: string;
    readonly closed: boolean;
  }>;
}

interface Money {
  readonly id: string;
  readonly amount: string;
  readonly status: string;
  readonly externalId: string;
}

export interface OrderTransactions {
  readonly orderId: string;
  readonly salesOrders: readonly Sale[];
  readonly deposits: readonly Money[];
  readonly fulfillments: ReadonlyArray<{
    readonly id: string;
    readonly status: string;
    readonly location: string;
    readonly tracking: string;
    readonly lines: ReadonlyArray<{ readonly key: string; readonly quantity: string }>;
  }>;
  readonly invoices: readonly Invoice[];
  readonly cashSales: readonly Sale[];
  /** Of money: out of a deposit, or (with a return's number) out of the credit memo of that return. */
  readonly refunds: ReadonlyArray<Money & { readonly returnId: string }>;
  /** Credit memos of goods that came back; `open` is what has paid for nothing yet. */
  readonly credits: ReadonlyArray<
    Money & { readonly returnId: string; readonly open: string; readonly paysExchange: boolean }
  >;
}

const ORDERS_AT_ONCE = 100;

/** In the order asked; an order without transactions has empty lists. */
export function readOrders(orderIds: readonly string[]): OrderTransactions[] {
  return batches([...new Set(orderIds)], ORDERS_AT_ONCE).flatMap(readBatch);
}

function readBatch(orderIds: readonly string[]): OrderTransactions[] {
  const ofOrders: Filters = [isOneOf(FIELDS.orderId, orderIds)];
  const salesOrders = find('salesorder', ofOrders);
  const ids = salesOrders.map((row) => row.id);
  const ofSalesOrders: Filters | null =
    ids.length === 0 ? null : [['createdfrom', 'anyof', ...ids]];
  const deposits = find('customerdeposit', ofSalesOrders);
  const invoices = find('invoice', ofSalesOrders);
  const fulfillments = findFulfillments(ofSalesOrders);
  const cashSales = find('cashsale', ofOrders);
  const orderLines = findLines('salesorder', ids);
  const cashLines = findLines(
    'cashsale',
    cashSales.map((row) => row.id),
  );
  const refunds = find('customerrefund', ofOrders);
  const credits = find('creditmemo', ofOrders);
  return orderIds.map((orderId) => {
    const isNamed = (row: search.Result): boolean => textOf(row, FIELDS.orderId) === orderId;
    const orders = salesOrders.filter(isNamed);
    const own = new Set(orders.map((row) => row.id));
    const isOwn = (row: search.Result): boolean => own.has(textOf(row, 'createdfrom'));
    return {
      orderId,
      salesOrders: orders.map((row) => sale(row, orderLines)),
      deposits: deposits.filter(isOwn).map(money),
      fulfillments: fulfillmentsOf(fulfillments.filter(isOwn)),
      invoices: invoices.filter(isOwn).map(invoice),
      cashSales: cashSales.filter(isNamed).map((row) => sale(row, cashLines)),
      refunds: refunds.filter(isNamed).map(ofReturn),
      credits: credits.filter(isNamed).map(credit),
    };
  });
}

/** Main lines of one transaction type; `where` null finds nothing. */
function find(type: string, where: Filters | null): search.Result[] {
  if (where === null) return [];
  return findRows({
    type,
    filters: [['mainline', 'is', 'T'], 'and', ...where],
    columns: [
      'internalid',
      'externalid',
      FIELDS.orderId,
      FIELDS.returnId,
      FIELDS.exchangeCredit,
      'createdfrom',
      'total',
      'amount',
      'amountremaining',
      'status',
    ],
  });
}

function findLines(type: string, ids: readonly string[]): search.Result[] {
  if (ids.length === 0) return [];
  return findRows({
    type,
    filters: [
      ...OWN_LINES,
      'and',
      ['transactiondiscount', 'is', 'F'],
      'and',
      ['internalid', 'anyof', ...ids],
    ],
    columns: ['internalid', FIELDS.lineKey, FIELDS.lineType, 'quantity', 'amount', 'closed'],
  });
}

function findFulfillments(where: Filters | null): search.Result[] {
  if (where === null) return [];
  return findRows({
    type: 'itemfulfillment',
    filters: [...OWN_LINES, 'and', ...where],
    columns: [
      'internalid',
      'createdfrom',
      'status',
      'location',
      'trackingnumbers',
      'quantity',
      FIELDS.lineKey,
      FIELDS.lineType,
    ],
  });
}

function booked(row: search.Result): Booked {
  return {
    id: row.id,
    externalId: textOf(row, 'externalid'),
    status: labelOf(row, 'status'),
    total: textOf(row, 'total'),
  };
}

function invoice(row: search.Result): Invoice {
  return { ...booked(row), open: textOf(row, 'amountremaining') };
}

function sale(row: search.Result, lines: readonly search.Result[]): Sale {
  return {
    ...booked(row),
    lines: lines
      .filter((line) => line.id === row.id)
      .map((line) => ({
        key: textOf(line, FIELDS.lineKey),
        type: textOf(line, FIELDS.lineType),
        quantity: textOf(line, 'quantity').replace(/^-/, ''),
        amount: textOf(line, 'amount'),
        closed: textOf(line, 'closed') === 'T',
      })),
  };
}

function money(row: search.Result): Money {
  return {
    id: row.id,
    amount: amountOf(row),
    status: labelOf(row, 'status'),
    externalId: textOf(row, 'externalid'),
  };
}

function ofReturn(row: search.Result): Money & { readonly returnId: string } {
  return { ...money(row), returnId: textOf(row, FIELDS.returnId) };
}

function credit(row: search.Result): OrderTransactions['credits'][number] {
  return {
    ...ofReturn(row),
    open: textOf(row, 'amountremaining').replace(/^-/, ''),
    paysExchange: textOf(row, FIELDS.exchangeCredit) === 'T',
  };
}

function fulfillmentsOf(lines: readonly search.Result[]): OrderTransactions['fulfillments'] {
  const byId = new Map<string, search.Result[]>();
  for (const line of lines) byId.set(line.id, [...(byId.get(line.id) ?? []), line]);
  return [...byId].map(([id, own]) => ({
    id,
    status: distinct(own.map((line) => labelOf(line, 'status'))),
    location: distinct(own.map((line) => labelOf(line, 'location'))),
    tracking: distinct(own.map((line) => textOf(line, 'trackingnumbers'))),
    // A discount of goods is fulfilled with them and is no unit.
    lines: own
      .filter((line) => textOf(line, FIELDS.lineType) === '')
      .map((line) => ({
        key: textOf(line, FIELDS.lineKey),
        quantity: textOf(line, 'quantity').replace(/^-/, ''),
      })),
  }));
}

function distinct(texts: readonly string[]): string {
  return [...new Set(texts.filter((text) => text !== ''))].join(', ');
}

/**
 * Deposits and refunds have a payment rather than a total. Money that leaves is negative in a search; a
 * refund's amount is spoken of without the sign.
 */
function amountOf(row: search.Result): string {
  return (textOf(row, 'total') || textOf(row, 'amount')).replace(/^-/, '');
}
