// What a sales channel tells us of one order, in our words: the only shape that enters `acceptOrder`.
// A connector makes it from its wire types; nothing of the wire travels further in.

import type { Minor } from '@sendsale/std';
import type { Channel, Delivery, DeliveryEvidence } from './delivery.ts';

export interface IncomingOrder {
  readonly shopId: string;
  /** Shopify's legacy resource id, digits only: the identity of the order. */
  readonly shopifyId: string;
  /** As displayed, e.g. "#1001". Never parsed. */
  readonly name: string;
  readonly channel: Channel;
  readonly currency: string;
  readonly orderedAt: Date;
  readonly updatedAt: Date;
  readonly cancelledAt: Date | null;
  readonly cancelReason: string | null;
  readonly test: boolean;
  /** Null for an anonymous sale. */
  readonly customer: IncomingCustomer | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly shipTo: Address | null;
  readonly billTo: Address | null;
  readonly till: Till | null;
  readonly note: string | null;
  readonly tags: readonly string[];
  readonly shipGroups: readonly IncomingShipGroup[];
  /** Charges of the whole order that belong to no line: tips, duties, cash rounding. */
  readonly adjustments: readonly IncomingAdjustment[];
  readonly payments: readonly IncomingPayment[];
  /** What was given back, goods or money, oldest first. Left out by a channel that tells nothing of it. */
  readonly refunds?: readonly IncomingRefund[];
  /** Edits and returns as the channel's ledger names them, oldest first. */
  readonly agreements?: readonly IncomingAgreement[];
  /** What Shopify says the order comes to; the sum of all parts above must equal it. */
  readonly total: Minor;
  /** What of it still stands as Shopify says; left out or null when it does not say. */
  readonly standing?: Minor | null;
}

export interface IncomingCustomer {
  readonly shopifyId: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** The phone in E.164, for matching; left out or null when it can't be told. */
  readonly phoneKey?: string | null;
}

export interface Address {
  readonly name: string | null;
  readonly company: string | null;
  readonly address1: string | null;
  readonly address2: string | null;
  readonly city: string | null;
  /** State or province code, e.g. "NY". */
  readonly region: string | null;
  readonly zip: string | null;
  /** ISO 3166 alpha-2. */
  readonly country: string;
  readonly phone: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** Where and by whom an order was rung up. */
export interface Till {
  /** Shopify location of the selling store, legacy id. Never the ship-from. */
  readonly locationId: string | null;
  readonly staffId: string | null;
  readonly staffName: string | null;
  readonly deviceId: string | null;
  readonly receiptNumber: string | null;
}

export interface IncomingShipGroup {
  /** Stable within the order: Shopify's fulfillment order id, or `carry-out` and the like without one. */
  readonly key: string;
  readonly delivery: Delivery;
  readonly evidence: DeliveryEvidence;
  /** Title of the chosen rate as Shopify shows it; mapped to our shipping method by settings. */
  readonly shippingTitle: string | null;
  /** Shopify location the group is assigned to, legacy id: a hint, brokering decides. */
  readonly locationId: string | null;
  readonly lines: readonly IncomingLine[];
  /** Shipping charge, its discounts and its taxes. */
  readonly adjustments: readonly IncomingAdjustment[];
}

/** Part of a Shopify line: what of it is in this ship group. */
export interface IncomingLine {
  /** Shopify line item, legacy id. */
  readonly shopifyLineId: string;
  /** Shopify variant, legacy id; null for a custom sale. */
  readonly variantId: string | null;
  readonly sku: string | null;
  readonly title: string;
  readonly quantity: number;
  /** Of `quantity`, how many units were cancelled (removed by an edit or a refund before shipping). */
  readonly cancelledQuantity: number;
  /** Of `quantity`, how many units Shopify already counts as fulfilled. */
  readonly fulfilledQuantity: number;
  readonly unitPrice: Minor;
  readonly requiresShipping: boolean;
  readonly isGiftCard: boolean;
  /** For all units of `quantity` together; already this group's share of the line. */
  readonly adjustments: readonly IncomingAdjustment[];
}

export const ADJUSTMENT_KINDS = [
  'LINE_DISCOUNT',
  'ORDER_DISCOUNT',
  'TAX',
  'SHIPPING',
  'SHIPPING_DISCOUNT',
  'SHIPPING_TAX',
  'TIP',
  'DUTY',
  'ROUNDING',
] as const;
export type AdjustmentKind = (typeof ADJUSTMENT_KINDS)[number];

export interface IncomingAdjustment {
  readonly kind: AdjustmentKind;
  /** Signed: discounts are negative. Taxes already included in prices are not adjustments. */
  readonly amount: Minor;
  readonly title: string | null;
  /** Discount code, where there is one. */
  readonly code: string | null;
  /** Tax rate as a decimal text, e.g. "0.08875". */
  readonly rate: string | null;
}

export const PAYMENT_KINDS = ['AUTHORIZATION', 'SALE', 'CAPTURE', 'REFUND', 'VOID'] as const;
export type PaymentKind = (typeof PAYMENT_KINDS)[number];
export const PAYMENT_STATUSES = ['PENDING', 'SUCCESS', 'FAILURE'] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

export interface IncomingPayment {
  /** Shopify transaction, legacy id: the external id of the deposit or refund in NetSuite. */
  readonly shopifyTransactionId: string;
  readonly parentTransactionId: string | null;
  readonly kind: PaymentKind;
  readonly status: PaymentStatus;
  /** Shopify's gateway name, e.g. "shopify_payments", "gift_card", "cash"; mapped by settings. */
  readonly gateway: string;
  /** Always positive; `kind` says which way it went. */
  readonly amount: Minor;
  readonly processedAt: Date;
}

/** CANCEL: taken off before it left. RETURN: came back. NO_RESTOCK: given back as money only, or thrown away. */
export const RESTOCK_TYPES = ['CANCEL', 'RETURN', 'NO_RESTOCK', 'LEGACY_RESTOCK'] as const;
export type RestockType = (typeof RESTOCK_TYPES)[number];

export interface IncomingRefund {
  /** Shopify refund, legacy id. */
  readonly shopifyRefundId: string;
  /** The return it settles, legacy id. */
  readonly shopifyReturnId: string | null;
  readonly happenedAt: Date;
  readonly note: string | null;
  readonly lines: readonly IncomingRefundLine[];
  /** Given back of the shipping charge, taxes included. */
  readonly shipping: Minor;
  /** Given back beyond goods and shipping, or kept of them: restocking fees, goodwill. Signed. */
  readonly difference: Minor;
  /** Money that went back with it, legacy ids. */
  readonly transactionIds: readonly string[];
}

export interface IncomingRefundLine {
  readonly shopifyLineId: string;
  readonly quantity: number;
  readonly restockType: RestockType;
  /** The units are on a shelf again. */
  readonly restocked: boolean;
  /** Shopify location of that shelf, legacy id. */
  readonly locationId: string | null;
  /** Of the goods, without taxes that come on top. */
  readonly subtotal: Minor;
  readonly tax: Minor;
}

/** An entry of Shopify's ledger of commercial changes (Order.agreements). */
export interface IncomingAgreement {
  readonly shopifyId: string;
  readonly kind: 'EDIT' | 'RETURN';
  readonly happenedAt: Date;
  /** The return it opened, legacy id. */
  readonly shopifyReturnId: string | null;
}
