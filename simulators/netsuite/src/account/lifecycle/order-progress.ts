// The status of an order or return and the demand it makes on stock follow from its lines. Nobody sets them.

import { defined } from '@sendsale/std';

import type { Decimal } from '../decimal.ts';
import { decimalText, numberOf } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { refuseAsUser } from '../failure.ts';
import type { StoredData, Values } from '../store/stored-data.ts';
import { textOf } from '../store/stored-data.ts';
import { demandOf } from './commitment.ts';
import type { LineProgress } from './line-progress.ts';
import { findOrder, kindOf, lineProgress, remainingToBill } from './line-progress.ts';
import { statusFields } from './statuses.ts';

/**
 * The status letter of an order that is neither pending approval nor cancelled.
 * E where something shipped waits to be billed while something else waits to ship; D where it does not.
 * [assumed] on E and D
 */
function orderStatus(lines: readonly LineProgress[]): string {
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

// Shipped goods of a transfer wait to be received. [assumed] E while others wait to ship, D once they were received
function transferStatus(lines: readonly LineProgress[]): string {
  const open = lines.filter((line) => !line.isClosed);
  const isReceived = lines.every((line) => line.received >= line.shipped);
  const hasShipped = lines.some((line) => line.shipped > 0n);
  if (open.length === 0 && lines.length > 0)
    return isReceived && !hasShipped ? 'H' : isReceived ? 'G' : 'F';
  if (!hasShipped) return 'B';
  const waitsToShip = open.some((line) => line.shipped < line.ordered);
  if (waitsToShip) return isReceived ? 'D' : 'E';
  return isReceived ? 'G' : 'F';
}

interface Recount {
  /** Whether something else than a save of the order itself changes it now. */
  readonly isTouched: boolean;
}

/**
 * Recounts an order or return after something happened to it: line quantities, status, demand for stock.
 * @throws what would put it out of balance
 */
export function settleOrder(engine: Engine, orderId: string, recount: Recount): void {
  const order = defined(findOrder(engine, orderId), `Order ${orderId} is stored.`);
  const progress = lineProgress(engine, order);
  storeProgress(engine, { order, progress }, recount);
  checkBalance(engine, order, progress);
}

/** Recounts an order or return from which something was taken away, which cannot put it out of balance. */
export function refreshOrder(engine: Engine, orderId: string): void {
  const order = defined(findOrder(engine, orderId), `Order ${orderId} is stored.`);
  const progress = lineProgress(engine, order);
  storeProgress(engine, { order, progress }, { isTouched: true });
}

interface CountedOrder {
  readonly order: StoredData;
  readonly progress: readonly LineProgress[];
}

function storeProgress(engine: Engine, counted: CountedOrder, { isTouched }: Recount): void {
  const { order, progress } = counted;
  const letter = textOf(order.fields, 'orderstatus');
  const statusNow = order.type === 'transferorder' ? transferStatus : orderStatus;
  const status = letter === 'A' || letter === 'C' ? letter : statusNow(progress);
  engine.store.put({
    ...order,
    fields: {
      ...order.fields,
      ...statusFields(order.type, status),
      ...(isTouched ? { lastmodifieddate: engine.now() } : {}),
    },
    sublists: { ...order.sublists, item: progress.map((line) => countedLine(order, line)) },
  });
  if (!WANTS_STOCK.has(order.type)) return;
  const isOpen = status !== 'A' && status !== 'C';
  // The lines of a transfer are at the order's own location.
  const place = order.type === 'transferorder' ? textOf(order.fields, 'location') : '';
  const wanted = progress.flatMap((line) => demandOf(engine, line, place));
  engine.stock.setDemand(order.id, isOpen ? wanted : []);
}

const WANTS_STOCK = new Set(['salesorder', 'transferorder']);

function countedLine(order: StoredData, line: LineProgress): Values {
  const moved = { [kindOf(order).movedField]: numberOf(line.shipped) };
  if (order.type === 'transferorder')
    return { ...line.values, ...moved, quantityreceived: numberOf(line.received) };
  const counted = { ...line.values, ...moved, quantitybilled: numberOf(line.billed) };
  if (order.type !== 'salesorder') return counted;
  return {
    ...counted,
    quantitypicked: numberOf(line.picked),
    quantitypacked: numberOf(line.packed),
  };
}

/** How a return may be credited before its goods are back. [assumed] it may not, as orders are not billed ahead */
function mayBillInAdvance(engine: Engine, order: StoredData): boolean {
  return order.type === 'salesorder' && engine.preferences.invoiceInAdvanceOfFulfillment;
}

/** The lines that may be billed or credited now. */
export function dueLines(
  engine: Engine,
  order: StoredData,
): Array<{ readonly line: LineProgress; readonly quantity: Decimal }> {
  const inAdvance = mayBillInAdvance(engine, order);
  return lineProgress(engine, order)
    .map((line) => ({ line, quantity: remainingToBill(line, inAdvance) }))
    .filter(({ quantity }) => quantity > 0n);
}

// Refused: more fulfilled than ordered, more billed than fulfilled. [documented]; the texts are [assumed]
function checkBalance(engine: Engine, order: StoredData, progress: readonly LineProgress[]): void {
  const moved = WANTS_STOCK.has(order.type) ? 'fulfilled' : 'received';
  for (const line of progress) {
    if (line.isDiscount) continue;
    const taken = line.picked + line.packed + line.shipped;
    if (taken > line.ordered) {
      const over = decimalText(taken - line.ordered);
      refuseAsUser(
        `The quantity of order line ${line.line} exceeds what remains to be ${moved} by ${over}.`,
      );
    }
    if (line.received > line.shipped) {
      const over = decimalText(line.received - line.shipped);
      refuseAsUser(`Order line ${line.line} is received with ${over} more than was shipped.`);
    }
    const isFree = !line.isFulfillable || mayBillInAdvance(engine, order);
    const limit = isFree ? line.ordered : line.shipped;
    if (line.billed > limit) {
      refuseAsUser(
        `The quantity of order line ${line.line} exceeds what may be billed by ${decimalText(line.billed - limit)}.`,
      );
    }
  }
}
