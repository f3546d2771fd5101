// The people in the stores and in the OMS's warehouses: they ship what is on their list, and one of them
// does not find what the system says is there.

import { ApiError } from '@sendsale/api';
import type { ApiClient } from '@sendsale/api';
import { PLACES } from '../retailer/places.ts';

export interface StoreStaffOptions {
  readonly api: ApiClient;
  /** Order names nobody should touch now. */
  readonly leaveAlone: ReadonlySet<string>;
  /** Order names whose first store does not find the item. */
  readonly missingAtFirst: Set<string>;
}

/** Works every list off once. */
export async function workStoreLists(options: StoreStaffOptions): Promise<void> {
  for (const { id } of PLACES.filter(({ fulfilledBy }) => fulfilledBy === 'OMS')) {
    await workList(id, options);
  }
}

async function workList(facilityId: string, options: StoreStaffOptions): Promise<void> {
  const { api, leaveAlone, missingAtFirst } = options;
  const { orders } = await api.facilityWork(facilityId);
  for (const { orderId, name, items } of orders) {
    if (leaveAlone.has(name)) continue;
    if (missingAtFirst.delete(name)) {
      for (const { seq } of items) await rejectItem(api, { facilityId, orderId, itemSeq: seq });
      continue;
    }
    await shipItems(api, { facilityId, orderId, itemSeqs: items.map(({ seq }) => seq) });
  }
}

/** What was cancelled since the list was read is not shipped, and the next list does not have it. */
async function shipItems(
  api: ApiClient,
  shipment: { facilityId: string; orderId: string; itemSeqs: string[] },
): Promise<void> {
  const { facilityId, orderId, itemSeqs } = shipment;
  try {
    await api.ship(facilityId, {
      orderId,
      itemSeqs,
      carrier: 'UPS',
      trackingNumber: trackingNumber(facilityId, orderId),
    });
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 409) throw error;
  }
}

async function rejectItem(
  api: ApiClient,
  item: { facilityId: string; orderId: string; itemSeq: string },
): Promise<void> {
  await api.reject(item.facilityId, {
    orderId: item.orderId,
    itemSeq: item.itemSeq,
    reason: 'NOT_IN_STOCK',
    comment: 'Looked in the stock room twice',
  });
}

/** A number of the carrier's form, the same for the same shipment. */
export function trackingNumber(facilityId: string, orderId: string): string {
  const digits = Array.from(`${facilityId}${orderId}`, (letter) => letter.charCodeAt(0) % 10).join(
    '',
  );
  return `1Z999AA1${digits.padStart(10, '0').slice(-10)}`;
}
