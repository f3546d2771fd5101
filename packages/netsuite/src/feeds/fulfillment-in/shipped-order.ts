// An item fulfillment of NetSuite as both formats of the feed tell it, and how it is taken.

import { problem } from '@sendsale/domain';
import type { Problem } from '@sendsale/domain';
import { shipItems } from '@sendsale/oms';
import { ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';
import {
  facilityAtLocation,
  itemsShippedByNetsuite,
  openAllocationRow,
  postingById,
} from '@sendsale/store/read';
import { noonOf } from '../../codec/calendar-date.ts';
import type { Arrival } from '../import-feed.ts';
import { settleQuietly } from '../settle-quietly.ts';

export interface ShippedItem {
  readonly itemSeq: string;
  readonly locationId: string;
  readonly shippedDate: string | null;
  readonly trackingNumber: string | null;
  readonly carrier: string | null;
}

export interface ShippedOrder {
  /** `custbody_hc_order_id` */
  readonly postingId: string;
  /** Internal id of the item fulfillment; the published formats do not have it. */
  readonly fulfillmentId: string | null;
  readonly items: readonly ShippedItem[];
}

/** Records the shipment (one a location) and accepts the allocations it answers. */
export async function applyShippedOrder(
  db: Database,
  shipped: ShippedOrder,
  arrival: Arrival,
): Promise<Result<number, Problem>> {
  const posting = await postingById(db, shipped);
  if (posting === undefined) {
    return {
      ok: false,
      error: problem({ code: 'FEED_ROW_ORDER_UNKNOWN', subject: shipped.postingId }),
    };
  }
  let changed = 0;
  for (const items of groupByLocation(shipped.items)) {
    const taken = await shipFromLocation(db, { ...shipped, ...posting, items }, arrival);
    if (!taken.ok) return taken;
    changed += taken.value;
  }
  return ok(changed);
}

async function shipFromLocation(
  db: Database,
  part: ShippedOrder & { readonly orderId: string; readonly orderedAt: Date },
  { via, at }: Arrival,
): Promise<Result<number, Problem>> {
  const { orderId, orderedAt, items, fulfillmentId } = part;
  const [first] = items;
  if (first === undefined) return ok(0);
  const { locationId } = first;
  const place = await facilityAtLocation(db, { locationId });
  if (place === undefined) {
    const message = `No facility has the NetSuite location ${locationId}.`;
    return {
      ok: false,
      error: problem({
        code: 'RECORD_UNKNOWN',
        subject: `location ${locationId}`,
        orderId,
        message,
      }),
    };
  }
  const { facilityId, timeZone } = place;
  const itemSeqs = await newItems(db, { ...part, facilityId });
  if (itemSeqs.length === 0) return ok(0);
  const shippedAt = readShippedDate(first.shippedDate, { timeZone, from: orderedAt, at });
  const shipped = await shipItems(db, {
    orderId,
    facilityId,
    itemSeqs,
    carrier: first.carrier,
    trackingNumber: first.trackingNumber,
    origin: 'NETSUITE',
    ...(fulfillmentId === null ? {} : { netsuiteFulfillmentId: fulfillmentId }),
    ...(shippedAt === null ? {} : { shippedAt }),
    actor: 'NetSuite',
    via,
    at,
  });
  if (!shipped.ok) return shipped;
  for (const { itemSeq } of items) {
    const row = await openAllocationRow(db, { subject: `${orderId}.${itemSeq}` });
    if (row !== undefined) await settleQuietly(db, { ...row, remoteId: fulfillmentId, via, at });
  }
  return ok(Number(shipped.value.isNew));
}

/**
 * NetSuite tells a fulfillment in two formats, and the published ones have no id to know it by. There, items
 * that a NetSuite shipment has taken from this place already are not news; with an id, `shipItems` knows.
 */
async function newItems(
  db: Database,
  part: ShippedOrder & { readonly orderId: string; readonly facilityId: string },
): Promise<readonly string[]> {
  const { orderId, facilityId, fulfillmentId } = part;
  const itemSeqs = part.items.map((item) => item.itemSeq);
  if (fulfillmentId !== null) return itemSeqs;
  const known = await itemsShippedByNetsuite(db, { orderId, facilityId });
  return itemSeqs.filter((seq) => !known.has(seq));
}

function groupByLocation(items: readonly ShippedItem[]): ShippedItem[][] {
  const groups = new Map<string, ShippedItem[]>();
  for (const item of items) {
    const key = JSON.stringify([item.locationId, item.trackingNumber]);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}

const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * When it shipped, neither before the order (`from`) nor later than `at`: an ISO instant, or noon of an ISO day of
 * the facility's calendar. The published exports print the running user's date format without a time zone; that
 * says nothing certain, so it counts as unknown.
 */
export function readShippedDate(
  text: string | null,
  { timeZone, from, at }: { readonly timeZone: string; readonly from: Date; readonly at: Date },
): Date | null {
  if (text === null || !(ISO_DAY.test(text) || ISO_INSTANT.test(text))) return null;
  const shippedAt = ISO_DAY.test(text) ? noonOf(text, timeZone) : new Date(text);
  if (Number.isNaN(shippedAt.getTime())) return null;
  const notBefore = shippedAt < from ? from : shippedAt;
  return notBefore > at ? at : notBefore;
}

/** Several tracking numbers, which NetSuite joins by a line break of HTML or a bar, as one text. */
export function joinTrackingNumbers(text: string | null): string | null {
  if (text === null) return null;
  const numbers = text.split(/<br\s*\/?>|\|/i).map((number) => number.trim());
  const joined = numbers.filter((number) => number !== '').join(', ');
  return joined === '' ? null : joined;
}
