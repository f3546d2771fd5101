// Where online orders are sent to: the first location in the shop's order that has every line, else
// each line to the first that has it, else (oversold, as POS allows) to the first of all.
import { defined } from '@sendsale/std';
import type { Gid } from '../state/model.ts';
import type { Shop } from '../state/shop.ts';
import { availableAt } from './stock.ts';

export interface Wanted {
  readonly variantId: Gid | null;
  readonly quantity: number;
}

/** The location of each wanted line. */
export function routeLines(shop: Shop, wanted: readonly Wanted[]): Gid[] {
  const places = [...shop.locations].filter(([, p]) => p.isActive && p.fulfillsOnlineOrders);
  const ids = places.map(([id]) => id);
  const fallback = defined(ids[0] ?? [...shop.locations.keys()][0], 'A shop has a location.');
  const whole = ids.find((id) => wanted.every((line) => hasStock(shop, line, id)));
  return wanted.map((line) => whole ?? ids.find((id) => hasStock(shop, line, id)) ?? fallback);
}

function hasStock(shop: Shop, line: Wanted, locationId: Gid): boolean {
  if (line.variantId === null) return true;
  const available = availableAt(shop, line.variantId, locationId);
  return available === null || available >= line.quantity;
}
