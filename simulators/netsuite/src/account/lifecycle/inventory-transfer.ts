// The inventory transfer: stock moves from one location to another at once.

import type { Engine } from '../engine.ts';
import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import type { Draft } from '../records/draft.ts';
import { draftLines, fill, idOf } from '../records/draft.ts';
import { completeDate, subsidiaryOf } from './header.ts';
import { isStocked } from './items.ts';
import { checkPeriodOf, checkPosting } from './posting-period.ts';
import { moveStock } from './stock-moves.ts';
import {
  checkItemKind,
  checkItemLines,
  checkLocations,
  checkPlacesDiffer,
  checkPositive,
} from './transaction-checks.ts';

/** What an inventory transfer does beyond keeping fields. */
export const inventoryTransfer: Behaviour = behaviour({
  complete: (engine, draft) => {
    completeDate(engine, draft);
    fill(draft.fields, 'subsidiary', subsidiaryOf(engine, idOf(draft.fields, 'location')));
  },
  check: (engine, draft) => {
    checkItemLines(draft, 'inventory');
    checkLines(engine, draft);
    checkLocations(engine, draft, 'inventory');
    checkPosting(engine, draft);
  },
  saved: moveStock,
  checkDelete: checkPeriodOf,
  deleted: (engine, record) => {
    moveStock(engine, null, record);
  },
});

// The texts are [assumed].
function checkLines(engine: Engine, draft: Draft): void {
  checkPlacesDiffer(draft);
  for (const { values } of draftLines(draft, 'inventory')) {
    checkItemKind(engine, values, isStocked);
    checkPositive(values, 'adjustqtyby', 'Qty. to Transfer');
  }
}
