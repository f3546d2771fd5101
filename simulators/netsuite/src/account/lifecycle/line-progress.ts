// What has happened to each line of an order or a return: shipped by its fulfillments (taken back by its receipts)
// and billed by its invoices (credited), counted anew from those records every time so that it cannot drift.

import { defined } from '@sendsale/std';

import type { Decimal } from '../decimal.ts';
import { decimalOf, ONE } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import type { StoredData, Values } from '../store/stored-data.ts';
import { isTrue, linesOf, textOf } from '../store/stored-data.ts';
import { isDiscount, isFulfillable } from './items.ts';

/** One order line and what has happened to it. */
export interface LineProgress {
  readonly line: string;
  readonly values: Values;
  readonly isFulfillable: boolean;
  readonly isDiscount: boolean;
  /** The line a discount works on; it goes where that goes, and is closed with it. [assumed] */
  readonly base: LineProgress | null;
  readonly isClosed: boolean;
  readonly ordered: Decimal;
  readonly picked: Decimal;
  readonly packed: Decimal;
  readonly shipped: Decimal;
  /** What of it reached the other location; transfer orders only. */
  readonly received: Decimal;
  readonly billed: Decimal;
}

/** The records that move an order's goods and its money. A return counts like an order, in the other direction. */
interface OrderKind {
  readonly moves: string;
  readonly bills: ReadonlySet<string>;
  /** The line field that shows what was moved. */
  readonly movedField: string;
  /** How far the `orderline` of what moves it is from the order's own line number. */
  readonly moveOffset: number;
  /** A record that moves the goods on to another location, and how far its `orderline` is off. */
  readonly receipts: { readonly type: string; readonly offset: number } | null;
}

const KINDS: Readonly<Record<string, OrderKind>> = {
  salesorder: {
    moves: 'itemfulfillment',
    bills: new Set(['invoice', 'cashsale']),
    movedField: 'quantityfulfilled',
    moveOffset: 0,
    receipts: null,
  },
  returnauthorization: {
    moves: 'itemreceipt',
    bills: new Set(['creditmemo', 'cashrefund']),
    movedField: 'quantityreceived',
    moveOffset: 0,
    receipts: null,
  },
  // Each line of a transfer order takes three line numbers: its own, its fulfillment's, its receipt's. [seen]
  transferorder: {
    moves: 'itemfulfillment',
    bills: new Set(),
    movedField: 'quantityfulfilled',
    moveOffset: 1,
    receipts: { type: 'itemreceipt', offset: 2 },
  },
  purchaseorder: {
    moves: 'itemreceipt',
    bills: new Set(),
    movedField: 'quantityreceived',
    moveOffset: 0,
    receipts: null,
  },
};

/** The kind of an order or return. */
export function kindOf(order: StoredData): OrderKind {
  return defined(KINDS[order.type], `${order.type} is an order or a return.`);
}

/** The order or return with this id; null when it is neither. */
export function findOrder(engine: Engine, id: string): StoredData | null {
  const found = engine.store.find('transaction', id);
  return found !== undefined && found.type in KINDS ? found : null;
}

/** The progress of every line of an order or return. */
export function lineProgress(engine: Engine, order: StoredData): LineProgress[] {
  const done = countsOf(engine, order);
  const progress: LineProgress[] = [];
  let base: LineProgress | null = null;
  for (const values of linesOf(order, 'item')) {
    const line = progressOf(engine, { values, done, base });
    progress.push(line);
    if (!line.isDiscount) base = line;
  }
  return progress;
}

interface Counts {
  readonly picked: ReadonlyMap<string, Decimal>;
  readonly packed: ReadonlyMap<string, Decimal>;
  readonly shipped: ReadonlyMap<string, Decimal>;
  readonly received: ReadonlyMap<string, Decimal>;
  readonly billed: ReadonlyMap<string, Decimal>;
}

function countsOf(engine: Engine, order: StoredData): Counts {
  const kind = kindOf(order);
  const linked = engine.store
    .linkedTo(order.id)
    .filter((record) => record.fields['createdfrom'] === order.id);
  const moves = linked.filter((record) => record.type === kind.moves);
  const inState = (letter: string): Map<string, Decimal> =>
    quantities(
      moves.filter((record) => (record.fields['shipstatus'] ?? 'C') === letter),
      kind.moveOffset,
    );
  return {
    picked: inState('A'),
    packed: inState('B'),
    shipped: inState('C'),
    received: quantities(
      linked.filter((record) => record.type === kind.receipts?.type),
      kind.receipts?.offset ?? 0,
    ),
    billed: quantities(
      linked.filter((record) => kind.bills.has(record.type)),
      0,
    ),
  };
}

function progressOf(
  engine: Engine,
  source: { values: Values; done: Counts; base: LineProgress | null },
): LineProgress {
  const { values, done, base } = source;
  const line = textOf(values, 'line');
  const item = engine.store.find('item', textOf(values, 'item'));
  const isOnLineAbove = item !== undefined && isDiscount(item);
  return {
    line,
    values,
    isDiscount: isOnLineAbove,
    base: isOnLineAbove ? base : null,
    isFulfillable: item !== undefined && isFulfillable(item),
    isClosed: isTrue(values, 'isclosed') || (isOnLineAbove && base?.isClosed === true),
    ordered: quantityOf(values),
    picked: done.picked.get(line) ?? 0n,
    packed: done.packed.get(line) ?? 0n,
    shipped: done.shipped.get(line) ?? 0n,
    received: done.received.get(line) ?? 0n,
    billed: done.billed.get(line) ?? 0n,
  };
}

/** Lines without a quantity, such as discounts, count as one. */
export function quantityOf(values: Values): Decimal {
  return values['quantity'] === undefined ? ONE : decimalOf(values['quantity']);
}

// By the order's line number.
function quantities(records: readonly StoredData[], offset: number): Map<string, Decimal> {
  const found = new Map<string, Decimal>();
  for (const record of records) {
    for (const values of linesOf(record, 'item')) {
      const line = String(Number(textOf(values, 'orderline')) - offset);
      found.set(line, (found.get(line) ?? 0n) + quantityOf(values));
    }
  }
  return found;
}

/** What may still be put on a fulfillment. */
export function remainingToFulfill(line: LineProgress): Decimal {
  if (line.isClosed || !line.isFulfillable) return 0n;
  return line.ordered - line.picked - line.packed - line.shipped;
}

/** What may be billed now: fulfilled and not yet billed; lines that are not fulfilled, once. [documented] */
export function remainingToBill(line: LineProgress, inAdvance: boolean): Decimal {
  if (line.base !== null && !isTrue(line.values, 'isclosed')) {
    return remainingDiscount(line, line.base, inAdvance);
  }
  if (line.isClosed && !line.isFulfillable) return 0n;
  const ready = line.isFulfillable && !inAdvance ? line.shipped : line.ordered;
  return ready - line.billed;
}

// An amount comes off once, with the first bill of its line; a percentage with every bill of it. [assumed]
function remainingDiscount(line: LineProgress, base: LineProgress, inAdvance: boolean): Decimal {
  if (remainingToBill(base, inAdvance) <= 0n) return 0n;
  const isPercentage = textOf(line.values, 'rate').endsWith('%');
  return isPercentage ? ONE : line.ordered - line.billed;
}
