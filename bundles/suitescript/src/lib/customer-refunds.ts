// Money that goes back before the order was billed: out of the deposit it came in with, and where that one does
// not hold enough, out of the others of its sales order.

import { ROW_ID } from '@sendsale/netsuite/contract';
import * as record from 'N/record';
import * as search from 'N/search';
import { parseFeedDate } from './cell-value.ts';
import { FIELDS } from './fields.ts';
import { type Filters, findByExternalIds, findRows } from './find-records.ts';
import { type JsonRecord, positiveAmount, readJsonRecords } from './json-records.ts';
import { saveOnDate } from './posting-date.ts';
import { errorText, Refusal } from './script-error.ts';
import type { Made } from './settle-unit.ts';

export interface Refund {
  readonly externalId: string;
  readonly record: JsonRecord;
}

/** @throws what readJsonRecords throws. */
export function readRefunds(text: string, fileName: string): Refund[] {
  return readJsonRecords(text).map((entry, index) => {
    const externalId = entry['external_id'] ?? '';
    const inFile = `${fileName}#${String(index + 1)}`;
    return { externalId: externalId === '' ? inFile : externalId, record: entry };
  });
}

export function refundRowIds(refund: Refund): string[] {
  return [refund.record[ROW_ID] ?? ''];
}

/** @throws Refusal DEPOSIT_NOT_FOUND, DEPOSIT_AMBIGUOUS or DEPOSIT_USED_UP, or what NetSuite says. */
export function makeRefund(refund: Refund): Made {
  const { refund_amount: text = '', refund_payment_method: method = '' } = refund.record;
  const amount = positiveAmount(text);
  const depositId = findDeposit(refund.record);
  const { date = '' } = refund.record;
  const day = date === '' ? null : parseFeedDate(date);
  const internalId = saveOnDate(day, (on) => {
    const made = draftRefund(refund, depositId, amount);
    if (method !== '') made.setValue({ fieldId: 'paymentmethod', value: method });
    if (on !== null) made.setValue({ fieldId: 'trandate', value: on });
    return String(made.save());
  });
  return { internalId, amount: text };
}

function draftRefund(refund: Refund, depositId: string, amount: number): record.Record {
  const orderId = refund.record['order_id'] ?? '';
  const depositIds = [depositId, ...otherDeposits(orderId, depositId)];
  const made = startRefund(depositIds);
  applyTo(made, depositIds, amount);
  made.setValue({ fieldId: 'externalid', value: refund.externalId });
  made.setValue({ fieldId: FIELDS.orderId, value: orderIdOf(orderId) });
  return made;
}

/** NetSuite refuses to start from a deposit that is used up; the next one may do. @throws Refusal */
function startRefund(depositIds: readonly string[]): record.Record {
  for (const fromId of depositIds.map(Number)) {
    try {
      return record.transform({ fromType: 'customerdeposit', fromId, toType: 'customerrefund' });
    } catch (error) {
      log.debug({
        title: `Deposit ${String(fromId)} cannot be refunded`,
        details: errorText(error),
      });
    }
  }
  throw usedUp(depositIds);
}

function usedUp([depositId = '']: readonly string[]): Refusal {
  return new Refusal(
    'DEPOSIT_USED_UP',
    `Not enough is left of customer deposit ${depositId}; what was invoiced goes back by a credit memo`,
  );
}

/** What the OMS calls the sales order; '' when there is none. */
function orderIdOf(salesOrderId: string): string {
  if (salesOrderId === '') return '';
  const columns = [FIELDS.orderId];
  const found = search.lookupFields({ type: 'salesorder', id: salesOrderId, columns });
  const orderId: unknown = found[FIELDS.orderId];
  return typeof orderId === 'string' ? orderId : '';
}

/** The deposit the money came in with; a payment method alone is only taken when it leaves no doubt. */
function findDeposit(entry: JsonRecord): string {
  const { parent_ref_id: parent = '', order_id: orderId = '' } = entry;
  if (parent !== '') {
    const id = findByExternalIds('customerdeposit', [parent]).get(parent);
    if (id !== undefined) return id;
    throw new Refusal('DEPOSIT_NOT_FOUND', `There is no customer deposit ${parent}`);
  }
  const method = entry['refund_payment_method'] ?? '';
  const filters: Filters = [
    ['mainline', 'is', 'T'],
    'and',
    ['createdfrom', 'anyof', orderId],
    'and',
    ['paymentmethod', 'anyof', method],
  ];
  const [deposit, ...others] = findRows({
    type: 'customerdeposit',
    filters,
    columns: ['internalid'],
    limit: 2,
  });
  if (deposit === undefined) {
    throw new Refusal('DEPOSIT_NOT_FOUND', `Sales order ${orderId} has no such customer deposit`);
  }
  if (others.length > 0) {
    throw new Refusal('DEPOSIT_AMBIGUOUS', `Sales order ${orderId} has several such deposits`);
  }
  return deposit.id;
}

function otherDeposits(orderId: string, depositId: string): string[] {
  if (orderId === '') return [];
  const found = findRows({
    type: 'customerdeposit',
    filters: [['mainline', 'is', 'T'], 'and', ['createdfrom', 'anyof', orderId]],
    columns: ['internalid'],
  });
  return found.map(({ id }) => id).filter((id) => id !== depositId);
}

/** The deposit that is named first, then the others of the sales order, as far as the amount goes. */
function applyTo(refund: record.Record, depositIds: readonly string[], amount: number): void {
  let left = Math.round(amount * 100);
  const count = refund.getLineCount({ sublistId: 'deposit' });
  const lines = Array.from({ length: count }, (_, line) => {
    const of = (fieldId: string): record.FieldValue =>
      refund.getSublistValue({ sublistId: 'deposit', fieldId, line });
    const holds = Math.round(Number(of('remaining')) * 100);
    return { line, doc: String(of('doc')), holds };
  });
  const set = (line: number, fieldId: string, value: record.FieldValue): void => {
    refund.setSublistValue({ sublistId: 'deposit', fieldId, line, value });
  };
  for (const { line } of lines) set(line, 'apply', false);
  for (const id of depositIds) {
    const found = lines.find(({ doc }) => doc === id);
    const part = Math.min(left, found?.holds ?? 0);
    if (found === undefined || part <= 0) continue;
    set(found.line, 'apply', true);
    set(found.line, 'amount', part / 100);
    left -= part;
  }
  if (left <= 0) return;
  throw usedUp(depositIds);
}
