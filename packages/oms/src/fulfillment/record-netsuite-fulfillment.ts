// NetSuite booked a shipment of our stores as an item fulfillment.

import type { Problem } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';
import { lockShipment, setNetsuiteFulfillment, shipmentPostings } from '@sendsale/store/write';
import { identifierConflict, recordUnknown } from '../problems/refusals.ts';

export interface RecordNetsuiteFulfillmentOptions {
  readonly shipmentId: string;
  /** Several of one shipment (one a sales order) are kept joined by a comma. */
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
  const { shipmentId, netsuiteFulfillmentId, via, at } = options;
  return inTransaction(db, async (tx) => {
    const shipment = await lockShipment(tx, shipmentId);
    if (shipment === null) return fail(recordUnknown(`shipment ${shipmentId}`, via));
    const { orderId } = shipment;
    const has = shipment.netsuiteFulfillmentId;
    const known = has?.split(',') ?? [];
    if (known.includes(netsuiteFulfillmentId)) return ok({ orderId, isNew: false });
    // Goods of several sales orders in one parcel: NetSuite has a fulfillment of each.
    const several = has !== null && known.length < (await shipmentPostings(tx, shipmentId));
    if (has !== null && !several) {
      const facts = { orderId, has, got: netsuiteFulfillmentId, via };
      return fail(identifierConflict(`shipment ${shipmentId}`, facts));
    }
    const ids = [...known, netsuiteFulfillmentId].join(',');
    await setNetsuiteFulfillment(tx, { id: shipmentId, netsuiteFulfillmentId: ids, at });
    return ok({ orderId, isNew: true });
  });
}
