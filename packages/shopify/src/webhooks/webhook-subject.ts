// What a webhook is about. Bodies are REST-shaped; of each we read the one id we need and nothing else.

import { PRIVACY_TOPICS } from '@sendsale/domain';
import type { PrivacyTopic } from '@sendsale/domain';
import { z } from 'zod';
import { idSchema, legacyId } from '../wire/scalars.ts';

/** What is to be done about a webhook. POLL: it names no order, the next poll finds what changed. */
export type WebhookSubject =
  | { readonly kind: 'ORDER'; readonly shopifyId: string }
  | { readonly kind: 'CATALOGUE' | 'LOCATIONS' | 'BULK' | 'UNINSTALLED' | 'POLL' }
  | { readonly kind: 'DRAFT'; readonly shopifyId: string }
  | { readonly kind: 'CUSTOMER'; readonly shopifyId: string }
  | { readonly kind: 'MERGE'; readonly goneShopifyId: string; readonly keptShopifyId: string }
  | { readonly kind: 'STOCK'; readonly inventoryItemId: string; readonly locationId: string }
  | {
      readonly kind: 'PRIVACY';
      readonly topic: PrivacyTopic;
      readonly customerShopifyId: string | null;
      readonly orderShopifyIds: readonly string[];
    }
  | { readonly kind: 'UNREADABLE' };

const UNREADABLE: WebhookSubject = { kind: 'UNREADABLE' };

const orderSchema = z.object({ id: idSchema });
const partSchema = z.object({ order_id: idSchema });
const editSchema = z.object({ order_edit: z.object({ order_id: idSchema }) });
const returnSchema = z.object({ order: z.object({ id: idSchema }) });
const mergeSchema = z.object({
  admin_graphql_api_customer_deleted_id: idSchema,
  admin_graphql_api_customer_kept_id: idSchema,
});
const levelSchema = z.object({ inventory_item_id: idSchema, location_id: idSchema });
const privacySchema = z.object({
  customer: z.object({ id: idSchema }).nullish(),
  orders_to_redact: z.array(idSchema).nullish(),
  orders_requested: z.array(idSchema).nullish(),
});

export function webhookSubject(topic: string, body: string): WebhookSubject {
  const value = parse(body);
  const [family = ''] = topic.split('/');
  const privacy = PRIVACY_TOPICS.find((one) => one === topic);
  if (privacy !== undefined) return privacySubject(privacy, value);
  if (topic === 'orders/edited') {
    return order(editSchema.safeParse(value).data?.order_edit.order_id);
  }
  if (topic === 'customers/merge') return merge(value);
  switch (family) {
    case 'orders':
      return order(orderSchema.safeParse(value).data?.id);
    case 'refunds':
    case 'fulfillments':
    case 'order_transactions':
      return order(partSchema.safeParse(value).data?.order_id);
    case 'returns':
      return order(returnSchema.safeParse(value).data?.order.id);
    case 'draft_orders':
      return named('DRAFT', value);
    case 'customers':
      return named('CUSTOMER', value);
    case 'inventory_levels':
      return level(value);
    default:
      return { kind: OTHERS.get(family) ?? OTHERS.get(topic) ?? 'POLL' };
  }
}

const OTHERS: ReadonlyMap<string, 'CATALOGUE' | 'LOCATIONS' | 'BULK' | 'UNINSTALLED'> = new Map([
  ['products', 'CATALOGUE'],
  ['locations', 'LOCATIONS'],
  ['bulk_operations', 'BULK'],
  ['app/uninstalled', 'UNINSTALLED'],
]);

function order(shopifyId: string | undefined): WebhookSubject {
  return shopifyId === undefined ? UNREADABLE : { kind: 'ORDER', shopifyId: legacyId(shopifyId) };
}

function named(kind: 'DRAFT' | 'CUSTOMER', value: unknown): WebhookSubject {
  const shopifyId = orderSchema.safeParse(value).data?.id;
  return shopifyId === undefined ? UNREADABLE : { kind, shopifyId };
}

function merge(value: unknown): WebhookSubject {
  const parsed = mergeSchema.safeParse(value).data;
  if (parsed === undefined) return UNREADABLE;
  const {
    admin_graphql_api_customer_deleted_id: goneShopifyId,
    admin_graphql_api_customer_kept_id: keptShopifyId,
  } = parsed;
  return { kind: 'MERGE', goneShopifyId, keptShopifyId };
}

function level(value: unknown): WebhookSubject {
  const parsed = levelSchema.safeParse(value).data;
  if (parsed === undefined) return UNREADABLE;
  const { inventory_item_id: inventoryItemId, location_id: locationId } = parsed;
  return { kind: 'STOCK', inventoryItemId, locationId };
}

function privacySubject(topic: PrivacyTopic, value: unknown): WebhookSubject {
  const parsed = privacySchema.safeParse(value).data;
  if (parsed === undefined) return UNREADABLE;
  return {
    kind: 'PRIVACY',
    topic,
    customerShopifyId: parsed.customer?.id ?? null,
    orderShopifyIds: parsed.orders_to_redact ?? parsed.orders_requested ?? [],
  };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
