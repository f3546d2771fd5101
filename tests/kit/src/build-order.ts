// Incoming orders for tests: say what matters, the rest is filled in so that the parts add up.

import { sumOfParts } from '@sendsale/domain';
import type {
  Address,
  IncomingAdjustment,
  IncomingLine,
  IncomingOrder,
  IncomingPayment,
  IncomingShipGroup,
} from '@sendsale/domain';

export const HOME: Address = {
  name: 'Ada Byron',
  company: null,
  address1: '12 Main Street',
  address2: null,
  city: 'New York',
  region: 'NY',
  zip: '10001',
  country: 'US',
  phone: null,
  latitude: 40.75,
  longitude: -73.99,
};

let count = 0;

/** A POS order paid in full by one sale; without ship groups given, a send sale of one unit of SKU-1. */
export function buildOrder(parts: Partial<IncomingOrder> = {}): IncomingOrder {
  count += 1;
  const shopifyId = parts.shopifyId ?? String(5_000_000_000 + count);
  const shipGroups = parts.shipGroups ?? [buildGroup({})];
  const order: IncomingOrder = {
    shopId: 'shop',
    shopifyId,
    name: `#${1000 + count}`,
    channel: 'POS',
    currency: 'USD',
    orderedAt: new Date('2026-11-23T09:59:00Z'),
    updatedAt: new Date('2026-11-23T10:00:00Z'),
    cancelledAt: null,
    cancelReason: null,
    test: false,
    customer: {
      shopifyId: `77${shopifyId}`,
      firstName: 'Ada',
      lastName: 'Byron',
      email: 'ada@example.com',
      phone: null,
    },
    email: 'ada@example.com',
    phone: null,
    shipTo: HOME,
    billTo: null,
    till: {
      locationId: 'L1',
      staffId: null,
      staffName: null,
      deviceId: null,
      receiptNumber: null,
    },
    note: null,
    tags: [],
    adjustments: [],
    payments: [],
    total: 0,
    ...parts,
    shipGroups,
  };
  const total = parts.total ?? sumOfParts(order);
  const payments = parts.payments ?? [buildPayment({ key: `${shopifyId}1`, amount: total })];
  return { ...order, total, payments };
}

export function buildGroup(parts: Partial<IncomingShipGroup>): IncomingShipGroup {
  const delivery = parts.delivery ?? 'SHIP';
  return {
    key: `fo-${delivery}`,
    delivery,
    evidence: { rule: 'fulfillment-order-method', facts: {} },
    shippingTitle: delivery === 'SHIP' ? 'Standard' : null,
    locationId: null,
    lines: [buildLine({})],
    adjustments: [],
    ...parts,
  };
}

export function buildLine(parts: Partial<IncomingLine>): IncomingLine {
  const sku = parts.sku ?? 'SKU-1';
  return {
    shopifyLineId: `line-${sku}`,
    variantId: `V-${sku}`,
    title: `Product ${sku}`,
    quantity: 1,
    cancelledQuantity: 0,
    fulfilledQuantity: 0,
    unitPrice: 10_000,
    requiresShipping: true,
    isGiftCard: false,
    adjustments: [],
    ...parts,
    sku,
  };
}

export function buildAdjustment(
  kind: IncomingAdjustment['kind'],
  amount: number,
): IncomingAdjustment {
  return { kind, amount, title: null, code: null, rate: null };
}

export function buildPayment(
  parts: Partial<IncomingPayment> & { readonly key: string },
): IncomingPayment {
  const { key, ...rest } = parts;
  return {
    shopifyTransactionId: key,
    parentTransactionId: null,
    kind: 'SALE',
    status: 'SUCCESS',
    gateway: 'shopify_payments',
    amount: 0,
    processedAt: new Date('2026-11-23T09:59:30Z'),
    ...rest,
  };
}
