// The customer refund: gives back what deposits and credit memos still hold. Each refunded deposit gets a deposit
// application; a credit memo is named by the refund's own apply line.

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
import { creditRemaining, refreshCredit } from './applications.ts';
import { carryBody, refuseStart } from './carry-over.ts';
import { applyDeposit, depositRemaining, refreshDeposit } from './deposits.ts';
import { completeHeader } from './header.ts';
import { checkPeriod, checkPeriodOf } from './posting-period.ts';
import { keepApplied, listedIds } from './ticked-lines.ts';
import { checkSubsidiary } from './transaction-checks.ts';

/** What a customer refund does beyond keeping fields. */
export const customerRefund: Behaviour = behaviour({
  start: (engine, draft, defaults) => {
    const customer = defaults.get('entity');
    if (customer !== undefined) fill(draft.fields, 'customer', customer);
    if (draft.source !== null) startFromDeposit(engine, draft, draft.source);
    completeHeader(engine, draft, 'customer');
    listDeposits(engine, draft);
    listCredits(engine, draft);
  },
  fieldChanged: (engine, draft, fieldId) => {
    if (fieldId !== 'customer') return;
    completeHeader(engine, draft, 'customer');
    listDeposits(engine, draft);
    listCredits(engine, draft);
  },
  complete: (engine, draft) => {
    completeHeader(engine, draft, 'customer');
    if (draft.before === null) {
      listDeposits(engine, draft);
      listCredits(engine, draft);
      for (const { sublist } of SOURCES) keepApplied(draft, sublist);
    }
    draft.fields.set('total', numberOf(totalOf(draft)));
  },
  check: (engine, draft) => {
    checkSubsidiary(engine, draft, 'customer');
    checkPeriod(engine, draft);
    if (draft.before === null) return checkLines(engine, draft);
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
    for (const line of linesOf(record, 'apply')) {
      const credit = engine.store.get('creditmemo', textOf(line, 'doc'));
      if (credit !== undefined) refreshCredit(engine, credit.id);
    }
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
  const listed = listedIds(draft, 'deposit');
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

// The customer's open credit memos, unticked. [seen] the published return script looks for its credit among them
function listCredits(engine: Engine, draft: Draft): void {
  const customer = idOf(draft.fields, 'customer');
  const lines = draftLines(draft, 'apply');
  const listed = listedIds(draft, 'apply');
  for (const credit of engine.store.list('creditmemo')) {
    if (credit.fields['entity'] !== customer || listed.has(credit.id)) continue;
    const remaining = creditRemaining(engine, credit);
    if (remaining > 0n) lines.push(creditLine(credit, remaining));
  }
}

function creditLine(credit: StoredData, remaining: Decimal): DraftLine {
  return newLine({
    apply: false,
    doc: credit.id,
    internalid: credit.id,
    line: '0',
    due: numberOf(remaining),
    total: credit.fields['total'] ?? null,
    refnum: textOf(credit.fields, 'tranid'),
    type: 'Credit Memo',
    applydate: credit.fields['trandate'] ?? null,
  });
}

interface RefundSource {
  readonly sublist: string;
  readonly type: string;
  readonly remaining: (engine: Engine, source: StoredData) => Decimal;
}

const SOURCES: readonly RefundSource[] = [
  { sublist: 'deposit', type: 'customerdeposit', remaining: depositRemaining },
  { sublist: 'apply', type: 'creditmemo', remaining: creditRemaining },
];

// The applications shown after the save repeat the deposits, so only credits are counted of the apply lines.
function totalOf(draft: Draft): Decimal {
  const credits = draftLines(draft, 'apply').filter(
    (line) => idOf(line.values, 'type') === 'Credit Memo',
  );
  const lines = [...draftLines(draft, 'deposit'), ...credits];
  return sum(lines.map((line) => decimalOf(line.values.get('amount'))));
}

function checkLines(engine: Engine, draft: Draft): void {
  const count = SOURCES.reduce(
    (total, { sublist }) => total + draftLines(draft, sublist).length,
    0,
  );
  if (count === 0) refuseAsUser('You must enter at least one line item for this transaction');
  for (const source of SOURCES) {
    for (const line of draftLines(draft, source.sublist)) checkLine(engine, line, source);
  }
}

// [documented] that more than remains is refused; the text is [assumed]
function checkLine(engine: Engine, line: DraftLine, { type, remaining }: RefundSource): void {
  const id = idOf(line.values, 'doc');
  const source = defined(
    engine.store.get(type, id),
    `The ${type} ${id} of a refund line is stored.`,
  );
  const amount = decimalOf(line.values.get('amount'));
  if (isBlank(line.values, 'amount') || amount <= 0n)
    refuseAsUser('Please enter a value for amount');
  const left = remaining(engine, source);
  if (amount <= left) return;
  refuseAsUser(
    `The refund of ${decimalText(amount)} is more than the ${decimalText(left)} remaining on ` +
      `${textOf(source.fields, 'tranid')}.`,
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
  const credits = linesOf(refund, 'apply');
  const saved = defined(engine.store.get('customerrefund', refund.id), 'A saved refund is stored.');
  engine.store.put({
    ...saved,
    sublists: { ...saved.sublists, apply: [...credits, ...applications] },
  });
  for (const line of credits) refreshCredit(engine, textOf(line, 'doc'));
}
