// What a store sees of its work, and what it says back: shipped, or not here.

import { REJECTION_REASONS } from '@sendsale/domain';
import { z } from 'zod';

export const FacilityWork = z.object({
  facilityId: z.string(),
  orders: z.array(
    z.object({
      orderId: z.string(),
      name: z.string(),
      shippingMethod: z.string().nullable(),
      items: z.array(z.object({ seq: z.string(), sku: z.string().nullable(), title: z.string() })),
    }),
  ),
});
export type FacilityWork = z.infer<typeof FacilityWork>;

export const ShipRequest = z.object({
  orderId: z.string(),
  itemSeqs: z.array(z.string()).min(1).max(500),
  carrier: z.string().max(60).nullable(),
  trackingNumber: z.string().max(60).nullable(),
});
export type ShipRequest = z.infer<typeof ShipRequest>;

export const ShipAnswer = z.object({ shipmentId: z.string() });

export const RejectRequest = z.object({
  orderId: z.string(),
  itemSeq: z.string(),
  reason: z.enum(REJECTION_REASONS),
  comment: z.string().max(500).nullable(),
  /** Chosen by the caller; asking again with the same key is the same rejection. */
  requestKey: z.string().min(8).max(80).optional(),
});
export type RejectRequest = z.infer<typeof RejectRequest>;
