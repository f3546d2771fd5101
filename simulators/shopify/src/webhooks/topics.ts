// Topics as the API names them (ORDERS_CREATE) and as webhooks do (orders/create): the last words are the
// verb, which the enum alone cannot tell, so each resource is listed.
const RESOURCES = [
  'app',
  'bulk_operations',
  'customers',
  'customer_payment_methods',
  'customer_tags',
  'customer',
  'disputes',
  'draft_orders',
  'fulfillment_events',
  'fulfillment_holds',
  'fulfillment_orders',
  'fulfillments',
  'inventory_items',
  'inventory_levels',
  'inventory_shipments',
  'inventory_transfers',
  'locations',
  'order_transactions',
  'orders',
  'products',
  'refunds',
  'returns',
  'reverse_deliveries',
  'reverse_fulfillment_orders',
  'shop',
  'tender_transactions',
  'variants',
].sort((a, b) => b.length - a.length);

/** The enum value of a topic: orders/partially_fulfilled is ORDERS_PARTIALLY_FULFILLED. */
export function enumOf(topic: string): string {
  return topic.replaceAll('/', '_').toUpperCase();
}

/** The topic of an enum value. */
export function topicOf(value: string): string {
  const words = value.toLowerCase();
  const resource = RESOURCES.find((name) => words.startsWith(`${name.replaceAll('/', '_')}_`));
  if (resource !== undefined) return `${resource}/${words.slice(resource.length + 1)}`;
  const cut = words.lastIndexOf('_');
  return `${words.slice(0, cut)}/${words.slice(cut + 1)}`;
}
