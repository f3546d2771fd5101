// Builds GraphQL payloads of the collection from few words. Ids count up within a case, so that files do not
// change when a case is added.

type Json = Record<string, unknown>;

export interface CaseLine {
  readonly sku: string;
  readonly price: string;
  readonly quantity?: number;
  readonly tax?: string;
  /** Index of the discount application → amount. */
  readonly discounts?: readonly (readonly [number, string])[];
  readonly current?: number;
  readonly unfulfilled?: number;
  readonly duty?: string;
  readonly extra?: Json;
}

export interface CaseOrder {
  readonly total: string;
  readonly lines: readonly CaseLine[];
  /** [method, sku, units, remaining?, status?], one fulfillment order a row; null: could not be read. */
  readonly fos?: readonly (readonly [string | null, string, number, number?, string?])[] | null;
  readonly ship?: string;
  readonly shipping?: Json;
  readonly discounts?: readonly Json[];
  /** [kind, gateway, amount, extra?] */
  readonly paid?: readonly (readonly [string, string, string, Json?])[];
  /** [sku, units, tracked?, minutes after the order?] */
  readonly fulfilled?: readonly (readonly [string, number, boolean?, number?])[];
  readonly refunds?: readonly {
    readonly lines?: readonly (readonly [string, number, string, string?, string?])[];
    readonly shipping?: string;
    readonly difference?: string;
  }[];
  readonly currency?: string;
  readonly extra?: Json;
}

const ADDRESS = {
  name: 'Jo Doe',
  address1: '1 Main Street',
  city: 'Springfield',
  provinceCode: 'IL',
  zip: '62701',
  countryCodeV2: 'US',
};

/** A POS order with a shipping address; web and other orders say so in `extra`. */
export function graphqlCase(spec: CaseOrder): Json {
  let last = 100;
  const currency = spec.currency ?? 'USD';
  const money = (amount: string): Json => {
    const one = { amount, currencyCode: currency };
    return { shopMoney: one, presentmentMoney: one };
  };
  const gid = (type: string, id = (last += 1)): string => `gid://shopify/${type}/${id}`;
  const idOf = new Map(spec.lines.map((line) => [line.sku, gid('LineItem')]));
  const lineOf = (sku: string): Json => ({ id: idOf.get(sku) });
  const tax = (amount: string | undefined): Json[] =>
    amount === undefined ? [] : [{ title: 'Tax', rate: 0.08, priceSet: money(amount) }];
  const allocations = (parts: CaseLine['discounts']): Json[] =>
    (parts ?? []).map(([index, amount]) => ({
      allocatedAmountSet: money(amount),
      discountApplication: { index },
    }));
  const made = '2026-11-23T10:00:00Z';
  const after = (minutes: number): string =>
    new Date(Date.parse(made) + minutes * 60_000).toISOString();
  return {
    id: gid('Order', 7001),
    name: '#1001',
    createdAt: made,
    processedAt: made,
    updatedAt: after(1),
    cancelledAt: null,
    sourceName: 'pos',
    retailLocation: { id: gid('Location', 1) },
    taxesIncluded: false,
    currencyCode: currency,
    shippingAddress: ADDRESS,
    totalPriceSet: money(spec.total),
    discountApplications: {
      nodes: (spec.discounts ?? []).map((one, index) => ({ index, ...one })),
    },
    shippingLines: {
      nodes:
        spec.ship === undefined
          ? []
          : [
              {
                id: gid('ShippingLine'),
                title: 'Standard',
                originalPriceSet: money(spec.ship),
                ...spec.shipping,
              },
            ],
    },
    lineItems: {
      nodes: spec.lines.map((line) => {
        const quantity = line.quantity ?? 1;
        return {
          id: idOf.get(line.sku),
          name: line.sku,
          sku: line.sku,
          quantity,
          currentQuantity: line.current ?? quantity,
          unfulfilledQuantity: line.unfulfilled ?? line.current ?? quantity,
          requiresShipping: true,
          variant: { id: gid('ProductVariant') },
          product: { id: gid('Product') },
          originalUnitPriceSet: money(line.price),
          discountAllocations: allocations(line.discounts),
          taxLines: tax(line.tax),
          duties: line.duty === undefined ? [] : [{ id: gid('Duty'), price: money(line.duty) }],
          ...line.extra,
        };
      }),
    },
    fulfillmentOrders:
      spec.fos === null
        ? null
        : {
            nodes: (spec.fos ?? []).map(([method, sku, units, remaining, status]) => ({
              id: gid('FulfillmentOrder'),
              status: status ?? (remaining === 0 ? 'CLOSED' : 'OPEN'),
              assignedLocation: { name: 'Somewhere', location: { id: gid('Location', 1) } },
              deliveryMethod: method === null ? null : { methodType: method },
              lineItems: {
                nodes: [
                  {
                    id: gid('FulfillmentOrderLineItem'),
                    totalQuantity: units,
                    remainingQuantity: remaining ?? units,
                    lineItem: lineOf(sku),
                  },
                ],
              },
            })),
          },
    fulfillments: (spec.fulfilled ?? []).map(([sku, quantity, tracked, minutes]) => ({
      id: gid('Fulfillment'),
      status: 'SUCCESS',
      createdAt: after(minutes ?? 0),
      location: { id: gid('Location', 1) },
      trackingInfo: tracked === true ? [{ company: 'UPS', number: '1Z999' }] : [],
      fulfillmentLineItems: { nodes: [{ quantity, lineItem: lineOf(sku) }] },
    })),
    transactions: (spec.paid ?? []).map(([kind, gateway, amount, extra]) => ({
      id: gid('OrderTransaction'),
      kind,
      status: 'SUCCESS',
      gateway,
      processedAt: made,
      amountSet: money(amount),
      ...extra,
    })),
    refunds: (spec.refunds ?? []).map((refund) => ({
      id: gid('Refund'),
      createdAt: after(30),
      refundLineItems: {
        nodes: (refund.lines ?? []).map(([sku, quantity, restockType, subtotal, lineTax]) => ({
          quantity,
          restockType,
          lineItem: lineOf(sku),
          subtotalSet: money(subtotal ?? '0.00'),
          totalTaxSet: money(lineTax ?? '0.00'),
        })),
      },
      refundShippingLines: {
        nodes:
          refund.shipping === undefined
            ? []
            : [{ subtotalAmountSet: money(refund.shipping), taxAmountSet: money('0.00') }],
      },
      orderAdjustments: {
        nodes:
          refund.difference === undefined
            ? []
            : [{ amountSet: money(refund.difference), taxAmountSet: money('0.00') }],
      },
    })),
    ...spec.extra,
  };
}

/** What makes a POS order a web order. */
export const WEB = { sourceName: 'web', retailLocation: null } as const;

export function caseMoney(
  amount: string,
  currencyCode = 'USD',
  theirs?: readonly [string, string],
) {
  const [amountTheirs, currencyTheirs] = theirs ?? [amount, currencyCode];
  return {
    shopMoney: { amount, currencyCode },
    presentmentMoney: { amount: amountTheirs, currencyCode: currencyTheirs },
  };
}
