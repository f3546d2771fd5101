// A sale that takes stock itself, a cash sale or a lone invoice, must know from where.

import type { Engine } from '../engine.ts';
import { refuseAsUser } from '../failure.ts';
import type { Draft } from '../records/draft.ts';
import { draftLines, idOf, isBlank } from '../records/draft.ts';
import { stockParts } from './items.ts';

/** Refuses stocked items without a location on the line or the body. The text is [assumed]. */
export function checkStockLocations(engine: Engine, draft: Draft): void {
  if (!isBlank(draft.fields, 'location')) return;
  for (const line of draftLines(draft, 'item')) {
    const item = engine.store.find('item', idOf(line.values, 'item'));
    if (item === undefined || stockParts(engine, item).length === 0) continue;
    if (isBlank(line.values, 'location')) refuseAsUser('Please enter value(s) for: Location');
  }
}
