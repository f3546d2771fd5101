// How far an order is: what its fulfillments shipped and its invoices billed, counted anew from those records
// every time, and the status that follows. Nobody sets these; they cannot drift.

import { defined } from '@sendsale/std';

import type { Decimal } from '../decimal.ts';
import { decimalOf, decimalText, numberOf, ONE } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { refuseAsUser } from '../failure.ts';
import type { StoredData, Values } from '../store/stored-data.ts';
import { isTrue, linesOf, textOf } from '../store/stored-data.ts';
import { isDiscount, isFulfillable, stockParts } from './items.ts';
import { statusFields } from './statuses.ts';

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
  readonly billed: Decimal;
}

const BILLS = new Set(['invoice', 'cashsale']);

/** The progress of every line of a sales order. */
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
  readonly billed: ReadonlyMap<string, Decimal>;
}

function countsOf(engine: Engine, order: StoredData): Counts {
  const linked = engine.store
    .linkedTo(order.id)
    .filter((record) => record.fields['createdfrom'] === order.id);
  const inState = (letter: string): Map<string, Decimal> =>
    quantities(
      linked.filter(
        (record) => record.type === 'itemfulfillment' && record.fields['shipstatus'] === letter,
      ),
    );
  return {
    picked: inState('A'),
    packed: inState('B'),
    shipped: inState('C'),
    billed: quantities(linked.filter((record) => BILLS.has(record.type))),
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
    billed: done.billed.get(line) ?? 0n,
  };
}

/** Lines without a quantity, such as discounts, count as one. */
export function quantityOf(values: Values): Decimal {
  return values['quantity'] === undefined ? ONE : decimalOf(values['quantity']);
}

function quantities(records: readonly StoredData[]): Map<string, Decimal> {
  const found = new Map<string, Decimal>();
  for (const record of records) {
    for (const values of linesOf(record, 'item')) {
      const line = textOf(values, 'orderline');
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
  if (line.isClosed && !line.isFulfillable) return 0n;
  if (line.base !== null) return remainingDiscount(line, line.base, inAdvance);
  const ready = line.isFulfillable && !inAdvance ? line.shipped : line.ordered;
  return ready - line.billed;
}

// An amount comes off once, with the first bill of its line; a percentage with every bill of it. [assumed]
function remainingDiscount(line: LineProgress, base: LineProgress, inAdvance: boolean): Decimal {
  if (remainingToBill(base, inAdvance) <= 0n) return 0n;
  const isPercentage = textOf(line.values, 'rate').endsWith('%');
  return isPercentage ? ONE : line.ordered - line.billed;
}

/**
 * The status letter of an order that is neither pending approval nor cancelled.
 * E where something shipped waits to be billed while something else waits to ship; D where it does not.
 * [assumed] netsuite-platform §2.2 on E and D
 */
export function orderStatus(lines: readonly LineProgress[]): string {
  const isSettled = (line: LineProgress): boolean => line.billed >= line.ordered;
  if (lines.length > 0 && lines.every((line) => line.isClosed)) {
    return lines.every(isSettled) ? 'G' : 'H';
  }
  const open = lines.filter((line) => !line.isClosed);
  const waitsToShip = open.some((line) => line.isFulfillable && line.shipped < line.ordered);
  const waitsToBill = lines.some((line) => line.isFulfillable && line.shipped > line.billed);
  if (waitsToShip) {
    if (waitsToBill) return 'E';
    return lines.some((line) => line.shipped > 0n || line.billed > 0n) ? 'D' : 'B';
  }
  return waitsToBill || !open.every(isSettled) ? 'F' : 'G';
}

/** Recounts an order after something happened to it: line quantities, status, demand for stock. */
export function refreshOrder(
  engine: Engine,
  orderId: string,
  { isTouched }: { isTouched: boolean },
): void {
  const order = defined(engine.store.get('salesorder', orderId), `Order ${orderId} is stored.`);
  const progress = lineProgress(engine, order);
  const letter = textOf(order.fields, 'orderstatus');
  const status = letter === 'A' || letter === 'C' ? letter : orderStatus(progress);
  const lines = progress.map((line) => ({
    ...line.values,
    quantitypicked: numberOf(line.picked),
    quantitypacked: numberOf(line.packed),
    quantityfulfilled: numberOf(line.shipped),
    quantitybilled: numberOf(line.billed),
  }));
  engine.store.put({
    ...order,
    fields: {
      ...order.fields,
      ...statusFields('salesorder', status),
      ...(isTouched ? { lastmodifieddate: engine.now() } : {}),
    },
    sublists: { ...order.sublists, item: lines },
  });
  const demand =
    status === 'A' || status === 'C' ? [] : progress.flatMap((line) => demandOf(engine, line));
  engine.stock.setDemand(orderId, demand);
}

/**
 * Refuses what would put an order out of balance: more fulfilled than ordered, more billed than fulfilled.
 * [documented] that both are refused; the texts are [assumed]
 */
export function checkOrderBalance(engine: Engine, orderId: string): void {
  const order = defined(engine.store.get('salesorder', orderId), `Order ${orderId} is stored.`);
  for (const line of lineProgress(engine, order)) {
    if (line.isDiscount) continue;
    const taken = line.picked + line.packed + line.shipped;
    if (taken > line.ordered) {
      const left = line.ordered - taken;
      refuseAsUser(
        `The quantity of order line ${line.line} exceeds what remains to be fulfilled by ${decimalText(-left)}.`,
      );
    }
    const limit =
      line.isFulfillable && !engine.preferences.invoiceInAdvanceOfFulfillment
        ? line.shipped
        : line.ordered;
    if (line.billed > limit) {
      refuseAsUser(
        `The quantity of order line ${line.line} exceeds what may be billed by ${decimalText(line.billed - limit)}.`,
      );
    }
  }
}

// A line wants stock at its own location; without one nothing is committed. [assumed] A kit's members each want
// theirs.
function demandOf(
  engine: Engine,
  line: LineProgress,
): Array<{ line: string; itemId: string; locationId: string; wanted: Decimal }> {
  const locationId = textOf(line.values, 'location');
  const item = engine.store.find('item', textOf(line.values, 'item'));
  const wanted = line.ordered - line.shipped;
  if (line.isClosed || !line.isFulfillable || locationId === '' || item === undefined) return [];
  if (wanted <= 0n) return [];
  return stockParts(engine, item).map((part) => ({
    line: line.line,
    itemId: part.itemId,
    locationId,
    wanted: (wanted * part.each) / ONE,
  }));
}

/** What is committed to a line and what it still lacks; nothing once it is closed. */
export function commitmentOf(
  engine: Engine,
  order: StoredData,
  values: Values,
): { committed: Decimal; backordered: Decimal } {
  const none = { committed: 0n, backordered: 0n };
  const status = textOf(order.fields, 'orderstatus');
  const item = engine.store.find('item', textOf(values, 'item'));
  if (item === undefined || !isFulfillable(item) || isTrue(values, 'isclosed')) return none;
  const open = decimalOf(values['quantity']) - decimalOf(values['quantityfulfilled']);
  if (status === 'A' || status === 'C' || open <= 0n) return none;
  const parts = stockParts(engine, item);
  if (parts.length === 0) return { committed: open, backordered: 0n };
  const locationId = textOf(values, 'location');
  if (locationId === '') return none;
  const demands = parts.map(({ itemId, each }) => {
    const line = textOf(values, 'line');
    const own = engine.stock.committedTo({ orderId: order.id, line, itemId, locationId });
    return (own * ONE) / each;
  });
  const committed = demands.reduce((a, b) => (a < b ? a : b));
  return { committed, backordered: open - committed };
}
