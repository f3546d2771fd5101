// What fulfillments and receipts share: their lines are open lines of an order, ticked or not, and once saved they move
// stock and count in the order.

import type { Decimal } from '../decimal.ts';
import { numberOf } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { refuseAsUser } from '../failure.ts';
import type { Draft } from '../records/draft.ts';
import { draftLines, idOf, isBlank } from '../records/draft.ts';
import { recordKind } from '../schema/record-kinds.ts';
import { ownName } from '../store/names.ts';
import type { StoredData, Values } from '../store/stored-data.ts';
import { textOf } from '../store/stored-data.ts';
import { carriedLineFields } from './carry-over.ts';
import { stockParts } from './items.ts';
import type { LineProgress } from './line-progress.ts';
import { settleOrder } from './order-progress.ts';
import { moveStock } from './stock-moves.ts';
import { checkHasLines, checkPositive } from './transaction-checks.ts';

/** What of an order's line may still be moved, to or from where. */
export interface OpenLine {
  readonly line: LineProgress;
  readonly remaining: Decimal;
  readonly locationId: string;
  readonly orderline: string;
}

/** The values of a line that moves what is open of an order's line. Ticked unless a preference says otherwise. [documented] */
export function openLineValues(engine: Engine, draft: Draft, open: OpenLine): Values {
  const { values } = open.line;
  const item = engine.store.find('item', textOf(values, 'item'));
  const isTicked = !engine.preferences.defaultItemsToZero;
  const remaining = numberOf(open.remaining);
  return {
    ...carriedLineFields(draft, values, 'item'),
    item: textOf(values, 'item'),
    itemname: item === undefined ? null : ownName(item),
    itemtype: item === undefined ? null : recordKind(item.type).searchCode,
    orderline: open.orderline,
    itemreceive: isTicked,
    quantity: isTicked ? remaining : null,
    quantityremaining: remaining,
    location: open.locationId,
  };
}

/** Ticks the lines of a loaded one: only what is moved is stored. */
export function tickLines(_engine: Engine, draft: Draft): void {
  for (const line of draftLines(draft, 'item')) line.values.set('itemreceive', true);
}

/** Refuses one that moves nothing, or stocked items without a location. [documented]; the texts are [assumed] */
export function checkMovedLines(engine: Engine, draft: Draft): void {
  checkHasLines(draft, 'item');
  for (const { values } of draftLines(draft, 'item')) {
    checkPositive(values, 'quantity', 'Quantity');
    const item = engine.store.find('item', idOf(values, 'item'));
    const leavesStock = item !== undefined && stockParts(engine, item).length > 0;
    if (leavesStock && isBlank(values, 'location'))
      refuseAsUser('Please enter value(s) for: Location');
  }
}

/** Moves the stock of a saved one and counts its order. */
export function moveGoods(engine: Engine, after: StoredData, before: StoredData | null): void {
  moveStock(engine, after, before);
  settleOrder(engine, textOf(after.fields, 'createdfrom'), { isTouched: true });
}

/** Takes a deleted one's stock back and counts its order. */
export function undoMove(engine: Engine, record: StoredData): void {
  moveStock(engine, null, record);
  settleOrder(engine, textOf(record.fields, 'createdfrom'), { isTouched: true });
}
