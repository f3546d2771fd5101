// Takes units that have not left out of their fulfillment orders; one without units left is closed.
import type { Gid, LineItem, Order } from '../state/model.ts';
import { instant } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';
import { releaseStock, shipStock } from './stock.ts';

export interface Piece {
  readonly quantity: number;
  readonly locationId: Gid | null;
  readonly wasOpen: boolean;
}

/** The units found, by place. What is not restocked is gone from the stock. */
export function takeOpenUnits(
  shop: Shop,
  order: Order,
  from: { line: LineItem; quantity: number; restock: boolean },
): Piece[] {
  const pieces: Piece[] = [];
  let open = from.quantity;
  for (const source of order.fulfillmentOrders) {
    for (const part of source.lines) {
      const quantity = part.lineId === from.line.id ? Math.min(part.remaining, open) : 0;
      if (quantity === 0) continue;
      open -= quantity;
      part.remaining -= quantity;
      part.total -= quantity;
      const { locationId } = source;
      const units = { variantId: from.line.variantId, locationId, quantity };
      if (from.restock) releaseStock(shop, units);
      else shipStock(shop, units);
      pieces.push({ quantity, locationId, wasOpen: true });
      source.updatedAt = instant(shop);
      if (source.lines.every((line) => line.remaining === 0)) source.status = 'CLOSED';
    }
  }
  return pieces;
}
