// Money applied: how much of an invoice is paid and how much of a deposit is used, counted from the records that
// apply them. A deposit application is the record that joins a deposit to an invoice or a refund.

import { defined } from '@sendsale/std';

import type { Decimal } from '../decimal.ts';
import { decimalOf, decimalText, least, numberOf, sum } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { refuseAsUser } from '../failure.ts';
import { recordKind } from '../schema/record-kinds.ts';
import type { StoredData, Values } from '../store/stored-data.ts';
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

/** What a deposit still has to give. */
export function depositRemaining(engine: Engine, deposit: StoredData): Decimal {
  const applied = sum(
    engine.store
      .linkedTo(deposit.id)
      .filter((record) => record.type === 'depositapplication')
      .flatMap((record) => linesOf(record, 'apply'))
      .filter((line) => line['apply'] === true)
      .map((line) => decimalOf(line['amount'])),
  );
  return decimalOf(deposit.fields['payment']) - applied;
}

/** Recounts a deposit: applied, unapplied, status. @throws when more is applied than was paid in */
export function refreshDeposit(engine: Engine, depositId: string): void {
  const deposit = defined(
    engine.store.get('customerdeposit', depositId),
    `Deposit ${depositId} is stored.`,
  );
  const remaining = depositRemaining(engine, deposit);
  if (remaining < 0n) {
    refuseAsUser('More is applied from the customer deposit than was paid in.');
  }
  const isDeposited = textOf(deposit.fields, 'undepfunds') === 'F';
  const letter = remaining === 0n ? 'C' : isDeposited ? 'B' : 'A';
  engine.store.put({
    ...deposit,
    fields: {
      ...deposit.fields,
      applied: numberOf(decimalOf(deposit.fields['payment']) - remaining),
      unapplied: numberOf(remaining),
      lastmodifieddate: engine.now(),
      ...statusFields('customerdeposit', letter),
    },
  });
}

export interface Application {
  readonly deposit: StoredData;
  /** The invoice paid or the refund made with it. */
  readonly target: StoredData;
  readonly amount: Decimal;
}

/** Stores a deposit application and recounts both sides. @returns its id. */
export function applyDeposit(engine: Engine, application: Application): string {
  const { deposit, target, amount } = application;
  const id = String(engine.store.next('id:transaction'));
  const now = engine.now();
  engine.store.put({
    type: 'depositapplication',
    id,
    fields: {
      tranid: `${recordKind('depositapplication').numberPrefix}${engine.store.next('number:depositapplication')}`,
      deposit: deposit.id,
      createdfrom: deposit.id,
      trandate: target.fields['trandate'] ?? now,
      depositdate: deposit.fields['trandate'] ?? null,
      total: deposit.fields['payment'] ?? null,
      applied: numberOf(amount),
      unapplied: 0,
      createddate: now,
      lastmodifieddate: now,
      ...sharedFields(deposit),
    },
    sublists: { apply: [applyLine(target, amount)] },
    subrecords: {},
  });
  refreshDeposit(engine, deposit.id);
  if (target.type === 'invoice') refreshInvoice(engine, target.id);
  return id;
}

function sharedFields(deposit: StoredData): Values {
  const fields: Record<string, Values[string]> = {};
  for (const id of ['customer', 'subsidiary', 'currency', 'exchangerate', 'postingperiod']) {
    const value = deposit.fields[id];
    if (value !== undefined) fields[id] = value;
  }
  return fields;
}

function applyLine(target: StoredData, amount: Decimal): Values {
  return {
    apply: true,
    amount: numberOf(amount),
    doc: target.id,
    internalid: target.id,
    line: '0',
    refnum: textOf(target.fields, 'tranid'),
    type: recordKind(target.type).label,
    total: target.fields['total'] ?? null,
    applydate: target.fields['trandate'] ?? null,
  };
}

/** When an order is invoiced its deposits are applied, oldest first, as far as they and the invoice go. [documented] */
export function applyOrderDeposits(engine: Engine, invoiceId: string): void {
  const invoice = defined(
    engine.store.get('invoice', invoiceId),
    `Invoice ${invoiceId} is stored.`,
  );
  const orderId = textOf(invoice.fields, 'createdfrom');
  const deposits = engine.store
    .linkedTo(orderId)
    .filter(
      (record) => record.type === 'customerdeposit' && record.fields['salesorder'] === orderId,
    );
  for (const deposit of deposits) {
    const due = decimalOf(invoice.fields['total']) - appliedToInvoice(engine, invoiceId);
    const amount = least(due, depositRemaining(engine, deposit));
    if (amount > 0n) applyDeposit(engine, { deposit, target: invoice, amount });
  }
}
