// The transfer order: goods leave one location with fulfillments and reach another with receipts of those.

import { decimalOf, numberOf, sum, times } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { refuse, refuseAsUser } from '../failure.ts';
import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import type { Draft } from '../records/draft.ts';
import { draftLines, fill, idOf } from '../records/draft.ts';
import { textOf } from '../store/stored-data.ts';
import { checkNothingDependsOn } from './dependents.ts';
import { isFulfillable } from './items.ts';
import { checkOrderBalance, refreshOrder } from './order-progress.ts';
import {
  checkHasLines,
  checkItems,
  checkLocations,
  checkSubsidiary,
  completeHeader,
} from './transaction-checks.ts';

/** What a transfer order does beyond keeping fields. It starts as Pending Fulfillment. [assumed] */
export const transferOrder: Behaviour = behaviour({
  transformsTo: ['itemfulfillment', 'itemreceipt'],
  start: (engine, draft) => {
    if (draft.origin === 'copy') for (const id of COPIED_NOT) draft.fields.delete(id);
    fill(draft.fields, 'orderstatus', 'B');
    completeHeader(engine, draft, 'entity');
  },
  complete: (engine, draft) => {
    fill(draft.fields, 'trandate', engine.calendar.startOfDay(engine.now()));
    fill(draft.fields, 'orderstatus', 'B');
    fill(draft.fields, 'subsidiary', subsidiaryOf(engine, idOf(draft.fields, 'location')));
    completeAmounts(draft);
  },
  check: (engine, draft) => {
    checkHasLines(draft, 'item');
    checkItems(draft, 'item');
    checkPlaces(draft);
    checkSubsidiary(engine, draft, 'entity');
    checkLocations(engine, draft, 'item');
    checkGoods(engine, draft);
    checkStatusChoice(draft);
  },
  saved: (engine, after) => {
    refreshOrder(engine, after.id, { isTouched: false });
    checkOrderBalance(engine, after.id);
  },
  checkDelete: checkNothingDependsOn,
  deleted: (engine, record) => {
    engine.stock.setDemand(record.id, []);
  },
});

const COPIED_NOT = ['orderstatus', 'status', 'statusref'];

/** The subsidiary of a location; the account's first where it says none. */
export function subsidiaryOf(engine: Engine, locationId: string): string {
  return textOf(engine.store.find('location', locationId)?.fields, 'subsidiary') || '1';
}

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
function checkPlaces({ fields }: Draft): void {
  for (const [id, label] of [
    ['location', 'From Location'],
    ['transferlocation', 'To Location'],
  ] as const) {
    if (idOf(fields, id) === '') refuseAsUser(`Please enter value(s) for: ${label}`);
  }
  if (idOf(fields, 'location') === idOf(fields, 'transferlocation'))
    refuseAsUser('The from location and the to location must be different.');
}

function checkGoods(engine: Engine, draft: Draft): void {
  for (const { values } of draftLines(draft, 'item')) {
    const item = engine.store.find('item', idOf(values, 'item'));
    if (item === undefined || !isFulfillable(item))
      refuseAsUser(`Invalid item reference key ${idOf(values, 'item')}`);
    if (decimalOf(values.get('quantity')) <= 0n)
      refuseAsUser('Please enter value(s) for: Quantity');
  }
}

/** Callers choose between A and B until something happened; the rest follows from the lines. [documented] */
export function checkStatusChoice(draft: Draft): void {
  if (!draft.touched.has('orderstatus')) return;
  const wanted = idOf(draft.fields, 'orderstatus');
  const present = textOf(draft.before?.fields, 'orderstatus');
  const isOpen = present === '' || present === 'A' || present === 'B';
  if (wanted === present || (isOpen && (wanted === 'A' || wanted === 'B'))) return;
  refuse(
    'USER_ERROR',
    'The status of an order follows from its lines. It can only be set to A or B.',
  );
}
