// The item receipt of a return: its goods go back into stock.

import { decimalOf, numberOf } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { refuseAsUser } from '../failure.ts';
import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import type { Draft, DraftLine } from '../records/draft.ts';
import { draftLines, fill, idOf, isBlank, newLine } from '../records/draft.ts';
import { recordKind } from '../schema/record-kinds.ts';
import { ownName } from '../store/names.ts';
import type { StoredData } from '../store/stored-data.ts';
import { textOf } from '../store/stored-data.ts';
import { carriedLineFields, carryBody, openOrder, refuseStart } from './carry-over.ts';
import { checkNothingDependsOn } from './dependents.ts';
import { stockParts } from './items.ts';
import type { LineProgress } from './line-progress.ts';
import { lineProgress, remainingToFulfill } from './line-progress.ts';
import { checkOrderBalance, refreshOrder } from './order-progress.ts';
import { moveStock } from './stock-moves.ts';
import { checkLocations, checkPeriod, checkPeriodOf } from './transaction-checks.ts';

/** What an item receipt does beyond keeping fields. */
export const itemReceipt: Behaviour = behaviour({
  isCreatable: false,
  start: startFromReturn,
  open: (_engine, draft) => {
    for (const line of draftLines(draft, 'item')) line.values.set('itemreceive', true);
  },
  complete: (engine, draft) => {
    const ticked = draftLines(draft, 'item').filter(
      (line) => line.values.get('itemreceive') === true,
    );
    draft.sublists.set('item', ticked);
    fill(draft.fields, 'trandate', engine.calendar.startOfDay(engine.now()));
  },
  check: (engine, draft) => {
    checkLines(engine, draft);
    checkLocations(engine, draft, 'item');
    checkPeriod(engine, draft);
    if (draft.before !== null) checkPeriodOf(engine, draft.before);
  },
  saved: (engine, after, before) => {
    moveStock(engine, after, before);
    settle(engine, after);
  },
  checkDelete: (engine, record) => {
    checkNothingDependsOn(engine, record);
    checkPeriodOf(engine, record);
  },
  deleted: (engine, record) => {
    moveStock(engine, null, record);
    settle(engine, record);
  },
});

function settle(engine: Engine, record: StoredData): void {
  const orderId = textOf(record.fields, 'createdfrom');
  refreshOrder(engine, orderId, { isTouched: true });
  checkOrderBalance(engine, orderId);
}

const CARRIED = [
  'entity',
  'subsidiary',
  'currency',
  'exchangerate',
  'location',
  'department',
  'class',
  'memo',
];

function startFromReturn(engine: Engine, draft: Draft): void {
  const order = openOrder(draft);
  carryBody(draft, order, CARRIED);
  fill(draft.fields, 'trandate', engine.calendar.startOfDay(engine.now()));
  const open = lineProgress(engine, order).filter((line) => remainingToFulfill(line) > 0n);
  if (open.length === 0) refuseStart(draft, 'Nothing is left to receive.');
  for (const line of open) draftLines(draft, 'item').push(receiptLine(engine, draft, line));
}

// Every line starts ticked with all that remains, at the return's location. [assumed] the location
function receiptLine(engine: Engine, draft: Draft, line: LineProgress): DraftLine {
  const item = engine.store.find('item', textOf(line.values, 'item'));
  const isTicked = !engine.preferences.defaultItemsToZero;
  const remaining = numberOf(remainingToFulfill(line));
  return newLine({
    ...carriedLineFields(draft, line.values, 'item'),
    item: textOf(line.values, 'item'),
    itemname: item === undefined ? null : ownName(item),
    itemtype: item === undefined ? null : recordKind(item.type).searchCode,
    orderline: line.line,
    itemreceive: isTicked,
    restock: true,
    quantity: isTicked ? remaining : null,
    quantityremaining: remaining,
    location: textOf(line.values, 'location') || idOf(draft.fields, 'location'),
  });
}

function checkLines(engine: Engine, draft: Draft): void {
  const lines = draftLines(draft, 'item');
  if (lines.length === 0) {
    refuseAsUser('You must enter at least one line item for this transaction');
  }
  for (const { values } of lines) {
    if (decimalOf(values.get('quantity')) <= 0n)
      refuseAsUser('Please enter value(s) for: Quantity');
    const item = engine.store.find('item', idOf(values, 'item'));
    const isStocked = item !== undefined && stockParts(engine, item).length > 0;
    if (isStocked && isBlank(values, 'location'))
      refuseAsUser('Please enter value(s) for: Location');
  }
}
