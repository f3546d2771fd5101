// Payments and refunds in one file, in the order they happened (contract §5.3): a refund may give back the
// deposit an entry above it made.

import { ROW_ID } from '@sendsale/netsuite/contract';
import { type Deposit, depositOf, DEPOSITS } from './customer-deposits.ts';
import { makeRefund, type Refund } from './customer-refunds.ts';
import { findByExternalIds } from './find-records.ts';
import { type JsonRecord, readJsonRecords } from './json-records.ts';
import { Refusal } from './script-error.ts';
import type { Made } from './settle-unit.ts';

export type MoneyMove =
  | { readonly kind: 'DEPOSIT'; readonly deposit: Deposit; readonly record: JsonRecord }
  | { readonly kind: 'REFUND'; readonly refund: Refund; readonly record: JsonRecord }
  | { readonly kind: 'OTHER'; readonly externalId: string; readonly record: JsonRecord };

/** @throws what readJsonRecords throws. */
export function readMoneyMoves(text: string, fileName: string): MoneyMove[] {
  return readJsonRecords(text).map((record, index): MoneyMove => {
    const externalId = record['external_id'] || `${fileName}#${String(index + 1)}`;
    const { order_id = '', total_amount = '', payment_method = '', date = '' } = record;
    const { status_id: status = '' } = record;
    switch (status) {
      case 'PAYMENT_SETTLED': {
        const entry = { externalId, orderId: order_id, totalAmount: total_amount, date };
        const deposit = depositOf({ ...entry, paymentMethod: payment_method }, fileName, index);
        return { kind: 'DEPOSIT', deposit, record };
      }
      case 'PAYMENT_REFUNDED': {
        const { parent_ref_id = '' } = record;
        const entry = { order_id, refund_amount: total_amount, parent_ref_id, date };
        const refunded = { ...entry, refund_payment_method: payment_method };
        return { kind: 'REFUND', refund: { externalId, record: refunded }, record };
      }
      default:
        return { kind: 'OTHER', externalId, record };
    }
  });
}

export function moveRowIds(move: MoneyMove): string[] {
  return [move.record[ROW_ID] ?? ''];
}

export function moveExternalId(move: MoneyMove): string {
  if (move.kind === 'DEPOSIT') return move.deposit.externalId;
  return move.kind === 'REFUND' ? move.refund.externalId : move.externalId;
}

export function findMoneyMoves(moves: readonly MoneyMove[]): ReadonlyMap<string, string> {
  const idsOf = (kind: MoneyMove['kind']): string[] =>
    moves.filter((move) => move.kind === kind).map(moveExternalId);
  return new Map([
    ...findByExternalIds('customerdeposit', idsOf('DEPOSIT')),
    ...findByExternalIds('customerrefund', idsOf('REFUND')),
  ]);
}

/** @throws Refusal STATUS_UNKNOWN, where the published script said nothing; else as its parts. */
export function makeMoneyMove(move: MoneyMove): Made {
  if (move.kind === 'DEPOSIT') return DEPOSITS.make(move.deposit);
  if (move.kind === 'REFUND') return makeRefund(move.refund);
  throw new Refusal(
    'STATUS_UNKNOWN',
    `"${move.record['status_id'] ?? ''}" is neither PAYMENT_SETTLED nor PAYMENT_REFUNDED`,
  );
}
