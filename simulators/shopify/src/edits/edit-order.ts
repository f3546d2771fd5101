// An order edit as a whole: what it adds, what quantities it sets, and what that leaves to be paid.
// Units are taken off as a refund without money, which is how Shopify keeps a removal.
import { fail, ok, sumMinor } from '@sendsale/std';
import type { Minor, Result } from '@sendsale/std';
import type { CartLine } from '../orders/cart.ts';
import { taxesOn } from '../orders/price-cart.ts';
import { agree, goneUnits, refundOrder } from '../orders/refund.ts';
import { currentTotals, lineLeft, onTop, unitsShare } from '../orders/totals.ts';
import type { Edit, Gid, LineItem, Order } from '../state/model.ts';
import { announce, instant, newId, touch } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';
import { addLine, addUnits, handOverAdded, lineWorth, priceLine } from './change-order.ts';

export interface EditPlan {
  readonly added: readonly { readonly line: CartLine; readonly locationId: Gid | null }[];
  /** The quantity each line shall have. */
  readonly quantities: readonly {
    readonly line: LineItem;
    readonly quantity: number;
    readonly restock: boolean;
  }[];
  readonly staffId: Gid | null;
  readonly staffNote: string | null;
  readonly notifyCustomer: boolean;
  /** Whose edit it is, when it is not that of the app that sold. */
  readonly app?: { readonly id: Gid; readonly name: string };
}

/** Applies the edit, or says why not; nothing is changed then. */
export function editOrder(shop: Shop, order: Order, plan: EditPlan): Result<Edit, string> {
  const problem = problemOf(shop, order, plan);
  if (problem !== null) return fail(problem);
  const additions: Edit['additions'] = [];
  const removals: Edit['removals'] = [];
  for (const { line, quantity } of plan.quantities) {
    const delta = quantity - currentUnits(line);
    if (delta > 0) addUnits(shop, order, { line, delta });
    if (delta > 0) additions.push({ lineId: line.id, delta });
    if (delta < 0) removals.push({ lineId: line.id, delta: -delta });
  }
  for (const addition of plan.added) {
    const line = addLine(shop, order, addition);
    if (typeof line === 'string') throw new Error(`An addition was checked before: ${line}`);
    additions.push({ lineId: line.id, delta: line.quantity });
  }
  takeOff(shop, order, { removals, plan });
  handOverAdded(shop, order);
  const edit: Edit = {
    id: newId(shop, 'OrderEdit'),
    createdAt: instant(shop),
    staffId: plan.staffId,
    staffNote: plan.staffNote,
    notifyCustomer: plan.notifyCustomer,
    additions,
    removals,
  };
  order.edited = true;
  order.edits.push(edit);
  agree(shop, order, {
    kind: 'OrderEditAgreement',
    staffId: plan.staffId,
    ...(plan.app === undefined ? {} : { app: plan.app }),
  });
  announce(shop, { topic: 'orders/edited', orderId: order.id, subject: edit.id });
  touch(shop, order);
  return ok(edit);
}

function takeOff(
  shop: Shop,
  order: Order,
  what: { removals: Edit['removals']; plan: EditPlan },
): void {
  if (what.removals.length === 0) return;
  refundOrder(shop, order, {
    lines: what.removals.map(({ lineId, delta }) => ({
      lineId,
      quantity: delta,
      restock: what.plan.quantities.find((q) => q.line.id === lineId)?.restock ?? true,
    })),
    isShippingRefunded: false,
    minor: 0,
    note: what.plan.staffNote,
    staffId: what.plan.staffId,
    agreement: null,
  });
}

export function currentUnits(line: LineItem): number {
  return line.quantity - line.removed;
}

/** Units an edit may take off: those that have not left. */
export function editableUnits(order: Order, line: LineItem): number {
  return currentUnits(line) - goneUnits(order, line);
}

function problemOf(shop: Shop, order: Order, plan: EditPlan): string | null {
  if (order.cancelledAt !== null) return 'The order cannot be edited.';
  for (const { line, quantity } of plan.quantities) {
    if (quantity < 0) return 'Quantity must be greater than or equal to 0';
    if (quantity < goneUnits(order, line)) return 'Fulfilled items cannot be removed.';
  }
  const { nextId } = shop.state;
  const priced = plan.added.map(({ line }) => priceLine(shop, order, line));
  shop.state.nextId = nextId;
  const wrong = priced.find((line) => typeof line === 'string');
  if (typeof wrong === 'string') return wrong;
  const ships = priced.some((line) => typeof line !== 'string' && line.methodType === 'SHIPPING');
  return ships && order.shippingAddress === null ? 'Goods that ship need an address.' : null;
}

export interface EditPreview {
  readonly added: readonly LineItem[];
  readonly total: Minor;
  readonly subtotal: Minor;
}

/** The order as it would be; nothing is changed and no id used up. */
export function previewEdit(
  shop: Shop,
  order: Order,
  plan: Pick<EditPlan, 'added' | 'quantities'>,
): EditPreview {
  const { nextId } = shop.state;
  const added = plan.added.flatMap(({ line }) => {
    const priced = priceLine(shop, order, line);
    return typeof priced === 'string' ? [] : [priced.item];
  });
  shop.state.nextId = nextId;
  let { total, subtotal } = currentTotals(order);
  for (const line of added) {
    total += lineWorth(order, line);
    subtotal += lineWorth(order, { ...line, taxes: [] });
  }
  for (const { line, quantity } of plan.quantities) {
    const delta = quantity - currentUnits(line);
    const change = delta < 0 ? removedWorth(order, line, -delta) : addedWorth(order, line, delta);
    total += change.total;
    subtotal += change.net;
  }
  return { added, total, subtotal };
}

function removedWorth(order: Order, line: LineItem, units: number): { total: Minor; net: Minor } {
  const left = lineLeft(order, line);
  const net = unitsShare(left.net, currentUnits(line), [0, units]);
  const tax = unitsShare(left.tax, currentUnits(line), [0, units]);
  return { net: -net, total: -net - onTop(order, tax) };
}

function addedWorth(order: Order, line: LineItem, units: number): { total: Minor; net: Minor } {
  const net = line.unitMinor * units;
  const taxes = taxesOn(net, line.taxRates, order.taxesIncluded).map((tax) => tax.minor);
  return { net, total: net + onTop(order, sumMinor(taxes)) };
}
