// The body of each topic, as the old REST API showed the thing, which is what Shopify still sends.
import { formatMinor, sumMinor } from '@sendsale/std';
import { findDraft } from '../drafts/drafts.ts';
import { originalTotals } from '../orders/totals.ts';
import { legacyId } from '../state/gid.ts';
import type { Draft, Edit, Order, Return } from '../state/model.ts';
import type { Shop, ShopEvent } from '../state/shop.ts';
import { customerBody, orderBody } from './order-body.ts';

type Json = Readonly<Record<string, unknown>>;

export function bodyOf(shop: Shop, event: ShopEvent): unknown {
  if (event.body !== undefined) return event.body;
  const order = event.orderId === null ? undefined : shop.orders.get(event.orderId);
  const [resource = ''] = event.topic.split('/');
  if (order !== undefined) return orderTopic(shop, order, event);
  return looseTopic(shop, resource, event.subject ?? '') ?? { id: numberIn(event.subject) };
}

/** Topics about an order or a part of it. */
function orderTopic(shop: Shop, order: Order, event: ShopEvent): unknown {
  const { topic, subject = '' } = event;
  const [resource] = topic.split('/');
  if (topic === 'orders/edited') {
    const edit = order.edits.find(({ id }) => id === subject);
    return edit === undefined ? {} : editBody(order, edit);
  }
  if (topic === 'orders/delete') return { id: Number(legacyId(order.id)) };
  if (resource === 'orders') return orderBody(shop, order);
  if (resource === 'fulfillments') return partOf(orderBody(shop, order), 'fulfillments', subject);
  if (resource === 'refunds') return partOf(orderBody(shop, order), 'refunds', subject);
  if (resource === 'order_transactions') {
    return partOf(orderBody(shop, order), 'transactions', subject);
  }
  if (resource === 'returns') {
    const found = order.returns.find(({ id }) => id === subject);
    return found === undefined ? {} : returnBody(order, found);
  }
  if (resource === 'fulfillment_orders') return fulfillmentOrderBody(order, event);
  return {};
}

/** A member of a list in the order's body. */
function partOf(body: Json, list: string, id: string): unknown {
  const parts: unknown = body[list];
  if (!Array.isArray(parts)) return {};
  const members: readonly Json[] = parts;
  return members.find((part) => part['admin_graphql_api_id'] === id) ?? {};
}

function editBody(order: Order, edit: Edit): Json {
  const deltas = (parts: Edit['additions']): Json[] =>
    parts.map(({ lineId, delta }) => ({ id: Number(legacyId(lineId)), delta }));
  return {
    order_edit: {
      id: Number(legacyId(edit.id)),
      app_id: Number(legacyId(order.app.id)),
      created_at: edit.createdAt,
      notify_customer: edit.notifyCustomer,
      order_id: Number(legacyId(order.id)),
      staff_note: edit.staffNote ?? '',
      user_id: edit.staffId && Number(legacyId(edit.staffId)),
      line_items: { additions: deltas(edit.additions), removals: deltas(edit.removals) },
      discounts: { line_item: { additions: [], removals: [] } },
      shipping_lines: { additions: [], removals: [] },
    },
  };
}

function returnBody(order: Order, found: Return): Json {
  return {
    id: Number(legacyId(found.id)),
    admin_graphql_api_id: found.id,
    name: found.name,
    status: found.status.toLowerCase(),
    order: { id: Number(legacyId(order.id)), admin_graphql_api_id: order.id },
    total_return_line_items: found.lines.length,
    return_line_items: found.lines.map((line) => ({
      id: Number(legacyId(line.id)),
      admin_graphql_api_id: line.id,
      fulfillment_line_item: {
        id: Number(legacyId(line.fulfillmentLineId)),
        admin_graphql_api_id: line.fulfillmentLineId,
        line_item: { id: Number(legacyId(line.lineId)) },
      },
      quantity: line.quantity,
      return_reason: line.reason.toLowerCase(),
      return_reason_note: line.note,
    })),
    exchange_line_items: found.exchanges.map((line) => ({
      admin_graphql_api_id: line.id,
      quantity: line.quantity,
      variant_id: Number(legacyId(line.variantId)),
    })),
  };
}

/** These carry gids instead of numbers. */
function fulfillmentOrderBody(order: Order, event: ShopEvent): Json {
  const source = order.fulfillmentOrders.find(({ id }) => id === event.subject);
  const about = { id: event.subject, status: source?.status.toLowerCase() ?? null };
  if (event.topic === 'fulfillment_orders/moved') {
    return {
      original_fulfillment_order: about,
      moved_fulfillment_order: about,
      destination_location_id: source?.locationId ?? null,
      fulfillment_order_line_items_requested: [],
    };
  }
  const preparable = source?.delivery.methodType.toLowerCase() ?? null;
  return { fulfillment_order: { ...about, delivery_method: { method_type: preparable } } };
}

/** Topics about things that belong to no order. */
function looseTopic(shop: Shop, resource: string, id: string): Json | null {
  switch (resource) {
    case 'draft_orders': {
      const draft = findDraft(shop, id);
      return draft && draftBody(shop, draft);
    }
    case 'customers': {
      const customer = shop.customers.get(id);
      return customer ? customerBody(customer) : null;
    }
    case 'inventory_levels': {
      const level = shop.levels.get(levelKeyOf(id));
      if (level === undefined) return null;
      return {
        inventory_item_id: Number(legacyId(level.itemId)),
        location_id: Number(legacyId(level.locationId)),
        available: level.available,
        updated_at: level.updatedAt,
        admin_graphql_api_id: level.id,
      };
    }
    case 'bulk_operations': {
      const found = shop.state.bulkOperations.find((operation) => operation.id === id);
      if (found === undefined) return null;
      return {
        admin_graphql_api_id: found.id,
        completed_at: found.completedAt,
        created_at: found.createdAt,
        error_code: found.errorCode?.toLowerCase() ?? null,
        status: found.status.toLowerCase(),
        type: 'query',
      };
    }
    default:
      return null;
  }
}

/** gid://shopify/InventoryLevel/<location>?inventory_item_id=<item> */
function levelKeyOf(id: string): string {
  const match = /\/(\d+)\?inventory_item_id=(\d+)/.exec(id);
  return match === null ? '' : `${match[2]}@${match[1]}`;
}

function draftBody(shop: Shop, draft: Draft): Json {
  const { currency } = shop.seed.shop;
  const totals = originalTotals(draft.priced);
  const text = (minor: number): string => formatMinor(minor, currency);
  return {
    id: Number(legacyId(draft.id)),
    admin_graphql_api_id: draft.id,
    name: draft.name,
    status: draft.status.toLowerCase(),
    order_id: draft.orderId && Number(legacyId(draft.orderId)),
    invoice_url: draft.invoiceUrl,
    invoice_sent_at: draft.invoiceSentAt,
    created_at: draft.createdAt,
    updated_at: draft.updatedAt,
    completed_at: draft.completedAt,
    currency,
    email: draft.priced.email,
    note: draft.priced.note,
    tags: draft.priced.tags.join(', '),
    taxes_included: draft.priced.taxesIncluded,
    tax_exempt: draft.priced.taxExempt,
    subtotal_price: text(totals.subtotal),
    total_tax: text(totals.tax),
    total_price: text(totals.total),
    line_items: draft.priced.lines.map((line) => ({
      id: Number(legacyId(line.id)),
      variant_id: line.variantId && Number(legacyId(line.variantId)),
      sku: line.sku,
      title: line.title,
      quantity: line.quantity,
      price: text(line.unitMinor),
      applied_discount: null,
      total_discount: text(sumMinor(line.allocations.map((part) => part.minor))),
    })),
  };
}

function numberIn(subject: string | undefined): number | null {
  const digits = /(\d+)(?:\?|$)/.exec(subject ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}
