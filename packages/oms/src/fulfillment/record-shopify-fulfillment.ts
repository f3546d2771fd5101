// Shopify took a shipment as a fulfillment.

import type { Problem } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';
import {
  appendTimeline,
  lockShipment,
  resolveProblems,
  setShopifyFulfillment,
} from '@sendsale/store/write';
import { identifierConflict, recordUnknown } from '../problems/refusals.ts';

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
  const { shipmentId, shopifyFulfillmentId, via, at } = options;
  return inTransaction(db, async (tx) => {
    const shipment = await lockShipment(tx, shipmentId);
    if (shipment === null) return fail(recordUnknown(`shipment ${shipmentId}`, via));
    const { orderId } = shipment;
    const has = shipment.shopifyFulfillmentId;
    if (has === shopifyFulfillmentId) return ok({ orderId, isNew: false });
    if (has !== null) {
      const facts = { orderId, has, got: shopifyFulfillmentId, via };
      return fail(identifierConflict(`shipment ${shipmentId}`, facts));
    }
    await setShopifyFulfillment(tx, shipmentId, shopifyFulfillmentId);
    const step = 'Shopify told';
    const detail = { shipmentId, shopifyFulfillmentId };
    await appendTimeline(tx, [{ orderId, step, at, actor: 'OMS', via, detail }]);
    const resolution = 'Shopify has the fulfillment.';
    const code = 'SHOPIFY_FULFILLMENT_REFUSED';
    await resolveProblems(tx, { code, subjects: [shipmentId], resolution, at });
    return ok({ orderId, isNew: true });
  });
}
