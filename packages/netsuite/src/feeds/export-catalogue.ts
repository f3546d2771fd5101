// Every feed that leaves for NetSuite, in the order a record meets them.

import { allocationFeed } from './allocation/feed.ts';
import { cashSaleFeed } from './cash-sale/feed.ts';
import { customerDepositFeed } from './customer-deposit/feed.ts';
import { customerRefundFeed } from './customer-refund/feed.ts';
import { customerFeed } from './customer/feed.ts';
import type { ExportFeed } from './export-feed.ts';
import { fulfillmentFeed } from './fulfillment/feed.ts';
import { inventoryAdjustmentFeed } from './inventory-adjustment/feed.ts';
import { itemCloseFeed } from './item-close/feed.ts';
import { posReturnFeed } from './pos-return/feed.ts';
import { salesOrderFeed } from './sales-order/feed.ts';

export const EXPORT_FEEDS: readonly ExportFeed[] = [
  customerFeed,
  salesOrderFeed,
  cashSaleFeed,
  customerDepositFeed,
  allocationFeed,
  itemCloseFeed,
  fulfillmentFeed,
  customerRefundFeed,
  posReturnFeed,
  inventoryAdjustmentFeed,
];
