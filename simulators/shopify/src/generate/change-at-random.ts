// What happens to a generated order afterwards: an edit, a refund, an exchange or a cancel.
import type { Random } from '@sendsale/std';
import { currentUnits, editableUnits, editOrder } from '../edits/edit-order.ts';
import { settle } from '../edits/settle.ts';
import { cancelOrder } from '../orders/cancel.ts';
import { CartLine } from '../orders/cart.ts';
import { goneUnits, refundOrder } from '../orders/refund.ts';
import { exchangeAtTill } from '../returns/exchange.ts';
import type { LineItem, Order } from '../state/model.ts';
import { touch } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';

type Change = (shop: Shop, order: Order, random: Random) => boolean;

const CARD = [{ method: 'CARD' as const, amount: 'rest' as const, capture: true }];
const CHANGES: readonly Change[] = [cancelAll, refundSome, removeSome, addSome, exchangeSome];

/** Whether the order could be changed the way chance chose. */
export function changeAtRandom(shop: Shop, order: Order, random: Random): boolean {
  return random.pick(CHANGES)(shop, order, random);
}

function cancelAll(shop: Shop, order: Order): boolean {
  const request = { reason: 'CUSTOMER', restock: true, refund: true } as const;
  return cancelOrder(shop, order, { ...request, note: null, staffId: null }).ok;
}

function refundSome(shop: Shop, order: Order, random: Random): boolean {
  const line = random.pick(order.lines);
  if (currentUnits(line) === 0) return false;
  refundOrder(shop, order, {
    lines: [{ lineId: line.id, quantity: random.integer(1, currentUnits(line)), restock: true }],
    isShippingRefunded: random.next() < 0.3,
    minor: null,
    note: null,
    staffId: order.staffId,
  });
  touch(shop, order);
  return true;
}

const PLAN = { staffNote: null, notifyCustomer: false, added: [], quantities: [] } as const;

function removeSome(shop: Shop, order: Order, random: Random): boolean {
  const open = order.lines.filter((line) => editableUnits(order, line) > 0);
  if (open.length === 0) return false;
  const line: LineItem = random.pick(open);
  const quantities = [{ line, quantity: currentUnits(line) - 1, restock: true }];
  return edited(shop, order, { ...PLAN, quantities });
}

function addSome(shop: Shop, order: Order, random: Random): boolean {
  const sku = random.pick([...shop.variantsBySku.keys()]);
  return edited(shop, order, {
    ...PLAN,
    added: [{ line: CartLine.parse({ sku }), locationId: null }],
  });
}

function edited(
  shop: Shop,
  order: Order,
  plan: Omit<Parameters<typeof editOrder>[2], 'staffId'>,
): boolean {
  if (!editOrder(shop, order, { ...plan, staffId: order.staffId }).ok) return false;
  settle(shop, order, CARD);
  touch(shop, order);
  return true;
}

function exchangeSome(shop: Shop, order: Order, random: Random): boolean {
  const gone = order.lines.filter(
    (line) => order.fulfillments.length > 0 && goneUnits(order, line) > 0,
  );
  if (gone.length === 0 || order.retailLocationId === null) return false;
  const sku = random.pick([...shop.variantsBySku.keys()]);
  return exchangeAtTill(shop, order, {
    returns: [{ line: random.pick(gone), quantity: 1, restock: true }],
    lines: [CartLine.parse({ sku, delivery: 'CARRY_OUT' })],
    payments: CARD,
    locationId: order.retailLocationId,
    staffId: order.staffId,
    note: null,
  }).ok;
}
