// Draft orders: calculated, made, sent and completed.
import { formatMinor, sumMinor } from '@sendsale/std';
import {
  calculateDraft,
  completeDraft,
  createDraft,
  deleteDraft,
  findDraft,
  updateDraft,
} from '../../drafts/drafts.ts';
import type { Calculation } from '../../drafts/drafts.ts';
import type { DraftInput, DraftProblem } from '../../drafts/draft-input.ts';
import { lineLevelDiscount, lineNet, lineOriginal, orderTaxes } from '../../orders/totals.ts';
import { originalTotals } from '../../orders/totals.ts';
import { legacyId } from '../../state/gid.ts';
import type { Draft, Gid, LineItem, Order } from '../../state/model.ts';
import { announce, instant } from '../../state/shop.ts';
import { paginate } from '../connection.ts';
import type { PageArguments } from '../connection.ts';
import { idOf, moneyBag, requireScope, within } from '../context.ts';
import type { Context, FieldResolvers, In } from '../context.ts';
import { search } from '../search.ts';
import type { Searchable } from '../search.ts';
import { done, refused } from './fulfillment-mutations.ts';

const FIELDS: Searchable<Draft> = {
  id: { kind: 'id', of: (draft) => legacyId(draft.id) },
  status: { kind: 'word', of: (draft) => draft.status.toLowerCase() },
  created_at: { kind: 'time', of: (draft) => draft.createdAt },
  updated_at: { kind: 'time', of: (draft) => draft.updatedAt },
  customer_id: {
    kind: 'id',
    of: (draft) => draft.priced.customerId && legacyId(draft.priced.customerId),
  },
  tag: { kind: 'word', of: (draft) => draft.priced.tags },
  name: { kind: 'text', of: (draft) => draft.name },
};

export const draftQueries: FieldResolvers<unknown> = {
  draftOrder: (_, args: { id: Gid }, context) => {
    requireScope(context, 'read_draft_orders', 'draftOrder field');
    return findDraft(context.shop, idOf('DraftOrder', args.id));
  },
  draftOrders: (_, args: PageArguments & { query?: string; sortKey?: string }, context) => {
    requireScope(context, 'read_draft_orders', 'draftOrders field');
    const over = { fields: FIELDS, path: 'draftOrders', notes: context.searchNotes };
    const found = search(context.shop.state.drafts, args.query, over);
    return paginate(found, args, (draft) => {
      const id = Number(legacyId(draft.id));
      return [args.sortKey === 'UPDATED_AT' ? draft.updatedAt : id, id];
    });
  },
};

export const draftMutations: FieldResolvers<unknown> = {
  draftOrderCalculate: (_, args: { input: DraftInput }, context) => {
    requireScope(context, 'write_draft_orders', 'draftOrderCalculate field');
    const result = calculateDraft(context.shop, args.input);
    return payload('calculatedDraftOrder', result);
  },
  draftOrderCreate: (_, args: { input: DraftInput }, context) => {
    requireScope(context, 'write_draft_orders', 'draftOrderCreate field');
    return payload('draftOrder', createDraft(context.shop, args.input));
  },
  draftOrderUpdate: (_, args: { id: Gid; input: DraftInput }, context) => {
    const draft = writable(context, args.id, 'draftOrderUpdate');
    if (draft === null) return missing();
    return payload('draftOrder', updateDraft(context.shop, draft, args.input));
  },
  draftOrderDelete: (_, args: { input: { id: Gid } }, context) => {
    const draft = writable(context, args.input.id, 'draftOrderDelete');
    if (draft === null) {
      return refused('deletedId', 'Draft order does not exist', ['input', 'id']);
    }
    deleteDraft(context.shop, draft);
    return done('deletedId', draft.id);
  },
  draftOrderInvoiceSend: (_, args: { id: Gid; email?: { to?: string | null } | null }, context) => {
    const draft = writable(context, args.id, 'draftOrderInvoiceSend');
    if (draft === null) return missing();
    if (draft.status === 'COMPLETED') {
      return refused('draftOrder', 'Draft order has already been completed', ['id']);
    }
    if (!(args.email?.to ?? draft.priced.email)) {
      return refused('draftOrder', "To can't be blank", ['email', 'to']);
    }
    draft.status = 'INVOICE_SENT';
    draft.invoiceSentAt = instant(context.shop);
    draft.updatedAt = draft.invoiceSentAt;
    announce(context.shop, { topic: 'draft_orders/update', orderId: null, subject: draft.id });
    return done('draftOrder', draft);
  },
  draftOrderComplete: (
    _,
    args: { id: Gid; paymentPending?: boolean; sourceName?: string | null },
    context,
  ) => {
    const draft = writable(context, args.id, 'draftOrderComplete');
    if (draft === null) return missing();
    const isPaid = args.paymentPending !== true;
    const completed = completeDraft(context.shop, draft, {
      sourceName: args.sourceName ?? null,
      payments: isPaid ? [{ method: 'MANUAL' }] : [],
    });
    if (!completed.ok) return { draftOrder: null, userErrors: completed.error };
    return done('draftOrder', draft);
  },
};

function writable(context: Context, id: Gid, name: string): Draft | null {
  requireScope(context, 'write_draft_orders', `${name} field`);
  return findDraft(context.shop, idOf('DraftOrder', id));
}

function missing(): object {
  return refused('draftOrder', 'Draft order does not exist', ['id']);
}

function payload(
  name: string,
  result: { ok: true; value: object } | { ok: false; error: readonly DraftProblem[] },
): object {
  return result.ok ? done(name, result.value) : { [name]: null, userErrors: result.error };
}

type Priced = Pick<Calculation, 'priced'>;

function money(of: (order: Order) => number): FieldResolvers<Priced>[string] {
  return ({ priced }: Priced, _: never, context: Context) => moneyBag(context, of(priced), priced);
}

/** What drafts and calculations show alike. */
const shown: FieldResolvers<Priced> = {
  subtotalPriceSet: money((order) => originalTotals(order).subtotal),
  totalTaxSet: money((order) => originalTotals(order).tax),
  totalShippingPriceSet: money((order) => originalTotals(order).shipping),
  totalDiscountsSet: money((order) => originalTotals(order).discounts),
  totalPriceSet: money((order) => originalTotals(order).total),
  totalLineItemsPriceSet: money((order) => sumMinor(order.lines.map(lineOriginal))),
  lineItemsSubtotalPrice: money((order) => originalTotals(order).subtotal),
  taxLines: ({ priced }) => orderTaxes(priced).map((tax) => within(priced, tax)),
  taxesIncluded: ({ priced }) => priced.taxesIncluded,
  currencyCode: (_, __, { shop }) => shop.seed.shop.currency,
  presentmentCurrencyCode: (_, __, { shop }) => shop.seed.shop.currency,
  discountCodes: ({ priced }) =>
    priced.discounts.filter((d) => d.kind === 'CODE').map((d) => d.title),
  appliedDiscount: ({ priced }, _, context) => {
    const found = priced.discounts.find(
      (d) => d.kind === 'MANUAL' && d.allocationMethod === 'ACROSS',
    );
    return found === undefined ? null : applied(context, priced, found.index);
  },
  customer: ({ priced }, _, { shop }) =>
    (priced.customerId && shop.customers.get(priced.customerId)) ?? null,
  shippingLine: ({ priced }) => {
    const line = priced.shippingLines[0];
    return line === undefined ? null : within(priced, line);
  },
  totalQuantityOfLineItems: ({ priced }) => sumMinor(priced.lines.map((line) => line.quantity)),
};

function applied(context: Context, order: Order, application: number): object | null {
  const discount = order.discounts[application];
  if (discount === undefined) return null;
  const parts = order.lines
    .flatMap((line) => line.allocations)
    .filter((part) => part.application === application);
  const isPercentage = 'percentage' in discount.value;
  return {
    title: discount.title,
    description: discount.description ?? '',
    value:
      'percentage' in discount.value
        ? discount.value.percentage
        : Number(formatMinor(discount.value.minor, context.shop.seed.shop.currency)),
    valueType: isPercentage ? 'PERCENTAGE' : 'FIXED_AMOUNT',
    amountSet: moneyBag(context, sumMinor(parts.map((part) => part.minor)), order),
  };
}

export const calculatedDraftOrder: FieldResolvers<Calculation> = {
  ...shown,
  phone: ({ priced }) => priced.phone,
  lineItems: ({ priced }) => priced.lines.map((line) => within(priced, line)),
  availableShippingRates: ({ rates, priced }, _, context) =>
    rates.map(({ handle, title, minor }) => {
      const { shopMoney } = moneyBag(context, minor, priced);
      return { handle, title, price: shopMoney };
    }),
};

export const draftOrder: FieldResolvers<Draft> = {
  ...shown,
  legacyResourceId: ({ id }) => legacyId(id),
  ready: () => true,
  reserveInventoryUntil: ({ reserveUntil }) => reserveUntil,
  order: ({ orderId }, _, { shop }) => (orderId && shop.orders.get(orderId)) ?? null,
  email: ({ priced }) => priced.email,
  phone: ({ priced }) => priced.phone,
  note2: ({ priced }) => priced.note,
  tags: ({ priced }) => priced.tags,
  taxExempt: ({ priced }) => priced.taxExempt,
  customAttributes: ({ priced }) => priced.attributes,
  shippingAddress: ({ priced }) => priced.shippingAddress,
  billingAddress: ({ priced }) => priced.billingAddress,
  lineItems: ({ priced }, args: PageArguments) =>
    paginate(
      priced.lines.map((line) => within(priced, line)),
      args,
    ),
};

/** Serves DraftOrderLineItem and CalculatedDraftOrderLineItem. */
export const draftLine: FieldResolvers<In<LineItem>> = {
  name: ({ title, variantTitle }) => (variantTitle === null ? title : `${title} - ${variantTitle}`),
  custom: ({ variantId }) => variantId === null,
  uuid: ({ id }) => legacyId(id),
  customAttributes: ({ attributes }) => attributes,
  variant: ({ variantId }, _, { shop }) => (variantId && shop.variants.get(variantId)) ?? null,
  appliedDiscount: (line, _, context) => {
    const own = line.allocations.find(
      (part) => line.order.discounts[part.application]?.allocationMethod === 'EACH',
    );
    return own === undefined ? null : applied(context, line.order, own.application);
  },
  originalUnitPriceSet: ({ unitMinor, order }, _, context) => moneyBag(context, unitMinor, order),
  originalTotalSet: (line, _, context) => moneyBag(context, lineOriginal(line), line.order),
  discountedTotalSet: (line, _, context) =>
    moneyBag(context, lineOriginal(line) - lineLevelDiscount(line.order, line), line.order),
  totalDiscountSet: (line, _, context) =>
    moneyBag(context, lineLevelDiscount(line.order, line), line.order),
  approximateDiscountedUnitPriceSet: (line, _, context) =>
    moneyBag(context, Math.round(lineNet(line) / line.quantity), line.order),
  taxLines: ({ taxes, order }) => taxes.map((tax) => within(order, tax)),
};
