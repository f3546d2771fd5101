// Everything the shop remembers, as plain JSON so that a snapshot is the state itself. Ids are gids,
// instants are ISO text in whole seconds (as Shopify answers them), money is minor units of the shop.
import type { Minor } from '@sendsale/std';
import type { Address } from '../seed.ts';
import type { BulkOperation, Draft, EditSession } from './desk.ts';

export type { BulkOperation, Draft, EditSession } from './desk.ts';

export type Gid = string;
export type Instant = string;

export type DeliveryMethodType = 'RETAIL' | 'SHIPPING' | 'PICK_UP' | 'LOCAL' | 'NONE';
export type TransactionKind = 'AUTHORIZATION' | 'CAPTURE' | 'SALE' | 'REFUND' | 'VOID';
export type FulfillmentOrderStatus =
  'OPEN' | 'IN_PROGRESS' | 'CLOSED' | 'CANCELLED' | 'ON_HOLD' | 'SCHEDULED' | 'INCOMPLETE';

export interface Attribute {
  readonly key: string;
  readonly value: string | null;
}

export interface AddressRecord extends Address {
  readonly id: Gid;
}

export interface TaxCharge {
  readonly title: string;
  /** Decimal text, such as "0.0775". */
  readonly rate: string;
  readonly minor: Minor;
}

export interface Allocation {
  /** Index of the discount application. */
  readonly application: number;
  readonly minor: Minor;
}

export interface DiscountApplication {
  readonly index: number;
  readonly kind: 'CODE' | 'MANUAL' | 'AUTOMATIC' | 'SCRIPT';
  /** The code for CODE, else the title. */
  readonly title: string;
  readonly description: string | null;
  readonly allocationMethod: 'ACROSS' | 'EACH';
  readonly targetSelection: 'ALL' | 'ENTITLED' | 'EXPLICIT';
  readonly targetType: 'LINE_ITEM' | 'SHIPPING_LINE';
  readonly value: { readonly minor: Minor } | { readonly percentage: number };
}

export interface LineItem {
  readonly id: Gid;
  readonly variantId: Gid | null;
  readonly productId: Gid | null;
  readonly title: string;
  readonly variantTitle: string | null;
  readonly sku: string | null;
  readonly vendor: string | null;
  /** As sold, with what edits added. */
  quantity: number;
  readonly requiresShipping: boolean;
  readonly taxable: boolean;
  readonly isGiftCard: boolean;
  readonly unitMinor: Minor;
  readonly grams: number;
  readonly allocations: Allocation[];
  taxes: TaxCharge[];
  /** Rates the line is taxed by; edits that add units need them. */
  readonly taxRates: readonly { readonly title: string; readonly rate: string }[];
  readonly duties: readonly DutyCharge[];
  /** The kit the line is a component of. */
  readonly group: LineGroup | null;
  readonly attributes: Attribute[];
  readonly staffId: Gid | null;
  /** Units taken off again by refunds, cancels and edits. */
  removed: number;
}

export interface DutyCharge {
  readonly id: Gid;
  readonly minor: Minor;
  readonly countryCode: string | null;
  readonly harmonizedSystemCode: string | null;
}

export interface LineGroup {
  readonly id: Gid;
  readonly title: string;
  readonly quantity: number;
}

export interface ShippingLine {
  readonly id: Gid;
  readonly title: string;
  readonly code: string;
  readonly custom: boolean;
  readonly minor: Minor;
  readonly allocations: Allocation[];
  readonly taxes: TaxCharge[];
  isRemoved: boolean;
}

export interface Destination extends Address {
  readonly id: Gid;
  readonly email: string | null;
}

export interface FulfillmentOrderLine {
  readonly id: Gid;
  readonly lineId: Gid;
  readonly shippingLineId: Gid | null;
  total: number;
  remaining: number;
}

export interface FulfillmentOrder {
  readonly id: Gid;
  readonly orderId: Gid;
  readonly createdAt: Instant;
  readonly fulfillAt: Instant;
  readonly delivery: {
    readonly id: Gid;
    readonly methodType: DeliveryMethodType;
    readonly presentedName: string | null;
    readonly serviceCode: string | null;
  };
  readonly destination: Destination | null;
  readonly lines: FulfillmentOrderLine[];
  updatedAt: Instant;
  locationId: Gid;
  status: FulfillmentOrderStatus;
  /** False for those that a move or split has emptied. */
  displayable: boolean;
  progressReported: boolean;
  holds: Hold[];
}

export interface Hold {
  readonly id: Gid;
  readonly handle: string | null;
  readonly reason: string;
  readonly reasonNotes: string | null;
}

export interface Tracking {
  readonly company: string | null;
  readonly number: string | null;
  readonly url: string | null;
}

export interface Fulfillment {
  readonly id: Gid;
  readonly name: string;
  readonly createdAt: Instant;
  readonly locationId: Gid;
  readonly lines: {
    readonly id: Gid;
    readonly lineId: Gid;
    readonly fulfillmentOrderId: Gid;
    readonly quantity: number;
  }[];
  updatedAt: Instant;
  status: 'SUCCESS' | 'CANCELLED';
  tracking: Tracking[];
  /** How often the customer was told. */
  notifications: number;
}

export interface Transaction {
  readonly id: Gid;
  readonly kind: TransactionKind;
  readonly status: 'SUCCESS' | 'FAILURE' | 'PENDING';
  readonly gateway: string;
  readonly minor: Minor;
  readonly createdAt: Instant;
  readonly processedAt: Instant;
  readonly parentId: Gid | null;
  readonly locationId: Gid | null;
  readonly deviceId: Gid | null;
  readonly staffId: Gid | null;
  readonly test: boolean;
  /** What cash was rounded by: the customer paid `minor` and this. */
  readonly roundingMinor?: Minor;
}

export interface Refund {
  readonly id: Gid;
  readonly createdAt: Instant;
  readonly note: string | null;
  readonly staffId: Gid | null;
  readonly transactionIds: Gid[];
  readonly lines: {
    readonly id: Gid;
    readonly lineId: Gid;
    readonly quantity: number;
    readonly restockType: 'CANCEL' | 'RETURN' | 'NO_RESTOCK';
    readonly locationId: Gid | null;
    readonly subtotalMinor: Minor;
    readonly taxMinor: Minor;
  }[];
  readonly shipping: {
    readonly id: Gid;
    readonly shippingLineId: Gid;
    readonly subtotalMinor: Minor;
    readonly taxMinor: Minor;
  }[];
  readonly duties: { readonly id: Gid; readonly dutyId: Gid; readonly minor: Minor }[];
  /** What was given beyond the lines is negative, what was kept of them positive. */
  readonly adjustments: {
    readonly id: Gid;
    readonly reason: string;
    readonly minor: Minor;
  }[];
  readonly returnId: Gid | null;
}

export interface Agreement {
  readonly id: Gid;
  readonly kind: 'OrderAgreement' | 'OrderEditAgreement' | 'RefundAgreement' | 'ReturnAgreement';
  readonly reason: 'ORDER' | 'ORDER_EDIT' | 'REFUND' | 'RETURN';
  readonly happenedAt: Instant;
  readonly appId: Gid;
  readonly appTitle: string;
  readonly staffId: Gid | null;
  readonly refundId: Gid | null;
  readonly returnId: Gid | null;
}

export interface ReturnLine {
  readonly id: Gid;
  readonly fulfillmentLineId: Gid;
  readonly lineId: Gid;
  readonly quantity: number;
  readonly reason: string;
  readonly note: string;
  processed: number;
}

export interface ExchangeLine {
  readonly id: Gid;
  readonly variantId: Gid;
  readonly quantity: number;
  processed: number;
  lineIds: Gid[];
}

export interface Return {
  readonly id: Gid;
  readonly name: string;
  readonly createdAt: Instant;
  readonly staffId: Gid | null;
  readonly lines: ReturnLine[];
  readonly exchanges: ExchangeLine[];
  closedAt: Instant | null;
  status: 'REQUESTED' | 'OPEN' | 'CLOSED' | 'CANCELED' | 'DECLINED';
}

/** What one committed edit added and took off. */
export interface Edit {
  readonly id: Gid;
  readonly createdAt: Instant;
  readonly staffId: Gid | null;
  readonly staffNote: string | null;
  readonly notifyCustomer: boolean;
  readonly additions: { readonly lineId: Gid; readonly delta: number }[];
  readonly removals: { readonly lineId: Gid; readonly delta: number }[];
}

export interface Order {
  readonly id: Gid;
  readonly number: number;
  readonly name: string;
  readonly createdAt: Instant;
  readonly processedAt: Instant;
  readonly sourceName: string;
  readonly sourceIdentifier: string | null;
  readonly app: { readonly id: Gid; readonly name: string };
  readonly retailLocationId: Gid | null;
  readonly deviceId: Gid | null;
  readonly staffId: Gid | null;
  readonly test: boolean;
  readonly taxExempt: boolean;
  email: string | null;
  phone: string | null;
  readonly customerLocale: string | null;
  customerId: Gid | null;
  readonly shippingAddress: AddressRecord | null;
  readonly billingAddress: AddressRecord | null;
  readonly discounts: DiscountApplication[];
  readonly lines: LineItem[];
  readonly shippingLines: ShippingLine[];
  readonly fulfillmentOrders: FulfillmentOrder[];
  readonly fulfillments: Fulfillment[];
  readonly transactions: Transaction[];
  readonly refunds: Refund[];
  readonly agreements: Agreement[];
  readonly returns: Return[];
  readonly edits: Edit[];
  tipMinor: Minor;
  /** Prices contain the taxes. */
  readonly taxesIncluded: boolean;
  /** The customer's currency and how much of it one unit of the shop's is; null when it is the shop's. */
  readonly presentment: { readonly currency: string; readonly rate: string } | null;
  /** The total when it was rung up. */
  firstTotalMinor: Minor;
  readonly attributes: Attribute[];
  updatedAt: Instant;
  cancelledAt: Instant | null;
  cancelReason: string | null;
  closedAt: Instant | null;
  note: string | null;
  tags: string[];
  edited: boolean;
}

export interface Customer {
  readonly id: Gid;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  phone: string | null;
  note: string | null;
  tags: string[];
  taxExempt: boolean;
  address: AddressRecord | null;
  readonly createdAt: Instant;
  updatedAt: Instant;
}

/** Quantities of an inventory item at a location; on hand is the sum of all but incoming. */
export interface Level {
  readonly id: Gid;
  readonly itemId: Gid;
  readonly locationId: Gid;
  available: number;
  committed: number;
  reserved: number;
  damaged: number;
  safety_stock: number;
  quality_control: number;
  incoming: number;
  updatedAt: Instant;
}

export interface Subscription {
  readonly id: Gid;
  readonly topic: string;
  readonly uri: string;
  readonly name: string | null;
  readonly filter: string | null;
  readonly includeFields: string[];
  readonly createdAt: Instant;
}

/** A thing that will happen by itself at an instant, such as a carry-out leaving the store. */
export interface Due {
  readonly at: number;
  readonly kind: 'HAND_OVER' | 'END_RESERVATION';
  /** The order, or the draft whose reservation ends. */
  readonly orderId: Gid;
}

/** The answer kept for a key of `@idempotent`. */
export interface Remembered {
  readonly fingerprint: string;
  readonly payload: unknown;
}

export interface ShopState {
  readonly openedAt: Instant;
  nextId: number;
  nextOrderNumber: number;
  /** Receipt numbers by location and device. */
  readonly receipts: Record<string, number>;
  readonly orders: Order[];
  readonly customers: Customer[];
  readonly levels: Level[];
  readonly subscriptions: Subscription[];
  readonly due: Due[];
  readonly remembered: Record<string, Remembered>;
  readonly drafts: Draft[];
  nextDraftNumber: number;
  readonly edits: EditSession[];
  readonly bulkOperations: BulkOperation[];
  /** Carts of registers that are offline, with the instant they were rung up. */
  readonly offline: { readonly at: Instant; readonly cart: unknown }[];
  /** Which customer a merged one has become. */
  readonly merges: Record<Gid, Gid>;
}
