// The inventory adjustment: stock goes up or down at a location, against an account.

import { decimalOf, numberOf } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { refuseAsUser } from '../failure.ts';
import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import type { Draft } from '../records/draft.ts';
import { draftLines, fill, idOf, isBlank } from '../records/draft.ts';
import { completeDate, subsidiaryOf } from './header.ts';
import { isStocked } from './items.ts';
import { checkPeriodOf, checkPosting } from './posting-period.ts';
import { moveStock } from './stock-moves.ts';
import { checkItemKind, checkItemLines, checkLocations } from './transaction-checks.ts';

/** What an inventory adjustment does beyond keeping fields. */
export const inventoryAdjustment: Behaviour = behaviour({
  complete: (engine, draft) => {
    const { fields } = draft;
    completeDate(engine, draft);
    for (const line of draftLines(draft, 'inventory')) {
      fill(line.values, 'location', fields.get('adjlocation') ?? null);
    }
    fill(fields, 'subsidiary', defaultSubsidiary(engine, draft));
    showQuantities(engine, draft);
  },
  check: (engine, draft) => {
    checkItemLines(draft, 'inventory');
    checkStocked(engine, draft);
    checkLocations(engine, draft, 'inventory');
    checkPosting(engine, draft);
  },
  saved: moveStock,
  checkDelete: checkPeriodOf,
  deleted: (engine, record) => {
    moveStock(engine, null, record);
  },
});

function defaultSubsidiary(engine: Engine, draft: Draft): string {
  const first = draftLines(draft, 'inventory')[0];
  const id =
    idOf(draft.fields, 'adjlocation') ||
    (first === undefined ? '' : idOf(first.values, 'location'));
  return subsidiaryOf(engine, id);
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
    checkItemKind(engine, values, isStocked);
    if (isBlank(values, 'location')) refuseAsUser('Please enter value(s) for: Location');
  }
}
