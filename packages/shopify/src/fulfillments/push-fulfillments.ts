// Tells Shopify of every shipment it does not know of yet.

import type { JobOutcome } from '@sendsale/platform/jobs';
import { shipmentsToTell, shopRules } from '@sendsale/store/read';
import type { ShipmentToTell } from '@sendsale/store/read';
import type { ShopifyContext } from '../shopify-context.ts';
import { FULFILLMENT_FEED, tellShipment } from './tell-shipment.ts';
import type { ToldShipment } from './tell-shipment.ts';

/** Shipments of one shop in one run. */
const MAXIMUM_SHIPMENTS = 50;
/** What Shopify refused is not asked again at every wake. */
const AGAIN_AFTER_MS = 60_000;

/** `done` counts shipments that were told; `again` while some could not be for want of an answer. */
export async function pushFulfillments(
  context: ShopifyContext,
  run: { readonly at: Date; readonly signal: AbortSignal },
): Promise<JobOutcome> {
  const counts = new Map<ToldShipment, number>();
  let full = false;
  for (const shop of context.shops) {
    const shipments = await shipmentsToTell(context.database, {
      shopId: shop.shopId,
      feed: FULFILLMENT_FEED,
      limit: MAXIMUM_SHIPMENTS,
    });
    const due = shipments.filter((one) => isDue(one, run.at));
    full ||= due.length === MAXIMUM_SHIPMENTS;
    const { notifyCustomer } = await shopRules(context.database, { shopId: shop.shopId });
    for (const shipment of due) {
      if (run.signal.aborted) break;
      const told = await tellShipment(context.database, {
        shop,
        shipment,
        notifyCustomer,
        at: run.at,
      });
      counts.set(told, (counts.get(told) ?? 0) + 1);
    }
  }
  const note = [...counts].map(([kind, count]) => `${count} ${kind.toLowerCase()}`).join(', ');
  const again = full || counts.has('FAILED');
  const done = counts.get('TOLD') ?? 0;
  return { done, ...(note === '' ? {} : { note }), ...(again ? { again } : {}) };
}

function isDue(shipment: ShipmentToTell, at: Date): boolean {
  const refused = shipment.lastRefusedAt;
  return refused === null || at.getTime() - refused.getTime() >= AGAIN_AFTER_MS;
}
