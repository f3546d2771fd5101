// Cancels a whole order: every unit that has not left is taken off and given back to stock, card holds
// are voided, and what was paid goes back if asked. An order with fulfillments that stand is refused.
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { Gid, Order } from '../state/model.ts';
import { announce, instant, touch } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';
import { reversal } from './give-back.ts';
import { refundOrder } from './refund.ts';
import { moneyOf } from './totals.ts';

export interface CancelRequest {
  readonly reason: 'CUSTOMER' | 'DECLINED' | 'FRAUD' | 'INVENTORY' | 'OTHER' | 'STAFF';
  readonly restock: boolean;
  readonly refund: boolean;
  readonly note: string | null;
  readonly staffId: Gid | null;
}

/** The texts are ours: the recorded answers we have show no refused cancel. */
export function cancelOrder(
  shop: Shop,
  order: Order,
  request: CancelRequest,
): Result<Order, string> {
  if (order.cancelledAt !== null) return fail('Order has already been cancelled.');
  if (order.fulfillments.some((fulfillment) => fulfillment.status === 'SUCCESS')) {
    return fail('Cannot cancel an order with outstanding fulfillments.');
  }
  for (const hold of order.transactions.filter((t) => isOpenHold(order, t.id))) {
    order.transactions.push(reversal(shop, { of: hold, kind: 'VOID', minor: hold.minor }));
  }
  if (order.returns.some((r) => r.status === 'OPEN' || r.status === 'REQUESTED')) {
    return fail('Cannot cancel an order with active returns.');
  }
  const { received, refunded } = moneyOf(order);
  refundOrder(shop, order, {
    lines: order.lines
      .filter((line) => line.quantity > line.removed)
      .map((line) => ({
        lineId: line.id,
        quantity: line.quantity - line.removed,
        restock: request.restock,
      })),
    isShippingRefunded: true,
    dutyIds: order.lines.flatMap((line) => line.duties.map((duty) => duty.id)),
    minor: request.refund ? received - refunded : 0,
    note: request.note,
    staffId: request.staffId,
  });
  const at = instant(shop);
  order.cancelledAt = at;
  order.cancelReason = request.reason;
  order.closedAt = at;
  for (const source of order.fulfillmentOrders) {
    const topic = 'fulfillment_orders/cancelled';
    announce(shop, { topic, orderId: order.id, subject: source.id });
  }
  touch(shop, order);
  touch(shop, order, 'orders/cancelled');
  return ok(order);
}

function isOpenHold(order: Order, id: Gid): boolean {
  const hold = order.transactions.find((t) => t.id === id);
  if (hold?.kind !== 'AUTHORIZATION' || hold.status !== 'SUCCESS') return false;
  return !order.transactions.some((t) => t.parentId === id && t.status === 'SUCCESS');
}
