// The Shopify simulator's entry point. It shares no code with the connector in packages/shopify.
export { openShopifyInside, startShopify } from './http/start.ts';
export type { RunningShopify, ShopifyInside, ShopifyOptions } from './http/start.ts';
export type { Carry, Delivery } from './webhooks/deliver.ts';
export type { OrderView } from './http/order-view.ts';
export { main } from './main.ts';
export type { CartInput } from './orders/cart.ts';
export { Address, ShopSeed } from './seed.ts';
export type { ShopSeedInput } from './seed.ts';
