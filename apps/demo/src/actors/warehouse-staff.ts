// The people in the warehouse that NetSuite runs: they ship what NetSuite says lies there for an order.

import type { ApiClient } from '@sendsale/api';
import type { NetsuiteAccount } from '../wire/netsuite-account.ts';
import { trackingNumber } from './store-staff.ts';

const SHIPPABLE = [
  'Pending Fulfillment',
  'Partially Fulfilled',
  'Pending Billing/Partially Fulfilled',
];

export interface WarehouseStaffOptions {
  readonly api: ApiClient;
  readonly account: NetsuiteAccount;
  /** The warehouse as the OMS and as NetSuite know it. */
  readonly facilityId: string;
  readonly locationId: string;
  /** Order names nobody should touch now. */
  readonly leaveAlone: ReadonlySet<string>;
}

/** Ships every open line that lies at the location; what the OMS has sent there says which orders to look at. */
export async function workWarehouse(options: WarehouseStaffOptions): Promise<void> {
  const { api, facilityId, leaveAlone } = options;
  const { orders } = await api.facilityWork(facilityId);
  for (const { orderId } of orders.filter((order) => !leaveAlone.has(order.name))) {
    const { postings } = await api.showOrder(orderId);
    for (const { kind, netsuiteId } of postings) {
      if (kind === 'SALES_ORDER' && netsuiteId !== null) {
        await shipOrder(options, { netsuiteId, orderId });
      }
    }
  }
}

async function shipOrder(
  { account, locationId, facilityId }: WarehouseStaffOptions,
  { netsuiteId, orderId }: { readonly netsuiteId: string; readonly orderId: string },
): Promise<void> {
  const order = await account.record('salesorder', netsuiteId);
  if (!SHIPPABLE.includes(order.statusText ?? '')) return;
  const lines = order.sublists['item'] ?? [];
  const waits = lines.some((line) => String(line['location']) === locationId && isOpen(line));
  // NetSuite has not heard yet that it lies here, or it has left already.
  if (!waits) return;
  await account.shipFrom({
    salesOrderId: order.id,
    locationId,
    tracking: trackingNumber(facilityId, orderId),
    carrier: 'UPS',
  });
}

function isOpen(line: Readonly<Record<string, unknown>>): boolean {
  const done = ['quantityfulfilled', 'quantitypicked', 'quantitypacked'].map((field) =>
    Number(line[field] ?? 0),
  );
  return line['isclosed'] !== true && Number(line['quantity']) > Math.max(...done);
}
