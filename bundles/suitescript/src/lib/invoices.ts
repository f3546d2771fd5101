// Orders that are ready for billing are invoiced, whatever was paid for them; NetSuite applies the
// deposits of the order itself.

import * as record from 'N/record';
import type * as search from 'N/search';
import { parseFeedDate } from './cell-value.ts';
import { FIELDS } from './fields.ts';
import { byInternalId, dayColumn, findRows, textOf } from './find-records.ts';
import { retryChanged } from './governance.ts';
import { saveOnDate } from './posting-date.ts';

export interface OrderToInvoice {
  readonly internalId: string;
  readonly orderId: string;
  /** What the OMS was told when this order could not be invoiced before. */
  readonly problem: string;
}

const ORDERS = 1000;

/** Sales orders of the integration that are Pending Billing, oldest first. */
export function ordersToInvoice(): OrderToInvoice[] {
  return findRows({
    type: 'salesorder',
    filters: [
      ['mainline', 'is', 'T'],
      'and',
      ['status', 'anyof', 'SalesOrd:F'],
      'and',
      [FIELDS.salesChannel, 'isnotempty', ''],
      'and',
      [FIELDS.orderId, 'isnotempty', ''],
    ],
    columns: [byInternalId(), FIELDS.orderId, FIELDS.invoiceProblem],
    limit: ORDERS,
  }).map((row) => ({
    internalId: row.id,
    orderId: textOf(row, FIELDS.orderId),
    problem: textOf(row, FIELDS.invoiceProblem),
  }));
}

/** Invoices what is shipped and unbilled, on the day it was shipped. @throws what NetSuite says. */
export function invoiceOrder(order: OrderToInvoice): string {
  const number = countInvoices(order.internalId) + 1;
  const date = lastShipDate(order.internalId);
  return retryChanged(() =>
    saveOnDate(date, (on) => {
      const invoice = record.transform({
        fromType: 'salesorder',
        fromId: Number(order.internalId),
        toType: 'invoice',
      });
      // The same invoice cannot be saved twice, however often the script is interrupted.
      const externalId = `${order.orderId}-INV${String(number)}`;
      invoice.setValue({ fieldId: 'externalid', value: externalId });
      invoice.setValue({ fieldId: FIELDS.orderId, value: order.orderId });
      if (on !== null) invoice.setValue({ fieldId: 'trandate', value: on });
      return String(invoice.save());
    }),
  );
}

function countInvoices(salesOrderId: string): number {
  return findRows({
    type: 'invoice',
    filters: [['mainline', 'is', 'T'], 'and', ['createdfrom', 'anyof', salesOrderId]],
    columns: ['internalid'],
    limit: 100,
  }).length;
}

/** Null when nothing was shipped, as for an order of gift cards; NetSuite then takes today. */
function lastShipDate(salesOrderId: string): Date | null {
  const day = dayColumn();
  const days = findRows({
    type: 'itemfulfillment',
    filters: [['mainline', 'is', 'T'], 'and', ['createdfrom', 'anyof', salesOrderId]],
    columns: [day],
    limit: 100,
  }).map((row) => textOf(row, day));
  const [last] = days.filter((text) => text !== '').sort((a, b) => (a < b ? 1 : -1));
  return last === undefined ? null : parseFeedDate(last);
}

export interface InvoiceReport {
  readonly internalId: string;
  readonly externalId: string;
  readonly orderId: string;
  readonly total: string;
  readonly status: string;
}

const PAID_IN_FULL = 'Paid In Full';

/** Invoices the OMS does not know of, and those that were paid since it was told; made by whomever. */
export function invoicesToReport(limit: number): InvoiceReport[] {
  const columns = [byInternalId(), 'externalid', FIELDS.orderId, 'total', 'status'];
  return findRows({
    type: 'invoice',
    filters: [
      ['mainline', 'is', 'T'],
      'and',
      [FIELDS.orderId, 'isnotempty', ''],
      'and',
      [
        [FIELDS.reportedStatus, 'isempty', ''],
        'or',
        [[FIELDS.reportedStatus, 'isnot', PAID_IN_FULL], 'and', ['status', 'anyof', 'CustInvc:B']],
      ],
    ],
    columns,
    limit,
  }).map((row) => ({
    internalId: row.id,
    externalId: textOf(row, 'externalid'),
    orderId: textOf(row, FIELDS.orderId),
    total: textOf(row, 'total'),
    status: statusOf(row),
  }));
}

function statusOf(row: search.Result): string {
  const text: unknown = row.getText('status');
  return typeof text === 'string' && text !== '' ? text : textOf(row, 'status');
}
