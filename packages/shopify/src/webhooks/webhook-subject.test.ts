import { expect, test } from 'vitest';
import { webhookSubject } from './webhook-subject.ts';

test.each<[string, unknown, unknown]>([
  ['orders/create', { id: 7 }, { kind: 'ORDER', shopifyId: '7' }],
  ['orders/edited', { order_edit: { order_id: 7 } }, { kind: 'ORDER', shopifyId: '7' }],
  ['refunds/create', { id: 1, order_id: 7 }, { kind: 'ORDER', shopifyId: '7' }],
  ['returns/open', { order: { id: 7 } }, { kind: 'ORDER', shopifyId: '7' }],
  ['fulfillment_orders/moved', { fulfillment_order: { id: 'gid://x/1' } }, { kind: 'POLL' }],
  ['products/update', { id: 1 }, { kind: 'CATALOGUE' }],
  ['bulk_operations/finish', { status: 'completed' }, { kind: 'BULK' }],
  ['app/uninstalled', { id: 1 }, { kind: 'UNINSTALLED' }],
  [
    'customers/merge',
    {
      admin_graphql_api_customer_deleted_id: 'gid://shopify/Customer/1',
      admin_graphql_api_customer_kept_id: 'gid://shopify/Customer/2',
    },
    { kind: 'MERGE', goneShopifyId: '1', keptShopifyId: '2' },
  ],
  [
    'inventory_levels/update',
    { inventory_item_id: 3, location_id: 4 },
    { kind: 'STOCK', inventoryItemId: '3', locationId: '4' },
  ],
  ['orders/create', { name: 'no id' }, { kind: 'UNREADABLE' }],
])('%s %j', (topic, body, subject) => {
  expect(webhookSubject(topic, JSON.stringify(body))).toEqual(subject);
});
