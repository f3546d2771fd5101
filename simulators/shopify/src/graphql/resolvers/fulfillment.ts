// Fulfillment orders and fulfillments.
import { sumMinor } from '@sendsale/std';
import { findFulfillment, findFulfillmentOrder } from '../../orders/create-fulfillment.ts';
import { lineLevelDiscount, lineOriginal, unitsShare } from '../../orders/totals.ts';
import { legacyId } from '../../state/gid.ts';
import type {
  Fulfillment,
  FulfillmentOrder,
  FulfillmentOrderLine,
  Gid,
  Hold,
} from '../../state/model.ts';
import { paginate, takeFirst } from '../connection.ts';
import type { PageArguments } from '../connection.ts';
import { idOf, moneyBag, requireScope, within } from '../context.ts';
import type { FieldResolvers, In } from '../context.ts';
import { search } from '../search.ts';
import type { Searchable } from '../search.ts';
import { readLocation } from './inventory.ts';
import { requireFulfillmentOrders } from './orders.ts';
import { lineOf } from './payments.ts';

const FIELDS: Searchable<FulfillmentOrder> = {
  id: { kind: 'id', of: (source) => legacyId(source.id) },
  status: { kind: 'word', of: (source) => source.status },
  assigned_location_id: { kind: 'id', of: (source) => legacyId(source.locationId) },
  updated_at: { kind: 'time', of: (source) => source.updatedAt },
};

export const fulfillmentQueries: FieldResolvers<unknown> = {
  fulfillment: (_, args: { id: Gid }, context) => {
    requireScope(context, 'read_fulfillments', 'fulfillment field');
    const found = findFulfillment(context.shop, idOf('Fulfillment', args.id));
    return found && within(found.order, found.fulfillment);
  },
  fulfillmentOrder: (_, args: { id: Gid }, context) => {
    requireFulfillmentOrders(context, 'fulfillmentOrder field');
    const found = findFulfillmentOrder(context.shop, idOf('FulfillmentOrder', args.id));
    return found && within(found.order, found.source);
  },
  fulfillmentOrders: (
    _,
    args: PageArguments & { query?: string | null; sortKey?: string; includeClosed?: boolean },
    context,
  ) => {
    requireFulfillmentOrders(context, 'fulfillmentOrders field');
    const all = context.shop.state.orders.flatMap((order) =>
      order.fulfillmentOrders
        .filter((source) => args.includeClosed === true || source.status !== 'CLOSED')
        .map((source) => within(order, source)),
    );
    const over = { fields: FIELDS, path: 'fulfillmentOrders', notes: context.searchNotes };
    return paginate(search(all, args.query, over) as typeof all, args, (source) => {
      const id = Number(legacyId(source.id));
      return [args.sortKey === 'UPDATED_AT' ? source.updatedAt : id, id];
    });
  },
};

/** What the merchant's own app may do with one in each state. */
const ACTIONS: Partial<Record<FulfillmentOrder['status'], readonly string[]>> = {
  OPEN: ['CREATE_FULFILLMENT', 'REPORT_PROGRESS', 'MOVE', 'HOLD', 'SPLIT'],
  IN_PROGRESS: ['CREATE_FULFILLMENT', 'MARK_AS_OPEN'],
  ON_HOLD: ['RELEASE_HOLD', 'MOVE', 'HOLD'],
  SCHEDULED: ['MARK_AS_OPEN', 'HOLD'],
};

export const fulfillmentHold: FieldResolvers<Hold> = {
  displayReason: ({ reason }) =>
    reason.charAt(0) + reason.slice(1).toLowerCase().replaceAll('_', ' '),
  heldByRequestingApp: () => true,
};

export const fulfillmentOrder: FieldResolvers<In<FulfillmentOrder>> = {
  orderName: ({ order }) => order.name,
  orderProcessedAt: ({ order }) => order.processedAt,
  requestStatus: () => 'UNSUBMITTED',
  fulfillBy: () => null,
  assignedLocation: ({ locationId }, _, { shop }) => {
    const place = readLocation(shop, locationId);
    return { ...place?.address, name: place?.name ?? '', location: place };
  },
  deliveryMethod: ({ delivery }) => delivery,
  supportedActions: ({ status }) =>
    (ACTIONS[status] ?? []).map((action) => ({ action, externalUrl: null })),
  fulfillmentHolds: ({ holds }) => holds,
  lineItems: ({ order, lines }, args: PageArguments) =>
    paginate(
      lines.map((line) => within(order, line)),
      args,
    ),
  fulfillments: ({ id, order }, args: PageArguments) => {
    const own = order.fulfillments.filter((f) => f.lines.some((l) => l.fulfillmentOrderId === id));
    return paginate(
      own.map((f) => within(order, f)),
      args,
    );
  },
};

export const deliveryMethod: FieldResolvers<FulfillmentOrder['delivery']> = {
  minDeliveryDateTime: () => null,
  maxDeliveryDateTime: () => null,
  additionalInformation: () => null,
  sourceReference: () => null,
};

export const fulfillmentOrderDestination: FieldResolvers<unknown> = { location: () => null };

type SourceLine = In<FulfillmentOrderLine>;

export const fulfillmentOrderLineItem: FieldResolvers<SourceLine> = {
  totalQuantity: ({ total }) => total,
  remainingQuantity: ({ remaining }) => remaining,
  lineItem: (line) => lineOf(line.order, line.lineId),
  sku: (line) => lineOf(line.order, line.lineId)?.sku,
  productTitle: (line) => lineOf(line.order, line.lineId)?.title,
  variantTitle: (line) => lineOf(line.order, line.lineId)?.variantTitle,
  vendor: (line) => lineOf(line.order, line.lineId)?.vendor,
  requiresShipping: (line) => lineOf(line.order, line.lineId)?.requiresShipping,
  inventoryItemId: (line, _, { shop }) => variantOf(line, shop.variants)?.itemGid,
  variant: (line, _, { shop }) => variantOf(line, shop.variants),
  shippingLine: ({ order, shippingLineId }) => {
    const found = order.shippingLines.find((candidate) => candidate.id === shippingLineId);
    return found === undefined ? null : within(order, found);
  },
};

function variantOf<T>(line: SourceLine, variants: ReadonlyMap<Gid, T>): T | undefined {
  const id = lineOf(line.order, line.lineId)?.variantId;
  return typeof id === 'string' ? variants.get(id) : undefined;
}

export const fulfillment: FieldResolvers<In<Fulfillment>> = {
  legacyResourceId: ({ id }) => legacyId(id),
  displayStatus: ({ status }) => (status === 'SUCCESS' ? 'FULFILLED' : 'CANCELED'),
  requiresShipping: ({ order }) => order.lines.some((line) => line.requiresShipping),
  totalQuantity: ({ lines }) => sumMinor(lines.map((line) => line.quantity)),
  location: ({ locationId }, _, { shop }) => readLocation(shop, locationId),
  trackingInfo: ({ tracking }, args: { first?: number }) => takeFirst(tracking, args),
  fulfillmentLineItems: ({ order, lines }, args: PageArguments) =>
    paginate(
      lines.map((line) => within(order, line)),
      args,
    ),
  fulfillmentOrders: ({ order, lines }, args: PageArguments) => {
    const ids = new Set(lines.map((line) => line.fulfillmentOrderId));
    const own = order.fulfillmentOrders.filter((source) => ids.has(source.id));
    return paginate(
      own.map((source) => within(order, source)),
      args,
    );
  },
};

export const fulfillmentLineItem: FieldResolvers<In<Fulfillment['lines'][number]>> = {
  lineItem: ({ order, lineId }) => lineOf(order, lineId),
  originalTotalSet: ({ order, lineId, quantity }, _, context) =>
    moneyBag(context, (lineOf(order, lineId)?.unitMinor ?? 0) * quantity, order),
  discountedTotalSet: ({ order, lineId, quantity }, _, context) => {
    const line = lineOf(order, lineId);
    if (line === null) return moneyBag(context, 0, order);
    const total = lineOriginal(line) - lineLevelDiscount(order, line);
    return moneyBag(context, unitsShare(total, line.quantity, [0, quantity]), order);
  },
};
