// The work of a facility as its people do it: pick, pack, ship, say no. Every change may be sent twice.

import { PICK_STATES, REJECTION_REASONS, variancePolicyOf } from '@sendsale/domain';
import { z } from 'zod';

export { PICK_STATES, REJECTION_REASONS, variancePolicyOf };
export type { PickState, RejectionReason, VariancePolicy } from '@sendsale/domain';

export const FloorView = z.object({
  facilityId: z.string(),
  name: z.string(),
  /** The facility keeps its stock in the OMS: a rejection corrects it. */
  correctsStock: z.boolean(),
  today: z.object({
    off: z.boolean(),
    shipsOrders: z.boolean(),
    /** null: no limit. */
    ordersPerDay: z.number().nullable(),
    /** For this day alone; null: as on every day. */
    ordersToday: z.number().nullable(),
    ordersTaken: z.number(),
  }),
  orders: z
    .object({
      orderId: z.string(),
      name: z.string(),
      orderedAt: z.string(),
      shippingMethod: z.string().nullable(),
      shipBy: z.string().nullable(),
      customer: z.string().nullable(),
      city: z.string().nullable(),
      items: z
        .object({
          seq: z.string(),
          sku: z.string().nullable(),
          barcode: z.string().nullable(),
          title: z.string(),
          state: z.enum(PICK_STATES),
          picklistId: z.string().nullable(),
          /** Whose list it is on. */
          by: z.string().nullable(),
        })
        .array(),
    })
    .array(),
  /** Picked here, and then cancelled or given to another place. */
  withdrawn: z
    .object({
      orderId: z.string(),
      orderName: z.string(),
      seq: z.string(),
      sku: z.string().nullable(),
      title: z.string(),
    })
    .array(),
  left: z
    .object({
      shipmentId: z.string(),
      orderId: z.string(),
      orderName: z.string(),
      shippedAt: z.string(),
      carrier: z.string().nullable(),
      trackingNumber: z.string().nullable(),
      items: z.number(),
      shopifyTold: z.boolean(),
    })
    .array(),
});
export type FloorView = z.infer<typeof FloorView>;

const ITEMS_MAX = 500;

export const PicklistRequest = z.object({
  /** Chosen by the caller; asking again with the same key is the same list. */
  requestKey: z.string().min(8).max(80),
  orderIds: z.string().array().min(1).max(100),
});
export const PicklistAnswer = z.object({ picklistId: z.string(), items: z.number() });

export const PicksRequest = z.object({
  picks: z
    .object({
      orderId: z.string(),
      itemSeq: z.string(),
      change: z.enum(['pick', 'unpick']),
      scanned: z.boolean(),
    })
    .array()
    .min(1)
    .max(ITEMS_MAX),
});
export type PicksRequest = z.infer<typeof PicksRequest>;
/** One a row of the request. GONE: it is not this facility's any more. */
export const PicksAnswer = z.object({ outcomes: z.enum(['DONE', 'SAME', 'GONE']).array() });

export const PackRequest = z.object({
  orderId: z.string(),
  itemSeqs: z.string().array().min(1).max(ITEMS_MAX),
  change: z.enum(['pack', 'unpack', 'leave']),
});
export type PackRequest = z.infer<typeof PackRequest>;

export const FacilityDayRequest = z.object({
  off: z.boolean(),
  orders: z.number().int().min(0).max(100_000).nullable(),
});
export type FacilityDayRequest = z.infer<typeof FacilityDayRequest>;

export const DOCUMENTS = ['picklist', 'packing-slip', 'label'] as const;
export type DocumentKind = (typeof DOCUMENTS)[number];
