// Reads a REST or webhook order body into the one shape the mapping knows. Such a body has no fulfillment
// orders, and transactions only of its refunds.

import { z } from 'zod';
import type { Address } from '@sendsale/domain';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { restOrderSchema } from '../wire/rest-order.ts';
import type { RestAddress, RestOrder } from '../wire/rest-order.ts';
import { NO_MONEY } from '../wire/scalars.ts';
import type { WireMoney } from '../wire/scalars.ts';
import { unreadable } from '../wire/wire-problem.ts';
import type { WireProblem } from '../wire/wire-problem.ts';
import { byTime, restRefund } from './map-refunds.ts';
import type {
  SourceAllocation,
  SourceDiscount,
  SourceLine,
  SourceOrder,
  SourceTransaction,
} from './source-order.ts';

const currencySchema = z.object({ currency: z.string() });

/** @returns the order, or SHOPIFY_ORDER_UNREADABLE with the JSON paths of what is wrong. */
export function fromRest(value: unknown): Result<SourceOrder, WireProblem[]> {
  const head = currencySchema.safeParse(value);
  if (!head.success) return fail(unreadable('SHOPIFY_ORDER_UNREADABLE', head.error));
  const parsed = restOrderSchema(head.data.currency).safeParse(value);
  if (!parsed.success) return fail(unreadable('SHOPIFY_ORDER_UNREADABLE', parsed.error));
  return ok(toSource(parsed.data));
}

function toSource(order: RestOrder): SourceOrder {
  return {
    ...head(order),
    ...origin(order),
    totals: totals(order),
    discounts: new Map(order.discount_applications.map(discount)),
    lines: order.line_items.map(line),
    shippingLines: order.shipping_lines.map((one) => ({
      id: one.id,
      title: one.title ?? one.code,
      deliveryCategory: one.delivery_category,
      isRemoved: one.is_removed ?? false,
      price: one.price,
      discountedPrice: one.discountedPrice,
      discounts: one.discount_allocations,
      taxes: one.tax_lines.map(rated),
    })),
    fees: [],
    fulfillmentOrders: null,
    fulfillments: fulfillments(order),
    transactions: allTransactions(order),
    refundedUnits: order.refunds.flatMap((refund) =>
      refund.refund_line_items.map((unit) => ({
        lineId: unit.line_item_id,
        quantity: unit.quantity,
        restockType: (unit.restock_type ?? 'NO_RESTOCK').toUpperCase(),
      })),
    ),
    refunds: order.refunds
      .map((one) =>
        restRefund(one, {
          updatedAt: order.updated_at ?? order.created_at,
          taxesIncluded: order.taxes_included,
        }),
      )
      .toSorted(byTime),
    agreements: [],
  };
}

function head(order: RestOrder) {
  return {
    wire: 'rest' as const,
    shopifyId: order.id,
    name: order.name,
    currency: order.currency,
    presentmentCurrency: order.presentment_currency ?? order.currency,
    orderedAt: order.processed_at ?? order.created_at,
    createdAt: order.created_at,
    updatedAt: order.updated_at ?? order.created_at,
    cancelledAt: order.cancelled_at ?? null,
    cancelReason: order.cancel_reason?.toUpperCase() ?? null,
    test: order.test ?? false,
    taxesIncluded: order.taxes_included,
    dutiesIncluded: order.duties_included ?? false,
    note: order.note,
    tags: tagList(order.tags ?? ''),
  };
}

function origin(order: RestOrder) {
  return {
    sourceName: order.source_name,
    attributionHandle: null,
    appId: order.app_id,
    till: {
      locationId: order.location_id,
      staffId: order.user_id ?? firstOf(order, (one) => one.user_id),
      staffName: null,
      deviceId: order.device_id ?? firstOf(order, (one) => one.device_id),
      sourceIdentifier: order.source_identifier,
    },
    email: order.email,
    phone: order.phone,
    customer: customer(order),
    shipTo: address(order.shipping_address),
    billTo: address(order.billing_address),
  };
}

function totals(order: RestOrder): SourceOrder['totals'] {
  return {
    total: order.total_price_set ?? bare(order.total_price),
    current: order.current_total_price_set ?? bareOrNull(order.current_total_price),
    subtotal: order.subtotal_price_set ?? bareOrNull(order.subtotal_price),
    tax: order.total_tax_set ?? bareOrNull(order.total_tax),
    tip: bareOrNull(order.total_tip_received) ?? NO_MONEY,
    rounding: order.total_cash_rounding_payment_adjustment_set ?? NO_MONEY,
  };
}

/** "a, b" → ["a", "b"]. */
function tagList(text: string): string[] {
  return text
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}

function firstOf(
  order: RestOrder,
  pick: (transaction: NonNullable<RestOrder['transactions']>[number]) => string | null,
): string | null {
  for (const transaction of order.transactions ?? []) {
    const found = pick(transaction);
    if (found !== null) return found;
  }
  return null;
}

function bare(amount: number): WireMoney {
  return { shop: amount, presentment: amount };
}

function bareOrNull(amount: number | null | undefined): WireMoney | null {
  return amount === null || amount === undefined ? null : bare(amount);
}

function customer(order: RestOrder): SourceOrder['customer'] {
  const who = order.customer;
  if (who === null || who === undefined) return null;
  return {
    shopifyId: who.id,
    firstName: who.first_name,
    lastName: who.last_name,
    email: who.email,
    phone: who.phone,
  };
}

function address(wire: RestAddress | null | undefined): Address | null {
  if (wire === null || wire === undefined || wire.country_code === null) return null;
  const names = [wire.first_name, wire.last_name].filter((name) => name !== null);
  return {
    name: wire.name ?? (names.length > 0 ? names.join(' ') : null),
    company: wire.company,
    address1: wire.address1,
    address2: wire.address2,
    city: wire.city,
    region: wire.province_code ?? wire.province,
    zip: wire.zip,
    country: wire.country_code,
    phone: wire.phone,
    latitude: wire.latitude ?? null,
    longitude: wire.longitude ?? null,
  };
}

const DISCOUNT_TYPES: ReadonlyMap<string | null | undefined, string> = new Map([
  ['discount_code', 'CODE'],
  ['manual', 'MANUAL'],
  ['automatic', 'AUTOMATIC'],
  ['script', 'SCRIPT'],
]);

function discount(
  wire: RestOrder['discount_applications'][number],
  index: number,
): [number, SourceDiscount] {
  return [
    index,
    {
      type: DISCOUNT_TYPES.get(wire.type) ?? 'UNKNOWN',
      title: wire.title ?? wire.description ?? wire.code,
      code: wire.code,
      wholeOrder: wire.target_selection === 'all' && wire.allocation_method === 'across',
    },
  ];
}

function line(wire: RestOrder['line_items'][number]): SourceLine {
  const current = wire.current_quantity ?? wire.quantity;
  return {
    id: wire.id,
    title: wire.name ?? wire.title ?? '',
    sku: wire.sku,
    variantId: wire.variant_id,
    productId: wire.product_id,
    quantity: wire.quantity,
    currentQuantity: current,
    unfulfilledQuantity: wire.fulfillable_quantity ?? current,
    nonFulfillable: false,
    requiresShipping: wire.requires_shipping,
    isGiftCard: wire.gift_card,
    isTip: wire.tip !== undefined && wire.tip !== null,
    unitPrice: wire.unitPrice,
    discounts: allocations(wire),
    taxes: wire.tax_lines.map(rated),
    duties: (wire.duties ?? []).map((duty) => ({
      title: 'Duty',
      amount: duty.price_set,
      taxes: (duty.tax_lines ?? []).map(rated),
    })),
  };
}

/** Bodies before 2019 have one discount a line and no allocations. */
function allocations(wire: RestOrder['line_items'][number]): SourceAllocation[] {
  if (wire.discount_allocations !== null && wire.discount_allocations !== undefined)
    return wire.discount_allocations;
  const whole = wire.total_discount ?? 0;
  return whole === 0 ? [] : [{ index: null, amount: bare(whole) }];
}

function rated(wire: { title: string | null; rate: number | null; amount: WireMoney }) {
  return { ...wire, rate: wire.rate === null ? null : String(wire.rate) };
}

function fulfillments(order: RestOrder): SourceOrder['fulfillments'] {
  return order.fulfillments
    .filter((one) => !['cancelled', 'error', 'failure'].includes(one.status ?? 'success'))
    .map((one) => ({
      id: one.id,
      locationId: one.location_id,
      createdAt: one.created_at ?? null,
      tracked: one.tracking_number !== null,
      units: one.line_items.map((unit) => ({ lineId: unit.id, quantity: unit.quantity })),
    }));
}

/** Null when the body has none at all; the sales of an order stand in another REST resource. */
function allTransactions(order: RestOrder): SourceTransaction[] | null {
  const refunds = order.refunds.flatMap((refund) => refund.transactions);
  if (order.transactions === null || order.transactions === undefined)
    return refunds.length === 0 ? null : refunds.map(transaction);
  const ids = new Set(order.transactions.map((one) => one.id));
  return [...order.transactions, ...refunds.filter((one) => !ids.has(one.id))].map(transaction);
}

function transaction(wire: NonNullable<RestOrder['transactions']>[number]): SourceTransaction {
  return {
    id: wire.id,
    parentId: wire.parent_id,
    kind: wire.kind.toUpperCase(),
    status: (wire.status ?? 'success').toUpperCase(),
    gateway: wire.gateway ?? 'unknown',
    amount: bare(wire.amount),
    rounding: NO_MONEY,
    processedAt: wire.processed_at ?? wire.created_at ?? new Date(0),
    deviceId: wire.device_id,
  };
}
