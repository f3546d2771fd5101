// The rows an order is kept in.

import { CARRY_OUT_METHOD } from '@sendsale/domain';
import type { IncomingOrder, OrderPlan, OrderStatus, PlannedItem } from '@sendsale/domain';
import { part } from '@sendsale/store/write';
import type { GraphPart } from '@sendsale/store/write';
import type { OrderLinks } from './order-links.ts';

export interface OrderHead {
  readonly status: OrderStatus;
  readonly customerId: string | null;
  readonly digest: string;
  readonly messageId: number | null;
  readonly at: Date;
}

/** The row of the order itself, but for its id. */
export function orderRow(incoming: IncomingOrder, links: OrderLinks, head: OrderHead) {
  return {
    shop_id: incoming.shopId,
    shopify_id: incoming.shopifyId,
    name: incoming.name,
    channel: incoming.channel,
    status: head.status,
    currency: incoming.currency,
    total_minor: incoming.total,
    ordered_at: incoming.orderedAt,
    updated_at: incoming.updatedAt,
    read_through: incoming.updatedAt,
    cancelled_at: incoming.cancelledAt,
    cancel_reason: incoming.cancelReason,
    test: incoming.test,
    customer_id: head.customerId,
    email: incoming.email,
    phone: incoming.phone,
    ship_to: incoming.shipTo,
    bill_to: incoming.billTo,
    selling_facility_id: links.facilityOf(incoming.till?.locationId ?? null),
    till: incoming.till,
    note: incoming.note,
    tags: incoming.tags,
    digest: head.digest,
    message_id: head.messageId,
  };
}

/** The rows of everything the order consists of. */
export function orderParts(
  incoming: IncomingOrder,
  plan: OrderPlan,
  links: OrderLinks,
): readonly GraphPart[] {
  const order_id = plan.orderId;
  return [
    part(
      'posting',
      plan.postings.map(({ id, kind, supplement, externalId }) => ({
        id,
        order_id,
        kind,
        supplement,
        external_id: externalId,
      })),
    ),
    part(
      'ship_group',
      plan.shipGroups.map((group) => ({
        order_id,
        seq: group.seq,
        key: group.key,
        delivery: group.delivery,
        posting_id: group.postingId,
        shipping_method:
          group.delivery === 'CARRY_OUT' ? CARRY_OUT_METHOD : links.methodOf(group.shippingTitle),
        shipping_title: group.shippingTitle,
        facility_id: links.facilityOf(group.locationId),
        evidence: group.evidence,
      })),
    ),
    part(
      'order_item',
      plan.items.map((item) => itemRow(order_id, item, itemLinks(incoming, item, links))),
    ),
    part(
      'order_adjustment',
      plan.adjustments.map((adjustment) => ({
        order_id,
        seq: adjustment.seq,
        item_seq: adjustment.itemSeq,
        ship_group_seq: adjustment.shipGroupSeq,
        posting_id: adjustment.postingId,
        kind: adjustment.kind,
        amount_minor: adjustment.amount,
        title: adjustment.title,
        code: adjustment.code,
        rate: adjustment.rate,
      })),
    ),
    part(
      'posting_line',
      plan.postingLines.map((line) => ({
        posting_id: line.postingId,
        key: line.key,
        kind: line.kind,
        order_id,
        item_seq: line.itemSeq,
      })),
    ),
  ];
}

interface ItemLinks {
  readonly productId: string | null;
  readonly sku: string | null;
  readonly facilityId: string | null;
}

// What was carried out has left the selling store; every other item has no facility before brokering.
function itemLinks(incoming: IncomingOrder, item: PlannedItem, links: OrderLinks): ItemLinks {
  const product = links.productOf(item);
  const carriedOut = item.status === 'COMPLETED';
  return {
    productId: product?.id ?? null,
    sku: item.sku ?? product?.sku ?? null,
    facilityId: carriedOut ? links.facilityOf(incoming.till?.locationId ?? null) : null,
  };
}

function itemRow(orderId: string, item: PlannedItem, links: ItemLinks) {
  return {
    order_id: orderId,
    seq: item.seq,
    ship_group_seq: item.shipGroupSeq,
    posting_id: item.postingId,
    shopify_line_id: item.shopifyLineId,
    shopify_variant_id: item.variantId,
    product_id: links.productId,
    sku: links.sku,
    title: item.title,
    quantity: item.quantity,
    unit_price_minor: item.unitPrice,
    requires_shipping: item.requiresShipping,
    is_gift_card: item.isGiftCard,
    status: item.status,
    facility_id: links.facilityId,
    queue: null,
  };
}
