// What each side says of one order, in words all three share: the input of the comparison.

import type { Minor } from '@sendsale/std';
import type { PostingKind } from '../orders/delivery.ts';
import type { ItemStatus, OrderStatus } from '../orders/order-status.ts';
import type { PostingLineKind } from '../orders/posting-line.ts';

export interface ShopifyBook {
  readonly shopId: string;
  /** Legacy id. */
  readonly shopifyId: string;
  readonly name: string;
  readonly currency: string;
  readonly orderedAt: Date;
  readonly cancelled: boolean;
  /** As rung up and edited, cash rounding included. */
  readonly total: Minor;
  /** Shipping lines that were removed; Shopify's total may or may not still hold them. */
  readonly removedShipping: Minor;
  /** What of the total stands: less what was taken off, came back or was given back. */
  readonly current: Minor;
  readonly received: readonly Tender[];
  readonly refunded: readonly Tender[];
  /** Null when the order has more lines than are read for a comparison. */
  readonly lines: readonly ShopifyLine[] | null;
}

/** One payment or refund, under the id of Shopify's transaction. */
export interface Tender {
  readonly id: string;
  readonly gateway: string;
  readonly amount: Minor;
}

export interface ShopifyLine {
  readonly lineId: string;
  /** Units ever ordered, and those neither removed nor given back. */
  readonly units: number;
  readonly current: number;
}

export interface OmsBook {
  readonly shopId: string;
  readonly shopifyId: string;
  readonly orderId: string;
  readonly name: string;
  readonly currency: string;
  readonly status: OrderStatus;
  readonly orderedAt: Date;
  /** When anything last happened to it. */
  readonly changedAt: Date;
  readonly total: Minor;
  readonly received: readonly OmsTender[];
  readonly refunded: readonly OmsTender[];
  readonly items: readonly OmsItem[];
  readonly postings: readonly OmsPosting[];
  readonly returns: readonly OmsReturn[];
  /** Given back beside goods (goodwill, shipping, fees kept) of an order that has no sales order to take it. */
  readonly givenBack: Minor;
  /** What was sent to NetSuite of it, and how that ended. */
  readonly sent: readonly SentRecord[];
}

export interface OmsTender extends Tender {
  /** Its parts by posting. */
  readonly shares: ReadonlyArray<{ readonly postingId: string; readonly amount: Minor }>;
}

export interface OmsItem {
  readonly seq: string;
  readonly postingId: string;
  readonly shopifyLineId: string;
  /** False for tips, which are kept as a charge. */
  readonly quantity: number;
  readonly returned: number;
  readonly status: ItemStatus;
}

export interface OmsPosting {
  readonly id: string;
  readonly kind: PostingKind;
  readonly netsuiteId: string | null;
  /** Ids of the invoices NetSuite told us of. */
  readonly invoiceIds: readonly string[];
  readonly total: Minor;
  /** What of it stands: its items that are not cancelled, and the charges. */
  readonly standing: Minor;
  /** Beside goods; taken off `standing` already. */
  readonly givenBack: Minor;
  readonly lines: readonly OmsPostingLine[];
}

export interface OmsPostingLine {
  /** `custcol_hc_order_line_id`. */
  readonly key: string;
  readonly kind: PostingLineKind;
  readonly quantity: number;
  /** What stands of a charge; the whole of a line of goods or its discount, cancelled or not. */
  readonly amount: Minor;
  /** Of its item; null for charges. */
  readonly status: ItemStatus | null;
  /** It left in a shipment of ours or of NetSuite's warehouse. */
  readonly shipped: boolean;
}

export interface OmsReturn {
  readonly id: string;
  readonly postingId: string;
  /** Of the goods, their tax, and shipping given back with them. */
  readonly value: Minor;
  /** What NetSuite should credit: less a fee that was kept. */
  readonly credited: Minor;
}

export interface SentRecord {
  readonly feed: string;
  readonly subject: string;
  readonly state: 'WRITTEN' | 'HANDED_OVER' | 'ACCEPTED' | 'REFUSED';
  readonly remoteId: string | null;
  readonly code: string | null;
  readonly message: string | null;
}

/** What NetSuite has booked under one posting id. */
export interface NetsuiteBook {
  readonly postingId: string;
  readonly salesOrders: readonly NetsuiteSale[];
  readonly cashSales: readonly NetsuiteSale[];
  readonly deposits: readonly NetsuiteMoney[];
  readonly refunds: readonly NetsuiteRefund[];
  readonly invoices: readonly NetsuiteInvoice[];
  /** Credit memos of goods that came back. */
  readonly credits: readonly NetsuiteCredit[];
  readonly fulfillments: readonly NetsuiteFulfillment[];
}

export interface NetsuiteMoney {
  readonly id: string;
  readonly externalId: string;
  readonly status: string;
  /** NaN when what NetSuite says is no amount: it then differs from everything. */
  readonly amount: number;
}

export interface NetsuiteInvoice extends NetsuiteMoney {
  /** What is still to be paid of it. */
  readonly open: number;
}

export interface NetsuiteCredit extends NetsuiteMoney {
  readonly returnId: string;
  /** What is left of a credit that pays for goods shipped in exchange; 0 for every other credit. */
  readonly openForExchange: number;
}

export interface NetsuiteRefund extends NetsuiteMoney {
  /** What the money came out of: a deposit, or the credit memo of a return. */
  readonly source: 'DEPOSIT' | 'CREDIT';
}

export interface NetsuiteSale extends NetsuiteMoney {
  /** Null when the bundle in the account does not tell lines; they are not compared then. */
  readonly lines: readonly NetsuiteLine[] | null;
}

export interface NetsuiteLine {
  readonly key: string;
  /** `custcol_hc_orderline_type_id`; empty for goods. */
  readonly type: string;
  readonly quantity: number;
  readonly amount: number;
  readonly closed: boolean;
}

export interface NetsuiteFulfillment {
  readonly id: string;
  readonly status: string;
  /** Null as in a sale. */
  readonly lines: ReadonlyArray<{ readonly key: string; readonly quantity: number }> | null;
}
