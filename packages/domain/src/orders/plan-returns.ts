// Which goods came back: the units of each refund that had left the store or the warehouse, tied to the items
// they were booked as. Units that never left were cancelled and are no return. Money that was given back beside goods
// (goodwill, shipping) of what is billed already is credited the same way, as a return of no goods.

import { splitMinor, sumMinor } from '@sendsale/std';
import type { Minor } from '@sendsale/std';
import type { PostingKind } from './delivery.ts';
import type { IncomingOrder, IncomingRefund, IncomingRefundLine } from './incoming-order.ts';
import type { ItemStatus } from './order-status.ts';
import type { RefundClaim } from './payment-sharing.ts';

export interface ReturnableItem {
  readonly seq: string;
  readonly shopifyLineId: string;
  readonly postingId: string;
  readonly quantity: number;
  readonly status: ItemStatus;
}

/** Units that an earlier look has tied to an item already. */
export interface KnownReturn {
  /** "refund/<legacy id>" */
  readonly key: string;
  /** Null for a return of no goods. */
  readonly itemSeq: string | null;
  readonly quantity: number;
}

export interface BilledPosting {
  readonly id: string;
  readonly kind: PostingKind;
  /** NetSuite has billed it, as a cash sale is by its nature: what is given back needs a credit. */
  readonly billed: boolean;
}

/** What was known of the order's refunds before this look at it. */
export interface KnownRefunds {
  readonly returned: readonly KnownReturn[];
  /** Keys of all refunds recorded: the money of those has found its way. */
  readonly keys: readonly string[];
  readonly postings: readonly BilledPosting[];
}

export interface PlannedReturn {
  readonly key: string;
  readonly shopifyRefundId: string;
  readonly shopifyReturnId: string | null;
  readonly returnedAt: Date;
  readonly postingId: string;
  readonly goods: Minor;
  readonly tax: Minor;
  /** Shipping given back with it; on the refund's first posting only. */
  readonly shipping: Minor;
  /** Money beyond goods and shipping, of a billed posting. */
  readonly beyond: Minor;
  readonly items: readonly ReturnedItem[];
}

export interface ReturnedItem {
  readonly seq: string;
  readonly quantity: number;
  readonly restocked: boolean;
  /** Shopify location of the shelf, legacy id. */
  readonly locationId: string | null;
  readonly goods: Minor;
  readonly tax: Minor;
}

export function refundKey(refund: Pick<IncomingRefund, 'shopifyRefundId'>): string {
  return `refund/${refund.shopifyRefundId}`;
}

/** The returns that are not known yet. An item is returned at most as often as it has units. */
export function planReturns(
  incoming: IncomingOrder,
  items: readonly ReturnableItem[],
  known: KnownRefunds,
): readonly PlannedReturn[] {
  const knownKeys = new Set(known.returned.map((one) => one.key));
  const seen = new Set(known.keys);
  const shelf = new Shelf(items, known.returned);
  return (incoming.refunds ?? []).flatMap((refund) => {
    const isKnown = knownKeys.has(refundKey(refund));
    const returned = refund.lines.flatMap((line) => shelf.giveBack(line, isKnown));
    if (isKnown) return [];
    const billed = seen.has(refundKey(refund)) ? [] : known.postings.filter((one) => one.billed);
    const goods = byPosting(refund, returned, billed);
    return goods.length > 0 || refund.lines.length > 0 || billed.length === 0
      ? goods
      : besideGoods(refund, { ...known, items });
  });
}

/** Goodwill or shipping alone: the sales order takes it while anything of it stands, else the cash sale. */
function besideGoods(
  refund: IncomingRefund,
  { postings, items }: KnownRefunds & { readonly items: readonly ReturnableItem[] },
): readonly PlannedReturn[] {
  const stands = (id: string): boolean =>
    items.some((item) => item.postingId === id && item.status !== 'CANCELLED');
  const order = postings.find(({ kind, id }) => kind === 'SALES_ORDER' && stands(id));
  const taker = order ?? postings.find(({ kind }) => kind === 'CASH_SALE');
  const beyond = Math.max(0, -refund.difference);
  const shipping = Math.max(0, refund.shipping - Math.max(0, refund.difference));
  if (taker === undefined || !taker.billed || beyond + shipping === 0) return [];
  const head = { ...headOf(refund), postingId: taker.id };
  return [{ ...head, goods: 0, tax: 0, shipping, beyond, items: [] }];
}

/** What each refund gave back for goods of each posting, so that its money leaves that posting. */
export function refundClaims(
  incoming: IncomingOrder,
  items: readonly ReturnableItem[],
  known: Pick<KnownRefunds, 'keys' | 'postings'>,
): readonly RefundClaim[] {
  const refunds = new Map((incoming.refunds ?? []).map((one) => [one.shopifyRefundId, one]));
  return planReturns(incoming, items, { ...known, returned: [] }).map((one) => ({
    shopifyTransactionIds: refunds.get(one.shopifyRefundId)?.transactionIds ?? [],
    postingId: one.postingId,
    amount: one.goods + one.tax + one.shipping + one.beyond,
  }));
}

interface Returned extends ReturnedItem {
  readonly postingId: string;
}

/** What of the order is still with the customer, and what was cancelled, while the refunds are walked through. */
class Shelf {
  readonly #items: readonly ReturnableItem[];
  readonly #left: Map<string, number>;
  /** Cancelled units by line that no refund accounts for yet. */
  readonly #cancelled = new Map<string, number>();

  constructor(items: readonly ReturnableItem[], known: readonly KnownReturn[]) {
    this.#items = items.filter((item) => item.status === 'COMPLETED');
    this.#left = new Map(this.#items.map((item) => [item.seq, item.quantity]));
    for (const { itemSeq, quantity } of known) {
      if (itemSeq === null) continue;
      this.#left.set(itemSeq, Math.max(0, (this.#left.get(itemSeq) ?? 0) - quantity));
    }
    for (const item of items.filter((one) => one.status === 'CANCELLED')) {
      const before = this.#cancelled.get(item.shopifyLineId) ?? 0;
      this.#cancelled.set(item.shopifyLineId, before + item.quantity);
    }
  }

  /** Ties the units to items, newest first: what was bought last comes back first. */
  giveBack(line: IncomingRefundLine, isKnown: boolean): readonly Returned[] {
    const returning = line.quantity - this.#takeCancelled(line);
    if (isKnown || returning <= 0) return [];
    const taken = this.#take(line.shopifyLineId, returning);
    const placed = sumMinor(taken.map((one) => one.quantity));
    // Money of units that never left, or that we do not know as gone, stays outside.
    const weights = [...taken.map((one) => one.quantity), line.quantity - placed];
    const goods = splitMinor(line.subtotal, weights);
    const tax = splitMinor(line.tax, weights);
    return taken.map(({ item, quantity }, index) => ({
      seq: item.seq,
      postingId: item.postingId,
      quantity,
      restocked: line.restocked,
      locationId: line.restocked ? line.locationId : null,
      goods: goods[index] ?? 0,
      tax: tax[index] ?? 0,
    }));
  }

  /** @returns units of the line that were taken off before they left */
  #takeCancelled(line: IncomingRefundLine): number {
    if (line.restockType === 'RETURN') return 0;
    const waiting = this.#cancelled.get(line.shopifyLineId) ?? 0;
    const units = line.restockType === 'CANCEL' ? line.quantity : Math.min(waiting, line.quantity);
    this.#cancelled.set(line.shopifyLineId, Math.max(0, waiting - units));
    return units;
  }

  #take(
    lineId: string,
    units: number,
  ): readonly { readonly item: ReturnableItem; readonly quantity: number }[] {
    let open = units;
    const taken = [];
    for (const item of this.#items.toReversed()) {
      const quantity = Math.min(open, this.#left.get(item.seq) ?? 0);
      if (item.shopifyLineId !== lineId || quantity === 0) continue;
      this.#left.set(item.seq, (this.#left.get(item.seq) ?? 0) - quantity);
      open -= quantity;
      taken.push({ item, quantity });
    }
    return taken;
  }
}

function byPosting(
  refund: IncomingRefund,
  returned: readonly Returned[],
  billed: readonly BilledPosting[],
): readonly PlannedReturn[] {
  const postings = [...new Set(returned.map((one) => one.postingId))].sort();
  return postings.map((postingId, index) => {
    const mine = returned.filter((one) => one.postingId === postingId);
    const takesRest = index === 0 && billed.some(({ id }) => id === postingId);
    return {
      ...headOf(refund),
      postingId,
      goods: sumMinor(mine.map((one) => one.goods)),
      tax: sumMinor(mine.map((one) => one.tax)),
      shipping: index === 0 ? refund.shipping : 0,
      beyond: takesRest ? Math.max(0, -refund.difference) : 0,
      items: merged(mine),
    };
  });
}

function headOf(refund: IncomingRefund) {
  return {
    key: refundKey(refund),
    shopifyRefundId: refund.shopifyRefundId,
    shopifyReturnId: refund.shopifyReturnId,
    returnedAt: refund.happenedAt,
  };
}

/** A refund can name one line twice (part restocked, part not): one row an item. */
function merged(returned: readonly Returned[]): readonly ReturnedItem[] {
  const items = new Map<string, ReturnedItem>();
  for (const { postingId: _, ...one } of returned) {
    const before = items.get(one.seq);
    items.set(one.seq, {
      ...one,
      quantity: one.quantity + (before?.quantity ?? 0),
      restocked: one.restocked || (before?.restocked ?? false),
      locationId: one.locationId ?? before?.locationId ?? null,
      goods: one.goods + (before?.goods ?? 0),
      tax: one.tax + (before?.tax ?? 0),
    });
  }
  return [...items.values()];
}
