// The credit memo: gives back what a return received, or stands alone. It pays invoices or is refunded.

import type { Decimal } from '../decimal.ts';
import { decimalOf } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { refuseAsUser } from '../failure.ts';
import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import type { Draft } from '../records/draft.ts';
import { draftLines, fill, newLine } from '../records/draft.ts';
import { refreshCredit, refreshInvoicesOf } from './applications.ts';
import { checkBill, settleOrderOf, undoBill } from './bill.ts';
import { CARRIED_HEADER, carryBody, carryLines } from './carry-over.ts';
import { completeHeader } from './header.ts';
import { checkPostedDelete } from './posting-period.ts';
import { checkSalesLines } from './sales-lines.ts';
import { completeSale, followSalesField, followSalesLine } from './sales-sourcing.ts';
import { startBill } from './start-bill.ts';
import { moveStock } from './stock-moves.ts';
import { appliedTotal, invoiceLine, keepTicked, unlistedInvoices } from './ticked-lines.ts';

/** What a credit memo does beyond keeping fields. */
export const creditMemo: Behaviour = behaviour({
  start: (engine, draft) => {
    if (draft.source?.type === 'returnauthorization') startBill(engine, draft);
    if (draft.source?.type === 'invoice') {
      carryBody(draft, draft.source, CARRIED);
      carryLines(draft, draft.source);
    }
    completeHeader(engine, draft, 'entity');
    listInvoices(engine, draft);
  },
  open: listInvoices,
  fieldChanged: (engine, draft, fieldId) => {
    followSalesField(engine, draft, fieldId);
    if (fieldId === 'entity') listInvoices(engine, draft);
  },
  lineChanged: followSalesLine,
  complete: (engine, draft) => {
    completeSale(engine, draft);
    keepTicked(draft, 'apply');
  },
  check: (engine, draft) => {
    checkSalesLines(draft);
    checkBill(engine, draft);
    if (completeAmounts(draft) > decimalOf(draft.fields.get('total'))) {
      refuseAsUser('More is applied than the total of the credit memo.');
    }
  },
  saved: (engine, after, before) => {
    moveStock(engine, after, before);
    refreshCredit(engine, after.id);
    refreshInvoicesOf(engine, after, before);
    settleOrderOf(engine, after);
  },
  checkDelete: checkPostedDelete,
  deleted: (engine, record) => {
    undoBill(engine, record);
    refreshInvoicesOf(engine, record, null);
  },
});

const CARRIED = [...CARRIED_HEADER, 'memo', 'otherrefnum', 'discountitem', 'discountrate'];

function listInvoices(engine: Engine, draft: Draft): void {
  const lines = draftLines(draft, 'apply');
  for (const { invoice, due } of unlistedInvoices(engine, draft, draft.fields.get('entity')))
    lines.push(newLine(invoiceLine(invoice, due)));
}

function completeAmounts(draft: Draft): Decimal {
  for (const line of draftLines(draft, 'apply'))
    fill(line.values, 'amount', line.values.get('due') ?? null);
  return appliedTotal(draft);
}
