// Has an order reached its end, and do the books say what its scenario says they must?

import { defined, parseMinor, sumMinor } from '@sendsale/std';
import type { Minor } from '@sendsale/std';
import type { ExpectedEnd } from '../scenarios/scenario.ts';
import type { OrderResult } from './result.ts';

/** What is still missing or wrong, one sentence each; empty when the order is where it should be. */
export function missingToEnd(order: OrderResult, end: ExpectedEnd | null): string[] {
  return failed(order, end === null ? settledChecks(order) : scenarioChecks(order, end));
}

function scenarioChecks(order: OrderResult, end: ExpectedEnd): readonly Check[] {
  const { netsuite, shopify } = order;
  const checks: ReadonlyArray<readonly [string, unknown, unknown]> = [
    ['status in the OMS', order.status, end.status],
    ['open problems', order.problems.join(', '), ''],
    ['sales orders', netsuite.salesOrders.length, end.salesOrders],
    ['cash sales', netsuite.cashSales.length, end.cashSales],
    ['refunds', netsuite.refunds.length, end.refunds],
    ...(end.deposits < 0 ? [] : [['deposits', netsuite.deposits.length, end.deposits] as const]),
    ...(end.fulfillments < 0
      ? []
      : [['item fulfillments', netsuite.fulfillments.length, end.fulfillments] as const]),
    ...shippedFromChecks(order, end),
    ...(end.status === 'CANCELLED' ? cancelledChecks(order) : completedChecks(order, end)),
    [
      'money in NetSuite',
      bookedMinor(order, end),
      end.status === 'CANCELLED' ? 0 : minor(shopify.total, order),
    ],
  ];
  return checks;
}

/**
 * What must hold for any order: it has ended, nothing is open, and what NetSuite has billed less what it has
 * credited is what stands of the order in Shopify.
 */
function settledChecks(order: OrderResult): readonly Check[] {
  const { salesOrders, invoices, cashSales, credits } = order.netsuite;
  const hasEnded = order.status === 'COMPLETED' || order.status === 'CANCELLED';
  const open = salesOrders.filter(({ status }) => status !== 'Billed' && status !== 'Closed');
  const unpaid = invoices.filter(({ status }) => status !== 'Paid In Full');
  const booked =
    sum(totals([...invoices, ...cashSales]), order) -
    sum(
      credits.map(({ amount }) => amount),
      order,
    );
  return [
    ['status in the OMS', hasEnded ? 'ended' : order.status, 'ended'],
    ['open problems', order.problems.join(', '), ''],
    ['open sales orders', open.map(({ status }) => status).join(', '), ''],
    ['unpaid invoices', unpaid.map(({ status }) => status).join(', '), ''],
    ['money in NetSuite', booked, minor(order.shopify.stands, order)],
  ];
}

function failed(order: OrderResult, checks: readonly Check[]): string[] {
  return checks
    .filter(([, is, should]) => is !== should)
    .map(
      ([what, is, should]) =>
        `${order.name} ${order.scenario}: ${what} is ${String(is)}, not ${String(should)}`,
    );
}

type Check = readonly [string, unknown, unknown];

function shippedFromChecks(order: OrderResult, end: ExpectedEnd): Check[] {
  if (end.shippedFrom === null) return [];
  const places = order.netsuite.fulfillments.map(({ location }) => location).sort(byText);
  return [['shipped from', places.join(' + '), [...end.shippedFrom].sort(byText).join(' + ')]];
}

function completedChecks(order: OrderResult, end: ExpectedEnd): Check[] {
  const { salesOrders, deposits, invoices, fulfillments } = order.netsuite;
  const statuses = (rows: ReadonlyArray<{ status: string }>): string =>
    [...new Set(rows.map(({ status }) => status))].join(', ');
  const shopify: Check = ['fulfillment in Shopify', order.shopify.fulfillmentStatus, 'FULFILLED'];
  if (end.salesOrders === 0) return [shopify, ['invoices', invoices.length, 0]];
  return [
    shopify,
    ['sales order', statuses(salesOrders), 'Billed'],
    ['deposits', statuses(deposits), 'Fully Applied'],
    ['invoices', statuses(invoices), 'Paid In Full'],
    ['item fulfillments', statuses(fulfillments), 'Shipped'],
    [
      'fulfillments without tracking',
      fulfillments.filter(({ tracking }) => tracking === '').length,
      0,
    ],
    [
      'deposited less invoiced',
      sum(
        deposits.map(({ amount }) => amount),
        order,
      ) - sum(totals(invoices), order),
      0,
    ],
  ];
}

function cancelledChecks(order: OrderResult): Check[] {
  const { salesOrders, deposits, invoices, refunds } = order.netsuite;
  return [
    ['sales order', salesOrders.map(({ status }) => status).join(', '), 'Closed'],
    ['invoices', invoices.length, 0],
    [
      'refunded less deposited',
      sum(
        refunds.map(({ amount }) => amount),
        order,
      ) -
        sum(
          deposits.map(({ amount }) => amount),
          order,
        ),
      0,
    ],
  ];
}

// What NetSuite has earned with this order: invoices and cash sales.
function bookedMinor(order: OrderResult, end: ExpectedEnd): Minor {
  const { invoices, cashSales, salesOrders } = order.netsuite;
  const orders = end.status === 'CANCELLED' ? 0 : sum(totals(salesOrders), order);
  const invoiced = sum(totals(invoices), order);
  // A sales order that says something else than its invoices is as wrong as a missing invoice.
  return orders === invoiced ? invoiced + sum(totals(cashSales), order) : -1;
}

function totals(rows: ReadonlyArray<{ total: string }>): string[] {
  return rows.map(({ total }) => total);
}

function sum(amounts: readonly string[], order: OrderResult): Minor {
  return sumMinor(amounts.map((amount) => minor(amount, order)));
}

function minor(amount: string, order: OrderResult): Minor {
  const { currency } = order.shopify;
  return defined(
    parseMinor(amount, currency),
    `${order.name}: ${amount} is no amount in ${currency}.`,
  );
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
