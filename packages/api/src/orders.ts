// Orders as the HTTP API shows them. Money is decimal text with the order's currency, instants are ISO 8601 UTC.

import { z } from 'zod';
import { ProblemView } from './problems.ts';

export const TimelineStep = z.object({
  step: z.string(),
  at: z.string(),
  actor: z.string(),
  via: z.string(),
  detail: z.record(z.string(), z.unknown()),
});
export type TimelineStep = z.infer<typeof TimelineStep>;

export const OrderSummary = z.object({
  id: z.string(),
  name: z.string(),
  shopId: z.string(),
  shopifyId: z.string(),
  channel: z.string(),
  status: z.string(),
  currency: z.string(),
  total: z.string(),
  orderedAt: z.string(),
  /** The furthest step reached, and in words what it waits for; null when nothing more is to come. */
  stage: z.string(),
  waitsFor: z.string().nullable(),
  openProblems: z.number(),
});
export type OrderSummary = z.infer<typeof OrderSummary>;

export const OrderItemView = z.object({
  seq: z.string(),
  shipGroupSeq: z.string(),
  postingId: z.string(),
  sku: z.string().nullable(),
  title: z.string(),
  quantity: z.number(),
  unitPrice: z.string(),
  status: z.string(),
  facilityId: z.string().nullable(),
  queue: z.string().nullable(),
});

/**
 * How the total comes about, and what of it has been paid. Discounts stand with their sign; taxes are those that are
 * not in the prices already. Subtotal and the parts under it come to the total.
 */
const OrderMoneyView = z.object({
  subtotal: z.string(),
  discounts: z.string(),
  shipping: z.string(),
  taxes: z.string(),
  /** Tips, duties, rounding, fees. */
  other: z.string(),
  paid: z.string(),
  refunded: z.string(),
});

export const OrderView = OrderSummary.extend({
  money: OrderMoneyView,
  email: z.string().nullable(),
  sellingFacilityId: z.string().nullable(),
  shipTo: z
    .object({
      name: z.string().nullable(),
      address1: z.string().nullable(),
      address2: z.string().nullable(),
      city: z.string().nullable(),
      region: z.string().nullable(),
      zip: z.string().nullable(),
      country: z.string(),
      latitude: z.number().nullable(),
      longitude: z.number().nullable(),
    })
    .nullable(),
  shipGroups: z.array(
    z.object({
      seq: z.string(),
      delivery: z.string(),
      postingId: z.string(),
      shippingMethod: z.string().nullable(),
      shippingTitle: z.string().nullable(),
      evidence: z.unknown(),
    }),
  ),
  items: z.array(OrderItemView),
  adjustments: z.array(
    z.object({
      kind: z.string(),
      itemSeq: z.string().nullable(),
      shipGroupSeq: z.string().nullable(),
      amount: z.string(),
      title: z.string().nullable(),
      code: z.string().nullable(),
    }),
  ),
  postings: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      externalId: z.string(),
      netsuiteId: z.string().nullable(),
    }),
  ),
  payments: z.array(
    z.object({
      shopifyTransactionId: z.string(),
      kind: z.string(),
      status: z.string(),
      gateway: z.string(),
      amount: z.string(),
      processedAt: z.string(),
    }),
  ),
  shipments: z.array(
    z.object({
      id: z.string(),
      facilityId: z.string(),
      origin: z.string(),
      shippedAt: z.string(),
      carrier: z.string().nullable(),
      trackingNumber: z.string().nullable(),
      shopifyFulfillmentId: z.string().nullable(),
      netsuiteFulfillmentId: z.string().nullable(),
      itemSeqs: z.array(z.string()),
    }),
  ),
  timeline: z.array(TimelineStep),
  problems: z.array(ProblemView),
});
export type OrderView = z.infer<typeof OrderView>;

/** What came from outside about an order, kept as it came. */
export const MessageView = z.object({
  id: z.number(),
  source: z.string(),
  topic: z.string(),
  receivedAt: z.string(),
  state: z.string(),
  /** Its content is kept for a time only. */
  isKept: z.boolean(),
});
export type MessageView = z.infer<typeof MessageView>;

/** Why somebody holds an order, or lets it go on. */
export const HoldOrderRequest = z.object({ reason: z.string().min(1).max(200) });

export const CancelRequest = z.object({ reason: z.string().min(1).max(200) });
