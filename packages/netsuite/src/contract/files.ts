// How files are named in each direction, and how a name tells what a file holds (contract §0).

import type { ExportFeedName } from './directories.ts';

/** `yyyy-MM-dd-HH-mm-ss`, the instant in UTC: the text in every exported file name. */
export function fileTime(at: Date): string {
  return at.toISOString().slice(0, 19).replaceAll(/[:T]/g, '-');
}

/** As fileTime, with milliseconds: names that must not meet within a second. */
export function fileTimeMs(at: Date): string {
  return at.toISOString().slice(0, 23).replaceAll(/[:T.]/g, '-');
}

/** What a feed's file names begin with, before the time. */
export const EXPORT_FILE_PREFIXES = {
  customer: 'customer-Feed-',
  'sales-order': 'CreateOrderItemsFeed_',
  'cash-sale': 'CreateOrderItemsFeed_',
  'customer-deposit': 'Customer-Deposit-Feed-',
  allocation: 'brokeredOrderItemsFeed_',
  'item-close': 'closedOrderItemsFeed_',
  fulfillment: 'fulfilledOrderItemsFeed_',
  'customer-refund': 'Customer-Refund-Feed-',
  'inventory-adjustment': 'InventoryAdjustmentFeed_',
  'pos-return': 'POS-Return-Feed-',
} as const satisfies Readonly<Record<ExportFeedName, string>>;

/** What NetSuite's own exports end with. The text before it is a date in one of two styles. */
export const IMPORT_FILE_SUFFIXES = {
  customerId: '-CustomerExport.csv',
  salesOrderId: '-SalesOrderExport.csv',
  cashSaleId: '-CashSaleExport.csv',
  orderLineId: '-SalesOrderItemExport.csv',
  depositId: '-CustomerDepositExport.csv',
  rejectedItem: '-RejectedSalesOrderItemExport.csv',
  fulfillmentCsv: '-SalesOrderFulfillment.csv',
  productId: '-HCExportProduct.csv',
  inventory: '-InventoryItemExport.csv',
  returnId: '-POSReturnExport.csv',
  giftCardFulfillment: '-GiftCardFulfillment.csv',
  kit: '-KITProductExport.csv',
  discountItem: '-DiscountItemExport.csv',
  inactiveDiscountItem: '-InActiveDiscountItemExport.csv',
  cycleCount: '-ExportCycleCount.csv',
  stockChange: '-ExportInventoryAdjustment.csv',
  auditReport: '-HCExportSalesOrderReport.csv',
} as const;

/** The JSON fulfillment file has its name first: `SalesOrderFulfillment-<time>.json`. */
export const FULFILLMENT_JSON = { prefix: 'SalesOrderFulfillment-', suffix: '.json' } as const;
