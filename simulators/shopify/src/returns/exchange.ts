// An exchange at the till: units come back, others go out, and the difference is paid or given back.
// It edits the order that sold them, as POS does.
import { defined, fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { addLine, handOverAdded, priceLine } from '../edits/change-order.ts';
import { settle } from '../edits/settle.ts';
import type { CartLine, CartPayment } from '../orders/cart.ts';
import type { CartProblem } from '../orders/cart-reading.ts';
import { agree, goneUnits, refundOrder } from '../orders/refund.ts';
import type { Gid, LineItem, Order, Return } from '../state/model.ts';
import { announce, instant, newId, touch } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';

export interface TillExchange {
  readonly returns: readonly {
    readonly line: LineItem;
    readonly quantity: number;
    readonly restock: boolean;
  }[];
  readonly lines: readonly CartLine[];
  readonly payments: readonly CartPayment[];
  readonly locationId: Gid | null;
  readonly staffId: Gid | null;
  readonly note: string | null;
}

export function exchangeAtTill(
  shop: Shop,
  order: Order,
  what: TillExchange,
): Result<Return, CartProblem[]> {
  const problems = problemsOf(shop, order, what);
  if (problems.length > 0) return fail(problems);
  const made: Return = {
    id: newId(shop, 'Return'),
    name: `${order.name}-R${order.returns.length + 1}`,
    createdAt: instant(shop),
    staffId: what.staffId,
    lines: what.returns.map(({ line, quantity }) => ({
      id: newId(shop, 'ReturnLineItem'),
      fulfillmentLineId: fulfillmentLineOf(order, line),
      lineId: line.id,
      quantity,
      processed: quantity,
      reason: 'UNKNOWN',
      note: what.note ?? '',
    })),
    exchanges: [],
    closedAt: null,
    status: 'OPEN',
  };
  order.returns.push(made);
  refundOrder(shop, order, {
    lines: what.returns.map(({ line, quantity, restock }) => ({
      lineId: line.id,
      quantity,
      restock,
      isReturn: true,
      locationId: what.locationId,
    })),
    isShippingRefunded: false,
    minor: 0,
    note: what.note,
    staffId: what.staffId,
    returnId: made.id,
    agreement: null,
  });
  for (const line of what.lines) addExchanged(shop, order, { made, line, at: what.locationId });
  agree(shop, order, { kind: 'ReturnAgreement', returnId: made.id, staffId: what.staffId });
  order.edited = true;
  handOverAdded(shop, order);
  const settled = settle(shop, order, what.payments);
  if (!settled.ok) return settled;
  made.status = 'CLOSED';
  made.closedAt = instant(shop);
  for (const topic of ['returns/approve', 'returns/process', 'returns/close']) {
    announce(shop, { topic, orderId: order.id, subject: made.id });
  }
  touch(shop, order);
  return ok(made);
}

function addExchanged(
  shop: Shop,
  order: Order,
  what: { made: Return; line: CartLine; at: Gid | null },
): void {
  const isCarried = (what.line.delivery ?? 'CARRY_OUT') === 'CARRY_OUT';
  const added = addLine(shop, order, { line: what.line, locationId: isCarried ? what.at : null });
  if (typeof added === 'string') throw new Error(`The line was checked before: ${added}`);
  if (added.variantId === null) return;
  what.made.exchanges.push({
    id: newId(shop, 'ExchangeLineItem'),
    variantId: added.variantId,
    quantity: added.quantity,
    processed: added.quantity,
    lineIds: [added.id],
  });
}

function fulfillmentLineOf(order: Order, line: LineItem): Gid {
  const parts = order.fulfillments.filter((f) => f.status === 'SUCCESS').flatMap((f) => f.lines);
  return defined(
    parts.find((part) => part.lineId === line.id),
    'Units that left are in a fulfillment.',
  ).id;
}

function problemsOf(shop: Shop, order: Order, what: TillExchange): CartProblem[] {
  if (order.cancelledAt !== null) return [{ path: 'order', message: 'The order is cancelled.' }];
  const { nextId } = shop.state;
  const wrongLines = what.lines.flatMap((line, index) => {
    const priced = priceLine(shop, order, line);
    const message =
      typeof priced === 'string'
        ? priced
        : priced.methodType === 'SHIPPING' && order.shippingAddress === null
          ? 'Goods that ship need an address.'
          : null;
    return message === null ? [] : [{ path: `lines.${index}`, message }];
  });
  shop.state.nextId = nextId;
  const wrongReturns = what.returns.flatMap(({ line, quantity }, index) =>
    quantity <= goneUnits(order, line)
      ? []
      : [{ path: `returns.${index}`, message: 'There are not that many units to return.' }],
  );
  return [...wrongReturns, ...wrongLines];
}
