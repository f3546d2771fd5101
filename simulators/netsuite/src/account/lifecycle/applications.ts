// Money applied: how much of an invoice is paid and of a credit memo used, counted from the records that
// apply them.

import { defined } from '@sendsale/std';

import type { Decimal } from '../decimal.ts';
import { decimalOf, decimalText, numberOf, sum } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { refuseAsUser } from '../failure.ts';
import type { StoredData } from '../store/stored-data.ts';
import { linesOf, textOf } from '../store/stored-data.ts';
import { statusFields } from './statuses.ts';

/** What a record applies to another one: its ticked apply lines for it. */
function appliedBy(record: StoredData, docId: string): Decimal {
  return sum(
    linesOf(record, 'apply')
      .filter((line) => line['apply'] === true && line['doc'] === docId)
      .map((line) => decimalOf(line['amount'])),
  );
}

const PAYS = new Set(['depositapplication', 'creditmemo', 'customerpayment']);

/** What has been applied to an invoice. */
function appliedToInvoice(engine: Engine, invoiceId: string): Decimal {
  return sum(
    engine.store
      .linkedTo(invoiceId)
      .filter((record) => PAYS.has(record.type))
      .map((record) => appliedBy(record, invoiceId)),
  );
}

/** What an invoice is still owed. */
export function invoiceDue(engine: Engine, invoice: StoredData): Decimal {
  return decimalOf(invoice.fields['total']) - appliedToInvoice(engine, invoice.id);
}

/** What a credit memo has left: its total less what it pays and what was refunded of it. */
export function creditRemaining(engine: Engine, credit: StoredData): Decimal {
  const paid = linesOf(credit, 'apply')
    .filter((line) => line['apply'] === true)
    .map((line) => decimalOf(line['amount']));
  const refunded = engine.store
    .linkedTo(credit.id)
    .filter((record) => record.type === 'customerrefund')
    .map((record) => appliedBy(record, credit.id));
  return decimalOf(credit.fields['total']) - sum(paid) - sum(refunded);
}

/** Recounts a credit memo: applied, unapplied, status. @throws when more is taken from it than it is worth */
export function refreshCredit(engine: Engine, creditId: string): void {
  const credit = defined(engine.store.get('creditmemo', creditId), `Credit ${creditId} is stored.`);
  const remaining = creditRemaining(engine, credit);
  if (remaining < 0n) refuseAsUser('More is applied than the total of the credit memo.');
  const total = decimalOf(credit.fields['total']);
  engine.store.put({
    ...credit,
    fields: {
      ...credit.fields,
      applied: numberOf(total - remaining),
      unapplied: numberOf(remaining),
      amountpaid: numberOf(total - remaining),
      amountremaining: numberOf(remaining),
      ...statusFields('creditmemo', remaining === 0n ? 'B' : 'A'),
    },
  });
}

/** Recounts an invoice: paid, remaining, status. @throws when more is applied than it is worth */
export function refreshInvoice(engine: Engine, invoiceId: string): void {
  const invoice = defined(
    engine.store.get('invoice', invoiceId),
    `Invoice ${invoiceId} is stored.`,
  );
  const applied = appliedToInvoice(engine, invoiceId);
  const remaining = decimalOf(invoice.fields['total']) - applied;
  if (remaining < 0n) {
    refuseAsUser(
      `The total of the invoice cannot be less than the ${decimalText(applied)} applied to it.`,
    );
  }
  engine.store.put({
    ...invoice,
    fields: {
      ...invoice.fields,
      amountpaid: numberOf(applied),
      amountremaining: numberOf(remaining),
      ...statusFields('invoice', remaining === 0n ? 'B' : 'A'),
    },
  });
}

/** Recounts the invoices that either version of a record applies something to. */
export function refreshInvoicesOf(
  engine: Engine,
  after: StoredData,
  before: StoredData | null,
): void {
  const lines = [after, before].flatMap((record) =>
    record === null ? [] : linesOf(record, 'apply'),
  );
  for (const id of new Set(lines.map((line) => textOf(line, 'doc'))))
    if (engine.store.get('invoice', id) !== undefined) refreshInvoice(engine, id);
}
