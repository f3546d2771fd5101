// What every bill does: the invoice, the cash sale, and the credit memo and cash refund that take one back. A bill of
// an order or return counts in it; a lone one moves its stock itself.

import type { Engine } from '../engine.ts';
import { refuseAsUser } from '../failure.ts';
import type { Draft } from '../records/draft.ts';
import { draftLines, idOf, isBlank } from '../records/draft.ts';
import type { StoredData } from '../store/stored-data.ts';
import { textOf } from '../store/stored-data.ts';
import { stockParts } from './items.ts';
import { findOrder } from './line-progress.ts';
import { refreshOrder, settleOrder } from './order-progress.ts';
import { checkPosting } from './posting-period.ts';
import { moveStock } from './stock-moves.ts';
import { checkLocations, checkSubsidiary } from './transaction-checks.ts';

/** Refuses a bill of a subsidiary, location or day it cannot have, or without the place its stock leaves. */
export function checkBill(engine: Engine, draft: Draft): void {
  checkSubsidiary(engine, draft, 'entity');
  checkLocations(engine, draft, 'item');
  checkPosting(engine, draft);
  if (idOf(draft.fields, 'createdfrom') === '') checkStockLocations(engine, draft);
}

// Stocked items need a location on the line or the body. The text is [assumed].
function checkStockLocations(engine: Engine, draft: Draft): void {
  if (!isBlank(draft.fields, 'location')) return;
  for (const line of draftLines(draft, 'item')) {
    const item = engine.store.find('item', idOf(line.values, 'item'));
    if (item === undefined || stockParts(engine, item).length === 0) continue;
    if (isBlank(line.values, 'location')) refuseAsUser('Please enter value(s) for: Location');
  }
}

/** Counts a saved bill in the order it was made from. @throws when more is billed than may be */
export function settleOrderOf(engine: Engine, bill: StoredData): void {
  const order = orderOf(engine, bill);
  if (order !== null) settleOrder(engine, order.id, { isTouched: true });
}

/** Takes a deleted bill's stock back and counts its order again. */
export function undoBill(engine: Engine, bill: StoredData): void {
  moveStock(engine, null, bill);
  const order = orderOf(engine, bill);
  if (order !== null) refreshOrder(engine, order.id);
}

// Null for a bill that stands alone.
function orderOf(engine: Engine, bill: StoredData): StoredData | null {
  return findOrder(engine, textOf(bill.fields, 'createdfrom'));
}
