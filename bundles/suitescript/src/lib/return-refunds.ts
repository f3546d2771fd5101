// The money of a return: one customer refund a payment, out of the credit memo of the return.

import * as record from 'N/record';
import { FIELDS } from './fields.ts';
import { findByExternalIds } from './find-records.ts';
import { positiveAmount } from './json-records.ts';
import type { PosReturn, ReturnPayment } from './pos-return.ts';
import { Refusal } from './script-error.ts';

export interface Credit {
  readonly id: string;
  readonly customerId: string;
  /** What the OMS calls the sale. */
  readonly orderId: string;
  readonly total: number;
  readonly remaining: number;
}

/** Amounts are compared in cents. */
function cents(amount: number): number {
  return Math.round(amount * 100);
}

/** @throws Refusal REFUND_EXCEEDS_CREDIT before anything is refunded, or what NetSuite says. */
export function refundCredit(posReturn: PosReturn, credit: Credit): void {
  const made = findByExternalIds(
    'customerrefund',
    posReturn.payments.map((payment) => payment.externalId),
  );
  const open = posReturn.payments.filter((payment) => !made.has(payment.externalId));
  const wanted = open.reduce((sum, payment) => sum + cents(positiveAmount(payment.amount)), 0);
  if (wanted > cents(credit.remaining)) {
    throw new Refusal(
      'REFUND_EXCEEDS_CREDIT',
      `The payments of ${(wanted / 100).toFixed(2)} exceed the ${credit.remaining.toFixed(2)} ` +
        `that credit memo ${credit.id} holds`,
    );
  }
  for (const payment of open) refund(posReturn, credit, payment);
}

function refund(posReturn: PosReturn, credit: Credit, payment: ReturnPayment): void {
  const made = record.create({
    type: 'customerrefund',
    defaultValues: { entity: credit.customerId },
  });
  made.setValue({ fieldId: 'customer', value: credit.customerId });
  if (payment.methodId !== '') {
    made.setValue({ fieldId: 'paymentmethod', value: payment.methodId });
  }
  made.setValue({ fieldId: 'externalid', value: payment.externalId });
  // Of which sale and return it is: the read-back finds it by these.
  made.setValue({ fieldId: FIELDS.orderId, value: credit.orderId });
  made.setValue({ fieldId: FIELDS.returnId, value: posReturn.record['hc_return_id'] ?? '' });
  const count = made.getLineCount({ sublistId: 'apply' });
  for (let line = 0; line < count; line += 1) {
    const doc = made.getSublistValue({ sublistId: 'apply', fieldId: 'internalid', line });
    const isWanted = String(doc) === credit.id;
    made.setSublistValue({ sublistId: 'apply', fieldId: 'apply', line, value: isWanted });
    if (!isWanted) continue;
    const value = positiveAmount(payment.amount);
    made.setSublistValue({ sublistId: 'apply', fieldId: 'amount', line, value });
  }
  made.save();
}
