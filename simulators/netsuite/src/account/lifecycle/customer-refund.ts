// The customer refund: gives back what deposits still hold. Each refunded deposit gets a deposit application.

import { defined } from '@sendsale/std';

import type { Decimal } from '../decimal.ts';
import { decimalOf, decimalText, numberOf, sum } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { refuseAsUser } from '../failure.ts';
import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import type { Draft, DraftLine } from '../records/draft.ts';
import { draftLines, fill, idOf, isBlank, newLine } from '../records/draft.ts';
import type { StoredData, Values } from '../store/stored-data.ts';
import { linesOf, textOf } from '../store/stored-data.ts';
import { applyDeposit, depositRemaining, refreshDeposit } from './applications.ts';
import { carryBody, refuseStart } from './carry-over.ts';
import {
  checkPeriod,
  checkPeriodOf,
  checkSubsidiary,
  completeHeader,
} from './transaction-checks.ts';

/** What a customer refund does beyond keeping fields. */
export const customerRefund: Behaviour = behaviour({
  start: (engine, draft, defaults) => {
    const customer = defaults.get('entity');
    if (customer !== undefined) fill(draft.fields, 'customer', customer);
    if (draft.source !== null) startFromDeposit(engine, draft, draft.source);
    completeHeader(engine, draft, 'customer');
    listDeposits(engine, draft);
  },
  fieldChanged: (engine, draft, fieldId) => {
    if (fieldId !== 'customer') return;
    completeHeader(engine, draft, 'customer');
    listDeposits(engine, draft);
  },
  complete: (engine, draft) => {
    completeHeader(engine, draft, 'customer');
    if (draft.before === null) listDeposits(engine, draft);
    keepTicked(draft);
    draft.fields.set('total', numberOf(totalOf(draft)));
  },
  check: (engine, draft) => {
    checkSubsidiary(engine, draft, 'customer');
    checkPeriod(engine, draft);
    if (draft.before === null) return checkDeposits(engine, draft);
    checkPeriodOf(engine, draft.before);
    if (totalOf(draft) !== decimalOf(draft.before.fields['total'])) {
      refuseAsUser('The amounts of a saved customer refund cannot be changed.');
    }
  },
  saved: (engine, after, before) => {
    if (before === null) applyRefund(engine, after);
  },
  checkDelete: checkPeriodOf,
  deleted: (engine, record) => {
    for (const application of engine.store.linkedTo(record.id)) {
      engine.store.remove(application);
      refreshDeposit(engine, textOf(application.fields, 'deposit'));
    }
  },
});

// From a deposit: that one first and ticked with all it has left. [documented] that line 0 is there
function startFromDeposit(engine: Engine, draft: Draft, deposit: StoredData): void {
  const remaining = depositRemaining(engine, deposit);
  if (remaining <= 0n) refuseStart(draft, 'The deposit is fully applied.');
  carryBody(draft, deposit, [
    'customer',
    'subsidiary',
    'currency',
    'exchangerate',
    'paymentmethod',
  ]);
  draftLines(draft, 'deposit').push(depositLine(deposit, { remaining, isTicked: true }));
}

// Then, unticked, the customer's other deposits with something left.
function listDeposits(engine: Engine, draft: Draft): void {
  const customer = idOf(draft.fields, 'customer');
  const lines = draftLines(draft, 'deposit');
  const listed = new Set(lines.map((line) => idOf(line.values, 'doc')));
  for (const deposit of engine.store.list('customerdeposit')) {
    if (deposit.fields['customer'] !== customer || listed.has(deposit.id)) continue;
    const remaining = depositRemaining(engine, deposit);
    if (remaining > 0n) lines.push(depositLine(deposit, { remaining, isTicked: false }));
  }
}

function depositLine(
  deposit: StoredData,
  state: { readonly remaining: Decimal; readonly isTicked: boolean },
): DraftLine {
  const remaining = numberOf(state.remaining);
  const values: Values = {
    apply: state.isTicked,
    doc: deposit.id,
    internalid: deposit.id,
    line: '0',
    remaining,
    total: deposit.fields['payment'] ?? null,
    refnum: textOf(deposit.fields, 'tranid'),
    depositdate: deposit.fields['trandate'] ?? null,
  };
  const line = newLine(values);
  if (state.isTicked) line.values.set('amount', remaining);
  return line;
}

// A ticked line without an amount takes all that remains; an amount alone ticks its line. [assumed]
function keepTicked(draft: Draft): void {
  for (const line of draftLines(draft, 'deposit')) {
    if (line.touched.has('amount') && !line.touched.has('apply')) line.values.set('apply', true);
  }
  const ticked = draftLines(draft, 'deposit').filter((line) => line.values.get('apply') === true);
  for (const line of ticked) fill(line.values, 'amount', line.values.get('remaining') ?? null);
  draft.sublists.set('deposit', ticked);
}

function totalOf(draft: Draft): Decimal {
  return sum(draftLines(draft, 'deposit').map((line) => decimalOf(line.values.get('amount'))));
}

function checkDeposits(engine: Engine, draft: Draft): void {
  const lines = draftLines(draft, 'deposit');
  if (lines.length === 0) {
    refuseAsUser('You must enter at least one line item for this transaction');
  }
  for (const line of lines) {
    const deposit = depositOf(engine, line);
    const amount = decimalOf(line.values.get('amount'));
    if (isBlank(line.values, 'amount') || amount <= 0n)
      refuseAsUser('Please enter a value for amount');
    const remaining = depositRemaining(engine, deposit);
    // [documented] that it is refused; the text is [assumed]
    if (amount > remaining) {
      refuseAsUser(
        `The refund of ${decimalText(amount)} is more than the ${decimalText(remaining)} remaining on deposit ` +
          `${textOf(deposit.fields, 'tranid')}.`,
      );
    }
  }
}

function depositOf(engine: Engine, line: DraftLine): StoredData {
  const id = idOf(line.values, 'doc');
  return defined(
    engine.store.get('customerdeposit', id),
    `Deposit ${id} of a refund line is stored.`,
  );
}

// After the save the refund's apply sublist shows the deposit applications. [documented]
function applyRefund(engine: Engine, refund: StoredData): void {
  const applications = linesOf(refund, 'deposit').map((line): Values => {
    const deposit = defined(
      engine.store.get('customerdeposit', textOf(line, 'doc')),
      'The deposit of a saved refund is stored.',
    );
    const amount = decimalOf(line['amount']);
    const id = applyDeposit(engine, { deposit, target: refund, amount });
    const application = engine.store.get('depositapplication', id);
    return {
      apply: true,
      amount: numberOf(amount),
      doc: id,
      internalid: id,
      line: '0',
      refnum: textOf(application?.fields, 'tranid'),
      type: 'Deposit Application',
    };
  });
  const saved = defined(engine.store.get('customerrefund', refund.id), 'A saved refund is stored.');
  engine.store.put({ ...saved, sublists: { ...saved.sublists, apply: applications } });
}
