// The purchase order: goods of a vendor that are on their way; receipts bring them into stock. Bills are not kept here.

import { decimalOf, numberOf, sum, times, toCents } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { refuseAsUser } from '../failure.ts';
import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import type { Draft } from '../records/draft.ts';
import { draftLines, fill, idOf, isBlank } from '../records/draft.ts';
import { checkNothingDependsOn } from './dependents.ts';
import { completeHeader } from './header.ts';
import { settleOrder } from './order-progress.ts';
import { OWN_STATUS, checkStatusChoice, forgetStatus } from './status-choice.ts';
import {
  checkItemLines,
  checkLocations,
  checkPositive,
  checkSubsidiary,
} from './transaction-checks.ts';

/** What a purchase order does beyond keeping fields. It starts as Pending Receipt. [assumed] */
export const purchaseOrder: Behaviour = behaviour({
  transformsTo: ['itemreceipt'],
  start: (engine, draft) => {
    if (draft.origin === 'copy') forgetStatus(draft);
    fill(draft.fields, 'orderstatus', 'B');
    completeHeader(engine, draft, 'entity');
  },
  complete: (engine, draft) => {
    completeHeader(engine, draft, 'entity');
    fill(draft.fields, 'orderstatus', 'B');
    completeLines(engine, draft);
  },
  check: (engine, draft) => {
    checkItemLines(draft, 'item');
    checkVendor(engine, draft);
    checkSubsidiary(engine, draft, 'entity');
    checkLocations(engine, draft, 'item');
    checkStatusChoice(draft, OWN_STATUS);
    for (const { values } of draftLines(draft, 'item'))
      checkPositive(values, 'quantity', 'Quantity');
  },
  saved: (engine, after) => {
    settleOrder(engine, after.id, { isTouched: false });
  },
  checkDelete: checkNothingDependsOn,
});

// The rate is the item's cost unless it is given.
function completeLines(engine: Engine, draft: Draft): void {
  const amounts = draftLines(draft, 'item').map(({ values, touched }) => {
    const item = engine.store.find('item', idOf(values, 'item'));
    fill(values, 'rate', item?.fields['cost'] ?? 0);
    fill(values, 'location', draft.fields.get('location') ?? null);
    const isGiven = touched.has('amount') && !isBlank(values, 'amount');
    const computed = toCents(
      times(decimalOf(values.get('quantity')), decimalOf(values.get('rate'))),
    );
    const amount = isGiven ? decimalOf(values.get('amount')) : computed;
    values.set('amount', numberOf(amount));
    return amount;
  });
  draft.fields.set('total', numberOf(sum(amounts)));
}

// The text is the one imports show for entities that are not there. [documented]
function checkVendor(engine: Engine, draft: Draft): void {
  const id = idOf(draft.fields, 'entity');
  if (engine.store.get('vendor', id) === undefined)
    refuseAsUser(
      `Invalid entity reference key ${id} for subsidiary ${idOf(draft.fields, 'subsidiary')}.`,
    );
}
