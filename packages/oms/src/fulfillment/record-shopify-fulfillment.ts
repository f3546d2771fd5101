// Shopify took a shipment as a fulfillment.

import type { Problem } from '@sendsale/domain';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';

export interface RecordShopifyFulfillmentOptions {
  readonly shipmentId: string;
  /** Legacy id; several fulfillments of one shipment (one a fulfillment order) are joined by a comma by the caller. */
  readonly shopifyFulfillmentId: string;
  readonly via: string;
  readonly at: Date;
}

/** RECORD_UNKNOWN, IDENTIFIER_CONFLICT; the same id again changes nothing. */
export async function recordShopifyFulfillment(
  db: Database,
  options: RecordShopifyFulfillmentOptions,
): Promise<Result<{ readonly orderId: string; readonly isNew: boolean }, Problem>> {
  throw new Error('TODO');
}
