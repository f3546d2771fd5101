// What a changed download means for an order NetSuite already knows: units to cancel, and changes that
// cannot be followed there by themselves and need a person.

import type { Minor } from '@sendsale/std';
import { postingRoute } from './delivery.ts';
import type { PostingKind } from './delivery.ts';
import type { IncomingLine, IncomingOrder } from './incoming-order.ts';
import { nextItemStatus } from './order-status.ts';
import type { ItemStatus } from './order-status.ts';

export interface StoredItem {
  readonly seq: string;
  readonly shopifyLineId: string;
  readonly postingKind: PostingKind;
  readonly quantity: number;
  readonly unitPrice: Minor;
  readonly status: ItemStatus;
  /** A facility has been chosen. */
  readonly allocated: boolean;
}

/** A change that was not taken over. */
export interface UnfollowedChange {
  readonly shopifyLineId: string | null;
  readonly what:
    'TOTAL' | 'LINE_ADDED' | 'LINE_MOVED' | 'QUANTITY' | 'PRICE' | 'CANCELLED_TOO_LATE';
  readonly stored: number;
  readonly incoming: number;
}

export interface Revision {
  readonly cancelSeqs: readonly string[];
  readonly unfollowed: readonly UnfollowedChange[];
  /** Units Shopify counts as fulfilled beyond those we completed. */
  readonly fulfilledOutside: number;
}

/** Compares an incoming order with the items it was booked as. */
export function reviseOrder(
  incoming: IncomingOrder,
  stored: { readonly total: Minor; readonly items: readonly StoredItem[] },
): Revision {
  const wanted = wantedLines(incoming);
  const revisions = [...wanted.entries()].map(([key, want]) =>
    reviseLine(
      want,
      stored.items.filter((item) => itemKey(item) === key),
    ),
  );
  const gone = stored.items.filter(
    (item) => item.status !== 'CANCELLED' && !wanted.has(itemKey(item)),
  );
  const cancelled = incoming.cancelledAt === null ? [] : stored.items.filter(isCancellable);
  return {
    cancelSeqs: unique([
      ...revisions.flatMap((revision) => revision.cancelSeqs),
      ...cancelled.map((item) => item.seq),
    ]),
    unfollowed: [
      ...changeOfNumber('TOTAL', null, [stored.total, incoming.total]),
      ...revisions.flatMap((revision) => revision.unfollowed),
      ...gone.map((item) => lineMoved(item)),
    ],
    fulfilledOutside: revisions.reduce((sum, revision) => sum + revision.fulfilledOutside, 0),
  };
}

/**
 * Units that are cancelled here and not in Shopify, which keeps their money. None when Shopify cancelled the
 * order, or when all of it is cancelled here: then Shopify is told.
 */
export function unitsCancelledHere(
  incoming: IncomingOrder,
  items: readonly Omit<StoredItem, 'allocated' | 'unitPrice' | 'seq'>[],
): number {
  if (incoming.cancelledAt !== null) return 0;
  if (items.every((item) => item.status === 'CANCELLED')) return 0;
  const cancelled = items.filter((item) => item.status === 'CANCELLED');
  const wanted = wantedLines(incoming);
  const keys = [...new Set(cancelled.map(itemKey))];
  return keys.reduce((sum, key) => {
    const here = units(cancelled.filter((item) => itemKey(item) === key));
    return sum + Math.max(0, here - (wanted.get(key)?.cancelled ?? here));
  }, 0);
}

/** Units of shipped groups that Shopify counts as fulfilled: by somebody else, if the order is new to us. */
export function fulfilledUnits(incoming: IncomingOrder): number {
  return incoming.shipGroups
    .filter((group) => group.delivery === 'SHIP')
    .flatMap((group) => group.lines)
    .reduce((sum, line) => sum + line.fulfilledQuantity, 0);
}

interface WantedLine {
  readonly shopifyLineId: string;
  readonly unitPrice: Minor;
  readonly quantity: number;
  readonly cancelled: number;
  /** Units that someone must have shipped; what was carried out counts elsewhere. */
  readonly fulfilled: number;
}

// One line may be in several ship groups, and Shopify gives a moved or split fulfillment order a new id:
// what counts is how many units of a line are booked in which kind of posting.
function wantedLines(incoming: IncomingOrder): ReadonlyMap<string, WantedLine> {
  const wanted = new Map<string, WantedLine>();
  for (const group of incoming.shipGroups) {
    const kind = postingRoute(incoming.channel, group.delivery);
    for (const line of group.lines) {
      const key = lineKey(line.shopifyLineId, kind);
      const ships = group.delivery === 'SHIP';
      wanted.set(key, addLine(wanted.get(key), line, ships));
    }
  }
  return wanted;
}

function addLine(before: WantedLine | undefined, line: IncomingLine, ships: boolean): WantedLine {
  return {
    shopifyLineId: line.shopifyLineId,
    unitPrice: line.unitPrice,
    quantity: (before?.quantity ?? 0) + line.quantity,
    cancelled: (before?.cancelled ?? 0) + line.cancelledQuantity,
    fulfilled: (before?.fulfilled ?? 0) + (ships ? line.fulfilledQuantity : 0),
  };
}

function reviseLine(want: WantedLine, items: readonly StoredItem[]): Revision {
  const id = want.shopifyLineId;
  if (items.length === 0) {
    const unfollowed = changeOfNumber('LINE_ADDED', id, [0, want.quantity - want.cancelled]);
    return { cancelSeqs: [], unfollowed, fulfilledOutside: 0 };
  }
  const active = items.filter((item) => item.status !== 'CANCELLED');
  const surplus = units(active) - (want.quantity - want.cancelled);
  const cancelSeqs = chooseItems(active, surplus);
  const chosen = units(active.filter((item) => cancelSeqs.includes(item.seq)));
  const completed = units(items.filter((item) => item.status === 'COMPLETED'));
  return {
    cancelSeqs,
    unfollowed: [
      ...changeOfNumber('QUANTITY', id, [units(items), want.quantity]),
      ...changeOfNumber('PRICE', id, [items[0]?.unitPrice ?? 0, want.unitPrice]),
      ...changeOfNumber('CANCELLED_TOO_LATE', id, [chosen, Math.max(0, surplus)]),
    ],
    fulfilledOutside: Math.max(0, want.fulfilled - completed),
  };
}

// What no facility works on goes first, then what was added last.
function chooseItems(active: readonly StoredItem[], surplus: number): readonly string[] {
  const order = active
    .filter(isCancellable)
    .toSorted((a, b) => Number(a.allocated) - Number(b.allocated) || (a.seq < b.seq ? 1 : -1));
  const seqs: string[] = [];
  let left = surplus;
  for (const item of order) {
    if (item.quantity > left) continue;
    seqs.push(item.seq);
    left -= item.quantity;
  }
  return seqs;
}

function isCancellable(item: StoredItem): boolean {
  return nextItemStatus(item.status, 'cancel') !== null;
}

function changeOfNumber(
  what: UnfollowedChange['what'],
  shopifyLineId: string | null,
  [stored, incoming]: readonly [number, number],
): readonly UnfollowedChange[] {
  return stored === incoming ? [] : [{ shopifyLineId, what, stored, incoming }];
}

function lineMoved(item: StoredItem): UnfollowedChange {
  const shopifyLineId = item.shopifyLineId;
  return { shopifyLineId, what: 'LINE_MOVED', stored: item.quantity, incoming: 0 };
}

function itemKey(item: Pick<StoredItem, 'shopifyLineId' | 'postingKind'>): string {
  return lineKey(item.shopifyLineId, item.postingKind);
}

function lineKey(shopifyLineId: string, kind: PostingKind): string {
  return `${shopifyLineId}/${kind}`;
}

function units(items: readonly Pick<StoredItem, 'quantity'>[]): number {
  return items.reduce((sum, item) => sum + item.quantity, 0);
}

function unique(seqs: readonly string[]): readonly string[] {
  return [...new Set(seqs)].sort((a, b) => (a < b ? -1 : 1));
}
