// An order as plain JSON for the till, the demo and tests: money as decimal text, ids as numbers in text.
import { formatMinor } from '@sendsale/std';
import {
  financialStatus,
  fulfilledUnits,
  fulfillmentStatus,
  unfulfilledUnits,
} from '../orders/status.ts';
import {
  currentTotals,
  lineNet,
  lineTax,
  moneyOf,
  originalTotals,
  shippingNet,
  shippingTax,
} from '../orders/totals.ts';
import { legacyId } from '../state/gid.ts';
import type { FulfillmentOrder, LineItem, Order } from '../state/model.ts';
import type { Shop } from '../state/shop.ts';

export type OrderView = ReturnType<typeof orderView>;

export function orderView(shop: Shop, order: Order) {
  const { currency } = shop.seed.shop;
  const text = (minor: number): string => formatMinor(minor, currency);
  return {
    id: order.id,
    legacyId: legacyId(order.id),
    name: order.name,
    number: order.number,
    sourceName: order.sourceName,
    sourceIdentifier: order.sourceIdentifier,
    locationId: order.retailLocationId && legacyId(order.retailLocationId),
    staffId: order.staffId && legacyId(order.staffId),
    customerId: order.customerId && legacyId(order.customerId),
    email: order.email,
    createdAt: order.createdAt,
    processedAt: order.processedAt,
    updatedAt: order.updatedAt,
    cancelledAt: order.cancelledAt,
    cancelReason: order.cancelReason,
    currency,
    financialStatus: financialStatus(order),
    fulfillmentStatus: fulfillmentStatus(order),
    ...amountsOf(order, text),
    edited: order.edited,
    tags: order.tags,
    lines: order.lines.map((line) => lineView(order, line, text)),
    shippingLines: order.shippingLines.map((line) => ({
      title: line.title,
      code: line.code,
      price: text(line.minor),
      net: text(shippingNet(line)),
      tax: text(shippingTax(line)),
    })),
    fulfillmentOrders: order.fulfillmentOrders.map((source) => sourceView(source)),
    fulfillments: order.fulfillments.map((fulfillment) => ({
      id: legacyId(fulfillment.id),
      name: fulfillment.name,
      status: fulfillment.status,
      locationId: legacyId(fulfillment.locationId),
      tracking: fulfillment.tracking,
      notifications: fulfillment.notifications,
      lines: fulfillment.lines.map((part) => ({
        lineId: legacyId(part.lineId),
        quantity: part.quantity,
      })),
    })),
    ...moneyParts(order, text),
  };
}

/** Payments, returns and refunds. */
function moneyParts(order: Order, text: (minor: number) => string) {
  return {
    transactions: order.transactions.map((transaction) => ({
      id: legacyId(transaction.id),
      parentId: transaction.parentId && legacyId(transaction.parentId),
      kind: transaction.kind,
      status: transaction.status,
      gateway: transaction.gateway,
      amount: text(transaction.minor),
      rounding: text(transaction.roundingMinor ?? 0),
    })),
    returns: order.returns.map((found) => ({
      id: legacyId(found.id),
      name: found.name,
      status: found.status,
      lines: found.lines.map((line) => ({
        lineId: legacyId(line.lineId),
        quantity: line.quantity,
      })),
      exchanges: found.exchanges.map((line) => ({ lineIds: line.lineIds.map(legacyId) })),
    })),
    refunds: order.refunds.map((refund) => ({
      id: legacyId(refund.id),
      note: refund.note,
      returnId: refund.returnId && legacyId(refund.returnId),
      adjustments: refund.adjustments.map((part) => text(part.minor)),
      lines: refund.lines.map((part) => ({
        lineId: legacyId(part.lineId),
        quantity: part.quantity,
        restockType: part.restockType,
        subtotal: text(part.subtotalMinor),
        tax: text(part.taxMinor),
      })),
    })),
  };
}

function amountsOf(order: Order, text: (minor: number) => string) {
  const original = originalTotals(order);
  const money = moneyOf(order);
  return {
    subtotal: text(original.subtotal),
    discounts: text(original.discounts),
    shipping: text(original.shipping),
    tax: text(original.tax),
    duties: text(original.duties),
    tip: text(original.tip),
    total: text(original.total),
    currentTotal: text(currentTotals(order).total),
    received: text(money.received),
    refunded: text(money.refunded),
    outstanding: text(money.outstanding),
  };
}

function lineView(order: Order, line: LineItem, text: (minor: number) => string) {
  return {
    id: legacyId(line.id),
    sku: line.sku,
    title: line.title,
    quantity: line.quantity,
    currentQuantity: line.quantity - line.removed,
    fulfilledQuantity: fulfilledUnits(order, line),
    unfulfilledQuantity: unfulfilledUnits(order, line),
    unitPrice: text(line.unitMinor),
    net: text(lineNet(line)),
    tax: text(lineTax(line)),
  };
}

function sourceView(source: FulfillmentOrder) {
  return {
    id: legacyId(source.id),
    method: source.delivery.methodType,
    status: source.status,
    locationId: legacyId(source.locationId),
    lines: source.lines.map((line) => ({
      id: legacyId(line.id),
      lineId: legacyId(line.lineId),
      total: line.total,
      remaining: line.remaining,
    })),
  };
}
