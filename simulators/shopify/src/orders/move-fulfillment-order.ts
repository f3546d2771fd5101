// Sends a fulfillment order, or some units of it, to another location: whole it keeps its id, in part
// the moved units get a new fulfillment order. The promise in stock moves along.
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { FulfillmentOrder, Gid, Order } from '../state/model.ts';
import { announce, instant, touch } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';
import { splitOff } from './split-off.ts';
import { commitStock, releaseStock } from './stock.ts';

export interface MoveRequest {
  readonly source: FulfillmentOrder;
  readonly locationId: Gid;
  /** Null for everything that is left. */
  readonly units: readonly { readonly id: Gid; readonly quantity: number }[] | null;
}

export interface Moved {
  readonly moved: FulfillmentOrder;
  readonly original: FulfillmentOrder;
  /** What stayed behind, when only a part was moved. */
  readonly remaining: FulfillmentOrder | null;
}

export interface MoveRefusal {
  readonly message: string;
  readonly code: 'CANNOT_MOVE_FULFILLMENT_ORDER_WITH_REPORTED_PROGRESS' | null;
}

export function moveFulfillmentOrder(
  shop: Shop,
  order: Order,
  request: MoveRequest,
): Result<Moved, MoveRefusal> {
  const { source, locationId } = request;
  const refusal = refusalOf(shop, request) ?? wrongUnits(request);
  if (refusal !== null) return fail(refusal);
  const units = new Map(
    request.units?.map((part) => [part.id, part.quantity]) ??
      source.lines.map((line) => [line.id, line.remaining]),
  );
  const isWhole = source.lines.every((line) => line.total === (units.get(line.id) ?? 0));
  movePromises(shop, order, { source, locationId, units });
  const result = isWhole
    ? moveWhole(source, locationId)
    : movePart(shop, { source, locationId, units });
  if (result.moved !== source) order.fulfillmentOrders.push(result.moved);
  for (const changed of [source, result.moved]) changed.updatedAt = instant(shop);
  announce(shop, {
    topic: 'fulfillment_orders/moved',
    orderId: order.id,
    subject: result.moved.id,
  });
  touch(shop, order);
  return ok(result);
}

/** The texts but that of the code are ours: no recorded answer shows them. */
function refusalOf(shop: Shop, request: MoveRequest): MoveRefusal | null {
  const { source, locationId } = request;
  if (source.progressReported) {
    const code = 'CANNOT_MOVE_FULFILLMENT_ORDER_WITH_REPORTED_PROGRESS';
    return { message: 'Cannot move a fulfillment order that has progress reported.', code };
  }
  if (source.status !== 'OPEN' && source.status !== 'ON_HOLD') {
    return refuse(`Cannot move a fulfillment order that is ${source.status.toLowerCase()}.`);
  }
  const place = shop.locations.get(locationId);
  if (place === undefined) return refuse('Location not found.');
  if (!place.isActive) return refuse('Cannot move a fulfillment order to an inactive location.');
  if (source.locationId !== locationId) return null;
  return refuse('The fulfillment order is already assigned to this location.');
}

function wrongUnits(request: MoveRequest): MoveRefusal | null {
  for (const { id, quantity } of request.units ?? []) {
    const line = request.source.lines.find((candidate) => candidate.id === id);
    if (line === undefined) return refuse('Fulfillment order line item does not exist.');
    if (quantity <= 0 || quantity > line.remaining) {
      return refuse('Invalid fulfillment order line item quantity requested.');
    }
  }
  return null;
}

interface Move {
  readonly source: FulfillmentOrder;
  readonly locationId: Gid;
  readonly units: ReadonlyMap<Gid, number>;
}

function movePromises(shop: Shop, order: Order, move: Move): void {
  for (const part of move.source.lines) {
    const quantity = move.units.get(part.id) ?? 0;
    const variantId = order.lines.find((line) => line.id === part.lineId)?.variantId ?? null;
    releaseStock(shop, { variantId, locationId: move.source.locationId, quantity });
    commitStock(shop, { variantId, locationId: move.locationId, quantity });
  }
}

function moveWhole(source: FulfillmentOrder, locationId: Gid): Moved {
  source.locationId = locationId;
  return { moved: source, original: source, remaining: null };
}

function movePart(shop: Shop, move: Move): Moved {
  const { source } = move;
  const moved = splitOff(shop, source, move.units);
  moved.locationId = move.locationId;
  return { moved, original: source, remaining: source };
}

function refuse(message: string): MoveRefusal {
  return { message, code: null };
}
