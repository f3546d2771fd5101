// The cash sale: sold and paid at once. Its stock leaves with it unless an order's fulfillments already took it.

import { decimalOf } from '../decimal.ts';
import { refuse, refuseAsUser } from '../failure.ts';
import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import type { Draft } from '../records/draft.ts';
import { fill, idOf, isBlank } from '../records/draft.ts';
import { orderOf, startBill } from './billing.ts';
import { checkNothingDependsOn } from './dependents.ts';
import { checkOrderBalance, refreshOrder } from './order-progress.ts';
import { checkStockLocations } from './sale-checks.ts';
import { checkAmounts, completeSalesLines } from './sales-lines.ts';
import { followSalesField, followSalesLine } from './sales-sourcing.ts';
import { statusFields } from './statuses.ts';
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

/** What a cash sale does beyond keeping fields. Deposits of an order are not applied to it. [assumed] */
export const cashSale: Behaviour = behaviour({
  transformsTo: ['returnauthorization', 'cashrefund'],
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
    completeStatus(draft);
  },
  check: (engine, draft) => {
    checkHasLines(draft, 'item');
    checkItems(draft, 'item');
    checkAmounts(draft);
    checkTermsOrPayment(draft);
    checkSubsidiary(engine, draft, 'entity');
    checkLocations(engine, draft, 'item');
    checkPeriod(engine, draft);
    if (draft.before !== null) checkPeriodOf(engine, draft.before);
    if (idOf(draft.fields, 'createdfrom') === '') checkStockLocations(engine, draft);
    if (decimalOf(draft.fields.get('total')) < 0n) {
      refuseAsUser('The total of a cash sale cannot be negative.');
    }
  },
  saved: (engine, after, before) => {
    moveStock(engine, after, before);
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
    const order = orderOf(engine, record);
    if (order !== null) refreshOrder(engine, order.id, { isTouched: true });
  },
});

// Money goes to undeposited funds unless an account is named. [documented]
function completeStatus(draft: Draft): void {
  const toAccount = !isBlank(draft.fields, 'account');
  fill(draft.fields, 'undepfunds', toAccount ? 'F' : 'T');
  const letter = idOf(draft.fields, 'undepfunds') === 'F' ? 'C' : 'B';
  for (const [id, value] of Object.entries(statusFields('cashsale', letter))) {
    draft.fields.set(id, value);
  }
}

// [documented] text
function checkTermsOrPayment(draft: Draft): void {
  if (isBlank(draft.fields, 'terms') || isBlank(draft.fields, 'paymentmethod')) return;
  refuse(
    'USER_ERROR',
    'Please specify either a terms parameter or a paymentmethod parameter, but not both.',
  );
}
