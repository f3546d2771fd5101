// Items left a facility: a shipment is recorded, stock goes down, and the order completes with its last item.

import type { FulfilledBy, Problem } from '@sendsale/domain';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';

export interface ShipItemsOptions {
  readonly orderId: string;
  readonly facilityId: string;
  readonly itemSeqs: readonly string[];
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  /** OMS: our store says so. NETSUITE: an item fulfillment of NetSuite says so. */
  readonly origin: FulfilledBy;
  /** With origin NETSUITE: the item fulfillment's internal id; the same one again changes nothing. */
  readonly netsuiteFulfillmentId?: string;
  readonly shippedAt?: Date;
  readonly actor: string;
  readonly via: string;
  readonly at: Date;
}

/**
 * Ships items in one shipment. The same items shipped before in one shipment from there: that shipment is
 * returned (`isNew` false). ORDER_UNKNOWN, ITEM_UNKNOWN, STEP_NOT_ALLOWED (not allocated there, not approved),
 * SHIPPED_AFTER_CANCELLATION.
 */
export async function shipItems(
  db: Database,
  options: ShipItemsOptions,
): Promise<Result<{ readonly shipmentId: string; readonly isNew: boolean }, Problem>> {
  throw new Error('TODO');
}
