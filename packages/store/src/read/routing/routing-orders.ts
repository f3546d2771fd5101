// Rows of items become the orders they belong to.

import type {
  Channel,
  Delivery,
  Priority,
  Queue,
  RoutingItem,
  RoutingOrder,
} from '@sendsale/domain';

export interface RoutingItemRow {
  readonly orderId: string;
  readonly name: string;
  readonly channel: Channel;
  readonly priority: Priority;
  readonly placedAt: Date;
  readonly totalMinor: number;
  readonly tags: readonly string[];
  readonly sellingFacilityId: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly country: string | null;
  readonly region: string | null;
  readonly storeLatitude: number | null;
  readonly storeLongitude: number | null;
  readonly presentAt: readonly string[] | null;
  readonly seq: string;
  readonly productId: string;
  readonly quantity: number;
  readonly queue: Queue;
  readonly autoCancelAt: Date | null;
  readonly shipGroupSeq: string;
  readonly delivery: Delivery;
  readonly shippingMethod: string | null;
  readonly valueMinor: number;
  readonly weightGrams: number | null;
  readonly itemGroup: string | null;
  readonly assignedFacilityId: string | null;
  readonly shipAfter: Date | null;
  readonly shipBy: Date | null;
  readonly categories: readonly string[] | null;
}

const GRAMS_PER_POUND = 453.592;

/** Orders and their items in the order of the rows. */
export function groupRoutingOrders(rows: readonly RoutingItemRow[]): readonly RoutingOrder[] {
  const orders = new Map<string, { head: RoutingItemRow; items: RoutingItem[] }>();
  for (const row of rows) {
    const known = orders.get(row.orderId);
    if (known === undefined) orders.set(row.orderId, { head: row, items: [itemOf(row)] });
    else known.items.push(itemOf(row));
  }
  return [...orders.values()].map(({ head, items }) => orderOf(head, items.toSorted(bySeq)));
}

function bySeq(a: RoutingItem, b: RoutingItem): number {
  return a.seq < b.seq ? -1 : 1;
}

/** The order goes to its ship-to; where that is unknown it is measured from the selling store. */
function orderOf(row: RoutingItemRow, items: readonly RoutingItem[]): RoutingOrder {
  const home = place(row.latitude, row.longitude);
  const store = place(row.storeLatitude, row.storeLongitude);
  const origin = home !== null ? 'SHIP_TO' : store !== null ? 'SELLING_FACILITY' : 'UNKNOWN';
  return {
    orderId: row.orderId,
    name: row.name,
    channel: row.channel,
    priority: row.priority,
    placedAt: row.placedAt.getTime(),
    totalMinor: row.totalMinor,
    tags: row.tags,
    sellingFacilityId: row.sellingFacilityId,
    destination: home ?? store,
    origin,
    country: row.country,
    region: row.region,
    presentAt: row.presentAt ?? [],
    items,
  };
}

function itemOf(row: RoutingItemRow): RoutingItem {
  return {
    seq: row.seq,
    productId: row.productId,
    quantity: row.quantity,
    queue: row.queue,
    autoCancelAt: row.autoCancelAt?.getTime() ?? null,
    shipGroupSeq: row.shipGroupSeq,
    delivery: row.delivery,
    shippingMethod: row.shippingMethod,
    categories: row.categories ?? [],
    valueMinor: row.valueMinor,
    pounds: (row.weightGrams ?? 0) / GRAMS_PER_POUND,
    itemGroup: row.itemGroup,
    assignedFacilityId: row.assignedFacilityId,
    shipAfter: row.shipAfter?.getTime() ?? null,
    shipBy: row.shipBy?.getTime() ?? null,
  };
}

function place(latitude: number | null, longitude: number | null) {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}
