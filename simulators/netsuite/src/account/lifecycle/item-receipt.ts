// The item receipt: goods of a return, a purchase or a transfer go into stock.

import type { Decimal } from '../decimal.ts';
import { decimalOf, sum } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import type { Draft, DraftLine } from '../records/draft.ts';
import { draftLines, idOf, newLine } from '../records/draft.ts';
import type { StoredData } from '../store/stored-data.ts';
import { linesOf, textOf } from '../store/stored-data.ts';
import { CARRIED_HEADER, carryBody, openOrder, refuseStart } from './carry-over.ts';
import { completeDate } from './header.ts';
import type { LineProgress } from './line-progress.ts';
import { lineProgress, remainingToFulfill } from './line-progress.ts';
import type { OpenLine } from './moved-goods.ts';
import { checkMovedLines, moveGoods, openLineValues, tickLines, undoMove } from './moved-goods.ts';
import { checkPostedDelete, checkPosting } from './posting-period.ts';
import { keepTicked } from './ticked-lines.ts';
import { checkLocations } from './transaction-checks.ts';

/** What an item receipt does beyond keeping fields. */
export const itemReceipt: Behaviour = behaviour({
  isCreatable: false,
  start: startFromOrder,
  open: tickLines,
  complete: (engine, draft) => {
    keepTicked(draft, 'item', 'itemreceive');
    completeDate(engine, draft);
  },
  check: (engine, draft) => {
    checkMovedLines(engine, draft);
    checkLocations(engine, draft, 'item');
    checkPosting(engine, draft);
  },
  saved: moveGoods,
  checkDelete: checkPostedDelete,
  deleted: undoMove,
});

const CARRIED = [...CARRIED_HEADER, 'memo'];

function startFromOrder(engine: Engine, draft: Draft): void {
  if (draft.source?.type === 'transferorder') {
    startFromTransfer(engine, draft, draft.source);
    return;
  }
  const order = openOrder(draft);
  carryBody(draft, order, CARRIED);
  completeDate(engine, draft);
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
  completeDate(engine, draft);
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

// At the return's location. [assumed]
function receiptLine(engine: Engine, draft: Draft, open: OpenLine): DraftLine {
  return newLine({ ...openLineValues(engine, draft, open), restock: true });
}
