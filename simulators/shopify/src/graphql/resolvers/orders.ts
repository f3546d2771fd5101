// The order and what it is made of: lines, discounts, shipping, taxes, payments, refunds, agreements.
import type { Minor } from '@sendsale/std';
import { financialStatus, fulfillmentStatus } from '../../orders/status.ts';
import {
  currentTotals,
  moneyOf,
  orderTaxes,
  originalTotals,
  roundingOf,
} from '../../orders/totals.ts';
import { legacyId } from '../../state/gid.ts';
import type { AddressRecord, Gid, Order, TaxCharge } from '../../state/model.ts';
import { paginate, takeFirst } from '../connection.ts';
import type { PageArguments } from '../connection.ts';
import { idOf, moneyBag, requireScope, within } from '../context.ts';
import type { Context, FieldResolvers, In, MoneyBag } from '../context.ts';
import { search } from '../search.ts';
import type { Searchable } from '../search.ts';
import { suggestRefund } from './suggested-refund.ts';
import type { SuggestionWanted } from './suggested-refund.ts';
import { readLocation } from './inventory.ts';
import { readStaff } from './shop.ts';

type Listing = PageArguments & { readonly query?: string | null; readonly sortKey?: string | null };

const ORDER_FIELDS: Searchable<Order> = {
  id: { kind: 'id', of: (order) => legacyId(order.id) },
  name: { kind: 'text', of: (order) => order.name },
  created_at: { kind: 'time', of: (order) => order.createdAt },
  updated_at: { kind: 'time', of: (order) => order.updatedAt },
  processed_at: { kind: 'time', of: (order) => order.processedAt },
  email: { kind: 'text', of: (order) => order.email },
  customer_id: { kind: 'id', of: (order) => order.customerId && legacyId(order.customerId) },
  location_id: {
    kind: 'id',
    of: (order) => order.retailLocationId && legacyId(order.retailLocationId),
  },
  user_id: { kind: 'id', of: (order) => order.staffId && legacyId(order.staffId) },
  source_name: { kind: 'word', of: (order) => order.sourceName },
  source_identifier: { kind: 'word', of: (order) => order.sourceIdentifier },
  channel: { kind: 'word', of: attributionOf },
  status: {
    kind: 'word',
    of: (order) =>
      order.cancelledAt !== null
        ? ['cancelled', 'any']
        : [order.closedAt === null ? 'open' : 'closed', 'any'],
  },
  financial_status: { kind: 'word', of: financialStatus },
  fulfillment_status: { kind: 'word', of: fulfillmentWords },
  delivery_method: {
    kind: 'word',
    of: (order) =>
      order.fulfillmentOrders.map((f) => f.delivery.methodType.toLowerCase().replace('_', '-')),
  },
  gateway: { kind: 'word', of: (order) => order.transactions.map((t) => t.gateway) },
  sku: { kind: 'word', of: (order) => order.lines.flatMap((line) => line.sku ?? []) },
  tag: { kind: 'word', of: (order) => order.tags },
  test: { kind: 'word', of: (order) => String(order.test) },
  discount_code: { kind: 'word', of: codesOf },
};

const SORTS: Readonly<Record<string, (order: Order) => string | number>> = {
  CREATED_AT: (order) => order.createdAt,
  PROCESSED_AT: (order) => order.processedAt,
  UPDATED_AT: (order) => order.updatedAt,
  ORDER_NUMBER: (order) => order.number,
  TOTAL_PRICE: (order) => originalTotals(order).total,
  CURRENT_TOTAL_PRICE: (order) => currentTotals(order).total,
};

export const orderQueries: FieldResolvers<unknown> = {
  order: (_, args: { id: Gid }, context) => {
    requireScope(context, 'read_orders', 'order field');
    const found = context.shop.orders.get(idOf('Order', args.id));
    return found !== undefined && isVisible(context, found) ? found : null;
  },
  orders: (_, args: Listing, context) => {
    requireScope(context, 'read_orders', 'orders field');
    const sort = SORTS[args.sortKey ?? 'PROCESSED_AT'] ?? numberOf;
    return paginate(findOrders(context, args.query), args, (order) => [
      sort(order),
      numberOf(order),
    ]);
  },
  ordersCount: (_, args: { query?: string | null; limit?: number | null }, context) => {
    requireScope(context, 'read_orders', 'ordersCount field');
    const count = findOrders(context, args.query).length;
    const limit = args.limit ?? Number.POSITIVE_INFINITY;
    return count > limit ? { count: limit, precision: 'AT_LEAST' } : { count, precision: 'EXACT' };
  },
};

function findOrders(context: Context, query: string | null | undefined): readonly Order[] {
  const over = { fields: ORDER_FIELDS, path: 'orders', notes: context.searchNotes };
  const all = context.shop.state.orders;
  const visible = context.scopes.has('read_all_orders')
    ? all
    : all.filter((order) => isVisible(context, order));
  return search(visible, query, over);
}

const VISIBLE_MS = 60 * 24 * 3600 * 1000;

/** Without `read_all_orders` an app sees the orders of the last sixty days. */
function isVisible(context: Context, order: Order): boolean {
  if (context.scopes.has('read_all_orders')) return true;
  return context.shop.clock.now().getTime() - Date.parse(order.createdAt) <= VISIBLE_MS;
}

function numberOf(order: Order): number {
  return Number(legacyId(order.id));
}

function attributionOf(order: Order): string {
  return order.sourceName === 'pos' || order.sourceName === 'web'
    ? order.sourceName
    : order.app.name;
}

function codesOf(order: Order): string[] {
  return order.discounts.filter((d) => d.kind === 'CODE').map((d) => d.title);
}

/** Searching uses older words beside those shown. */
function fulfillmentWords(order: Order): string[] {
  const status = fulfillmentStatus(order).toLowerCase();
  const older: Record<string, string> = {
    fulfilled: 'shipped',
    unfulfilled: 'unshipped',
    partially_fulfilled: 'partial',
  };
  return [status, older[status] ?? status];
}

/** A field of money computed from the order. */
function money(
  of: (order: Order) => Minor,
): (order: Order, _: never, context: Context) => MoneyBag {
  return (order, _, context) => moneyBag(context, of(order), order);
}

export const order: FieldResolvers<Order> = {
  legacyResourceId: ({ id }) => legacyId(id),
  closed: ({ closedAt }) => closedAt !== null,
  confirmed: () => true,
  registeredSourceUrl: () => null,
  poNumber: () => null,
  attribution: (source) => ({ handle: attributionOf(source), displayName: source.app.name }),
  retailLocation: (source, _, { shop }) => readLocation(shop, source.retailLocationId),
  staffMember: (source, _, context) => {
    requireScope(context, 'read_users', 'staffMember field');
    return readStaff(context, source.staffId);
  },
  displayFinancialStatus: financialStatus,
  displayFulfillmentStatus: fulfillmentStatus,
  returnStatus: returnStatusOf,
  suggestedRefund: (source, args: SuggestionWanted) => suggestRefund(source, args),
  requiresShipping: ({ lines }) => lines.some((line) => line.requiresShipping),
  dutiesIncluded: () => false,
  estimatedTaxes: () => false,
  currencyCode: (_, __, { shop }) => shop.seed.shop.currency,
  presentmentCurrencyCode: ({ presentment }, _, { shop }) =>
    presentment?.currency ?? shop.seed.shop.currency,
  returns: (source, args: PageArguments) =>
    paginate(
      source.returns.map((found) => within(source, found)),
      args,
    ),
  originalTotalDutiesSet: (source, _, context) => dutiesSet(context, source, originalTotals),
  currentTotalDutiesSet: (source, _, context) => dutiesSet(context, source, currentTotals),
  paymentGatewayNames: ({ transactions }) => [...new Set(transactions.map((t) => t.gateway))],
  discountCode: (source) => codesOf(source)[0] ?? null,
  discountCodes: codesOf,
  customAttributes: ({ attributes }) => attributes,
  customer: (source, _, context) => {
    requireScope(context, 'read_customers', 'customer field');
    return source.customerId === null ? null : context.shop.customers.get(source.customerId);
  },
  billingAddressMatchesShippingAddress: ({ billingAddress, shippingAddress }) =>
    sameAddress(billingAddress, shippingAddress),
  fullyPaid: (source) => moneyOf(source).outstanding <= 0,
  unpaid: (source) => moneyOf(source).received === 0,
  fulfillable: ({ fulfillmentOrders }) => fulfillmentOrders.some((f) => f.status === 'OPEN'),
  capturable: (source) => moneyOf(source).capturable > 0,
  refundable: (source) => moneyOf(source).received > moneyOf(source).refunded,
  restockable: ({ lines }) => lines.some((line) => line.quantity > line.removed),
  subtotalPriceSet: money((o) => originalTotals(o).subtotal),
  totalDiscountsSet: money((o) => originalTotals(o).discounts),
  totalShippingPriceSet: money((o) => originalTotals(o).shipping),
  totalTaxSet: money((o) => originalTotals(o).tax),
  totalPriceSet: money((o) => originalTotals(o).total),
  originalTotalPriceSet: money((o) => originalTotals(o).total),
  totalTipReceivedSet: money((o) => o.tipMinor),
  totalOutstandingSet: money((o) => moneyOf(o).outstanding),
  totalRefundedSet: money((o) => moneyOf(o).refunded),
  totalRefundedShippingSet: money((o) => originalTotals(o).shipping - currentTotals(o).shipping),
  totalReceivedSet: money((o) => moneyOf(o).received),
  totalCapturableSet: money((o) => moneyOf(o).capturable),
  netPaymentSet: money((o) => moneyOf(o).received - moneyOf(o).refunded),
  currentTotalPriceSet: money((o) => currentTotals(o).total),
  currentSubtotalPriceSet: money((o) => currentTotals(o).subtotal),
  currentTotalTaxSet: money((o) => currentTotals(o).tax),
  currentTotalDiscountsSet: money((o) => currentTotals(o).discounts),
  currentShippingPriceSet: money((o) => currentTotals(o).shipping),
  currentTaxLines: (source) =>
    source.cancelledAt === null ? orderTaxes(source).map((tax) => within(source, tax)) : [],
  subtotalLineItemsQuantity: ({ lines }) => lines.reduce((sum, line) => sum + line.quantity, 0),
  currentSubtotalLineItemsQuantity: ({ lines }) =>
    lines.reduce((sum, line) => sum + line.quantity - line.removed, 0),
  totalCashRoundingAdjustment: (source, _, context) => ({
    paymentSet: moneyBag(context, roundingOf(source).payments, source),
    refundSet: moneyBag(context, roundingOf(source).refunds, source),
  }),
  taxLines: (source) => orderTaxes(source).map((tax) => within(source, tax)),
  // No region of ours charges one.
  additionalFees: () => [],
  discountApplications: (source, args: PageArguments) =>
    paginate(
      source.discounts.map((discount) => within(source, discount)),
      args,
    ),
  shippingLine: (source) => present(source.shippingLines.map((line) => within(source, line))),
  shippingLines: (source, args: PageArguments & { includeRemovals?: boolean }) => {
    const lines = source.shippingLines.filter((l) => !l.isRemoved || args.includeRemovals === true);
    return paginate(
      lines.map((line) => within(source, line)),
      args,
    );
  },
  lineItems: (source, args: PageArguments) =>
    paginate(
      source.lines.map((line) => within(source, line)),
      args,
    ),
  fulfillmentOrders: (source, args: PageArguments & { displayable?: boolean }, context) => {
    requireFulfillmentOrders(context, 'fulfillmentOrders field');
    const shown = source.fulfillmentOrders.filter(
      (f) => f.displayable || args.displayable !== true,
    );
    return paginate(
      shown.map((f) => within(source, f)),
      args,
    );
  },
  fulfillments: (source, args: { first?: number }) =>
    takeFirst(source.fulfillments, args).map((f) => within(source, f)),
  fulfillmentsCount: ({ fulfillments }) => ({ count: fulfillments.length, precision: 'EXACT' }),
  transactions: (source, args: { first?: number }) =>
    takeFirst(source.transactions, args).map((t) => within(source, t)),
  transactionsCount: ({ transactions }) => ({ count: transactions.length, precision: 'EXACT' }),
  refunds: (source, args: { first?: number }) =>
    takeFirst(source.refunds, args).map((refund) => within(source, refund)),
  agreements: (source, args: PageArguments) =>
    paginate(
      source.agreements.map((agreement) => within(source, agreement)),
      args,
    ),
};

/** Null for orders that know no duties. */
function dutiesSet(context: Context, source: Order, of: typeof originalTotals): MoneyBag | null {
  const hasDuties = source.lines.some((line) => line.duties.length > 0);
  return hasDuties ? moneyBag(context, of(source).duties, source) : null;
}

function returnStatusOf({ returns }: Order): string {
  const live = returns.filter((r) => r.status !== 'CANCELED' && r.status !== 'DECLINED');
  if (live.length === 0) return 'NO_RETURN';
  if (live.some((r) => r.status === 'REQUESTED')) return 'RETURN_REQUESTED';
  return live.some((r) => r.status === 'OPEN') ? 'IN_PROGRESS' : 'RETURNED';
}

/** Fulfillment orders can be read by their own scopes alone. */
export function requireFulfillmentOrders(context: Context, what: string): void {
  requireScope(context, 'read_merchant_managed_fulfillment_orders', what);
}

function present<T>(items: readonly T[]): T | null {
  return items[0] ?? null;
}

function sameAddress(a: AddressRecord | null, b: AddressRecord | null): boolean {
  if (a === null || b === null) return a === b;
  return JSON.stringify({ ...a, id: '' }) === JSON.stringify({ ...b, id: '' });
}

export const mailingAddress: FieldResolvers<AddressRecord> = {
  name: ({ firstName, lastName }) => [firstName, lastName].filter(Boolean).join(' ') || null,
  countryCodeV2: ({ countryCode }) => countryCode,
  formatted: (a, args: { withCompany?: boolean; withName?: boolean }) =>
    [
      args.withName === true ? [a.firstName, a.lastName].filter(Boolean).join(' ') : null,
      args.withCompany === false ? null : a.company,
      a.address1,
      a.address2,
      [a.city, a.provinceCode, a.zip].filter(Boolean).join(' '),
      a.country,
    ].filter(Boolean),
};

export const taxLine: FieldResolvers<In<TaxCharge>> = {
  channelLiable: () => false,
  priceSet: ({ minor, order: of }, _, context) => moneyBag(context, minor, of),
  rate: ({ rate }) => Number(rate),
  ratePercentage: ({ rate }) => Number((Number(rate) * 100).toFixed(6)),
  source: () => 'shopify',
};
