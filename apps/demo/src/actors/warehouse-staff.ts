// The people in the warehouse that NetSuite runs: they ship what NetSuite says lies there for an order.

import type { NetsuiteAccount } from '../wire/netsuite-account.ts';
import { trackingNumber } from './store-staff.ts';

const SHIPPABLE = [
  'Pending Fulfillment',
  'Partially Fulfilled',
  'Pending Billing/Partially Fulfilled',
];

/** Ships every open line that lies at the location. `leaveAlone`: OMS order ids nobody should touch now. */
export async function workWarehouse(
  account: NetsuiteAccount,
  locationId: string,
  leaveAlone: ReadonlySet<string>,
): Promise<void> {
  for (const order of await account.records('salesorder')) {
    const orderId = String(order.fields['custbody_hc_order_id']);
    if (leaveAlone.has(orderId) || !SHIPPABLE.includes(order.statusText ?? '')) continue;
    const lines = order.sublists['item'] ?? [];
    const waits = lines.some((line) => String(line['location']) === locationId && isOpen(line));
    if (!waits) continue;
    await account.shipFrom({
      salesOrderId: order.id,
      locationId,
      tracking: trackingNumber('RNO', orderId),
      carrier: 'UPS',
    });
  }
}

function isOpen(line: Readonly<Record<string, unknown>>): boolean {
  const done = ['quantityfulfilled', 'quantitypicked', 'quantitypacked'].map((field) =>
    Number(line[field] ?? 0),
  );
  return line['isclosed'] !== true && Number(line['quantity']) > Math.max(...done);
}
