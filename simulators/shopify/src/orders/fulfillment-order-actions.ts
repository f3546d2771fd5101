// Holds, splits, progress and cancels of fulfillment orders. Codes are the schema's; texts that no
// recorded answer shows are ours.
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { FulfillmentOrder, Gid, Hold, Order } from '../state/model.ts';
import { announce, instant, newId, touch } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';
import { splitOff } from './split-off.ts';

export interface ActionProblem {
  readonly field: readonly string[] | null;
  readonly message: string;
  readonly code: string | null;
}

export interface Units {
  readonly id: Gid;
  readonly quantity: number;
}

interface Place {
  readonly order: Order;
  readonly source: FulfillmentOrder;
}

const MAX_HOLDS = 10;

export interface HoldRequest {
  readonly units: readonly Units[];
  readonly handle: string | null;
  readonly reason: string;
  readonly reasonNotes: string | null;
}

/** Holds the whole, or the named units in a fulfillment order of their own. A handle is taken once. */
export function hold(
  shop: Shop,
  at: Place,
  request: HoldRequest,
): Result<{ hold: Hold; held: FulfillmentOrder; rest: FulfillmentOrder | null }, ActionProblem> {
  const { order, source } = at;
  const field = ['fulfillmentHold', 'handle'];
  if (source.status !== 'OPEN' && source.status !== 'ON_HOLD' && source.status !== 'SCHEDULED') {
    const message = `Fulfillment order is not in a state that can be held: ${source.status.toLowerCase()}.`;
    return refuse(['id'], message, 'TAKEN');
  }
  if (source.holds.some((known) => known.handle === request.handle)) {
    const message = 'The handle provided for the fulfillment hold is already in use by this app.';
    return refuse(field, message, 'DUPLICATE_FULFILLMENT_HOLD_HANDLE');
  }
  if (source.holds.length >= MAX_HOLDS) {
    const message = `The maximum number of fulfillment holds for this fulfillment order has been reached for this app. An app can only have up to ${MAX_HOLDS} holds on a single fulfillment order at any one time.`;
    return refuse(['id'], message, 'FULFILLMENT_ORDER_HOLD_LIMIT_REACHED');
  }
  const wrong = unitsProblem(source, request.units, 'fulfillmentHold');
  if (wrong !== null) return fail(wrong);
  const isPart = request.units.length > 0 && !isEverything(source, request.units);
  if (isPart && source.status === 'ON_HOLD') {
    const message = 'The fulfillment order is not splittable.';
    return refuse(['id'], message, 'FULFILLMENT_ORDER_NOT_SPLITTABLE');
  }
  const held = isPart ? take(shop, order, at.source, request.units) : source;
  const made: Hold = {
    id: newId(shop, 'FulfillmentHold'),
    handle: request.handle,
    reason: request.reason,
    reasonNotes: request.reasonNotes,
  };
  held.holds.push(made);
  held.status = 'ON_HOLD';
  tell(shop, order, { topic: 'fulfillment_orders/placed_on_hold', source: held });
  return ok({ hold: made, held, rest: isPart ? source : null });
}

/** Releases the holds named, or all. With none left it is open again. */
export function releaseHold(
  shop: Shop,
  at: Place,
  ids: readonly Gid[] | null,
): Result<FulfillmentOrder, ActionProblem> {
  const { order, source } = at;
  const unknown = ids?.find((id) => !source.holds.some((known) => known.id === id));
  if (unknown !== undefined) {
    return refuse(['holdIds'], 'Fulfillment hold not found.', 'FULFILLMENT_ORDER_NOT_FOUND');
  }
  source.holds = ids === null ? [] : source.holds.filter(({ id }) => !ids.includes(id));
  if (source.holds.length > 0 || source.status !== 'ON_HOLD') return ok(source);
  source.status = 'OPEN';
  tell(shop, order, { topic: 'fulfillment_orders/hold_released', source });
  return ok(source);
}

/** The units named go into a fulfillment order of their own at the same place. */
export function split(
  shop: Shop,
  at: Place,
  units: readonly Units[],
): Result<{ rest: FulfillmentOrder; part: FulfillmentOrder }, ActionProblem> {
  const { order, source } = at;
  if (units.length === 0) {
    const message = 'No line items were provided to split.';
    return refuse(null, message, 'NO_LINE_ITEMS_PROVIDED_TO_SPLIT');
  }
  if (source.status !== 'OPEN') {
    return refuse(null, 'The fulfillment order must be open to be split.', null);
  }
  const wrong = unitsProblem(source, units, 'fulfillmentOrderSplits');
  if (wrong !== null) return fail(wrong);
  if (isEverything(source, units)) {
    const message = 'Cannot split all units of a fulfillment order.';
    return refuse(null, message, 'INVALID_LINE_ITEM_QUANTITY');
  }
  const part = take(shop, order, source, units);
  tell(shop, order, { topic: 'fulfillment_orders/split', source: part });
  return ok({ rest: source, part });
}

/** Work on it has begun; it can still be fulfilled, but not moved. */
export function reportProgress(shop: Shop, at: Place): Result<FulfillmentOrder, ActionProblem> {
  const { order, source } = at;
  if (source.status !== 'OPEN' && source.status !== 'IN_PROGRESS') {
    const message = `Fulfillment order status is invalid: ${source.status.toLowerCase()}.`;
    return refuse(['id'], message, 'FULFILLMENT_ORDER_STATUS_INVALID');
  }
  source.status = 'IN_PROGRESS';
  source.progressReported = true;
  tell(shop, order, { topic: 'fulfillment_orders/progress_reported', source });
  return ok(source);
}

/** Marks it open again: progress, a schedule or an incomplete end are forgotten. */
export function reopen(shop: Shop, at: Place): Result<FulfillmentOrder, ActionProblem> {
  const { order, source } = at;
  if (!['SCHEDULED', 'IN_PROGRESS', 'INCOMPLETE'].includes(source.status)) {
    return refuse(['id'], 'Fulfillment order cannot be marked as open.', null);
  }
  source.status = 'OPEN';
  source.progressReported = false;
  source.updatedAt = instant(shop);
  touch(shop, order);
  return ok(source);
}

/** Closes it; what it held waits in a new open one. */
export function cancelFulfillmentOrder(
  shop: Shop,
  at: Place,
): Result<{ cancelled: FulfillmentOrder; replacement: FulfillmentOrder }, ActionProblem> {
  const { order, source } = at;
  if (source.progressReported) {
    const message = 'Cannot cancel a fulfillment order that has had progress reported.';
    return refuse(['id'], message, 'FULFILLMENT_ORDER_HAS_MANUALLY_REPORTED_PROGRESS');
  }
  if (source.status !== 'OPEN' && source.status !== 'IN_PROGRESS') {
    const word = source.status.toLowerCase();
    return refuse(['id'], `Fulfillment order is not in a cancelable state: ${word}.`, null);
  }
  const units = source.lines.map(({ id, remaining }) => ({ id, quantity: remaining }));
  const replacement = take(shop, order, source, units);
  source.status = 'CLOSED';
  source.displayable = false;
  tell(shop, order, { topic: 'fulfillment_orders/cancelled', source });
  return ok({ cancelled: source, replacement });
}

function take(
  shop: Shop,
  order: Order,
  ...[source, units]: [FulfillmentOrder, readonly Units[]]
): FulfillmentOrder {
  const part = splitOff(shop, source, new Map(units.map(({ id, quantity }) => [id, quantity])));
  part.status = 'OPEN';
  order.fulfillmentOrders.push(part);
  return part;
}

function isEverything(source: FulfillmentOrder, units: readonly Units[]): boolean {
  const wanted = new Map(units.map(({ id, quantity }) => [id, quantity]));
  return source.lines.every((line) => line.remaining === (wanted.get(line.id) ?? 0));
}

function unitsProblem(
  source: FulfillmentOrder,
  units: readonly Units[],
  argument: string,
): ActionProblem | null {
  const field = [argument, 'fulfillmentOrderLineItems'];
  if (new Set(units.map(({ id }) => id)).size < units.length) {
    const code = 'DUPLICATED_FULFILLMENT_ORDER_LINE_ITEMS';
    return { field, message: 'Fulfillment order line items must be unique.', code };
  }
  const isWrong = units.some(({ id, quantity }) => {
    const line = source.lines.find((candidate) => candidate.id === id);
    return line === undefined || quantity < 1 || quantity > line.remaining;
  });
  const message = 'Invalid fulfillment order line item quantity requested.';
  return isWrong ? { field, message, code: 'INVALID_LINE_ITEM_QUANTITY' } : null;
}

function tell(shop: Shop, order: Order, what: { topic: string; source: FulfillmentOrder }): void {
  what.source.updatedAt = instant(shop);
  announce(shop, { topic: what.topic, orderId: order.id, subject: what.source.id });
  touch(shop, order);
}

function refuse(
  field: readonly string[] | null,
  message: string,
  code: string | null,
): Result<never, ActionProblem> {
  return fail({ field, message, code });
}
