// The Shopify connector: orders in, fulfillments out.

export type { ShopifyConnection, ShopifyCredentials } from './client/connection.ts';
export { checkApiVersion, shopifyClient } from './client/shopify-client.ts';
export type { ShopifyCall, ShopifyClient } from './client/shopify-client.ts';
export type { ShopifyFailure } from './client/shopify-failure.ts';
export { mapOrder, sumOfIncoming } from './orders/map-order.ts';
export type { MappedOrder, MappingSettings } from './orders/map-order.ts';
export { readOrders } from './orders/read-orders.ts';
export type { ReadOrder, ReadOrdersOptions } from './orders/read-orders.ts';
export { openShop } from './shopify-context.ts';
export type { ShopifyContext, ShopifyShop, ShopifyShopOptions } from './shopify-context.ts';
export { SHOPIFY_JOBS, shopifyJobs } from './shopify-jobs.ts';
export type { ShopifyJob, ShopifyJobsOptions } from './shopify-jobs.ts';
export { API_VERSION, OPERATIONS } from './wire/operations.ts';
export { shopifyBook, shopifyBooks } from './reconcile/shopify-books.ts';
export {
  keepSubscriptions,
  listSubscriptions,
  WEBHOOK_TOPICS,
} from './webhooks/keep-subscriptions.ts';
export type { Subscription } from './webhooks/keep-subscriptions.ts';
export { takeWebhook } from './webhooks/take-webhook.ts';
export type { IncomingWebhook, TakenWebhook } from './webhooks/take-webhook.ts';
export { cancelSale, placeSale } from './send-sale/place-sale.ts';
export type { PlacedItem, PlaceSaleOptions } from './send-sale/place-sale.ts';
export { quoteSale } from './send-sale/quote-sale.ts';
export type { SaleQuote, SaleRefusal } from './send-sale/quote-sale.ts';
export { searchCustomers, searchVariants, styleVariants } from './send-sale/search.ts';
export type { FoundCustomer, FoundVariant } from './send-sale/search.ts';
