// The inventory adjustment: stock goes up or down at a location, against an account.

import { decimalOf, numberOf } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { refuseAsUser } from '../failure.ts';
import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import type { Draft } from '../records/draft.ts';
import { draftLines, fill, idOf, isBlank } from '../records/draft.ts';
import { textOf } from '../store/stored-data.ts';
import { isStocked } from './items.ts';
import { moveStock } from './stock-moves.ts';
import {
  checkHasLines,
  checkItems,
  checkLocations,
  checkPeriod,
  checkPeriodOf,
} from './transaction-checks.ts';

/** What an inventory adjustment does beyond keeping fields. */
export const inventoryAdjustment: Behaviour = behaviour({
  complete: (engine, draft) => {
    const { fields } = draft;
    fill(fields, 'trandate', engine.calendar.startOfDay(engine.now()));
    for (const line of draftLines(draft, 'inventory')) {
      fill(line.values, 'location', fields.get('adjlocation') ?? null);
    }
    fill(fields, 'subsidiary', defaultSubsidiary(engine, draft));
    showQuantities(engine, draft);
  },
  check: (engine, draft) => {
    checkHasLines(draft, 'inventory');
    checkItems(draft, 'inventory');
    checkStocked(engine, draft);
    checkLocations(engine, draft, 'inventory');
    checkPeriod(engine, draft);
    if (draft.before !== null) checkPeriodOf(engine, draft.before);
  },
  saved: (engine, after, before) => {
    moveStock(engine, after, before);
  },
  checkDelete: checkPeriodOf,
  deleted: (engine, record) => {
    moveStock(engine, null, record);
  },
});

// The location's subsidiary, else the account's first: published scripts and feeds send none. [seen]
function defaultSubsidiary(engine: Engine, draft: Draft): string {
  const first = draftLines(draft, 'inventory')[0];
  const id =
    idOf(draft.fields, 'adjlocation') ||
    (first === undefined ? '' : idOf(first.values, 'location'));
  return textOf(engine.store.find('location', id)?.fields, 'subsidiary') || '1';
}

function showQuantities(engine: Engine, draft: Draft): void {
  for (const { values, before } of draftLines(draft, 'inventory')) {
    if (before !== null) continue;
    const onHand = engine.stock.onHand(idOf(values, 'item'), idOf(values, 'location'));
    values.set('quantityonhand', numberOf(onHand));
    values.set('newquantity', numberOf(onHand + decimalOf(values.get('adjustqtyby'))));
  }
}

function checkStocked(engine: Engine, draft: Draft): void {
  for (const { values } of draftLines(draft, 'inventory')) {
    const item = engine.store.find('item', idOf(values, 'item'));
    // The text is [documented] for items that cannot be found.
    if (item === undefined || !isStocked(item)) {
      refuseAsUser(`Invalid item reference key ${idOf(values, 'item')}`);
    }
    if (isBlank(values, 'location')) refuseAsUser('Please enter value(s) for: Location');
  }
}
