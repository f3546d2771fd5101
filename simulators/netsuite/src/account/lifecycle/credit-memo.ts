// The credit memo: gives back what a return received, or stands alone. It pays invoices or is refunded.

import type { Decimal } from '../decimal.ts';
import { decimalOf, numberOf, sum } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { refuseAsUser } from '../failure.ts';
import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import type { Draft } from '../records/draft.ts';
import { draftLines, fill, idOf, newLine } from '../records/draft.ts';
import type { StoredData } from '../store/stored-data.ts';
import { linesOf, textOf } from '../store/stored-data.ts';
import { invoiceDue, refreshCredit, refreshInvoice } from './applications.ts';
import { orderOf, startBill } from './billing.ts';
import { carryBody } from './carry-over.ts';
import { checkNothingDependsOn } from './dependents.ts';
import { checkOrderBalance, refreshOrder } from './order-progress.ts';
import { checkStockLocations } from './sale-checks.ts';
import { checkAmounts, completeSalesLines } from './sales-lines.ts';
import { followSalesField, followSalesLine } from './sales-sourcing.ts';
import { moveStock } from './stock-moves.ts';
import { completeTotals } from './totals.ts';
import {
  checkHasLines,
  checkItems,
  checkLocations,
  checkPeriod,
  checkPeriodOf,
  checkSubsidiary,
  completeHeader,
} from './transaction-checks.ts';

/** What a credit memo does beyond keeping fields. */
export const creditMemo: Behaviour = behaviour({
  start: (engine, draft) => {
    if (draft.source?.type === 'returnauthorization') startBill(engine, draft);
    if (draft.source?.type === 'invoice') startFromInvoice(draft, draft.source);
    completeHeader(engine, draft, 'entity');
    listInvoices(engine, draft);
  },
  fieldChanged: (engine, draft, fieldId) => {
    followSalesField(engine, draft, fieldId);
    if (fieldId === 'entity') listInvoices(engine, draft);
  },
  lineChanged: followSalesLine,
  complete: (engine, draft) => {
    completeHeader(engine, draft, 'entity');
    completeSalesLines(engine, draft);
    completeTotals(engine, draft);
    const ticked = draftLines(draft, 'apply').filter((line) => line.values.get('apply') === true);
    draft.sublists.set('apply', ticked);
  },
  check: (engine, draft) => {
    checkHasLines(draft, 'item');
    checkItems(draft, 'item');
    checkAmounts(draft);
    checkSubsidiary(engine, draft, 'entity');
    checkLocations(engine, draft, 'item');
    checkPeriod(engine, draft);
    if (draft.before !== null) checkPeriodOf(engine, draft.before);
    if (idOf(draft.fields, 'createdfrom') === '') checkStockLocations(engine, draft);
    if (appliedTotal(draft) > decimalOf(draft.fields.get('total'))) {
      refuseAsUser('More is applied than the total of the credit memo.');
    }
  },
  saved: (engine, after, before) => {
    moveStock(engine, after, before);
    refreshCredit(engine, after.id);
    refreshInvoices(engine, after, before);
    const order = orderOf(engine, after);
    if (order === null) return;
    refreshOrder(engine, order.id, { isTouched: true });
    checkOrderBalance(engine, order.id);
  },
  checkDelete: (engine, record) => {
    checkNothingDependsOn(engine, record);
    checkPeriodOf(engine, record);
  },
  deleted: (engine, record) => {
    moveStock(engine, null, record);
    refreshInvoices(engine, record, null);
    const order = orderOf(engine, record);
    if (order !== null) refreshOrder(engine, order.id, { isTouched: true });
  },
});

const FROM_INVOICE = [
  'entity',
  'subsidiary',
  'currency',
  'exchangerate',
  'location',
  'department',
  'class',
];

function startFromInvoice(draft: Draft, invoice: StoredData): void {
  carryBody(draft, invoice, [
    ...FROM_INVOICE,
    'memo',
    'otherrefnum',
    'discountitem',
    'discountrate',
  ]);
  for (const values of linesOf(invoice, 'item')) {
    const { line: _line, lineuniquekey: _key, orderline: _orderline, ...kept } = values;
    draftLines(draft, 'item').push(newLine(kept));
  }
}

function listInvoices(engine: Engine, draft: Draft): void {
  const lines = draftLines(draft, 'apply');
  const listed = new Set(lines.map((line) => idOf(line.values, 'doc')));
  for (const invoice of engine.store.list('invoice')) {
    if (invoice.fields['entity'] !== draft.fields.get('entity') || listed.has(invoice.id)) continue;
    const due = invoiceDue(engine, invoice);
    if (due <= 0n) continue;
    const line = newLine({
      apply: false,
      doc: invoice.id,
      internalid: invoice.id,
      line: '0',
      due: numberOf(due),
      total: invoice.fields['total'] ?? 0,
      refnum: textOf(invoice.fields, 'tranid'),
      type: 'Invoice',
    });
    lines.push(line);
  }
}

function appliedTotal(draft: Draft): Decimal {
  for (const line of draftLines(draft, 'apply'))
    fill(line.values, 'amount', line.values.get('due') ?? null);
  return sum(draftLines(draft, 'apply').map((line) => decimalOf(line.values.get('amount'))));
}

function refreshInvoices(engine: Engine, after: StoredData, before: StoredData | null): void {
  const docs = [after, before].flatMap((record) =>
    record === null ? [] : linesOf(record, 'apply'),
  );
  for (const id of new Set(docs.map((line) => textOf(line, 'doc')))) {
    if (engine.store.get('invoice', id) !== undefined) refreshInvoice(engine, id);
  }
}
