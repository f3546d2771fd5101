// The transfer order: goods leave one location with fulfillments and reach another with receipts of those.

import { decimalOf, numberOf, sum, times } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { refuseAsUser } from '../failure.ts';
import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import type { Draft } from '../records/draft.ts';
import { draftLines, fill, idOf, isBlank } from '../records/draft.ts';
import { checkNothingDependsOn } from './dependents.ts';
import { completeDate, completeHeader, subsidiaryOf } from './header.ts';
import { isFulfillable } from './items.ts';
import { settleOrder } from './order-progress.ts';
import { OWN_STATUS, checkStatusChoice, forgetStatus } from './status-choice.ts';
import {
  checkItemKind,
  checkItemLines,
  checkLocations,
  checkPlacesDiffer,
  checkPositive,
  checkSubsidiary,
} from './transaction-checks.ts';

/** What a transfer order does beyond keeping fields. It starts as Pending Fulfillment. [assumed] */
export const transferOrder: Behaviour = behaviour({
  transformsTo: ['itemfulfillment', 'itemreceipt'],
  start: (engine, draft) => {
    if (draft.origin === 'copy') forgetStatus(draft);
    fill(draft.fields, 'orderstatus', 'B');
    completeHeader(engine, draft, 'entity');
  },
  complete: (engine, draft) => {
    completeDate(engine, draft);
    fill(draft.fields, 'orderstatus', 'B');
    fill(draft.fields, 'subsidiary', subsidiaryOf(engine, idOf(draft.fields, 'location')));
    completeAmounts(draft);
  },
  check: (engine, draft) => {
    checkItemLines(draft, 'item');
    checkPlaces(draft);
    checkSubsidiary(engine, draft, 'entity');
    checkLocations(engine, draft, 'item');
    checkGoods(engine, draft);
    checkStatusChoice(draft, OWN_STATUS);
  },
  saved: (engine, after) => {
    settleOrder(engine, after.id, { isTouched: false });
  },
  checkDelete: checkNothingDependsOn,
  deleted: (engine, record) => {
    engine.stock.setDemand(record.id, []);
  },
});

// A transfer price is optional: without one the goods go at no amount.
function completeAmounts(draft: Draft): void {
  const amounts = draftLines(draft, 'item').map(({ values }) => {
    const amount = times(decimalOf(values.get('quantity')), decimalOf(values.get('rate')));
    values.set('amount', numberOf(amount));
    return amount;
  });
  draft.fields.set('subtotal', numberOf(sum(amounts)));
  draft.fields.set('total', numberOf(sum(amounts)));
}

// [documented] that both are needed and differ; the texts are [assumed]
function checkPlaces(draft: Draft): void {
  for (const [id, label] of [
    ['location', 'From Location'],
    ['transferlocation', 'To Location'],
  ] as const) {
    if (isBlank(draft.fields, id)) refuseAsUser(`Please enter value(s) for: ${label}`);
  }
  checkPlacesDiffer(draft);
}

function checkGoods(engine: Engine, draft: Draft): void {
  for (const { values } of draftLines(draft, 'item')) {
    checkItemKind(engine, values, isFulfillable);
    checkPositive(values, 'quantity', 'Quantity');
  }
}
