// Returns: opened over fulfilled units, processed into refunds and exchanges, closed or cancelled.
import { defined, fail, ok, sumMinor } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { addLine, handOverAdded } from '../edits/change-order.ts';
import { CartLine } from '../orders/cart.ts';
import { agree, refundOrder } from '../orders/refund.ts';
import type { RefundRequest } from '../orders/refund.ts';
import { legacyId } from '../state/gid.ts';
import type { Fulfillment, Gid, Order, Return, ReturnLine } from '../state/model.ts';
import { announce, instant, newId, touch } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';

export interface ReturnProblem {
  readonly field: readonly string[];
  readonly message: string;
  readonly code: 'NOT_FOUND' | 'INVALID' | 'INVALID_STATE' | 'LESS_THAN_OR_EQUAL_TO' | 'BLANK';
}

export interface ReturnRequest {
  readonly lines: readonly {
    readonly fulfillmentLineItemId: Gid;
    readonly quantity: number;
    readonly reason: string;
    readonly note: string;
  }[];
  readonly exchanges: readonly { readonly variantId: Gid; readonly quantity: number }[];
  readonly staffId: Gid | null;
}

export function openReturn(
  shop: Shop,
  order: Order,
  request: ReturnRequest,
): Result<Return, ReturnProblem[]> {
  const field = ['returnInput', 'returnLineItems'];
  if (request.lines.length === 0) {
    return fail([{ field, message: "Return line items can't be blank", code: 'BLANK' }]);
  }
  const lines: ReturnLine[] = [];
  for (const wanted of request.lines) {
    const part = fulfilledLine(order, wanted.fulfillmentLineItemId);
    if (part === null) {
      return fail([{ field, message: 'Fulfillment line item not found.', code: 'NOT_FOUND' }]);
    }
    const id = newId(shop, 'ReturnLineItem');
    const { quantity, reason, note } = wanted;
    lines.push({
      id,
      fulfillmentLineId: part.id,
      lineId: part.lineId,
      quantity,
      reason,
      note,
      processed: 0,
    });
    if (quantity < 1 || returnable(order, part, lines) < 0) {
      const message = 'Return line item has an invalid quantity.';
      return fail([{ field, message, code: 'INVALID' }]);
    }
  }
  const unknown = request.exchanges.find(({ variantId }) => !shop.variants.has(variantId));
  if (unknown) {
    const message = `Variant ${legacyId(unknown.variantId)} not found.`;
    return fail([{ field: ['returnInput', 'exchangeLineItems'], message, code: 'NOT_FOUND' }]);
  }
  const opened: Return = {
    id: newId(shop, 'Return'),
    name: `${order.name}-R${order.returns.length + 1}`,
    createdAt: instant(shop),
    staffId: request.staffId,
    lines,
    exchanges: request.exchanges.map(({ variantId, quantity }) => ({
      id: newId(shop, 'ExchangeLineItem'),
      variantId,
      quantity,
      processed: 0,
      lineIds: [],
    })),
    closedAt: null,
    status: 'OPEN',
  };
  order.returns.push(opened);
  announce(shop, { topic: 'returns/approve', orderId: order.id, subject: opened.id });
  touch(shop, order);
  return ok(opened);
}

type FulfilledLine = Fulfillment['lines'][number];

function fulfilledLine(order: Order, id: Gid): FulfilledLine | null {
  const standing = order.fulfillments.filter((f) => f.status === 'SUCCESS');
  return standing.flatMap((f) => f.lines).find((line) => line.id === id) ?? null;
}

/** Units of a fulfillment line that neither a return nor a refund has spoken for. */
function returnable(order: Order, part: FulfilledLine, more: readonly ReturnLine[]): number {
  const live = order.returns.filter((r) => r.status !== 'CANCELED' && r.status !== 'DECLINED');
  const mine = [...live.flatMap((r) => r.lines), ...more].filter(
    (line) => line.fulfillmentLineId === part.id,
  );
  const line = defined(
    order.lines.find((candidate) => candidate.id === part.lineId),
    'The line is of this order.',
  );
  const spoken = sumMinor(mine.map((one) => one.quantity));
  const open = sumMinor(mine.map((one) => one.quantity - one.processed));
  return Math.min(part.quantity - spoken, line.quantity - line.removed - open);
}

export interface Processing {
  readonly lines: readonly { readonly id: Gid; readonly quantity: number }[];
  readonly exchanges: readonly { readonly id: Gid; readonly quantity: number }[];
  readonly restock: boolean;
  readonly locationId: Gid | null;
  readonly isShippingRefunded: boolean;
  readonly repayments: RefundRequest['repayments'];
  readonly note: string | null;
}

/** Takes the units back, gives the money named, and adds what is exchanged for them to the order. */
export function processReturn(
  shop: Shop,
  at: { order: Order; found: Return },
  what: Processing,
): Result<Return, ReturnProblem[]> {
  const { order, found } = at;
  const problem = processingProblem(found, what);
  if (problem !== null) return fail([problem]);
  const lines = what.lines.map(({ id, quantity }) => {
    const line = defined(
      found.lines.find((candidate) => candidate.id === id),
      'It was checked.',
    );
    line.processed += quantity;
    const { restock, locationId } = what;
    return { lineId: line.lineId, quantity, restock, locationId, isReturn: true };
  });
  if (lines.length > 0 || what.isShippingRefunded) {
    refundOrder(shop, order, {
      lines,
      isShippingRefunded: what.isShippingRefunded,
      minor: sumMinor((what.repayments ?? []).map((part) => part.minor)),
      repayments: what.repayments ?? [],
      note: what.note,
      staffId: found.staffId,
      returnId: found.id,
      agreement: null,
    });
  }
  for (const { id, quantity } of what.exchanges) exchange(shop, at, { id, quantity });
  agree(shop, order, { kind: 'ReturnAgreement', returnId: found.id, staffId: found.staffId });
  handOverAdded(shop, order);
  announce(shop, { topic: 'returns/process', orderId: order.id, subject: found.id });
  const isDone = [...found.lines, ...found.exchanges].every((l) => l.processed === l.quantity);
  if (isDone) closeReturn(shop, order, found);
  touch(shop, order);
  return ok(found);
}

function processingProblem(found: Return, what: Processing): ReturnProblem | null {
  if (found.status !== 'OPEN') {
    const message = 'Return is not open.';
    return { field: ['input', 'returnId'], message, code: 'INVALID_STATE' };
  }
  const all = [...found.lines, ...found.exchanges];
  for (const { id, quantity } of [...what.lines, ...what.exchanges]) {
    const line = all.find((candidate) => candidate.id === id);
    const field = ['input', 'returnLineItems'];
    if (line === undefined) return { field, message: 'Line item not found.', code: 'NOT_FOUND' };
    if (quantity < 1 || quantity > line.quantity - line.processed) {
      const message = 'Quantity must be less than or equal to the unprocessed quantity.';
      return { field, message, code: 'LESS_THAN_OR_EQUAL_TO' };
    }
  }
  return null;
}

function exchange(
  shop: Shop,
  at: { order: Order; found: Return },
  what: { id: Gid; quantity: number },
): void {
  const wanted = defined(
    at.found.exchanges.find((line) => line.id === what.id),
    'It was checked.',
  );
  wanted.processed += what.quantity;
  const line = CartLine.parse({ variantId: legacyId(wanted.variantId), quantity: what.quantity });
  const added = addLine(shop, at.order, { line, locationId: null });
  if (typeof added !== 'string') wanted.lineIds.push(added.id);
}

export function closeReturn(shop: Shop, order: Order, found: Return): void {
  found.status = 'CLOSED';
  found.closedAt = instant(shop);
  announce(shop, { topic: 'returns/close', orderId: order.id, subject: found.id });
  touch(shop, order);
}

export function cancelReturn(
  shop: Shop,
  order: Order,
  found: Return,
): Result<Return, ReturnProblem[]> {
  if (found.status !== 'OPEN' || found.lines.some((line) => line.processed > 0)) {
    const message = 'Return cannot be canceled.';
    return fail([{ field: ['id'], message, code: 'INVALID_STATE' }]);
  }
  found.status = 'CANCELED';
  found.closedAt = instant(shop);
  announce(shop, { topic: 'returns/cancel', orderId: order.id, subject: found.id });
  touch(shop, order);
  return ok(found);
}

/** The return of an id, with its order. */
export function findReturn(shop: Shop, id: Gid): { order: Order; found: Return } | null {
  const order = shop.state.orders.findLast((o) => o.returns.some((r) => r.id === id));
  const found = order?.returns.find((candidate) => candidate.id === id);
  return order && found ? { order, found } : null;
}
