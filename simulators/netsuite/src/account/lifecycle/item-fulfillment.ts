// The item fulfillment: made from an order only, its lines the order's open lines, its stock gone once shipped.

import { numberOf } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { refuseAsUser } from '../failure.ts';
import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import type { Draft, DraftLine } from '../records/draft.ts';
import { draftLines, fill, idOf, newLine } from '../records/draft.ts';
import { textOf } from '../store/stored-data.ts';
import { carryBody, openOrder, refuseStart } from './carry-over.ts';
import { checkNothingDependsOn } from './dependents.ts';
import { completeDate } from './header.ts';
import type { LineProgress } from './line-progress.ts';
import { lineProgress, remainingToFulfill } from './line-progress.ts';
import { checkMovedLines, moveGoods, openLineValues, tickLines, undoMove } from './moved-goods.ts';
import { checkPeriod, checkPeriodOf } from './posting-period.ts';
import { setStatus } from './statuses.ts';
import { keepTicked } from './ticked-lines.ts';
import { checkLocations } from './transaction-checks.ts';

/** What an item fulfillment does beyond keeping fields. */
export const itemFulfillment: Behaviour = behaviour({
  isCreatable: false,
  start: startFromOrder,
  open: tickLines,
  complete: (engine, draft) => {
    keepTicked(draft, 'item', 'itemreceive');
    completeDate(engine, draft);
    fill(draft.fields, 'shipstatus', defaultShipStatus(engine));
    setStatus(draft, idOf(draft.fields, 'shipstatus'));
    draft.fields.set('trackingnumbers', trackingNumbers(draft));
  },
  check: (engine, draft) => {
    checkMovedLines(engine, draft);
    checkLocations(engine, draft, 'item');
    checkShipStatus(engine, draft);
  },
  saved: moveGoods,
  checkDelete: (engine, record) => {
    checkNothingDependsOn(engine, record);
    if (record.fields['shipstatus'] === 'C') checkPeriodOf(engine, record);
  },
  deleted: undoMove,
});

function defaultShipStatus(engine: Engine): string {
  return engine.preferences.pickPackShip ? 'A' : 'C';
}

const CARRIED = ['entity', 'subsidiary', 'shipmethod', 'department', 'class', 'memo'];

function startFromOrder(engine: Engine, draft: Draft): void {
  const order = openOrder(draft);
  carryBody(draft, order, CARRIED);
  const method = engine.store.find('shipitem', textOf(order.fields, 'shipmethod'));
  fill(draft.fields, 'shipcarrier', method?.fields['carrier'] ?? null);
  completeDate(engine, draft);
  fill(draft.fields, 'shipstatus', defaultShipStatus(engine));
  const open = lineProgress(engine, order).filter((line) => remainingToFulfill(line) > 0n);
  if (open.length === 0) refuseStart(draft, 'Nothing is left to fulfill.');
  const lines = draftLines(draft, 'item');
  for (const line of open) lines.push(fulfillmentLine(engine, draft, line));
}

function fulfillmentLine(engine: Engine, draft: Draft, line: LineProgress): DraftLine {
  const item = engine.store.find('item', textOf(line.values, 'item'));
  const isTransfer = draft.source?.type === 'transferorder';
  const locationId = textOf(isTransfer ? draft.source?.fields : line.values, 'location');
  const onHand =
    item === undefined || locationId === ''
      ? null
      : numberOf(engine.stock.onHand(item.id, locationId));
  // The second of the three line numbers of a transfer's line. [seen]
  const orderline = isTransfer ? String(Number(line.line) + 1) : line.line;
  const open = { line, remaining: remainingToFulfill(line), locationId, orderline };
  return newLine({
    ...openLineValues(engine, draft, open),
    itemdescription: line.values['description'] ?? null,
    onhand: onHand,
  });
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
