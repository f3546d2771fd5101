// Deposits used: how much of one is left, and the deposit application, the record that joins it to an invoice or refund.

import { defined } from '@sendsale/std';

import type { Decimal } from '../decimal.ts';
import { decimalOf, least, numberOf, sum } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { refuseAsUser } from '../failure.ts';
import { recordKind } from '../schema/record-kinds.ts';
import type { StoredData, Values } from '../store/stored-data.ts';
import { linesOf, textOf } from '../store/stored-data.ts';
import { invoiceDue, refreshInvoice } from './applications.ts';
import { statusFields } from './statuses.ts';

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

interface Application {
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
    const due = invoiceDue(engine, invoice);
    const amount = least(due, depositRemaining(engine, deposit));
    if (amount > 0n) applyDeposit(engine, { deposit, target: invoice, amount });
  }
}
