// The transactions of orders, searched in batches: six searches for a hundred orders.

import type * as search from 'N/search';
import { FIELDS } from './fields.ts';
import { batches, type Filters, findRows, isOneOf, labelOf, textOf } from './find-records.ts';

interface Booked {
  readonly id: string;
  readonly status: string;
  readonly total: string;
}

export interface OrderTransactions {
  readonly orderId: string;
  readonly salesOrders: readonly Booked[];
  readonly deposits: ReadonlyArray<{
    readonly id: string;
    readonly amount: string;
    readonly status: string;
    readonly externalId: string;
  }>;
  readonly fulfillments: ReadonlyArray<{
    readonly id: string;
    readonly status: string;
    readonly location: string;
    readonly tracking: string;
  }>;
  readonly invoices: readonly Booked[];
  readonly cashSales: readonly Booked[];
  readonly refunds: ReadonlyArray<{ readonly id: string; readonly amount: string }>;
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
  const refunds = find('customerrefund', ofOrders);
  return orderIds.map((orderId) => {
    const isNamed = (row: search.Result): boolean => textOf(row, FIELDS.orderId) === orderId;
    const orders = salesOrders.filter(isNamed);
    const own = new Set(orders.map((row) => row.id));
    const isOwn = (row: search.Result): boolean => own.has(textOf(row, 'createdfrom'));
    return {
      orderId,
      salesOrders: orders.map(booked),
      deposits: deposits.filter(isOwn).map((row) => ({
        id: row.id,
        amount: amountOf(row),
        status: labelOf(row, 'status'),
        externalId: textOf(row, 'externalid'),
      })),
      fulfillments: fulfillmentsOf(fulfillments.filter(isOwn)),
      invoices: invoices.filter(isOwn).map(booked),
      cashSales: cashSales.filter(isNamed).map(booked),
      refunds: refunds.filter(isNamed).map((row) => ({ id: row.id, amount: amountOf(row) })),
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
      'createdfrom',
      'total',
      'amount',
      'status',
    ],
  });
}

function findFulfillments(where: Filters | null): search.Result[] {
  if (where === null) return [];
  return findRows({
    type: 'itemfulfillment',
    filters: [
      ['mainline', 'is', 'F'],
      'and',
      ['shipping', 'is', 'F'],
      'and',
      ['taxline', 'is', 'F'],
      'and',
      ['cogs', 'is', 'F'],
      'and',
      ...where,
    ],
    columns: ['internalid', 'createdfrom', 'status', 'location', 'trackingnumbers'],
  });
}

function booked(row: search.Result): Booked {
  return { id: row.id, status: labelOf(row, 'status'), total: textOf(row, 'total') };
}

function fulfillmentsOf(lines: readonly search.Result[]): OrderTransactions['fulfillments'] {
  const byId = new Map<string, search.Result[]>();
  for (const line of lines) byId.set(line.id, [...(byId.get(line.id) ?? []), line]);
  return [...byId].map(([id, own]) => ({
    id,
    status: distinct(own.map((line) => labelOf(line, 'status'))),
    location: distinct(own.map((line) => labelOf(line, 'location'))),
    tracking: distinct(own.map((line) => textOf(line, 'trackingnumbers'))),
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
