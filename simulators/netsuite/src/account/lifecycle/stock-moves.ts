// What a posted transaction does to stock. A save applies the difference to what it did before; stock below zero
// is refused unless the account allows it.

import type { Decimal } from '../decimal.ts';
import { decimalOf, decimalText, times } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { refuseAsUser } from '../failure.ts';
import { recordText } from '../records/references.ts';
import type { StoredData, Values } from '../store/stored-data.ts';
import { linesOf, textOf } from '../store/stored-data.ts';
import { stockParts } from './items.ts';
import { findOrder } from './line-progress.ts';

interface Move {
  readonly itemId: string;
  readonly locationId: string;
  readonly quantity: Decimal;
}

/** Applies what changed between two versions of a transaction; null where there is none. */
export function moveStock(
  engine: Engine,
  after: StoredData | null,
  before: StoredData | null,
): void {
  const net = new Map<string, Move>();
  const add = (move: Move, sign: bigint): void => {
    const key = `${move.itemId}@${move.locationId}`;
    const quantity = (net.get(key)?.quantity ?? 0n) + sign * move.quantity;
    net.set(key, { ...move, quantity });
  };
  for (const move of before === null ? [] : movesOf(engine, before)) add(move, -1n);
  for (const move of after === null ? [] : movesOf(engine, after)) add(move, 1n);
  for (const move of net.values()) applyMove(engine, move);
}

function applyMove(engine: Engine, move: Move): void {
  if (move.quantity === 0n) return;
  const present = engine.stock.onHand(move.itemId, move.locationId);
  const isShort = move.quantity < 0n && present + move.quantity < 0n;
  if (isShort && !engine.preferences.allowNegativeInventory) refuseShortage(engine, move, present);
  engine.stock.move(move.itemId, move.locationId, move.quantity);
}

// [documented] that it is refused with negative inventory off; the text is [assumed]
function refuseShortage(engine: Engine, move: Move, present: Decimal): never {
  const item = engine.store.find('item', move.itemId);
  const location = engine.store.find('location', move.locationId);
  const itemText = item === undefined ? move.itemId : recordText(engine.store, item);
  const locationText =
    location === undefined ? move.locationId : recordText(engine.store, location);
  return refuseAsUser(
    `You only have ${decimalText(present)} of item ${itemText} on hand at location ${locationText}. ` +
      `Please enter a different quantity.`,
  );
}

function movesOf(engine: Engine, record: StoredData): Move[] {
  switch (record.type) {
    case 'itemfulfillment':
      return record.fields['shipstatus'] === 'C' ? lineMoves(engine, record, -1n) : [];
    case 'itemreceipt':
      return lineMoves(engine, record, 1n);
    case 'cashsale':
    case 'invoice':
      return isFromOrder(engine, record) ? [] : lineMoves(engine, record, -1n);
    case 'creditmemo':
    case 'cashrefund':
      return isFromOrder(engine, record) ? [] : lineMoves(engine, record, 1n);
    case 'inventoryadjustment':
      return linesOf(record, 'inventory').map((line) => ({
        itemId: textOf(line, 'item'),
        locationId: textOf(line, 'location'),
        quantity: decimalOf(line['adjustqtyby']),
      }));
    case 'inventorytransfer':
      return linesOf(record, 'inventory').flatMap((line) => transferMoves(record, line));
    default:
      return [];
  }
}

function transferMoves({ fields }: StoredData, line: Values): Move[] {
  const itemId = textOf(line, 'item');
  const quantity = decimalOf(line['adjustqtyby']);
  return [
    { itemId, locationId: textOf(fields, 'location'), quantity: -quantity },
    { itemId, locationId: textOf(fields, 'transferlocation'), quantity },
  ];
}

// What an order sold left stock with its fulfillments, what a return credits came back with its receipts.
// [documented]
function isFromOrder(engine: Engine, record: StoredData): boolean {
  return findOrder(engine, textOf(record.fields, 'createdfrom')) !== null;
}

function lineMoves(engine: Engine, record: StoredData, sign: bigint): Move[] {
  return linesOf(record, 'item').flatMap((line) => {
    const item = engine.store.find('item', textOf(line, 'item'));
    if (item === undefined) return [];
    return stockParts(engine, item).map((part) => ({
      itemId: part.itemId,
      locationId: lineLocation(record, line),
      quantity: sign * times(decimalOf(line['quantity']), part.each),
    }));
  });
}

/** A line's location, else the transaction's. [assumed] */
function lineLocation(record: StoredData, line: Values): string {
  return textOf(line, 'location') || textOf(record.fields, 'location');
}
