// The rules of fulfillmentCreate: fulfillment orders of one order at one location, units that are
// still there. The refusals carry Shopify's own texts.
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { legacyId } from '../state/gid.ts';
import type { Fulfillment, FulfillmentOrder, Gid, Order, Tracking } from '../state/model.ts';
import type { Shop } from '../state/shop.ts';
import { fulfillUnits, remainingUnits } from './fulfill.ts';

export interface FulfillmentRequest {
  readonly parts: readonly {
    readonly fulfillmentOrderId: Gid;
    /** Null for everything that is left. */
    readonly units: readonly { readonly id: Gid; readonly quantity: number }[] | null;
  }[];
  readonly tracking: Tracking[];
  readonly isNotified: boolean;
}

/** At most this many lines in one call. */
const MAX_LINES = 512;

const FULFILLABLE: readonly FulfillmentOrder['status'][] = ['OPEN', 'IN_PROGRESS'];

export function createFulfillment(
  shop: Shop,
  request: FulfillmentRequest,
): Result<Fulfillment, string> {
  const found: { order: Order; source: FulfillmentOrder }[] = [];
  for (const part of request.parts) {
    const match = findFulfillmentOrder(shop, part.fulfillmentOrderId);
    if (match === null) return fail('Fulfillment order does not exist.');
    found.push(match);
  }
  const first = found[0];
  if (first === undefined) return fail('Fulfillment order does not exist.');
  if (found.some((match) => match.order !== first.order)) {
    return fail('All fulfillment orders must belong to the same order.');
  }
  if (found.some((match) => match.source.locationId !== first.source.locationId)) {
    return fail('All fulfillment orders must be assigned to a single location.');
  }
  const closed = found.find((match) => !FULFILLABLE.includes(match.source.status));
  if (closed) {
    const { id, status } = closed.source;
    const word = status.toLowerCase();
    return fail(`Fulfillment order ${legacyId(id)} has an unfulfillable status= ${word}.`);
  }
  const units = unitsOf(
    request,
    found.map((match) => match.source),
  );
  if (!units.ok) return units;
  const { tracking, isNotified } = request;
  const fulfillmentOrders = found.map((match) => match.source);
  return ok(
    fulfillUnits(shop, first.order, {
      units: units.value,
      fulfillmentOrders,
      tracking,
      isNotified,
    }),
  );
}

function unitsOf(
  request: FulfillmentRequest,
  sources: readonly FulfillmentOrder[],
): Result<Map<Gid, number>, string> {
  const units = new Map<Gid, number>();
  for (const [index, part] of request.parts.entries()) {
    const source = sources[index];
    if (source === undefined) continue;
    const wanted = part.units?.length ? part.units : null;
    if (wanted === null) {
      for (const [id, quantity] of remainingUnits(source)) units.set(id, quantity);
      continue;
    }
    for (const { id, quantity } of wanted) {
      const line = source.lines.find((l) => l.id === id);
      if (line === undefined) return fail('Fulfillment order line item does not exist.');
      const sum = (units.get(id) ?? 0) + quantity;
      if (quantity <= 0 || sum > line.remaining) {
        return fail('Invalid fulfillment order line item quantity requested.');
      }
      units.set(id, sum);
    }
  }
  return units.size > MAX_LINES
    ? fail(`A fulfillment can have at most ${MAX_LINES} line items.`)
    : ok(units);
}

/** The fulfillment order of an id, with its order. */
export function findFulfillmentOrder(
  shop: Shop,
  id: Gid,
): { order: Order; source: FulfillmentOrder } | null {
  const order = ownerOf(shop, id, (o) => o.fulfillmentOrders.some((source) => source.id === id));
  const source = order?.fulfillmentOrders.find((candidate) => candidate.id === id);
  return order && source ? { order, source } : null;
}

/** The fulfillment of an id, with its order. */
export function findFulfillment(
  shop: Shop,
  id: Gid,
): { order: Order; fulfillment: Fulfillment } | null {
  const order = ownerOf(shop, id, (o) => o.fulfillments.some((f) => f.id === id));
  const fulfillment = order?.fulfillments.find((candidate) => candidate.id === id);
  return order && fulfillment ? { order, fulfillment } : null;
}

/** Looked for once, from the newest order back. */
function ownerOf(shop: Shop, id: Gid, isOwner: (order: Order) => boolean): Order | null {
  const known = shop.owners.get(id);
  if (known !== undefined && isOwner(known)) return known;
  const found = shop.state.orders.findLast(isOwner) ?? null;
  if (found !== null) shop.owners.set(id, found);
  return found;
}
