// Takes units out of a fulfillment order into a new one beside it, as a partial move, a split and a hold do.
import type { FulfillmentOrder, Gid } from '../state/model.ts';
import { instant, newId } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';

/** The new fulfillment order; the caller puts it into the order. One without units left is closed. */
export function splitOff(
  shop: Shop,
  source: FulfillmentOrder,
  units: ReadonlyMap<Gid, number>,
): FulfillmentOrder {
  const at = instant(shop);
  const part: FulfillmentOrder = {
    ...source,
    id: newId(shop, 'FulfillmentOrder'),
    createdAt: at,
    updatedAt: at,
    holds: [],
    lines: source.lines.flatMap((line) => {
      const quantity = units.get(line.id) ?? 0;
      if (quantity === 0) return [];
      const id = newId(shop, 'FulfillmentOrderLineItem');
      return [{ ...line, id, total: quantity, remaining: quantity }];
    }),
  };
  for (const line of source.lines) {
    line.total -= units.get(line.id) ?? 0;
    line.remaining -= units.get(line.id) ?? 0;
  }
  const kept = source.lines.filter((line) => line.total > 0);
  source.lines.splice(0, source.lines.length, ...kept);
  source.updatedAt = at;
  if (source.lines.every((line) => line.remaining === 0)) source.status = 'CLOSED';
  return part;
}
