// A payment of an order becomes a customer deposit, which NetSuite applies when the order is invoiced.

import { ROW_ID } from '@sendsale/netsuite/contract';
import * as record from 'N/record';
import { parseFeedDate } from './cell-value.ts';
import { findByExternalIds } from './find-records.ts';
import { type JsonRecord, positiveAmount } from './json-records.ts';
import { saveOnDate } from './posting-date.ts';
import { Refusal } from './script-error.ts';
import type { Made } from './settle-unit.ts';

export interface Deposit {
  /** The payment's id at Shopify; without one, the place in the file, which does not change. */
  readonly externalId: string;
  readonly record: JsonRecord;
}

export function depositOf(entry: JsonRecord, fileName: string, index: number): Deposit {
  const externalId = entry['externalId'] ?? '';
  return {
    externalId: externalId === '' ? `${fileName}#${String(index + 1)}` : externalId,
    record: entry,
  };
}

/** How {@link makeUnit} and {@link answerUnit} see deposits. */
export const DEPOSITS = {
  recordType: 'customerdeposit',
  externalId: (deposit: Deposit) => deposit.externalId,
  orderId: (deposit: Deposit) => deposit.record['orderId'] ?? '',
  rowIds: (deposit: Deposit) => [deposit.record[ROW_ID] ?? ''],
  find: (deposits: readonly Deposit[]) =>
    findByExternalIds(
      'customerdeposit',
      deposits.map((deposit) => deposit.externalId),
    ),
  make: makeDeposit,
};

/** @throws Refusal INVALID_AMOUNT or ORDER_ID_MISSING, or what NetSuite says. */
function makeDeposit(deposit: Deposit): Made {
  const { totalAmount = '', orderId = '' } = deposit.record;
  const payment = positiveAmount(totalAmount);
  if (orderId === '') {
    throw new Refusal('ORDER_ID_MISSING', 'The payment names no sales order');
  }
  const { date = '' } = deposit.record;
  const day = date === '' ? null : parseFeedDate(date);
  const internalId = saveOnDate(day, (on) => saveDeposit(deposit, payment, on));
  return { internalId, amount: totalAmount };
}

/** On the day the money moved, not on the day the file came. */
function saveDeposit(deposit: Deposit, payment: number, on: Date | null): string {
  const { orderId = '', paymentMethod = '' } = deposit.record;
  const made = record.create({
    type: 'customerdeposit',
    isDynamic: false,
    defaultValues: { salesorder: orderId },
  });
  made.setValue({ fieldId: 'payment', value: payment });
  if (paymentMethod !== '') made.setValue({ fieldId: 'paymentmethod', value: paymentMethod });
  made.setValue({ fieldId: 'externalid', value: deposit.externalId });
  if (on !== null) made.setValue({ fieldId: 'trandate', value: on });
  return String(made.save());
}
