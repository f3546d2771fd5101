// A return as the OMS sends it: what came back, what it is worth, and the money that went back for it.

import { ROW_ID } from '@sendsale/netsuite/contract';
import { type JsonRecord, readJsonRecords } from './json-records.ts';

export interface PosReturn {
  /** Of the return authorization. */
  readonly externalId: string;
  readonly record: JsonRecord;
  readonly items: readonly JsonRecord[];
  readonly discounts: readonly JsonRecord[];
  readonly credits: readonly JsonRecord[];
  readonly payments: readonly ReturnPayment[];
}

/** @throws what readJsonRecords throws, also for the lists in an entry. */
export function readPosReturns(text: string, fileName: string): PosReturn[] {
  return readJsonRecords(text).map((entry, index) => {
    const inFile = `${fileName}#${String(index + 1)}`;
    const externalId = entry['hc_external_id'] || entry['hc_return_id'] || inFile;
    const list = (key: string): JsonRecord[] => readJsonRecords(entry[key] || '[]');
    return {
      externalId,
      record: entry,
      items: list('items'),
      discounts: list('item_discount'),
      credits: list('exchange_credit'),
      payments: list('payment_list').map((payment, at) => ({
        externalId: payment['external_id'] || `${externalId}-RF${String(at + 1)}`,
        methodId: payment['payment_method_id'] ?? '',
        amount: payment['amount'] ?? '',
      })),
    };
  });
}

export function posReturnRowIds(posReturn: PosReturn): string[] {
  return [posReturn.record[ROW_ID] ?? ''];
}

export interface ReturnPayment {
  readonly externalId: string;
  readonly methodId: string;
  readonly amount: string;
}
