// The item receipt: goods of a return, a purchase or a transfer go into stock.

import type { Decimal } from '../decimal.ts';
import { decimalOf, numberOf, sum } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { refuseAsUser } from '../failure.ts';
import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import type { Draft, DraftLine } from '../records/draft.ts';
import { draftLines, fill, idOf, isBlank, newLine } from '../records/draft.ts';
import { recordKind } from '../schema/record-kinds.ts';
import { ownName } from '../store/names.ts';
import type { StoredData } from '../store/stored-data.ts';
import { linesOf, textOf } from '../store/stored-data.ts';
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
  start: startFromOrder,
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

function startFromOrder(engine: Engine, draft: Draft): void {
  if (draft.source?.type === 'transferorder') {
    startFromTransfer(engine, draft, draft.source);
    return;
  }
  const order = openOrder(draft);
  carryBody(draft, order, CARRIED);
  fill(draft.fields, 'trandate', engine.calendar.startOfDay(engine.now()));
  const open = lineProgress(engine, order).filter((line) => remainingToFulfill(line) > 0n);
  if (open.length === 0) refuseStart(draft, 'Nothing is left to receive.');
  for (const line of open) {
    const locationId = textOf(line.values, 'location') || idOf(draft.fields, 'location');
    const remaining = remainingToFulfill(line);
    const opened = { line, remaining, locationId, orderline: line.line };
    draftLines(draft, 'item').push(receiptLine(engine, draft, opened));
  }
}

// What was shipped, all of it or one fulfillment's, and not yet received, at the location it goes to. A line closed
// after it shipped is still received. [seen] the default value `itemfulfillment`
function startFromTransfer(engine: Engine, draft: Draft, order: StoredData): void {
  const letter = textOf(order.fields, 'orderstatus');
  if (letter === 'A' || letter === 'C') refuseStart(draft, 'The order is not approved.');
  carryBody(draft, order, CARRIED);
  fill(draft.fields, 'trandate', engine.calendar.startOfDay(engine.now()));
  const fulfillment = idOf(draft.fields, 'itemfulfillment');
  const open = lineProgress(engine, order).flatMap((line) => {
    const remaining =
      fulfillment === ''
        ? line.shipped - line.received
        : leftOfFulfillment(engine, { order, fulfillment, line });
    return remaining > 0n ? [{ line, remaining }] : [];
  });
  if (open.length === 0) refuseStart(draft, 'Nothing is left to receive.');
  const locationId = textOf(order.fields, 'transferlocation');
  draft.fields.set('location', locationId);
  for (const { line, remaining } of open) {
    // The third of the three line numbers of a transfer's line. [seen]
    const orderline = String(Number(line.line) + 2);
    const opened = { line, remaining, locationId, orderline };
    draftLines(draft, 'item').push(receiptLine(engine, draft, opened));
  }
}

function leftOfFulfillment(
  engine: Engine,
  { order, fulfillment, line }: { order: StoredData; fulfillment: string; line: LineProgress },
): Decimal {
  const shipped = engine.store.get('itemfulfillment', fulfillment);
  if (shipped?.fields['createdfrom'] !== order.id || shipped.fields['shipstatus'] !== 'C')
    return 0n;
  const receipts = engine.store
    .linkedTo(fulfillment)
    .filter((record) => record.fields['itemfulfillment'] === fulfillment);
  const on = (records: readonly StoredData[], offset: number): Decimal =>
    sum(
      records
        .flatMap((record) => linesOf(record, 'item'))
        .filter((each) => each['orderline'] === String(Number(line.line) + offset))
        .map((each) => decimalOf(each['quantity'])),
    );
  return on([shipped], 1) - on(receipts, 2);
}

interface OpenLine {
  readonly line: LineProgress;
  readonly remaining: Decimal;
  readonly locationId: string;
  readonly orderline: string;
}

// Every line starts ticked with all that remains, at the return's location. [assumed] the location
function receiptLine(engine: Engine, draft: Draft, open: OpenLine): DraftLine {
  const { line } = open;
  const item = engine.store.find('item', textOf(line.values, 'item'));
  const isTicked = !engine.preferences.defaultItemsToZero;
  const remaining = numberOf(open.remaining);
  return newLine({
    ...carriedLineFields(draft, line.values, 'item'),
    item: textOf(line.values, 'item'),
    itemname: item === undefined ? null : ownName(item),
    itemtype: item === undefined ? null : recordKind(item.type).searchCode,
    orderline: open.orderline,
    itemreceive: isTicked,
    restock: true,
    quantity: isTicked ? remaining : null,
    quantityremaining: remaining,
    location: open.locationId,
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
