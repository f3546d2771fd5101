// The customer payment: money that pays invoices; what it does not pay stays unapplied.

import type { Decimal } from '../decimal.ts';
import { decimalOf, decimalText, numberOf, sum } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { refuseAsUser } from '../failure.ts';
import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import type { Draft } from '../records/draft.ts';
import { draftLines, fill, idOf, isBlank, newLine } from '../records/draft.ts';
import type { StoredData } from '../store/stored-data.ts';
import { linesOf, textOf } from '../store/stored-data.ts';
import { invoiceDue, refreshInvoice } from './applications.ts';
import { refuseStart } from './carry-over.ts';
import { statusFields } from './statuses.ts';
import {
  checkPeriod,
  checkPeriodOf,
  checkSubsidiary,
  completeHeader,
} from './transaction-checks.ts';

/** What a customer payment does beyond keeping fields. Nothing is applied by itself. [assumed] */
export const customerPayment: Behaviour = behaviour({
  start: (engine, draft, defaults) => {
    const customer = defaults.get('entity');
    if (customer !== undefined) fill(draft.fields, 'customer', customer);
    if (draft.source?.type === 'customer') draft.fields.set('customer', draft.source.id);
    if (draft.source?.type === 'invoice') startFromInvoice(engine, draft, draft.source);
    completeHeader(engine, draft, 'customer');
    listInvoices(engine, draft);
  },
  open: listInvoices,
  fieldChanged: (engine, draft, fieldId) => {
    if (fieldId !== 'customer') return;
    completeHeader(engine, draft, 'customer');
    listInvoices(engine, draft);
  },
  complete: (engine, draft) => {
    completeHeader(engine, draft, 'customer');
    listInvoices(engine, draft);
    keepTicked(draft);
    const applied = appliedTotal(draft);
    if (isBlank(draft.fields, 'payment')) draft.fields.set('payment', numberOf(applied));
    const payment = decimalOf(draft.fields.get('payment'));
    draft.fields.set('total', numberOf(payment));
    draft.fields.set('applied', numberOf(applied));
    draft.fields.set('unapplied', numberOf(payment - applied));
    completeStatus(draft);
  },
  check: (engine, draft) => {
    checkSubsidiary(engine, draft, 'customer');
    checkPeriod(engine, draft);
    if (draft.before !== null) checkPeriodOf(engine, draft.before);
    checkAmounts(engine, draft);
  },
  saved: refreshInvoices,
  checkDelete: checkPeriodOf,
  deleted: (engine, record) => {
    refreshInvoices(engine, record, null);
  },
});

// The invoice it is made from is ticked with all it is owed. [documented]
function startFromInvoice(engine: Engine, draft: Draft, invoice: StoredData): void {
  const due = invoiceDue(engine, invoice);
  if (due <= 0n) refuseStart(draft, 'Nothing is left to pay.');
  draft.fields.set('customer', invoice.fields['entity'] ?? null);
  fill(draft.fields, 'payment', numberOf(due));
  const line = invoiceLine(invoice, due, true);
  line.values.set('amount', numberOf(due));
  draftLines(draft, 'apply').push(line);
}

function listInvoices(engine: Engine, draft: Draft): void {
  const lines = draftLines(draft, 'apply');
  const listed = new Set(lines.map((line) => idOf(line.values, 'doc')));
  for (const invoice of engine.store.list('invoice')) {
    if (invoice.fields['entity'] !== draft.fields.get('customer') || listed.has(invoice.id))
      continue;
    const due = invoiceDue(engine, invoice);
    if (due > 0n) lines.push(invoiceLine(invoice, due, false));
  }
}

function invoiceLine(
  invoice: StoredData,
  due: Decimal,
  isTicked: boolean,
): ReturnType<typeof newLine> {
  return newLine({
    apply: isTicked,
    doc: invoice.id,
    internalid: invoice.id,
    line: '0',
    due: numberOf(due),
    total: invoice.fields['total'] ?? 0,
    refnum: textOf(invoice.fields, 'tranid'),
    type: 'Invoice',
    applydate: invoice.fields['trandate'] ?? null,
  });
}

// A ticked line without an amount pays all that is due; an amount alone ticks its line. [assumed]
function keepTicked(draft: Draft): void {
  for (const line of draftLines(draft, 'apply'))
    if (line.touched.has('amount') && !line.touched.has('apply')) line.values.set('apply', true);
  const ticked = draftLines(draft, 'apply').filter((line) => line.values.get('apply') === true);
  for (const line of ticked) fill(line.values, 'amount', line.values.get('due') ?? null);
  draft.sublists.set('apply', ticked);
}

function appliedTotal(draft: Draft): Decimal {
  return sum(draftLines(draft, 'apply').map((line) => decimalOf(line.values.get('amount'))));
}

function completeStatus(draft: Draft): void {
  fill(draft.fields, 'undepfunds', isBlank(draft.fields, 'account') ? 'T' : 'F');
  const letter = idOf(draft.fields, 'undepfunds') === 'F' ? 'C' : 'B';
  for (const [id, value] of Object.entries(statusFields('customerpayment', letter)))
    draft.fields.set(id, value);
}

// [documented] that more than is due or was paid is refused; the texts are [assumed]
function checkAmounts(engine: Engine, draft: Draft): void {
  const payment = decimalOf(draft.fields.get('payment'));
  if (payment <= 0n) refuseAsUser('Please enter a value for amount');
  if (appliedTotal(draft) > payment)
    refuseAsUser(`More is applied than the payment of ${decimalText(payment)}.`);
  for (const { values, before } of draftLines(draft, 'apply')) {
    const amount = decimalOf(values.get('amount'));
    if (amount <= 0n) refuseAsUser('Please enter a value for amount');
    const invoice = engine.store.get('invoice', idOf(values, 'doc'));
    const due = invoice === undefined ? 0n : invoiceDue(engine, invoice);
    const left = due + decimalOf(before?.['amount']);
    if (amount > left)
      refuseAsUser(
        `The amount ${decimalText(amount)} is more than the ${decimalText(left)} due on the invoice.`,
      );
  }
}

function refreshInvoices(engine: Engine, after: StoredData, before: StoredData | null): void {
  const lines = [after, before].flatMap((record) =>
    record === null ? [] : linesOf(record, 'apply'),
  );
  for (const id of new Set(lines.map((line) => textOf(line, 'doc'))))
    if (engine.store.get('invoice', id) !== undefined) refreshInvoice(engine, id);
}
