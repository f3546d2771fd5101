// Every feed that comes from NetSuite, in the order in which files of one run are taken: ids before what
// refers to them.

import { acknowledgementFeed } from './acknowledgement/feed.ts';
import { auditReportFeed } from './audit-report/feed.ts';
import { customerIdFeed } from './customer-id/feed.ts';
import { cycleCountFeed } from './cycle-count/feed.ts';
import { depositIdFeed } from './deposit-id/feed.ts';
import { discountItemFeed, inactiveDiscountItemFeed } from './discount-item/feed.ts';
import { ERROR_FILE_FEEDS } from './error-file/feed.ts';
import { fulfillmentCsvFeed } from './fulfillment-in/csv-feed.ts';
import { fulfillmentJsonFeed } from './fulfillment-in/json-feed.ts';
import { giftCardFeed } from './gift-card/feed.ts';
import type { ImportFeed } from './import-feed.ts';
import { inventoryFeed } from './inventory/feed.ts';
import { kitFeed } from './kit/feed.ts';
import { orderIdFeed } from './order-id/feed.ts';
import { orderLineIdFeed } from './order-line-id/feed.ts';
import { productIdFeed } from './product-id/feed.ts';
import { rejectedItemFeed } from './rejected-item/feed.ts';
import { returnIdFeed } from './return-id/feed.ts';
import { stockChangeFeed } from './stock-change/feed.ts';

export const IMPORT_FEEDS: readonly ImportFeed[] = [
  customerIdFeed,
  orderIdFeed,
  orderLineIdFeed,
  depositIdFeed,
  returnIdFeed,
  rejectedItemFeed,
  fulfillmentJsonFeed,
  fulfillmentCsvFeed,
  productIdFeed,
  kitFeed,
  discountItemFeed,
  inactiveDiscountItemFeed,
  giftCardFeed,
  cycleCountFeed,
  stockChangeFeed,
  inventoryFeed,
  auditReportFeed,
  acknowledgementFeed,
  ...ERROR_FILE_FEEDS,
];
