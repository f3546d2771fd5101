// Takes units and shipping off an order and gives money back: the refund that a cancel, a return at the
// till or an API call leaves behind. What is refunded of a line always adds up to the line.
import { assert, defined, sumMinor } from '@sendsale/std';
import type { Minor } from '@sendsale/std';
import type { Gid, LineItem, Order, Refund, Transaction } from '../state/model.ts';
import { instant, newId } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';
import { releaseStock, returnStock } from './stock.ts';
import { lineNet, lineTax, shippingNet, shippingTax, unitsShare } from './totals.ts';

export interface RefundRequest {
  readonly lines: readonly {
    readonly lineId: Gid;
    readonly quantity: number;
    readonly restock: boolean;
  }[];
  readonly isShippingRefunded: boolean;
  /** How much money goes back; null for what the lines and shipping come to. */
  readonly minor: Minor | null;
  readonly note: string | null;
  readonly staffId: Gid | null;
}

/** Records the refund; the caller has checked the quantities. */
export function refundOrder(shop: Shop, order: Order, request: RefundRequest): Refund {
  const lines = request.lines.flatMap((wanted) => refundLine(shop, order, wanted));
  const shipping = request.isShippingRefunded ? refundShipping(shop, order) : [];
  const parts = [...lines, ...shipping].map((part) => part.subtotalMinor + part.taxMinor);
  const transactions = giveBack(shop, order, request.minor ?? sumMinor(parts));
  order.transactions.push(...transactions);
  const refund: Refund = {
    id: newId(shop, 'Refund'),
    createdAt: instant(shop),
    note: request.note,
    staffId: request.staffId,
    transactionIds: transactions.map((transaction) => transaction.id),
    lines,
    shipping,
  };
  order.refunds.push(refund);
  order.agreements.push({
    id: newId(shop, 'RefundAgreement'),
    kind: 'RefundAgreement',
    reason: 'REFUND',
    happenedAt: refund.createdAt,
    appId: order.app.id,
    appTitle: order.app.name,
    staffId: request.staffId,
    refundId: refund.id,
  });
  return refund;
}

/** Units not fulfilled are cancelled first, then fulfilled ones returned. */
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
  const pieces = takeOpenUnits(shop, order, { line, wanted });
  const returned = wanted.quantity - sumMinor(pieces.map((piece) => piece.quantity));
  const store = order.retailLocationId ?? order.fulfillments[0]?.locationId ?? null;
  if (returned > 0) {
    if (wanted.restock && store !== null) {
      returnStock(shop, { variantId: line.variantId, locationId: store, quantity: returned });
    }
    pieces.push({ quantity: returned, locationId: store, wasOpen: false });
  }
  return pieces.map((piece) => {
    const units: [number, number] = [line.removed, piece.quantity];
    line.removed += piece.quantity;
    return {
      id: newId(shop, 'RefundLineItem'),
      lineId: line.id,
      quantity: piece.quantity,
      restockType: !wanted.restock ? 'NO_RESTOCK' : piece.wasOpen ? 'CANCEL' : 'RETURN',
      locationId: wanted.restock ? piece.locationId : null,
      subtotalMinor: unitsShare(lineNet(line), line.quantity, units),
      taxMinor: unitsShare(lineTax(line), line.quantity, units),
    };
  });
}

interface Piece {
  readonly quantity: number;
  readonly locationId: Gid | null;
  readonly wasOpen: boolean;
}

/** Takes units out of open fulfillment orders; one that is left without units is closed. */
function takeOpenUnits(
  shop: Shop,
  order: Order,
  from: { line: LineItem; wanted: RefundRequest['lines'][number] },
): Piece[] {
  const pieces: Piece[] = [];
  let open = from.wanted.quantity;
  for (const source of order.fulfillmentOrders) {
    for (const part of source.lines) {
      const quantity = part.lineId === from.line.id ? Math.min(part.remaining, open) : 0;
      if (quantity === 0) continue;
      open -= quantity;
      part.remaining -= quantity;
      part.total -= quantity;
      const { locationId } = source;
      releaseStock(shop, { variantId: from.line.variantId, locationId, quantity });
      pieces.push({ quantity, locationId, wasOpen: true });
      source.updatedAt = instant(shop);
      if (source.lines.every((line) => line.remaining === 0)) source.status = 'CLOSED';
    }
  }
  return pieces;
}

function refundShipping(shop: Shop, order: Order): Refund['shipping'] {
  const done = new Set(order.refunds.flatMap((r) => r.shipping.map((part) => part.shippingLineId)));
  const left = order.shippingLines.filter((line) => !done.has(line.id) && shippingNet(line) > 0);
  return left.map((line) => ({
    id: newId(shop, 'RefundShippingLine'),
    shippingLineId: line.id,
    subtotalMinor: shippingNet(line),
    taxMinor: shippingTax(line),
  }));
}

/** Refund transactions against the payments in the order they were made, until the amount is reached. */
function giveBack(shop: Shop, order: Order, minor: Minor): Transaction[] {
  let left = minor;
  return order.transactions
    .filter((t) => (t.kind === 'SALE' || t.kind === 'CAPTURE') && t.status === 'SUCCESS')
    .flatMap((payment): Transaction[] => {
      const amount = Math.min(left, payment.minor - refundedOf(order, payment));
      if (amount <= 0) return [];
      left -= amount;
      return [reversal(shop, { of: payment, kind: 'REFUND', minor: amount })];
    });
}

function refundedOf(order: Order, payment: Transaction): Minor {
  const refunds = order.transactions.filter(
    (t) => t.kind === 'REFUND' && t.parentId === payment.id,
  );
  return sumMinor(refunds.map((t) => t.minor));
}

/** A transaction that undoes another. */
export function reversal(
  shop: Shop,
  what: { of: Transaction; kind: 'REFUND' | 'VOID'; minor: Minor },
): Transaction {
  const at = instant(shop);
  return {
    ...what.of,
    id: newId(shop, 'OrderTransaction'),
    kind: what.kind,
    minor: what.minor,
    status: 'SUCCESS',
    parentId: what.of.id,
    createdAt: at,
    processedAt: at,
  };
}
