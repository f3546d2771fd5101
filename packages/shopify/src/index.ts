// The Shopify connector: orders in, fulfillments out.

export { mapOrder, sumOfIncoming } from './orders/map-order.ts';
export type { MappedOrder, MappingSettings } from './orders/map-order.ts';
export { readOrders } from './orders/read-orders.ts';
export type { ReadOrder, ReadOrdersOptions } from './orders/read-orders.ts';
export { API_VERSION, OPERATIONS } from './wire/operations.ts';
