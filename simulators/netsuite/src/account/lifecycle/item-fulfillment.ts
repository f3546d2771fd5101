// The item fulfillment: made from an order only, its lines the order's open lines, its stock gone once shipped.

import type { FieldValue } from '../account.ts';
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
import { statusFields } from './statuses.ts';
import { moveStock } from './stock-moves.ts';
import { checkLocations, checkPeriod, checkPeriodOf } from './transaction-checks.ts';

/** What an item fulfillment does beyond keeping fields. */
export const itemFulfillment: Behaviour = behaviour({
  isCreatable: false,
  start: startFromOrder,
  open: (_engine, draft) => {
    for (const line of draftLines(draft, 'item')) line.values.set('itemreceive', true);
  },
  complete: (engine, draft) => {
    keepTickedLines(draft);
    fill(draft.fields, 'trandate', engine.calendar.startOfDay(engine.now()));
    fill(draft.fields, 'shipstatus', defaultShipStatus(engine));
    const status = statusFields('itemfulfillment', idOf(draft.fields, 'shipstatus'));
    for (const [id, value] of Object.entries(status)) draft.fields.set(id, value);
    draft.fields.set('trackingnumbers', trackingNumbers(draft));
  },
  check: (engine, draft) => {
    checkLines(engine, draft);
    checkLocations(engine, draft, 'item');
    checkShipStatus(engine, draft);
  },
  saved: (engine, after, before) => {
    moveStock(engine, after, before);
    settleOrder(engine, after);
  },
  checkDelete: (engine, record) => {
    checkNothingDependsOn(engine, record);
    if (record.fields['shipstatus'] === 'C') checkPeriodOf(engine, record);
  },
  deleted: (engine, record) => {
    moveStock(engine, null, record);
    settleOrder(engine, record);
  },
});

function settleOrder(engine: Engine, record: StoredData): void {
  const orderId = textOf(record.fields, 'createdfrom');
  refreshOrder(engine, orderId, { isTouched: true });
  checkOrderBalance(engine, orderId);
}

function defaultShipStatus(engine: Engine): string {
  return engine.preferences.pickPackShip ? 'A' : 'C';
}

const CARRIED = ['entity', 'subsidiary', 'shipmethod', 'department', 'class', 'memo'];

function startFromOrder(engine: Engine, draft: Draft): void {
  const order = openOrder(draft);
  carryBody(draft, order, CARRIED);
  const method = engine.store.find('shipitem', textOf(order.fields, 'shipmethod'));
  fill(draft.fields, 'shipcarrier', method?.fields['carrier'] ?? null);
  fill(draft.fields, 'trandate', engine.calendar.startOfDay(engine.now()));
  fill(draft.fields, 'shipstatus', defaultShipStatus(engine));
  const open = lineProgress(engine, order).filter((line) => remainingToFulfill(line) > 0n);
  if (open.length === 0) refuseStart(draft, 'Nothing is left to fulfill.');
  const lines = draftLines(draft, 'item');
  for (const line of open) lines.push(fulfillmentLine(engine, draft, line));
}

// Every line starts ticked with all that remains, unless a preference says otherwise. [documented]
function fulfillmentLine(engine: Engine, draft: Draft, line: LineProgress): DraftLine {
  const item = engine.store.find('item', textOf(line.values, 'item'));
  const isTransfer = draft.source?.type === 'transferorder';
  const locationId = textOf(isTransfer ? draft.source?.fields : line.values, 'location');
  const isTicked = !engine.preferences.defaultItemsToZero;
  const remaining = numberOf(remainingToFulfill(line));
  const onHand =
    item === undefined || locationId === ''
      ? null
      : numberOf(engine.stock.onHand(item.id, locationId));
  const values: Record<string, FieldValue> = {
    ...carriedLineFields(draft, line.values, 'item'),
    item: textOf(line.values, 'item'),
    itemname: item === undefined ? null : ownName(item),
    itemtype: item === undefined ? null : recordKind(item.type).searchCode,
    itemdescription: line.values['description'] ?? null,
    // The second of the three line numbers of a transfer's line. [seen]
    orderline: isTransfer ? String(Number(line.line) + 1) : line.line,
    itemreceive: isTicked,
    quantity: isTicked ? remaining : null,
    quantityremaining: remaining,
    location: locationId,
    onhand: onHand,
  };
  return newLine(values);
}

// Lines left unticked are not part of the fulfillment. [documented]
function keepTickedLines(draft: Draft): void {
  const ticked = draftLines(draft, 'item').filter(
    (line) => line.values.get('itemreceive') === true,
  );
  draft.sublists.set('item', ticked);
}

function checkLines(engine: Engine, draft: Draft): void {
  const lines = draftLines(draft, 'item');
  if (lines.length === 0) {
    refuseAsUser('You must enter at least one line item for this transaction');
  }
  for (const line of lines) {
    if (decimalOf(line.values.get('quantity')) <= 0n) {
      refuseAsUser('Please enter value(s) for: Quantity');
    }
    const item = engine.store.find('item', idOf(line.values, 'item'));
    const isStocked = item !== undefined && stockParts(engine, item).length > 0;
    // [documented] that stocked items need one; the text is [assumed]
    if (isStocked && isBlank(line.values, 'location')) {
      refuseAsUser('Please enter value(s) for: Location');
    }
  }
}

// Picked → Packed → Shipped, never back; shipping posts and needs an open period. [documented]
function checkShipStatus(engine: Engine, draft: Draft): void {
  const after = idOf(draft.fields, 'shipstatus');
  const before = textOf(draft.before?.fields, 'shipstatus');
  if (before > after) {
    refuseAsUser(`The status of a fulfillment cannot go back from ${before} to ${after}.`);
  }
  if (before === 'C' && draft.before !== null) checkPeriodOf(engine, draft.before);
  if (after === 'C') checkPeriod(engine, draft);
}

// Several packages' numbers are shown with line breaks between them. [seen]
function trackingNumbers(draft: Draft): string {
  return draftLines(draft, 'package')
    .map((line) => idOf(line.values, 'packagetrackingnumber'))
    .filter((number) => number !== '')
    .join('<BR>');
}
