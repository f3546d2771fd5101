// Builds GraphQL order payloads for tests: a plain one, and the parts tests change.

let lastId = 8_000_000_000_000;

export function newId(type: string): string {
  lastId += 1;
  return `gid://shopify/${type}/${lastId}`;
}

export function money(amount: string, currencyCode = 'USD', presentment?: [string, string]) {
  const [theirs, theirCurrency] = presentment ?? [amount, currencyCode];
  return {
    shopMoney: { amount, currencyCode },
    presentmentMoney: { amount: theirs, currencyCode: theirCurrency },
  };
}

export interface LineSpec {
  readonly id?: string;
  readonly sku?: string;
  readonly price: string;
  readonly quantity?: number;
  readonly tax?: string;
  readonly discounts?: readonly (readonly [index: number, amount: string])[];
  readonly extra?: Readonly<Record<string, unknown>>;
}

export function line(spec: LineSpec) {
  const quantity = spec.quantity ?? 1;
  return {
    id: spec.id ?? newId('LineItem'),
    name: spec.sku ?? 'Thing',
    title: spec.sku ?? 'Thing',
    sku: spec.sku ?? null,
    quantity,
    currentQuantity: quantity,
    unfulfilledQuantity: quantity,
    nonFulfillableQuantity: 0,
    requiresShipping: true,
    isGiftCard: false,
    variant: { id: newId('ProductVariant') },
    product: { id: newId('Product') },
    originalUnitPriceSet: money(spec.price),
    discountAllocations: (spec.discounts ?? []).map(([index, amount]) => ({
      allocatedAmountSet: money(amount),
      discountApplication: { index },
    })),
    taxLines: spec.tax === undefined ? [] : [taxLine(spec.tax)],
    duties: [],
    ...spec.extra,
  };
}

export function taxLine(amount: string) {
  return { title: 'Sales tax', rate: 0.08, priceSet: money(amount) };
}

export type Line = ReturnType<typeof line>;

export interface FulfillmentOrderSpec {
  readonly id?: string;
  readonly method: string | null;
  readonly status?: string;
  readonly location?: string;
  readonly units: readonly (readonly [line: { id: string }, total: number, remaining?: number])[];
  readonly shippingLine?: { readonly id: string; readonly title: string } | null;
}

export function fulfillmentOrder(spec: FulfillmentOrderSpec) {
  return {
    id: spec.id ?? newId('FulfillmentOrder'),
    status: spec.status ?? 'OPEN',
    requestStatus: 'UNSUBMITTED',
    assignedLocation: {
      name: 'Somewhere',
      location: { id: `gid://shopify/Location/${spec.location ?? '1'}` },
    },
    deliveryMethod: spec.method === null ? null : { methodType: spec.method, presentedName: null },
    destination: null,
    supportedActions: [],
    lineItems: {
      nodes: spec.units.map(([item, total, remaining]) => ({
        id: newId('FulfillmentOrderLineItem'),
        totalQuantity: total,
        remainingQuantity: remaining ?? total,
        lineItem: { id: item.id },
        shippingLine: spec.shippingLine ?? null,
      })),
    },
  };
}

export function shippingLine(price: string, extra: Readonly<Record<string, unknown>> = {}) {
  return {
    id: newId('ShippingLine'),
    title: 'Standard',
    code: 'STANDARD',
    deliveryCategory: null,
    isRemoved: false,
    originalPriceSet: money(price),
    discountedPriceSet: money(price),
    discountAllocations: [],
    taxLines: [],
    ...extra,
  };
}

export const ADDRESS = {
  name: 'Jo Doe',
  firstName: 'Jo',
  lastName: 'Doe',
  company: null,
  address1: '1 Main Street',
  address2: null,
  city: 'Springfield',
  province: 'Illinois',
  provinceCode: 'IL',
  zip: '62701',
  country: 'United States',
  countryCodeV2: 'US',
  phone: null,
  latitude: 39.8,
  longitude: -89.6,
};

/** A POS order with an address and no parts; `total` is what it claims to come to. */
export function order(total: string, extra: Readonly<Record<string, unknown>> = {}) {
  return {
    id: newId('Order'),
    name: '#2001',
    createdAt: '2026-11-23T10:00:00Z',
    processedAt: '2026-11-23T10:00:00Z',
    updatedAt: '2026-11-23T10:00:05Z',
    cancelledAt: null,
    cancelReason: null,
    test: false,
    sourceName: 'pos',
    sourceIdentifier: '1-37-22440',
    app: { id: 'gid://shopify/App/129785', name: 'Point of Sale' },
    attribution: { handle: 'pos' },
    retailLocation: { id: 'gid://shopify/Location/1' },
    taxesIncluded: false,
    dutiesIncluded: false,
    currencyCode: 'USD',
    presentmentCurrencyCode: 'USD',
    tags: [],
    customer: { id: newId('Customer'), firstName: 'Jo', lastName: 'Doe' },
    shippingAddress: ADDRESS,
    billingAddress: null,
    totalPriceSet: money(total),
    totalTipReceivedSet: money('0.00'),
    totalCashRoundingAdjustment: { paymentSet: money('0.00'), refundSet: money('0.00') },
    additionalFees: [],
    discountApplications: { nodes: [] },
    shippingLines: { nodes: [] },
    lineItems: { nodes: [] },
    fulfillmentOrders: { nodes: [] },
    fulfillments: [],
    transactions: [],
    refunds: [],
    ...extra,
  };
}

export function transaction(kind: string, amount: string, extra: Record<string, unknown> = {}) {
  return {
    id: newId('OrderTransaction'),
    kind,
    status: 'SUCCESS',
    gateway: 'shopify_payments',
    processedAt: '2026-11-23T10:00:00Z',
    createdAt: '2026-11-23T10:00:00Z',
    amountSet: money(amount),
    amountRoundingSet: null,
    parentTransaction: null,
    location: null,
    device: null,
    ...extra,
  };
}
