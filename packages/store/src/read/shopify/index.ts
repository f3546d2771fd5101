// What the Shopify connector reads.

export {
  lastBulkRun,
  newestBulkRun,
  ordersToRead,
  differingOrders,
  openBulkRuns,
} from './listed-orders.ts';
export type { BulkRun, ListedOrder, OrderToRead } from './listed-orders.ts';
export { channelMappings } from './channel-mappings.ts';
export { openDownloadProblems } from './open-download-problems.ts';
export type { OpenDownloadProblem } from './open-download-problems.ts';
export { orderIdOf } from './order-id-of.ts';
export { polledThrough } from './polled-through.ts';
export { shipmentsToTell } from './shipments-to-tell.ts';
export type { ShipmentToTell, ShippedUnits } from './shipments-to-tell.ts';
export { personalRecords, unreadWebhooks } from './webhooks.ts';
export type { PersonalRecords, UnreadWebhook } from './webhooks.ts';
export { openNotices } from './open-notices.ts';
export type { OpenNotice } from './open-notices.ts';
export { facilityLocations } from './facility-locations.ts';
export { levelsToTell } from './levels-to-tell.ts';
export type { LevelToTell } from './levels-to-tell.ts';
export { ordersToMove } from './orders-to-move.ts';
export type { MovedUnits, OrderToMove } from './orders-to-move.ts';
export { shopRules } from './shop-rules.ts';
export type { ShopRules } from './shop-rules.ts';
