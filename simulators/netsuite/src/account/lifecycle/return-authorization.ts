// The return authorization: an order in the other direction. What comes back is received, then credited.

import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import type { Draft } from '../records/draft.ts';
import { draftLines, fill, newLine } from '../records/draft.ts';
import type { StoredData, Values } from '../store/stored-data.ts';
import { linesOf, textOf } from '../store/stored-data.ts';
import { CARRIED_HEADER, carriedLineFields, carryBody, refuseStart } from './carry-over.ts';
import { checkNothingDependsOn } from './dependents.ts';
import { completeHeader } from './header.ts';
import { settleOrder } from './order-progress.ts';
import { checkSalesLines } from './sales-lines.ts';
import { completeSale, followSalesField, followSalesLine } from './sales-sourcing.ts';
import { checkStatusChoice } from './status-choice.ts';
import { checkLocations, checkSubsidiary } from './transaction-checks.ts';

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
    fill(draft.fields, 'orderstatus', 'A');
    completeSale(engine, draft);
  },
  check: (engine, draft) => {
    checkSalesLines(draft);
    checkSubsidiary(engine, draft, 'entity');
    checkLocations(engine, draft, 'item');
    checkStatusChoice(draft, STATUS_REFUSAL);
  },
  saved: (engine, after) => {
    settleOrder(engine, after.id, { isTouched: false });
  },
  checkDelete: checkNothingDependsOn,
});

const CARRIED = [...CARRIED_HEADER, 'memo', 'otherrefnum', 'discountitem', 'discountrate', 'email'];
const LINE = ['item', 'quantity', 'description', 'price', 'rate', 'amount', 'taxcode', 'location'];

// All lines of the sale come over; what is not returned is removed by the caller. [seen] the published script does
function startReturn(draft: Draft, source: StoredData): void {
  const status = textOf(source.fields, 'orderstatus');
  if (status === 'A' || status === 'B') refuseStart(draft, 'Nothing was fulfilled yet.');
  carryBody(draft, source, CARRIED);
  for (const values of linesOf(source, 'item')) {
    const kept: Record<string, Values[string]> = carriedLineFields(draft, values, 'item');
    for (const field of LINE) {
      const value = values[field];
      if (value !== undefined) kept[field] = value;
    }
    draftLines(draft, 'item').push(newLine({ ...kept, orderline: textOf(values, 'line') }));
  }
}

const STATUS_REFUSAL =
  'The status of a return authorization follows from its lines. It can only be set to Pending Approval (A) or ' +
  'Pending Receipt (B) before anything is received or credited.';
