// A facility's floor as the API shows it: orders with their items and how far each has come.

import type { FloorView } from '@sendsale/api';
import { pickStateOf } from '@sendsale/domain';
import type { FacilityToday, FloorRow, LeftToday, WithdrawnItem } from '@sendsale/store/read';

export interface FloorFacts {
  readonly facilityId: string;
  readonly today: FacilityToday;
  readonly rows: readonly FloorRow[];
  readonly withdrawn: readonly WithdrawnItem[];
  readonly left: readonly LeftToday[];
}

export function floorView({ facilityId, today, rows, withdrawn, left }: FloorFacts): FloorView {
  const orders = new Map<string, FloorRow[]>();
  for (const row of rows) orders.set(row.orderId, [...(orders.get(row.orderId) ?? []), row]);
  const { name, fulfilledBy, off, shipsOrders, ordersPerDay, ordersToday, ordersTaken } = today;
  return {
    facilityId,
    name,
    correctsStock: fulfilledBy === 'OMS',
    today: { off, shipsOrders, ordersPerDay, ordersToday, ordersTaken },
    orders: [...orders.values()].flatMap((items) => (items[0] ? [orderOf(items[0], items)] : [])),
    withdrawn: [...withdrawn],
    left: left.map(({ shippedAt, ...one }) => ({ ...one, shippedAt: shippedAt.toISOString() })),
  };
}

function orderOf(head: FloorRow, items: readonly FloorRow[]): FloorView['orders'][number] {
  return {
    orderId: head.orderId,
    name: head.orderName,
    orderedAt: head.orderedAt.toISOString(),
    shippingMethod: head.shippingMethod,
    shipBy: head.shipBy?.toISOString() ?? null,
    customer: head.shipTo?.name ?? null,
    city: head.shipTo?.city ?? null,
    items: items.map(({ seq, sku, barcode, title, picklistId, listedBy, pickedAt, packedAt }) => ({
      seq,
      sku,
      barcode,
      title,
      picklistId,
      by: listedBy,
      state: pickStateOf(picklistId === null ? null : { pickedAt, packedAt }),
    })),
  };
}
