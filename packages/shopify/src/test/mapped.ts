// Maps a payload a test has built.

import { assert } from '@sendsale/std';
import { fromGraphql } from '../orders/from-graphql.ts';
import { mapOrder } from '../orders/map-order.ts';
import type { MappedOrder } from '../orders/map-order.ts';

export function mapped(payload: unknown): MappedOrder {
  const source = fromGraphql(payload);
  assert(source.ok, `The payload can be read: ${JSON.stringify(source)}`);
  return mapOrder(source.value, { shopId: 'shop', channels: new Map() });
}

/** Deliveries with their lines as "sku ×units (fulfilled, cancelled)". */
export function outline(order: MappedOrder): Record<string, string[]> {
  const groups = order.incoming.shipGroups.map((group): [string, string[]] => [
    group.delivery,
    group.lines.map(
      (line) =>
        `${line.sku} ×${line.quantity} (${line.fulfilledQuantity}, ${line.cancelledQuantity})`,
    ),
  ]);
  return Object.fromEntries(groups);
}

/** Every adjustment as "KIND amount", line by line, group by group, then the order's. */
export function charges(order: MappedOrder): string[] {
  const { incoming } = order;
  const lines = incoming.shipGroups.flatMap((group) => [
    ...group.lines.flatMap((line) => line.adjustments),
    ...group.adjustments,
  ]);
  return [...lines, ...incoming.adjustments].map((one) => `${one.kind} ${one.amount}`);
}
