// The invoice: bills an order's fulfilled lines or stands alone; linked deposits pay it at once.

import type { Engine } from '../engine.ts';
import { decimalOf, numberOf } from '../decimal.ts';
import { refuseAsUser } from '../failure.ts';
import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import type { Draft } from '../records/draft.ts';
import { fill, idOf } from '../records/draft.ts';
import { orderOf, startBill } from './billing.ts';
import { applyOrderDeposits, refreshInvoice } from './applications.ts';
import { checkNothingDependsOn } from './dependents.ts';
import { checkOrderBalance, refreshOrder } from './order-progress.ts';
import { checkAmounts, completeSalesLines } from './sales-lines.ts';
import { checkStockLocations } from './sale-checks.ts';
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
    completeHeader(engine, draft, 'entity');
    completeSalesLines(engine, draft);
    completeTotals(engine, draft);
    completeDueDate(engine, draft);
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
    if (decimalOf(draft.fields.get('total')) < 0n) {
      refuseAsUser('The total of an invoice cannot be negative.');
    }
  },
  saved: (engine, after, before) => {
    moveStock(engine, after, before);
    refreshInvoice(engine, after.id);
    const order = orderOf(engine, after);
    if (order === null) return;
    refreshOrder(engine, order.id, { isTouched: true });
    checkOrderBalance(engine, order.id);
    if (before === null) applyOrderDeposits(engine, after.id);
  },
  checkDelete: (engine, record) => {
    checkNothingDependsOn(engine, record);
    checkPeriodOf(engine, record);
  },
  deleted: (engine, record) => {
    moveStock(engine, null, record);
    const order = orderOf(engine, record);
    if (order !== null) refreshOrder(engine, order.id, { isTouched: true });
  },
});

// Terms with a number of days give the due date; without terms it is due at once. [documented]
function completeDueDate(engine: Engine, draft: Draft): void {
  const terms = engine.store.find('term', idOf(draft.fields, 'terms'));
  const date = draft.fields.get('trandate');
  if (!(date instanceof Date)) return;
  const days = numberOf(decimalOf(terms?.fields['daysuntilnetdue']));
  fill(draft.fields, 'duedate', engine.calendar.addDays(date, days));
}
