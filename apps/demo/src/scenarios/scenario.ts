// An order as a person brings it to the till, in the demo's own words, and where it should end.

export const SCENARIOS = [
  'send-sale',
  'send-sale-warehouse',
  'send-sale-split',
  'send-sale-discount',
  'send-sale-cancelled',
  'send-sale-rejected',
  'carry-out',
  'mixed',
  'web',
  'unknown-item',
] as const;
export type ScenarioName = (typeof SCENARIOS)[number];

export interface Scenario {
  readonly name: ScenarioName;
  /** The selling store; null for the web shop. */
  readonly placeId: string | null;
  readonly associateId: string | null;
  readonly customerId: string;
  readonly lines: readonly ScenarioLine[];
  readonly orderDiscount: { readonly code: string; readonly percent: number } | null;
  readonly shipping: { readonly title: string; readonly priceMinor: number } | null;
  /** The last one pays what is left. */
  readonly payments: readonly ScenarioPayment[];
  readonly end: ExpectedEnd;
}

export interface ScenarioLine {
  readonly sku: string;
  readonly quantity: number;
  readonly delivery: 'SHIP' | 'CARRY_OUT';
  readonly discountMinor: number;
}

export interface ScenarioPayment {
  readonly gateway: 'shopify_payments' | 'gift_card' | 'cash';
  readonly amountMinor: number | 'rest';
}

/** What the books must show when the order has reached its end. */
export interface ExpectedEnd {
  readonly status: 'COMPLETED' | 'CANCELLED';
  readonly salesOrders: 0 | 1;
  readonly cashSales: 0 | 1;
  /** Deposits of the sales order: one a payment that reached it. */
  readonly deposits: number;
  readonly refunds: number;
  readonly fulfillments: number;
  /** Facilities that must have shipped, in any order; null where brokering may choose. */
  readonly shippedFrom: readonly string[] | null;
}

export function sendSaleEnd(more: Partial<ExpectedEnd> = {}): ExpectedEnd {
  return {
    status: 'COMPLETED',
    salesOrders: 1,
    cashSales: 0,
    deposits: 1,
    refunds: 0,
    fulfillments: 1,
    shippedFrom: null,
    ...more,
  };
}

export function carryOutEnd(): ExpectedEnd {
  return {
    ...sendSaleEnd(),
    salesOrders: 0,
    cashSales: 1,
    deposits: 0,
    fulfillments: 0,
    shippedFrom: [],
  };
}
