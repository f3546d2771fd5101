// A deposit applied by hand: from a deposit only, to its order's invoices or, without an order, to any of the
// customer's. [documented] Oracle help section_N1296669

import { decimalOf, decimalText, least, numberOf } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { refuseAsUser } from '../failure.ts';
import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import type { Draft, DraftLine } from '../records/draft.ts';
import { draftLines, fill, idOf, newLine } from '../records/draft.ts';
import type { StoredData } from '../store/stored-data.ts';
import { linesOf, textOf } from '../store/stored-data.ts';
import { invoiceDue, refreshInvoice } from './applications.ts';
import { carryBody, refuseStart } from './carry-over.ts';
import { checkNothingDependsOn } from './dependents.ts';
import { depositRemaining, refreshDeposit } from './deposits.ts';
import { completeDate } from './header.ts';
import { checkPeriod, checkPeriodOf } from './posting-period.ts';
import { appliedTotal, invoiceLine, keepTicked } from './ticked-lines.ts';
import { checkHasLines } from './transaction-checks.ts';

/** What a deposit application does beyond keeping fields. */
export const depositApplication: Behaviour = behaviour({
  isCreatable: false,
  start: (engine, draft) => {
    const deposit = draft.source;
    if (deposit === null) return;
    if (depositRemaining(engine, deposit) <= 0n)
      refuseStart(draft, 'The deposit is fully applied.');
    carryBody(draft, deposit, ['customer', 'subsidiary', 'currency', 'exchangerate']);
    draft.fields.set('deposit', deposit.id);
    draft.fields.set('total', deposit.fields['payment'] ?? 0);
    fill(draft.fields, 'depositdate', deposit.fields['trandate'] ?? null);
    const lines = draftLines(draft, 'apply');
    for (const invoice of openInvoices(engine, deposit)) lines.push(payableLine(engine, invoice));
  },
  complete: (engine, draft) => {
    completeDate(engine, draft);
    if (draft.before !== null) return;
    completeTicked(engine, draft);
    draft.fields.set('applied', numberOf(appliedTotal(draft)));
    draft.fields.set('unapplied', 0);
  },
  check: (engine, draft) => {
    checkPeriod(engine, draft);
    if (draft.before !== null) return checkUnchangedAmounts(draft, draft.before);
    checkAmounts(engine, draft);
  },
  saved: refreshBoth,
  checkDelete: (engine, record) => {
    checkPeriodOf(engine, record);
    // What gave a refund goes with the refund.
    for (const line of linesOf(record, 'apply')) {
      const refund = engine.store.get('customerrefund', textOf(line, 'doc'));
      if (refund !== undefined) checkNothingDependsOn(engine, record);
    }
  },
  deleted: refreshBoth,
});

function refreshBoth(engine: Engine, record: StoredData): void {
  refreshDeposit(engine, textOf(record.fields, 'deposit'));
  for (const line of linesOf(record, 'apply')) {
    const invoice = engine.store.get('invoice', textOf(line, 'doc'));
    if (invoice !== undefined) refreshInvoice(engine, invoice.id);
  }
}

// A deposit for an order pays only that order's invoices. [documented]
function openInvoices(engine: Engine, deposit: StoredData): StoredData[] {
  const orderId = textOf(deposit.fields, 'salesorder');
  return engine.store
    .list('invoice')
    .filter((invoice) => invoice.fields['entity'] === deposit.fields['customer'])
    .filter((invoice) => orderId === '' || invoice.fields['createdfrom'] === orderId)
    .filter((invoice) => invoiceDue(engine, invoice) > 0n);
}

function payableLine(engine: Engine, invoice: StoredData): DraftLine {
  return newLine({
    ...invoiceLine(invoice, invoiceDue(engine, invoice)),
    applydate: invoice.fields['trandate'] ?? null,
  });
}

// A ticked line without an amount takes what both sides have left.
function completeTicked(engine: Engine, draft: Draft): void {
  keepTicked(draft, 'apply');
  const deposit = draft.source;
  if (deposit === null) return;
  for (const line of draftLines(draft, 'apply')) {
    const left = depositRemaining(engine, deposit) - appliedTotal(draft);
    fill(line.values, 'amount', numberOf(least(decimalOf(line.values.get('due')), left)));
  }
}

function checkAmounts(engine: Engine, draft: Draft): void {
  checkHasLines(draft, 'apply');
  for (const line of draftLines(draft, 'apply')) {
    const invoice = engine.store.get('invoice', idOf(line.values, 'doc'));
    const due = invoice === undefined ? 0n : invoiceDue(engine, invoice);
    const amount = decimalOf(line.values.get('amount'));
    if (amount <= 0n) refuseAsUser('Please enter a value for amount');
    if (amount > due) {
      refuseAsUser(
        `The amount ${decimalText(amount)} is more than the ${decimalText(due)} due on the invoice.`,
      );
    }
  }
}

function checkUnchangedAmounts(draft: Draft, before: StoredData): void {
  if (appliedTotal(draft) !== decimalOf(before.fields['applied'])) {
    refuseAsUser('The amounts of a saved deposit application cannot be changed.');
  }
}
