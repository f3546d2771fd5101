// The two words Shopify shows for an order, derived from its transactions and fulfillments.
import { sumMinor } from '@sendsale/std';
import type { LineItem, Order } from '../state/model.ts';
import { currentTotals, moneyOf, originalTotals } from './totals.ts';

export type FinancialStatus =
  | 'AUTHORIZED'
  | 'PAID'
  | 'PARTIALLY_PAID'
  | 'PARTIALLY_REFUNDED'
  | 'PENDING'
  | 'REFUNDED'
  | 'VOIDED';

export function financialStatus(order: Order): FinancialStatus {
  const { received, refunded, capturable } = moneyOf(order);
  if (received > 0 && refunded >= received) return 'REFUNDED';
  if (refunded > 0) return 'PARTIALLY_REFUNDED';
  if (capturable > 0) return received > 0 ? 'PARTIALLY_PAID' : 'AUTHORIZED';
  if (order.transactions.some((t) => t.kind === 'VOID')) return 'VOIDED';
  const due = Math.min(originalTotals(order).total, currentTotals(order).total);
  if (received >= due && (received > 0 || originalTotals(order).total === 0)) return 'PAID';
  return received > 0 ? 'PARTIALLY_PAID' : 'PENDING';
}

export type FulfillmentStatus =
  | 'FULFILLED'
  | 'FULFILLMENT_NOT_REQUIRED'
  | 'IN_PROGRESS'
  | 'ON_HOLD'
  | 'PARTIALLY_FULFILLED'
  | 'UNFULFILLED';

export function fulfillmentStatus(order: Order): FulfillmentStatus {
  const fulfilled = sumMinor(order.lines.map((line) => fulfilledUnits(order, line)));
  const open = sumMinor(order.lines.map((line) => unfulfilledUnits(order, line)));
  if (order.fulfillmentOrders.length === 0) return 'FULFILLMENT_NOT_REQUIRED';
  if (fulfilled > 0) return open > 0 ? 'PARTIALLY_FULFILLED' : 'FULFILLED';
  const waiting = order.fulfillmentOrders.filter((f) => f.lines.some((line) => line.remaining > 0));
  if (waiting.length > 0 && waiting.every((f) => f.status === 'ON_HOLD')) return 'ON_HOLD';
  if (waiting.length > 0 && waiting.every((f) => f.status === 'IN_PROGRESS')) return 'IN_PROGRESS';
  return 'UNFULFILLED';
}

/** Units in fulfillments that stand. */
export function fulfilledUnits(order: Order, line: LineItem): number {
  const standing = order.fulfillments.filter((f) => f.status === 'SUCCESS');
  const parts = standing.flatMap((f) => f.lines).filter((part) => part.lineId === line.id);
  return sumMinor(parts.map((part) => part.quantity));
}

/** Units that still wait in a fulfillment order. */
export function unfulfilledUnits(order: Order, line: LineItem): number {
  const parts = order.fulfillmentOrders.flatMap((f) => f.lines);
  return sumMinor(parts.filter((part) => part.lineId === line.id).map((part) => part.remaining));
}
