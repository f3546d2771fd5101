// Takes units and shipping off an order and gives money back: the refund that a cancel, a return at the
// till or an API call leaves behind. What is refunded of a line always adds up to the line.
import { assert, defined, sumMinor } from '@sendsale/std';
import type { Minor } from '@sendsale/std';
import type { Agreement, Gid, LineItem, Order, Refund, Transaction } from '../state/model.ts';
import { announce, instant, newId } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';
import { giveBack } from './give-back.ts';
import { returnStock } from './stock.ts';
import { takeOpenUnits } from './take-open-units.ts';
import { lineLeft, onTop, shippingLeft, unitsShare } from './totals.ts';

export interface RefundRequest {
  readonly lines: readonly {
    readonly lineId: Gid;
    readonly quantity: number;
    readonly restock: boolean;
    /** Where returned units go, when it is not the store or the place they left from. */
    readonly locationId?: Gid | null;
    /** Takes units that have left before those that have not. */
    readonly isReturn?: boolean;
  }[];
  readonly isShippingRefunded: boolean;
  /** Less than the whole shipping. */
  readonly shippingMinor?: Minor | null;
  readonly dutyIds?: readonly Gid[];
  /** How much money goes back; null for what the lines and shipping come to. */
  readonly minor: Minor | null;
  /** The payments it goes back to, when the caller chooses; their sum is `minor`. */
  readonly repayments?: readonly { readonly of: Transaction; readonly minor: Minor }[];
  /** Books what was given beyond the lines, or kept of them, as an adjustment for this reason. */
  readonly discrepancyReason?: string | null;
  readonly note: string | null;
  readonly staffId: Gid | null;
  readonly returnId?: Gid;
  /** Null when the change that refunds writes an agreement of its own. */
  readonly agreement?: null;
}

/** Records the refund; the caller has checked the quantities. */
export function refundOrder(shop: Shop, order: Order, request: RefundRequest): Refund {
  const lines: Refund['lines'] = [];
  const refund: Refund = {
    id: newId(shop, 'Refund'),
    createdAt: instant(shop),
    note: request.note,
    staffId: request.staffId,
    transactionIds: [],
    lines,
    shipping: request.isShippingRefunded ? refundShipping(shop, order, request) : [],
    duties: refundDuties(shop, order, request.dutyIds ?? []),
    adjustments: [],
    returnId: request.returnId ?? null,
  };
  order.refunds.push(refund);
  // One after the other, so that two entries of one line see each other.
  for (const wanted of request.lines) lines.push(...refundLine(shop, order, wanted));
  const worth = refundWorth(order, refund);
  const transactions = giveBack(shop, order, {
    minor: request.minor ?? worth,
    repayments: request.repayments ?? null,
  });
  order.transactions.push(...transactions);
  refund.transactionIds.push(...transactions.map((transaction) => transaction.id));
  const difference = worth - sumMinor(transactions.map((transaction) => transaction.minor));
  if (typeof request.discrepancyReason === 'string' && difference !== 0) {
    const id = newId(shop, 'OrderAdjustment');
    refund.adjustments.push({ id, reason: request.discrepancyReason, minor: difference });
  }
  if (request.agreement === undefined) agree(shop, order, { kind: 'RefundAgreement', refund });
  announce(shop, { topic: 'refunds/create', orderId: order.id, subject: refund.id });
  for (const { id } of transactions) {
    announce(shop, { topic: 'order_transactions/create', orderId: order.id, subject: id });
  }
  return refund;
}

/** What the lines, shipping and duties of a refund come to. */
export function refundWorth(order: Order, refund: Refund): Minor {
  const parts = [...refund.lines, ...refund.shipping].map(
    (part) => part.subtotalMinor + onTop(order, part.taxMinor),
  );
  return sumMinor([...parts, ...refund.duties.map((duty) => duty.minor)]);
}

const REASONS = {
  OrderAgreement: 'ORDER',
  OrderEditAgreement: 'ORDER_EDIT',
  RefundAgreement: 'REFUND',
  ReturnAgreement: 'RETURN',
} as const;

/** Writes an entry of the ledger of commercial changes. */
export function agree(
  shop: Shop,
  order: Order,
  what: {
    kind: Agreement['kind'];
    refund?: Refund;
    returnId?: Gid;
    staffId?: Gid | null;
    app?: { id: Gid; name: string };
  },
): void {
  const { kind, refund } = what;
  order.agreements.push({
    id: newId(shop, kind),
    kind,
    reason: REASONS[kind],
    happenedAt: refund?.createdAt ?? instant(shop),
    appId: what.app?.id ?? order.app.id,
    appTitle: what.app?.name ?? order.app.name,
    staffId: refund?.staffId ?? what.staffId ?? null,
    refundId: refund?.id ?? null,
    returnId: what.returnId ?? null,
  });
}

/** Units not fulfilled are cancelled first, then fulfilled ones returned; a return the other way round. */
function refundLine(
  shop: Shop,
  order: Order,
  wanted: RefundRequest['lines'][number],
): Refund['lines'] {
  const line = defined(
    order.lines.find((l) => l.id === wanted.lineId),
    `${wanted.lineId} is a line of ${order.name}.`,
  );
  assert(wanted.quantity <= line.quantity - line.removed, `${line.id} has the units refunded.`);
  const gone = wanted.isReturn === true ? Math.min(goneUnits(order, line), wanted.quantity) : 0;
  const pieces = takeOpenUnits(shop, order, {
    line,
    quantity: wanted.quantity - gone,
    restock: wanted.restock,
  });
  const returned = wanted.quantity - sumMinor(pieces.map((piece) => piece.quantity));
  const store =
    wanted.locationId ?? order.retailLocationId ?? order.fulfillments[0]?.locationId ?? null;
  if (returned > 0) {
    if (wanted.restock && store !== null) {
      returnStock(shop, { variantId: line.variantId, locationId: store, quantity: returned });
    }
    pieces.push({ quantity: returned, locationId: store, wasOpen: false });
  }
  const left = lineLeft(order, line);
  const from = { quantity: line.quantity - line.removed, skipped: 0 };
  return pieces.map((piece) => {
    const units: [number, number] = [from.skipped, piece.quantity];
    from.skipped += piece.quantity;
    line.removed += piece.quantity;
    return {
      id: newId(shop, 'RefundLineItem'),
      lineId: line.id,
      quantity: piece.quantity,
      restockType: !wanted.restock ? 'NO_RESTOCK' : piece.wasOpen ? 'CANCEL' : 'RETURN',
      locationId: wanted.restock ? piece.locationId : null,
      subtotalMinor: unitsShare(left.net, from.quantity, units),
      taxMinor: unitsShare(left.tax, from.quantity, units),
    };
  });
}

/** Units that have left and have not come back. */
export function goneUnits(order: Order, line: LineItem): number {
  const waiting = order.fulfillmentOrders.flatMap((source) => source.lines);
  const open = waiting.filter((part) => part.lineId === line.id).map((part) => part.remaining);
  return line.quantity - line.removed - sumMinor(open);
}

function refundShipping(shop: Shop, order: Order, request: RefundRequest): Refund['shipping'] {
  let limit = request.shippingMinor ?? Number.MAX_SAFE_INTEGER;
  return order.shippingLines.flatMap((line) => {
    const left = shippingLeft(order, line);
    const subtotalMinor = Math.min(left.net, limit);
    if (subtotalMinor <= 0) return [];
    limit -= subtotalMinor;
    const isWhole = subtotalMinor === left.net;
    const taxMinor = isWhole ? left.tax : Math.round((left.tax * subtotalMinor) / left.net);
    const id = newId(shop, 'RefundShippingLine');
    return [{ id, shippingLineId: line.id, subtotalMinor, taxMinor }];
  });
}

function refundDuties(shop: Shop, order: Order, ids: readonly Gid[]): Refund['duties'] {
  const done = new Set(order.refunds.flatMap((refund) => refund.duties.map((d) => d.dutyId)));
  return order.lines
    .flatMap((line) => line.duties)
    .filter((duty) => ids.includes(duty.id) && !done.has(duty.id))
    .map((duty) => ({ id: newId(shop, 'RefundDuty'), dutyId: duty.id, minor: duty.minor }));
}
