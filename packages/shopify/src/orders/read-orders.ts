// Says how we would take the orders of a file, without taking them: what `sendsale order read` prints.

import { postingRoute } from '@sendsale/domain';
import type {
  Channel,
  Delivery,
  DeliveryEvidence,
  IncomingAdjustment,
  IncomingAgreement,
  IncomingLine,
  IncomingOrder,
  IncomingRefund,
  IncomingRefundLine,
  IncomingShipGroup,
  PostingKind,
} from '@sendsale/domain';
import { formatMinor, sumMinor } from '@sendsale/std';
import type { Minor } from '@sendsale/std';
import type { WireProblem } from '../wire/wire-problem.ts';
import { legacyId } from '../wire/scalars.ts';
import { findOrders, graphqlErrors } from './find-orders.ts';
import type { FoundOrder } from './find-orders.ts';
import { fromGraphql } from './from-graphql.ts';
import { fromRest } from './from-rest.ts';
import { mapOrder, sumOfIncoming } from './map-order.ts';
import type { MappedOrder, MappingSettings } from './map-order.ts';
import { splitDocuments } from './split-documents.ts';

export interface ReadOrdersOptions extends Partial<MappingSettings> {
  /** What the text is called in messages, e.g. the file's name. */
  readonly origin?: string;
}

/** Amounts are decimal texts in the order's currency. Of an order that can't be read, what could be is there. */
export interface ReadOrder {
  readonly origin: string;
  readonly source: 'graphql' | 'rest' | null;
  readonly name: string | null;
  readonly shopifyId: string | null;
  readonly channel: Channel | null;
  readonly channelEvidence: DeliveryEvidence | null;
  readonly currency: string | null;
  readonly orderedAt: string | null;
  readonly updatedAt: string | null;
  readonly cancelledAt: string | null;
  readonly test: boolean;
  readonly customer: IncomingOrder['customer'];
  readonly email: string | null;
  readonly shipTo: IncomingOrder['shipTo'];
  readonly till: IncomingOrder['till'];
  readonly shipGroups: readonly ReadShipGroup[];
  readonly adjustments: readonly ReadAdjustment[];
  readonly payments: readonly ReadPayment[];
  readonly refunds: readonly ReadRefund[];
  /** Edits and returns that Shopify's ledger names. */
  readonly agreements: readonly ReadAgreement[];
  readonly totals: ReadTotals | null;
  readonly problems: readonly WireProblem[];
  readonly notes: readonly string[];
}

export interface ReadShipGroup {
  readonly key: string;
  readonly delivery: Delivery;
  readonly evidence: DeliveryEvidence;
  readonly postingRoute: PostingKind;
  readonly shippingTitle: string | null;
  readonly locationId: string | null;
  readonly lines: readonly ReadLine[];
  readonly adjustments: readonly ReadAdjustment[];
  /** Lines and all adjustments of the group. */
  readonly total: string;
}

export interface ReadLine extends Omit<IncomingLine, 'unitPrice' | 'adjustments'> {
  readonly unitPrice: string;
  readonly adjustments: readonly ReadAdjustment[];
  /** Units × price + adjustments. */
  readonly total: string;
}

export interface ReadAdjustment extends Omit<IncomingAdjustment, 'amount'> {
  readonly amount: string;
}

export interface ReadPayment {
  readonly shopifyTransactionId: string;
  readonly parentTransactionId: string | null;
  readonly kind: string;
  readonly status: string;
  readonly gateway: string;
  readonly amount: string;
  readonly processedAt: string;
}

export interface ReadRefund extends Omit<
  IncomingRefund,
  'happenedAt' | 'lines' | 'shipping' | 'difference'
> {
  readonly happenedAt: string;
  readonly lines: readonly (Omit<IncomingRefundLine, 'subtotal' | 'tax'> & {
    readonly subtotal: string;
    readonly tax: string;
  })[];
  readonly shipping: string;
  readonly difference: string;
}

export interface ReadAgreement extends Omit<IncomingAgreement, 'happenedAt'> {
  readonly happenedAt: string;
}

export interface ReadTotals {
  /** Units × price of all lines. */
  readonly items: string;
  /** Sum by adjustment kind; kinds that do not occur are left out. */
  readonly adjustments: Readonly<Record<string, string>>;
  /** The sum of all parts. */
  readonly sum: string;
  /** What the order comes to; equal to `sum` unless a problem says otherwise. */
  readonly total: string;
  /** Shopify's own total; differs from `total` only by cash rounding and removed shipping. */
  readonly shopifyTotal: string;
  /** By posting kind: what each NetSuite transaction would come to, charges of the whole order left aside. */
  readonly postings: Readonly<Record<string, string>>;
}

/**
 * Reads every order in `text`: one JSON document or one a line, each a GraphQL answer, a connection, a list, a
 * whole HTTP answer, a REST or webhook body, or a bare order. What can't be read becomes an entry with problems.
 */
export function* readOrders(text: string, options: ReadOrdersOptions = {}): Generator<ReadOrder> {
  const origin = options.origin ?? 'input';
  for (const document of splitDocuments(text)) {
    const place = document.line === null ? origin : `${origin}:${document.line}`;
    if (!document.parsed.ok) {
      yield unread(place, 'PAYLOAD_NOT_JSON', document.parsed.error);
      continue;
    }
    const orders = findOrders(document.parsed.value);
    for (const order of orders) yield readOne(order, place, options);
    if (orders.length === 0) yield noOrder(document.parsed.value, place);
  }
}

function readOne(found: FoundOrder, origin: string, options: ReadOrdersOptions): ReadOrder {
  const source = found.wire === 'graphql' ? fromGraphql(found.value) : fromRest(found.value);
  if (!source.ok) {
    const name = found.value['name'];
    const id = found.value['id'];
    return {
      ...BLANK,
      origin,
      source: found.wire,
      name: typeof name === 'string' ? name : null,
      shopifyId: typeof id === 'string' || typeof id === 'number' ? legacyId(id) : null,
      problems: source.error,
    };
  }
  const settings = { shopId: options.shopId ?? '*', channels: options.channels ?? new Map() };
  return present(mapOrder(source.value, settings), found.wire, origin);
}

function present(mapped: MappedOrder, source: 'graphql' | 'rest', origin: string): ReadOrder {
  const { incoming } = mapped;
  const money = (amount: Minor): string => formatMinor(amount, incoming.currency);
  return {
    origin,
    source,
    name: incoming.name,
    shopifyId: incoming.shopifyId,
    channel: incoming.channel,
    channelEvidence: mapped.channel.evidence,
    currency: incoming.currency,
    orderedAt: incoming.orderedAt.toISOString(),
    updatedAt: incoming.updatedAt.toISOString(),
    cancelledAt: incoming.cancelledAt?.toISOString() ?? null,
    test: incoming.test,
    customer: incoming.customer,
    email: incoming.email,
    shipTo: incoming.shipTo,
    till: incoming.till,
    shipGroups: incoming.shipGroups.map((group) => shipGroup(group, incoming, money)),
    adjustments: incoming.adjustments.map((one) => adjustment(one, money)),
    payments: incoming.payments.map((one) => ({
      ...one,
      amount: money(one.amount),
      processedAt: one.processedAt.toISOString(),
    })),
    refunds: (incoming.refunds ?? []).map((one) => refund(one, money)),
    agreements: (incoming.agreements ?? []).map((one) => ({
      ...one,
      happenedAt: one.happenedAt.toISOString(),
    })),
    totals: totals(mapped, money),
    problems: mapped.problems,
    notes: mapped.notes,
  };
}

type Money = (amount: Minor) => string;

function refund(one: IncomingRefund, money: Money): ReadRefund {
  return {
    ...one,
    happenedAt: one.happenedAt.toISOString(),
    lines: one.lines.map((line) => ({
      ...line,
      subtotal: money(line.subtotal),
      tax: money(line.tax),
    })),
    shipping: money(one.shipping),
    difference: money(one.difference),
  };
}

function shipGroup(group: IncomingShipGroup, order: IncomingOrder, money: Money): ReadShipGroup {
  return {
    key: group.key,
    delivery: group.delivery,
    evidence: group.evidence,
    postingRoute: postingRoute(order.channel, group.delivery),
    shippingTitle: group.shippingTitle,
    locationId: group.locationId,
    lines: group.lines.map((line) => ({
      ...line,
      unitPrice: money(line.unitPrice),
      adjustments: line.adjustments.map((one) => adjustment(one, money)),
      total: money(lineTotal(line)),
    })),
    adjustments: group.adjustments.map((one) => adjustment(one, money)),
    total: money(groupTotal(group)),
  };
}

function adjustment(one: IncomingAdjustment, money: Money): ReadAdjustment {
  return { ...one, amount: money(one.amount) };
}

function lineTotal(line: IncomingLine): Minor {
  return line.unitPrice * line.quantity + sumMinor(line.adjustments.map((one) => one.amount));
}

function groupTotal(group: IncomingShipGroup): Minor {
  const charges = group.adjustments.map((one) => one.amount);
  return sumMinor([...group.lines.map(lineTotal), ...charges]);
}

function totals(mapped: MappedOrder, money: Money): ReadTotals {
  const { incoming } = mapped;
  const lines = incoming.shipGroups.flatMap((group) => group.lines);
  const kinds = new Map<string, Minor>();
  const all = [
    ...lines.flatMap((line) => line.adjustments),
    ...incoming.shipGroups.flatMap((group) => group.adjustments),
    ...incoming.adjustments,
  ];
  for (const one of all) kinds.set(one.kind, (kinds.get(one.kind) ?? 0) + one.amount);
  const postings = new Map<string, Minor>();
  for (const group of incoming.shipGroups) {
    const route = postingRoute(incoming.channel, group.delivery);
    postings.set(route, (postings.get(route) ?? 0) + groupTotal(group));
  }
  const texts = (sums: ReadonlyMap<string, Minor>): Record<string, string> =>
    Object.fromEntries([...sums].map(([key, amount]) => [key, money(amount)]));
  return {
    items: money(sumMinor(lines.map((line) => line.unitPrice * line.quantity))),
    adjustments: texts(kinds),
    sum: money(sumOfIncoming(incoming)),
    total: money(incoming.total),
    shopifyTotal: money(mapped.statedTotal),
    postings: texts(postings),
  };
}

function noOrder(value: unknown, origin: string): ReadOrder {
  const errors = graphqlErrors(value);
  if (errors.length > 0) return unread(origin, 'SHOPIFY_ANSWERED_ERRORS', errors.join(' '));
  return unread(origin, 'NO_ORDER_FOUND', 'The payload holds no Shopify order.');
}

function unread(origin: string, code: string, message: string): ReadOrder {
  return { ...BLANK, origin, problems: [{ code, severity: 'refuses', message, path: null }] };
}

const BLANK: Omit<ReadOrder, 'origin' | 'problems'> = {
  source: null,
  name: null,
  shopifyId: null,
  channel: null,
  channelEvidence: null,
  currency: null,
  orderedAt: null,
  updatedAt: null,
  cancelledAt: null,
  test: false,
  customer: null,
  email: null,
  shipTo: null,
  till: null,
  shipGroups: [],
  adjustments: [],
  payments: [],
  refunds: [],
  agreements: [],
  totals: null,
  notes: [],
};
