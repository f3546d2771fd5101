// NetSuite booked a shipment of our stores as an item fulfillment.

import type { Problem } from '@sendsale/domain';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';

export interface RecordNetsuiteFulfillmentOptions {
  readonly shipmentId: string;
  readonly netsuiteFulfillmentId: string;
  readonly via: string;
  readonly at: Date;
}

/**
 * RECORD_UNKNOWN, IDENTIFIER_CONFLICT; the same id again changes nothing. From now on NetSuite's counts are
 * taken to know of this shipment.
 */
export async function recordNetsuiteFulfillment(
  db: Database,
  options: RecordNetsuiteFulfillmentOptions,
): Promise<Result<{ readonly orderId: string; readonly isNew: boolean }, Problem>> {
  throw new Error('TODO');
}
