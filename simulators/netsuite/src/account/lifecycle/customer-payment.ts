// The customer payment: money that pays invoices; what it does not pay stays unapplied.

import type { Decimal } from '../decimal.ts';
import { decimalOf, decimalText, numberOf } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { refuseAsUser } from '../failure.ts';
import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import type { Draft, DraftLine } from '../records/draft.ts';
import { draftLines, fill, idOf, isBlank, newLine } from '../records/draft.ts';
import type { StoredData } from '../store/stored-data.ts';
import { invoiceDue, refreshInvoicesOf } from './applications.ts';
import { refuseStart } from './carry-over.ts';
import { completeHeader } from './header.ts';
import { checkPeriodOf, checkPosting } from './posting-period.ts';
import { completeFunds } from './statuses.ts';
import { appliedTotal, invoiceLine, keepApplied, unlistedInvoices } from './ticked-lines.ts';
import { checkSubsidiary } from './transaction-checks.ts';

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
    keepApplied(draft, 'apply');
    const applied = appliedTotal(draft);
    if (isBlank(draft.fields, 'payment')) draft.fields.set('payment', numberOf(applied));
    const payment = decimalOf(draft.fields.get('payment'));
    draft.fields.set('total', numberOf(payment));
    draft.fields.set('applied', numberOf(applied));
    draft.fields.set('unapplied', numberOf(payment - applied));
    completeFunds(draft);
  },
  check: (engine, draft) => {
    checkSubsidiary(engine, draft, 'customer');
    checkPosting(engine, draft);
    checkAmounts(engine, draft);
  },
  saved: refreshInvoicesOf,
  checkDelete: checkPeriodOf,
  deleted: (engine, record) => {
    refreshInvoicesOf(engine, record, null);
  },
});

// The invoice it is made from is ticked with all it is owed. [documented]
function startFromInvoice(engine: Engine, draft: Draft, invoice: StoredData): void {
  const due = invoiceDue(engine, invoice);
  if (due <= 0n) refuseStart(draft, 'Nothing is left to pay.');
  draft.fields.set('customer', invoice.fields['entity'] ?? null);
  fill(draft.fields, 'payment', numberOf(due));
  const line = paidLine(invoice, due);
  line.values.set('apply', true);
  line.values.set('amount', numberOf(due));
  draftLines(draft, 'apply').push(line);
}

function listInvoices(engine: Engine, draft: Draft): void {
  const lines = draftLines(draft, 'apply');
  for (const { invoice, due } of unlistedInvoices(engine, draft, draft.fields.get('customer')))
    lines.push(paidLine(invoice, due));
}

function paidLine(invoice: StoredData, due: Decimal): DraftLine {
  return newLine({
    ...invoiceLine(invoice, due),
    applydate: invoice.fields['trandate'] ?? null,
  });
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
