// One Shopify order in a single shape, whichever wire it came by. The mapping reads only this; what a wire
// can't tell is null here, and the fallbacks that follow from it are written down with the order as evidence.

import type {
  Address,
  IncomingAgreement,
  IncomingCustomer,
  IncomingRefund,
} from '@sendsale/domain';
import type { WireMoney } from '../wire/scalars.ts';

export interface SourceOrder {
  readonly wire: 'graphql' | 'rest';
  readonly shopifyId: string;
  readonly name: string;
  readonly currency: string;
  readonly presentmentCurrency: string;
  /** When the customer bought; an offline register can sync it to Shopify hours later. */
  readonly orderedAt: Date;
  /** When Shopify made the order. */
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly cancelledAt: Date | null;
  readonly cancelReason: string | null;
  readonly test: boolean;
  readonly sourceName: string | null;
  readonly attributionHandle: string | null;
  readonly appId: string | null;
  readonly till: SourceTill;
  readonly taxesIncluded: boolean;
  readonly dutiesIncluded: boolean;
  readonly email: string | null;
  readonly phone: string | null;
  readonly note: string | null;
  readonly tags: readonly string[];
  readonly customer: IncomingCustomer | null;
  readonly shipTo: Address | null;
  readonly billTo: Address | null;
  readonly totals: SourceTotals;
  readonly discounts: ReadonlyMap<number, SourceDiscount>;
  readonly lines: readonly SourceLine[];
  readonly shippingLines: readonly SourceShippingLine[];
  readonly fees: readonly SourceCharge[];
  /** Null when they could not be read: another scope, or a REST body. */
  readonly fulfillmentOrders: readonly SourceFulfillmentOrder[] | null;
  readonly fulfillments: readonly SourceFulfillment[] | null;
  /** Null when the body does not carry them. */
  readonly transactions: readonly SourceTransaction[] | null;
  /** Units given back by restock type, of all refunds. */
  readonly refundedUnits: readonly SourceRefundedUnits[];
  /** In the shop's currency, oldest first. */
  readonly refunds: readonly IncomingRefund[];
  readonly agreements: readonly IncomingAgreement[];
}

export interface SourceTill {
  readonly locationId: string | null;
  readonly staffId: string | null;
  readonly staffName: string | null;
  readonly deviceId: string | null;
  /** POS: "<location>-<device>-<receipt>"; other apps put their own text here. */
  readonly sourceIdentifier: string | null;
}

export interface SourceTotals {
  /** Before returns and removals; without cash rounding. */
  readonly total: WireMoney;
  /** After returns and removals; null when the payload does not say. */
  readonly current: WireMoney | null;
  readonly subtotal: WireMoney | null;
  readonly tax: WireMoney | null;
  readonly tip: WireMoney;
  /** Of payments in cash, signed. */
  readonly rounding: WireMoney;
}

export interface SourceDiscount {
  /** CODE, MANUAL, AUTOMATIC or SCRIPT. */
  readonly type: string;
  readonly title: string | null;
  readonly code: string | null;
  /** Given on the whole order and spread over all its lines. */
  readonly wholeOrder: boolean;
}

export interface SourceTax {
  readonly title: string | null;
  readonly rate: string | null;
  readonly amount: WireMoney;
}

export interface SourceAllocation {
  /** Index of the discount application; null when the wire does not say. */
  readonly index: number | null;
  readonly amount: WireMoney;
}

export interface SourceCharge {
  readonly title: string | null;
  readonly amount: WireMoney;
  readonly taxes: readonly SourceTax[];
}

export interface SourceLine {
  readonly id: string;
  readonly title: string;
  readonly sku: string | null;
  readonly variantId: string | null;
  readonly productId: string | null;
  /** Units ordered, those removed and refunded included. */
  readonly quantity: number;
  /** Units left after removals and refunds. */
  readonly currentQuantity: number;
  readonly unfulfilledQuantity: number;
  /** All units can't be fulfilled by nature (a tip), or no longer. */
  readonly nonFulfillable: boolean;
  readonly requiresShipping: boolean;
  readonly isGiftCard: boolean;
  /** The wire itself marks the line as a tip. */
  readonly isTip: boolean;
  readonly unitPrice: WireMoney;
  readonly discounts: readonly SourceAllocation[];
  readonly taxes: readonly SourceTax[];
  readonly duties: readonly SourceCharge[];
}

export interface SourceShippingLine {
  readonly id: string | null;
  readonly title: string | null;
  readonly deliveryCategory: string | null;
  readonly isRemoved: boolean;
  readonly price: WireMoney;
  readonly discountedPrice: WireMoney | null;
  readonly discounts: readonly SourceAllocation[];
  readonly taxes: readonly SourceTax[];
}

export interface SourceFulfillmentOrder {
  readonly id: string;
  readonly status: string;
  readonly methodType: string | null;
  readonly presentedName: string | null;
  readonly locationId: string | null;
  readonly locationName: string | null;
  readonly destination: Address | null;
  readonly lines: readonly SourceFulfillmentOrderLine[];
}

export interface SourceFulfillmentOrderLine {
  readonly lineId: string;
  readonly total: number;
  readonly remaining: number;
  readonly shippingLineId: string | null;
  readonly shippingTitle: string | null;
}

export interface SourceFulfillment {
  readonly id: string;
  readonly locationId: string | null;
  readonly createdAt: Date | null;
  readonly tracked: boolean;
  readonly units: readonly { readonly lineId: string; readonly quantity: number }[];
}

export interface SourceTransaction {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: string;
  readonly status: string;
  readonly gateway: string;
  readonly amount: WireMoney;
  readonly rounding: WireMoney;
  readonly processedAt: Date;
  readonly deviceId: string | null;
}

export interface SourceRefundedUnits {
  readonly lineId: string;
  readonly quantity: number;
  /** CANCEL, RETURN, NO_RESTOCK or LEGACY_RESTOCK. */
  readonly restockType: string;
}
