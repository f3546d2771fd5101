// Keeps the stock of a draft order from others until an instant: available becomes reserved where the
// goods would ship from, all lines or none.
import { defined } from '@sendsale/std';
import { routeLines } from '../orders/route.ts';
import { availableAt, reserveStock, unreserveStock } from '../orders/stock.ts';
import type { Draft } from '../state/model.ts';
import { toInstant } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';

/** What a draft would reserve, or null when something is not there. */
export function reservable(shop: Shop, draft: Pick<Draft, 'priced'>): Draft['reserved'] | null {
  const lines = draft.priced.lines.filter((line) => line.variantId !== null);
  const places = routeLines(shop, lines);
  const wanted = lines.map((line, index) => ({
    variantId: defined(line.variantId ?? undefined, 'Lines without a variant are left out.'),
    locationId: defined(places[index], 'Each line has a place.'),
    quantity: line.quantity,
  }));
  const sums = new Map<string, number>();
  for (const { variantId, locationId, quantity } of wanted) {
    const key = `${variantId} ${locationId}`;
    const sum = (sums.get(key) ?? 0) + quantity;
    const available = availableAt(shop, variantId, locationId);
    if (available !== null && available < sum) return null;
    sums.set(key, sum);
  }
  return wanted;
}

/** Reserves; the caller has asked `reservable`. */
export function reserve(
  shop: Shop,
  draft: Draft,
  what: { units: Draft['reserved']; until: Date },
): void {
  const { units, until } = what;
  for (const part of units) reserveStock(shop, part);
  draft.reserved = units;
  draft.reserveUntil = toInstant(until);
  shop.state.due.push({ at: until.getTime(), kind: 'END_RESERVATION', orderId: draft.id });
}

/** Gives back what is reserved; twice changes nothing. */
export function endReservation(shop: Shop, draft: Draft): void {
  for (const units of draft.reserved) unreserveStock(shop, units);
  draft.reserved = [];
  draft.reserveUntil = null;
  const due = shop.state.due.findIndex((d) => d.orderId === draft.id);
  if (due !== -1) shop.state.due.splice(due, 1);
}
