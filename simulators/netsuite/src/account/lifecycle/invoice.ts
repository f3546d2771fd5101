// The invoice: bills an order's fulfilled lines or stands alone; linked deposits pay it at once.

import { decimalOf, numberOf } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { refuseAsUser } from '../failure.ts';
import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import type { Draft } from '../records/draft.ts';
import { fill, idOf } from '../records/draft.ts';
import { refreshInvoice } from './applications.ts';
import { checkBill, settleOrderOf, undoBill } from './bill.ts';
import { applyOrderDeposits } from './deposits.ts';
import { completeHeader } from './header.ts';
import { checkPostedDelete } from './posting-period.ts';
import { checkSalesLines } from './sales-lines.ts';
import { completeSale, followSalesField, followSalesLine } from './sales-sourcing.ts';
import { startBill } from './start-bill.ts';
import { moveStock } from './stock-moves.ts';

/** What an invoice does beyond keeping fields. */
export const invoice: Behaviour = behaviour({
  transformsTo: ['creditmemo', 'customerpayment', 'returnauthorization'],
  start: (engine, draft) => {
    if (draft.source?.type === 'salesorder') startBill(engine, draft);
    completeHeader(engine, draft, 'entity');
  },
  fieldChanged: followSalesField,
  lineChanged: followSalesLine,
  complete: (engine, draft) => {
    completeSale(engine, draft);
    completeDueDate(engine, draft);
  },
  check: (engine, draft) => {
    checkSalesLines(draft);
    checkBill(engine, draft);
    if (decimalOf(draft.fields.get('total')) < 0n) {
      refuseAsUser('The total of an invoice cannot be negative.');
    }
  },
  saved: (engine, after, before) => {
    moveStock(engine, after, before);
    refreshInvoice(engine, after.id);
    settleOrderOf(engine, after);
    if (before === null) applyOrderDeposits(engine, after.id);
  },
  checkDelete: checkPostedDelete,
  deleted: undoBill,
});

// Terms with a number of days give the due date; without terms it is due at once. [documented]
function completeDueDate(engine: Engine, draft: Draft): void {
  const terms = engine.store.find('term', idOf(draft.fields, 'terms'));
  const date = draft.fields.get('trandate');
  if (!(date instanceof Date)) return;
  const days = numberOf(decimalOf(terms?.fields['daysuntilnetdue']));
  fill(draft.fields, 'duedate', engine.calendar.addDays(date, days));
}
