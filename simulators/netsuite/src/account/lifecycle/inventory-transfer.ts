// The inventory transfer: stock moves from one location to another at once.

import { decimalOf } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { refuseAsUser } from '../failure.ts';
import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import type { Draft } from '../records/draft.ts';
import { draftLines, fill, idOf } from '../records/draft.ts';
import { isStocked } from './items.ts';
import { moveStock } from './stock-moves.ts';
import {
  checkHasLines,
  checkItems,
  checkLocations,
  checkPeriod,
  checkPeriodOf,
} from './transaction-checks.ts';
import { subsidiaryOf } from './transfer-order.ts';

/** What an inventory transfer does beyond keeping fields. */
export const inventoryTransfer: Behaviour = behaviour({
  complete: (engine, draft) => {
    fill(draft.fields, 'trandate', engine.calendar.startOfDay(engine.now()));
    fill(draft.fields, 'subsidiary', subsidiaryOf(engine, idOf(draft.fields, 'location')));
  },
  check: (engine, draft) => {
    checkHasLines(draft, 'inventory');
    checkItems(draft, 'inventory');
    checkLines(engine, draft);
    checkLocations(engine, draft, 'inventory');
    checkPeriod(engine, draft);
    if (draft.before !== null) checkPeriodOf(engine, draft.before);
  },
  saved: moveStock,
  checkDelete: checkPeriodOf,
  deleted: (engine, record) => {
    moveStock(engine, null, record);
  },
});

// The texts are [assumed].
function checkLines(engine: Engine, draft: Draft): void {
  if (idOf(draft.fields, 'location') === idOf(draft.fields, 'transferlocation'))
    refuseAsUser('The from location and the to location must be different.');
  for (const { values } of draftLines(draft, 'inventory')) {
    const item = engine.store.find('item', idOf(values, 'item'));
    if (item === undefined || !isStocked(item))
      refuseAsUser(`Invalid item reference key ${idOf(values, 'item')}`);
    if (decimalOf(values.get('adjustqtyby')) <= 0n)
      refuseAsUser('Please enter value(s) for: Qty. to Transfer');
  }
}
