// Checks that several transactions share: of their lines and items, subsidiaries and locations.

import { decimalOf } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { refuseAsUser } from '../failure.ts';
import type { Draft, DraftLine } from '../records/draft.ts';
import { draftLines, idOf, isBlank } from '../records/draft.ts';
import { recordText } from '../records/references.ts';
import type { StoredData } from '../store/stored-data.ts';
import { textOf } from '../store/stored-data.ts';

/** Refuses a customer of another subsidiary. The text is [documented]. */
export function checkSubsidiary(engine: Engine, draft: Draft, entityField: string): void {
  const entity = engine.store.find('entity', idOf(draft.fields, entityField));
  const own = idOf(draft.fields, 'subsidiary');
  const theirs = textOf(entity?.fields, 'subsidiary');
  if (entity === undefined || own === '' || theirs === '' || own === theirs) return;
  refuseAsUser(
    `Transaction subsidiary ${own} is not valid for entity ${entity.id}. Please choose a different entity.`,
  );
}

/** Refuses a location of another subsidiary, on the body or a line. The text is [assumed]. */
export function checkLocations(engine: Engine, draft: Draft, sublistId: string): void {
  const own = idOf(draft.fields, 'subsidiary');
  const ids = [
    idOf(draft.fields, 'location'),
    idOf(draft.fields, 'adjlocation'),
    ...draftLines(draft, sublistId).map((line) => idOf(line.values, 'location')),
  ];
  for (const id of new Set(ids)) {
    const location = engine.store.find('location', id);
    const theirs = textOf(location?.fields, 'subsidiary');
    if (location === undefined || own === '' || theirs === '' || own === theirs) continue;
    const text = recordText(engine.store, location);
    refuseAsUser(`Location ${text} is not valid for transaction subsidiary ${own}.`);
  }
}

/** Refuses a transaction without lines. The text is [documented]. */
export function checkHasLines(draft: Draft, sublistId: string): void {
  if (draftLines(draft, sublistId).length > 0) return;
  refuseAsUser('You must enter at least one line item for this transaction');
}

/** Refuses a transaction without lines and a line without an item. The text is the one imports show. [documented] */
export function checkItemLines(draft: Draft, sublistId: string): void {
  checkHasLines(draft, sublistId);
  if (draftLines(draft, sublistId).some((line) => isBlank(line.values, 'item'))) {
    refuseAsUser('Please choose an item to add');
  }
}

/** Refuses a line whose item is of no kind that may be on it. The text is [documented] for items that cannot be found. */
export function checkItemKind(
  engine: Engine,
  values: DraftLine['values'],
  isOfKind: (item: StoredData) => boolean,
): void {
  const item = engine.store.find('item', idOf(values, 'item'));
  if (item === undefined || !isOfKind(item))
    refuseAsUser(`Invalid item reference key ${idOf(values, 'item')}`);
}

/** Refuses a quantity that is not above zero with the text of mandatory fields. [assumed] */
export function checkPositive(values: DraftLine['values'], fieldId: string, label: string): void {
  if (decimalOf(values.get(fieldId)) <= 0n) refuseAsUser(`Please enter value(s) for: ${label}`);
}

/** Refuses a transfer from a location to itself. The text is [assumed]. */
export function checkPlacesDiffer({ fields }: Draft): void {
  if (idOf(fields, 'location') === idOf(fields, 'transferlocation'))
    refuseAsUser('The from location and the to location must be different.');
}
