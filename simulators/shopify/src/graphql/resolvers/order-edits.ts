// Order edits by session: begun, staged, committed. What is staged is in the session only.
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { currentUnits, editableUnits, editOrder, previewEdit } from '../../edits/edit-order.ts';
import type { EditPlan, EditPreview } from '../../edits/edit-order.ts';
import { moneyOf, currentTotals, lineNet, unitsShare } from '../../orders/totals.ts';
import { CartLine } from '../../orders/cart.ts';
import { gid, legacyId } from '../../state/gid.ts';
import type { EditSession, Gid, LineItem, Order } from '../../state/model.ts';
import { newId } from '../../state/shop.ts';
import type { Shop } from '../../state/shop.ts';
import { paginate } from '../connection.ts';
import type { PageArguments } from '../connection.ts';
import { idOf, moneyBag, requireScope, within } from '../context.ts';
import type { Context, FieldResolvers } from '../context.ts';
import { refused } from './fulfillment-mutations.ts';

/** A session with its order: what CalculatedOrder and OrderEditSession are read off. */
interface Open {
  readonly id: Gid;
  readonly session: EditSession;
  readonly order: Order;
}

interface CalculatedLine {
  readonly id: Gid;
  readonly item: LineItem;
  readonly quantity: number;
  readonly editable: number;
  readonly before: number;
  readonly open: Open;
}

export const orderEditMutations: FieldResolvers<unknown> = {
  orderEditBegin: (_, args: { id: Gid }, context) => {
    requireScope(context, 'write_order_edits', 'orderEditBegin field');
    const order = context.shop.orders.get(idOf('Order', args.id));
    if (order === undefined) return refused('calculatedOrder', 'The order does not exist.', ['id']);
    if (order.cancelledAt !== null) {
      return refused('calculatedOrder', 'The order cannot be edited.', ['id']);
    }
    const id = newId(context.shop, 'CalculatedOrder');
    const session: EditSession = { id, orderId: order.id, added: [], quantities: {} };
    context.shop.state.edits.push(session);
    return staged({ id, session, order }, null);
  },
  orderEditAddVariant: (
    _,
    args: { id: Gid; variantId: Gid; quantity: number; locationId?: Gid | null },
    context,
  ) => {
    const open = openEdit(context, args.id, 'orderEditAddVariant');
    if (!open.ok) return open.error;
    const variant = context.shop.variants.get(idOf('ProductVariant', args.variantId));
    if (variant === undefined) return problem('Variant does not exist.', ['variantId']);
    if (args.quantity < 1) return problem('Quantity must be greater than 0', ['quantity']);
    const line = { variantId: variant.id, quantity: args.quantity };
    return addLine(context, open.value, line);
  },
  orderEditAddCustomItem: (
    _,
    args: {
      id: Gid;
      title: string;
      price: { amount: string };
      quantity: number;
      taxable?: boolean | null;
      requiresShipping?: boolean | null;
    },
    context,
  ) => {
    const open = openEdit(context, args.id, 'orderEditAddCustomItem');
    if (!open.ok) return open.error;
    if (args.quantity < 1) return problem('Quantity must be greater than 0', ['quantity']);
    const { title, taxable, requiresShipping } = args;
    const custom = {
      title,
      price: String(args.price.amount),
      taxable: taxable ?? true,
      requiresShipping: requiresShipping ?? true,
    };
    return addLine(context, open.value, { custom, quantity: args.quantity });
  },
  orderEditSetQuantity: (
    _,
    args: { id: Gid; lineItemId: Gid; quantity: number; restock?: boolean | null },
    context,
  ) => {
    const open = openEdit(context, args.id, 'orderEditSetQuantity');
    if (!open.ok) return open.error;
    return setQuantity(open.value, args);
  },
  orderEditCommit: (
    _,
    args: { id: Gid; notifyCustomer?: boolean | null; staffNote?: string | null },
    context,
  ) => {
    const open = openEdit(context, args.id, 'orderEditCommit');
    if (!open.ok) return { order: null, successMessages: null, ...open.error };
    const { session, order } = open.value;
    const { app } = context.shop.seed;
    const result = editOrder(context.shop, order, {
      ...planOf(session, order),
      staffId: null,
      staffNote: args.staffNote ?? null,
      notifyCustomer: args.notifyCustomer === true,
      app: { id: gid('App', app.id), name: app.title },
    });
    if (!result.ok) return refused('order', result.error, ['id']);
    const { edits } = context.shop.state;
    edits.splice(edits.indexOf(session), 1);
    return { order, successMessages: ['Order updated'], userErrors: [] };
  },
};

function addLine(context: Context, open: Open, line: object): object {
  const id = newId(context.shop, 'CalculatedLineItem');
  const parsed = CartLine.parse(line);
  open.session.added.push({ id, line: parsed, quantity: parsed.quantity });
  return staged(open, calculatedLines(context.shop, open).find((l) => l.id === id) ?? null);
}

function setQuantity(
  open: Open,
  args: { lineItemId: Gid; quantity: number; restock?: boolean | null },
): object {
  const { session, order } = open;
  if (args.quantity < 0) {
    return problem('Quantity must be greater than or equal to 0', ['quantity']);
  }
  const added = session.added.find(({ id }) => id === args.lineItemId);
  if (added !== undefined) {
    added.quantity = args.quantity;
    return staged(open, null);
  }
  const line = order.lines.find(({ id }) => legacyId(id) === legacyId(args.lineItemId));
  if (line === undefined) return problem('Line item does not exist.', ['lineItemId']);
  if (args.quantity < currentUnits(line) - editableUnits(order, line)) {
    return problem('Quantity cannot be less than the fulfilled quantity', ['quantity']);
  }
  const { quantity } = args;
  session.quantities[line.id] = { quantity, restock: args.restock === true };
  return staged(open, calculatedLine(open, line));
}

/** By the id of the calculated order or of the session, which share their number. */
function openEdit(context: Context, id: Gid, name: string): Result<Open, object> {
  requireScope(context, 'write_order_edits', `${name} field`);
  const session = context.shop.state.edits.find((e) => legacyId(e.id) === legacyId(id));
  const order = session && context.shop.orders.get(session.orderId);
  if (session === undefined || order === undefined) {
    return fail(problem('The calculated order does not exist.', ['id']));
  }
  return ok({ id: session.id, session, order });
}

function staged(open: Open, line: CalculatedLine | null): object {
  return {
    calculatedOrder: open,
    calculatedLineItem: line,
    orderEditSession: { id: gid('OrderEditSession', legacyId(open.id)) },
    userErrors: [],
  };
}

function problem(message: string, field: readonly string[]): object {
  return { ...refused('calculatedOrder', message, field), calculatedLineItem: null };
}

function planOf(session: EditSession, order: Order): Pick<EditPlan, 'added' | 'quantities'> {
  return {
    added: session.added
      .filter(({ quantity }) => quantity > 0)
      .map(({ line, quantity }) => ({
        // CartLine.parse made it.
        line: { ...(line as CartLine), quantity },
        locationId: null,
      })),
    quantities: order.lines.flatMap((line) => {
      const wanted = session.quantities[line.id];
      return wanted === undefined ? [] : [{ line, ...wanted }];
    }),
  };
}

function preview(shop: Shop, { session, order }: Open): EditPreview {
  return previewEdit(shop, order, planOf(session, order));
}

function calculatedLines(shop: Shop, open: Open): CalculatedLine[] {
  const old = open.order.lines.map((line) => calculatedLine(open, line));
  const items = preview(shop, open).added;
  const staging = open.session.added.filter(({ quantity }) => quantity > 0);
  const added = staging.flatMap(({ id }, index) => {
    const item = items[index];
    if (item === undefined) return [];
    return [{ id, item, quantity: item.quantity, editable: item.quantity, before: 0, open }];
  });
  return [...old, ...added];
}

function calculatedLine(open: Open, item: LineItem): CalculatedLine {
  const before = editableUnits(open.order, item);
  const wanted = open.session.quantities[item.id]?.quantity ?? currentUnits(item);
  return {
    id: gid('CalculatedLineItem', legacyId(item.id)),
    item,
    quantity: wanted,
    editable: wanted - (currentUnits(item) - before),
    before,
    open,
  };
}

export const calculatedOrder: FieldResolvers<Open> = {
  committed: () => false,
  originalOrder: ({ order }) => order,
  notificationPreviewTitle: ({ order }) => `Order ${order.name} was updated`,
  lineItems: (open, args: PageArguments, { shop }) => paginate(calculatedLines(shop, open), args),
  addedLineItems: (open, args: PageArguments, { shop }) =>
    paginate(
      calculatedLines(shop, open).filter((line) => !open.order.lines.includes(line.item)),
      args,
    ),
  subtotalLineItemsQuantity: (open, _, { shop }) =>
    calculatedLines(shop, open).reduce((sum, line) => sum + line.quantity, 0),
  subtotalPriceSet: (open, _, context) =>
    moneyBag(context, preview(context.shop, open).subtotal, open.order),
  totalPriceSet: (open, _, context) =>
    moneyBag(context, preview(context.shop, open).total, open.order),
  totalOutstandingSet: (open, _, context) => {
    const change = preview(context.shop, open).total - currentTotals(open.order).total;
    return moneyBag(context, moneyOf(open.order).outstanding + change, open.order);
  },
  taxLines: ({ order }) => order.lines.flatMap((l) => l.taxes.map((tax) => within(order, tax))),
};

export const calculatedLineItem: FieldResolvers<CalculatedLine> = {
  title: ({ item }) => item.title,
  sku: ({ item }) => item.sku,
  variantTitle: ({ item }) => item.variantTitle,
  variant: ({ item }, _, { shop }) => (item.variantId && shop.variants.get(item.variantId)) ?? null,
  editableQuantity: ({ editable }) => editable,
  editableQuantityBeforeChanges: ({ before }) => before,
  restockable: ({ item }) => item.variantId !== null,
  restocking: ({ open, item }) => open.session.quantities[item.id]?.restock === true,
  hasStagedLineItemDiscount: () => false,
  customAttributes: ({ item }) => item.attributes,
  originalUnitPriceSet: ({ item, open }, _, context) =>
    moneyBag(context, item.unitMinor, open.order),
  discountedUnitPriceSet: ({ item, open }, _, context) =>
    moneyBag(context, Math.round(lineNet(item) / item.quantity), open.order),
  editableSubtotalSet: (line, _, context) => share(context, line, line.editable),
  uneditableSubtotalSet: (line, _, context) => share(context, line, line.quantity - line.editable),
};

function share(context: Context, line: CalculatedLine, units: number): object {
  const { item, open } = line;
  const minor =
    units > item.quantity
      ? item.unitMinor * units
      : unitsShare(lineNet(item), item.quantity, [0, units]);
  return moneyBag(context, minor, open.order);
}
