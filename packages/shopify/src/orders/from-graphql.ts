// Reads an Admin GraphQL order into the one shape the mapping knows.

import type { Address } from '@sendsale/domain';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { graphqlOrderSchema } from '../wire/graphql-order.ts';
import type {
  GraphqlAddress,
  GraphqlFulfillment,
  GraphqlFulfillmentOrder,
  GraphqlLine,
  GraphqlOrder,
  GraphqlTax,
} from '../wire/graphql-order.ts';
import { NO_MONEY } from '../wire/scalars.ts';
import { agreement, byTime, graphqlRefund } from './map-refunds.ts';
import { unreadable } from '../wire/wire-problem.ts';
import type { WireProblem } from '../wire/wire-problem.ts';
import type {
  SourceAllocation,
  SourceDiscount,
  SourceFulfillment,
  SourceFulfillmentOrder,
  SourceLine,
  SourceOrder,
  SourceTax,
  SourceTransaction,
} from './source-order.ts';

/**
 * @param value the `order` object of an answer to the operation `ORDER`, or to a query of the same fields.
 * @returns the order, or what is wrong with it: SHOPIFY_ORDER_UNREADABLE with JSON paths, or
 * SHOPIFY_ORDER_INCOMPLETE when a nested list has further pages.
 */
export function fromGraphql(value: unknown): Result<SourceOrder, WireProblem[]> {
  const parsed = graphqlOrderSchema.safeParse(value);
  if (!parsed.success) return fail(unreadable('SHOPIFY_ORDER_UNREADABLE', parsed.error));
  const missing = unreadPages(parsed.data);
  return missing.length > 0 ? fail(missing) : ok(toSource(parsed.data));
}

/** The nested lists of `order` that have further pages: an order is taken whole or not at all. */
function unreadPages(order: GraphqlOrder): WireProblem[] {
  const lists: [string, { hasNextPage: boolean } | null | undefined][] = [
    ['lineItems', order.lineItems],
    ['shippingLines', order.shippingLines],
    ['discountApplications', order.discountApplications],
    ['fulfillmentOrders', order.fulfillmentOrders],
    ['agreements', order.agreements],
  ];
  for (const [index, one] of (order.fulfillmentOrders?.nodes ?? []).entries())
    lists.push([`fulfillmentOrders.nodes[${index}].lineItems`, one.lineItems]);
  for (const [index, one] of (order.fulfillments ?? []).entries())
    lists.push([`fulfillments[${index}].fulfillmentLineItems`, one.fulfillmentLineItems]);
  for (const [index, one] of order.refunds.entries())
    lists.push([`refunds[${index}].refundLineItems`, one.refundLineItems]);
  return lists.flatMap(([path, list]) => (list?.hasNextPage === true ? [incomplete(path)] : []));
}

function incomplete(path: string): WireProblem {
  const message = `${path} has further pages that this payload does not hold; read the order again by its id.`;
  return { code: 'SHOPIFY_ORDER_INCOMPLETE', severity: 'refuses', message, path };
}

function toSource(order: GraphqlOrder): SourceOrder {
  const transactions = order.transactions?.map(transaction) ?? null;
  return {
    ...head(order),
    ...origin(order, transactions),
    ...people(order),
    totals: totals(order),
    discounts: discounts(order),
    lines: order.lineItems.nodes.map(line),
    shippingLines: shippingLines(order),
    fees: order.additionalFees.map((fee) => ({
      title: fee.name,
      amount: fee.price,
      taxes: (fee.taxLines ?? []).map(tax),
    })),
    fulfillmentOrders: order.fulfillmentOrders?.nodes.map(fulfillmentOrder) ?? null,
    fulfillments: order.fulfillments?.flatMap(fulfillment) ?? null,
    transactions,
    refundedUnits: order.refunds.flatMap((refund) =>
      (refund.refundLineItems?.nodes ?? []).map((unit) => ({
        lineId: unit.lineItem.id,
        quantity: unit.quantity,
        restockType: unit.restockType,
      })),
    ),
    refunds: order.refunds.map((one) => graphqlRefund(one, order)).toSorted(byTime),
    agreements: (order.agreements?.nodes ?? []).flatMap(agreement).toSorted(byTime),
  };
}

function head(order: GraphqlOrder) {
  return {
    wire: 'graphql' as const,
    shopifyId: order.id,
    name: order.name,
    currency: order.currencyCode,
    presentmentCurrency: order.presentmentCurrencyCode ?? order.currencyCode,
    orderedAt: order.processedAt ?? order.createdAt,
    createdAt: order.createdAt,
    updatedAt: order.updatedAt,
    cancelledAt: order.cancelledAt ?? null,
    cancelReason: order.cancelReason,
    test: order.test,
    taxesIncluded: order.taxesIncluded,
    dutiesIncluded: order.dutiesIncluded,
    note: order.note,
    tags: order.tags,
  };
}

function origin(order: GraphqlOrder, transactions: readonly SourceTransaction[] | null) {
  return {
    sourceName: order.sourceName,
    attributionHandle: order.attribution?.handle ?? null,
    appId: order.app?.id ?? null,
    till: {
      locationId: order.retailLocation?.id ?? null,
      staffId: order.staffMember?.id ?? null,
      staffName: order.staffMember?.name ?? null,
      deviceId: transactions?.find((one) => one.deviceId !== null)?.deviceId ?? null,
      sourceIdentifier: order.sourceIdentifier,
    },
  };
}

function people(order: GraphqlOrder) {
  return {
    email: order.email,
    phone: order.phone,
    customer: customer(order),
    shipTo: address(order.shippingAddress),
    billTo: address(order.billingAddress),
  };
}

function totals(order: GraphqlOrder): SourceOrder['totals'] {
  return {
    total: order.totalPriceSet,
    current: order.currentTotalPriceSet ?? null,
    subtotal: order.subtotalPriceSet ?? null,
    tax: order.totalTaxSet ?? null,
    tip: order.totalTipReceivedSet,
    rounding: order.totalCashRoundingAdjustment?.paymentSet ?? NO_MONEY,
  };
}

function customer(order: GraphqlOrder): SourceOrder['customer'] {
  const who = order.customer;
  if (who === null || who === undefined) return null;
  return {
    shopifyId: who.id,
    firstName: who.firstName,
    lastName: who.lastName,
    email: who.defaultEmailAddress?.emailAddress ?? who.email,
    phone: who.defaultPhoneNumber?.phoneNumber ?? who.phone,
  };
}

/** Null without a country: such an address can't be shipped to or booked. */
export function address(wire: GraphqlAddress | null | undefined): Address | null {
  const country = wire?.countryCodeV2 ?? wire?.countryCode ?? null;
  if (wire === null || wire === undefined || country === null) return null;
  const names = [wire.firstName, wire.lastName].filter((name) => name !== null);
  return {
    name: wire.name ?? (names.length > 0 ? names.join(' ') : null),
    company: wire.company,
    address1: wire.address1,
    address2: wire.address2,
    city: wire.city,
    region: wire.provinceCode ?? wire.province,
    zip: wire.zip,
    country,
    phone: wire.phone,
    latitude: wire.latitude ?? null,
    longitude: wire.longitude ?? null,
  };
}

const DISCOUNT_TYPES: ReadonlyMap<string | undefined, string> = new Map([
  ['DiscountCodeApplication', 'CODE'],
  ['ManualDiscountApplication', 'MANUAL'],
  ['AutomaticDiscountApplication', 'AUTOMATIC'],
  ['ScriptDiscountApplication', 'SCRIPT'],
]);

function discounts(order: GraphqlOrder): ReadonlyMap<number, SourceDiscount> {
  const entries = (order.discountApplications?.nodes ?? []).map((one): [number, SourceDiscount] => [
    one.index,
    {
      type: DISCOUNT_TYPES.get(one.__typename) ?? 'UNKNOWN',
      title: one.title ?? one.description ?? one.code,
      code: one.code,
      wholeOrder: one.targetSelection === 'ALL' && one.allocationMethod === 'ACROSS',
    },
  ]);
  return new Map(entries);
}

function line(wire: GraphqlLine): SourceLine {
  const nonFulfillable = wire.nonFulfillableQuantity ?? 0;
  return {
    id: wire.id,
    title: wire.name ?? wire.title ?? '',
    sku: wire.sku,
    variantId: wire.variant?.id ?? null,
    productId: wire.product?.id ?? null,
    quantity: wire.quantity,
    currentQuantity: wire.currentQuantity ?? wire.quantity,
    unfulfilledQuantity: wire.unfulfilledQuantity ?? 0,
    nonFulfillable: wire.quantity > 0 && nonFulfillable >= wire.quantity,
    requiresShipping: wire.requiresShipping,
    isGiftCard: wire.isGiftCard,
    isTip: false,
    unitPrice: wire.originalUnitPriceSet,
    discounts: wire.discountAllocations.map(allocation),
    taxes: wire.taxLines.map(tax),
    duties: wire.duties.map((duty) => ({
      title: 'Duty',
      amount: duty.price,
      taxes: (duty.taxLines ?? []).map(tax),
    })),
  };
}

function shippingLines(order: GraphqlOrder): SourceOrder['shippingLines'] {
  return (order.shippingLines?.nodes ?? []).map((one) => ({
    id: one.id ?? null,
    title: one.title ?? one.code,
    deliveryCategory: one.deliveryCategory,
    isRemoved: one.isRemoved,
    price: one.originalPriceSet,
    discountedPrice: one.discountedPriceSet ?? null,
    discounts: one.discountAllocations.map(allocation),
    taxes: one.taxLines.map(tax),
  }));
}

function allocation(wire: GraphqlLine['discountAllocations'][number]): SourceAllocation {
  return { index: wire.discountApplication?.index ?? null, amount: wire.allocatedAmountSet };
}

function tax(wire: GraphqlTax): SourceTax {
  const rate = wire.rate ?? null;
  return { title: wire.title, rate: rate === null ? null : String(rate), amount: wire.priceSet };
}

/** As source: also read by the fulfillment push. */
export function fulfillmentOrder(wire: GraphqlFulfillmentOrder): SourceFulfillmentOrder {
  return {
    id: wire.id,
    status: wire.status,
    methodType: wire.deliveryMethod?.methodType ?? null,
    presentedName: wire.deliveryMethod?.presentedName ?? null,
    locationId: wire.assignedLocation?.location?.id ?? null,
    locationName: wire.assignedLocation?.name ?? null,
    destination: address(wire.destination),
    lines: wire.lineItems.nodes.map((one) => ({
      lineId: one.lineItem.id,
      total: one.totalQuantity,
      remaining: one.remainingQuantity,
      shippingLineId: one.shippingLine?.id ?? null,
      shippingTitle: one.shippingLine?.title ?? null,
    })),
  };
}

/** Fulfillments that count: a cancelled or failed one moved nothing. */
function fulfillment(wire: GraphqlFulfillment): SourceFulfillment[] {
  if (['CANCELLED', 'ERROR', 'FAILURE'].includes(wire.status)) return [];
  return [
    {
      id: wire.id,
      locationId: wire.location?.id ?? null,
      createdAt: wire.createdAt ?? null,
      tracked: wire.trackingInfo.some((one) => one.number !== null),
      units: wire.fulfillmentLineItems.nodes.map((one) => ({
        lineId: one.lineItem.id,
        quantity: one.quantity ?? 0,
      })),
    },
  ];
}

function transaction(wire: NonNullable<GraphqlOrder['transactions']>[number]): SourceTransaction {
  return {
    id: wire.id,
    parentId: wire.parentTransaction?.id ?? null,
    kind: wire.kind,
    status: wire.status,
    gateway: wire.gateway ?? 'unknown',
    amount: wire.amountSet,
    rounding: wire.amountRoundingSet,
    processedAt: wire.processedAt ?? wire.createdAt ?? new Date(0),
    deviceId: wire.device?.id ?? null,
  };
}
