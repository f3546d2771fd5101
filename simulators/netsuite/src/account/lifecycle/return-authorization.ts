// The return authorization: an order in the other direction. What comes back is received, then credited.

import { refuse } from '../failure.ts';
import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import type { Draft } from '../records/draft.ts';
import { draftLines, fill, idOf, newLine } from '../records/draft.ts';
import type { StoredData, Values } from '../store/stored-data.ts';
import { linesOf, textOf } from '../store/stored-data.ts';
import { carriedLineFields, carryBody, refuseStart } from './carry-over.ts';
import { checkNothingDependsOn } from './dependents.ts';
import { checkOrderBalance, refreshOrder } from './order-progress.ts';
import { checkAmounts, completeSalesLines } from './sales-lines.ts';
import { followSalesField, followSalesLine } from './sales-sourcing.ts';
import { completeTotals } from './totals.ts';
import {
  checkHasLines,
  checkItems,
  checkLocations,
  checkSubsidiary,
  completeHeader,
} from './transaction-checks.ts';

/** What a return authorization does beyond keeping fields. */
export const returnAuthorization: Behaviour = behaviour({
  transformsTo: ['itemreceipt', 'creditmemo', 'cashrefund'],
  start: (engine, draft) => {
    if (draft.origin === 'transform' && draft.source !== null) startReturn(draft, draft.source);
    fill(draft.fields, 'orderstatus', 'A');
    completeHeader(engine, draft, 'entity');
  },
  fieldChanged: followSalesField,
  lineChanged: followSalesLine,
  complete: (engine, draft) => {
    completeHeader(engine, draft, 'entity');
    fill(draft.fields, 'orderstatus', 'A');
    completeSalesLines(engine, draft);
    completeTotals(engine, draft);
  },
  check: (engine, draft) => {
    checkHasLines(draft, 'item');
    checkItems(draft, 'item');
    checkAmounts(draft);
    checkSubsidiary(engine, draft, 'entity');
    checkLocations(engine, draft, 'item');
    checkStatus(draft);
  },
  saved: (engine, after) => {
    refreshOrder(engine, after.id, { isTouched: false });
    checkOrderBalance(engine, after.id);
  },
  checkDelete: checkNothingDependsOn,
});

const CARRIED = [
  'entity',
  'subsidiary',
  'currency',
  'exchangerate',
  'location',
  'department',
  'class',
];
const CARRIED_MORE = ['memo', 'otherrefnum', 'discountitem', 'discountrate', 'email'];
const LINE = ['item', 'quantity', 'description', 'price', 'rate', 'amount', 'taxcode', 'location'];

// All lines of the sale come over; what is not returned is removed by the caller. [seen] the published script does
function startReturn(draft: Draft, source: StoredData): void {
  const status = textOf(source.fields, 'orderstatus');
  if (status === 'A' || status === 'B') refuseStart(draft, 'Nothing was fulfilled yet.');
  carryBody(draft, source, [...CARRIED, ...CARRIED_MORE]);
  for (const values of linesOf(source, 'item')) {
    const kept: Record<string, Values[string]> = carriedLineFields(draft, values, 'item');
    for (const field of LINE) {
      const value = values[field];
      if (value !== undefined) kept[field] = value;
    }
    draftLines(draft, 'item').push(newLine({ ...kept, orderline: textOf(values, 'line') }));
  }
}

function checkStatus(draft: Draft): void {
  if (!draft.touched.has('orderstatus')) return;
  const wanted = idOf(draft.fields, 'orderstatus');
  const present = textOf(draft.before?.fields, 'orderstatus');
  if (wanted === present) return;
  const isOpen = present === '' || present === 'A' || present === 'B';
  if ((wanted === 'A' || wanted === 'B') && isOpen) return;
  refuse(
    'USER_ERROR',
    'The status of a return authorization follows from its lines. It can only be set to Pending Approval (A) or ' +
      'Pending Receipt (B) before anything is received or credited.',
  );
}
