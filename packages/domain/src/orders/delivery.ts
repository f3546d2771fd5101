// How the goods of a ship group reach the customer, and which books that puts them in.

import { unreachable } from '@sendsale/std';

/** The channel an order was sold through. A send sale is channel POS with delivery SHIP. */
export const CHANNELS = ['POS', 'WEB', 'PHONE', 'MARKETPLACE', 'DRAFT', 'UNKNOWN'] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * SHIP: sent to the customer's home. CARRY_OUT: taken from the store at the sale. PICKUP: collected
 * later at a store. LOCAL: brought by the store. NONE: nothing moves (a digital gift card).
 */
export const DELIVERIES = ['SHIP', 'CARRY_OUT', 'PICKUP', 'LOCAL', 'NONE'] as const;
export type Delivery = (typeof DELIVERIES)[number];

/** Our shipping methods. POS_COMPLETED is the published name of "carried out of the store". */
export const CARRY_OUT_METHOD = 'POS_COMPLETED';

/** Why a ship group was read as it was: the fact used and where it stood, kept with the order. */
export interface DeliveryEvidence {
  /** The rule that decided, e.g. `fulfillment-order-method` or `fallback-no-fulfillment-orders`. */
  readonly rule: string;
  /** What was seen, e.g. `{ methodType: 'SHIPPING', fulfillmentOrder: 'gid://…' }`. */
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

/** A NetSuite transaction that one or more ship groups of an order are booked in. */
export const POSTING_KINDS = ['SALES_ORDER', 'CASH_SALE'] as const;
export type PostingKind = (typeof POSTING_KINDS)[number];

/**
 * The one place that decides which books a ship group goes to. A POS group carried out of the store is
 * a cash sale; every other group is a sales order. A completed send sale still has delivery SHIP, so it
 * can never become a cash sale.
 */
export function postingRoute(channel: Channel, delivery: Delivery): PostingKind {
  switch (delivery) {
    case 'CARRY_OUT':
      return channel === 'POS' ? 'CASH_SALE' : 'SALES_ORDER';
    case 'SHIP':
    case 'PICKUP':
    case 'LOCAL':
    case 'NONE':
      return 'SALES_ORDER';
    default:
      return unreachable(delivery);
  }
}
