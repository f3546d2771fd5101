// What the use cases may write to the store; nobody else imports this entry.

export type { Database } from '../database.ts';
export { cancelItems } from './cancel-items.ts';
export type { CancelItems } from './cancel-items.ts';
export { setAdjustments } from './set-adjustments.ts';
export { saveChanges, saveReturn } from './changes.ts';
export type { ChangeRow, ReturnItemRow, ReturnRow } from './changes.ts';
export { insertGraph, part } from './insert-graph.ts';
export type { GraphPart } from './insert-graph.ts';
export { lockIncomingOrder, lockOrder } from './lock-order.ts';
export type { LockedOrder } from './lock-order.ts';
export { setMessageState } from './messages.ts';
export { recordReadThrough, setOrderStatus, updateOrderHead } from './order-head.ts';
export {
  appendProblemEvents,
  assignProblems,
  lockProblems,
  newestRow,
  planRetries,
  settleProblems,
} from './problem-work.ts';
export type { LockedProblem, ProblemEvent, RetryPlan, WhichProblems } from './problem-work.ts';
export {
  alertFailed,
  alertWasSent,
  closeAlert,
  deleteAlertRule,
  openAlert,
  upsertAlertRule,
} from './alerts.ts';
export type { NewAlert } from './alerts.ts';
export { countFrom, saveGivenNumbers } from './given-numbers.ts';
export type { GivenNumber, NumberLetter } from './given-numbers.ts';
export { purgeFiles, purgeMessages, purgeProblems, purgeTimelines } from './purge.ts';
export type { Purge } from './purge.ts';
export {
  asIfDue,
  beginHandOver,
  keepDigests,
  markOverdue,
  reopenFile,
  reopenRows,
} from './send-again.ts';
export type { ReopenedRow, RowsAgain } from './send-again.ts';
export { resolveOtherProblems, resolveProblems, saveProblems } from './problems.ts';
export type { ResolveOtherProblems, ResolveProblems } from './problems.ts';
export { removeOrderParts } from './remove-order-parts.ts';
export { saveCustomer } from './save-customer.ts';
export type { SavedCustomer } from './save-customer.ts';
export { savePayments } from './save-payments.ts';
export type { SavePayments } from './save-payments.ts';
export { changeStock, lockStock } from './stock.ts';
export type { LockedStock, StockChange } from './stock.ts';
export { appendTimeline, timelinePart } from './timeline.ts';
export type { TimelineEntry } from './timeline.ts';
export {
  deleteMapping,
  giveAnonymousCustomer,
  giveSellingFacility,
  giveShippingMethod,
  resolveMappingProblems,
  upsertFacility,
  upsertMapping,
  upsertShop,
} from './settings.ts';
export type { AnonymousCustomer, FacilityRow, MappingRow, ShopRow } from './settings.ts';
export {
  giveProducts,
  resolveMissingItems,
  resolveUnknownProducts,
  saveItemIds,
  upsertVariants,
} from './catalog.ts';
export type { GivenProduct, ItemId, VariantRow } from './catalog.ts';
export { saveCounts } from './save-counts.ts';
export type { CountRow, SaveCounts } from './save-counts.ts';
export {
  handOverFile,
  insertLedger,
  lockLedger,
  ordersOfFile,
  saveFile,
  saveMessage,
  setFileState,
  settleLedger,
} from './exchange.ts';
export type {
  FileRow,
  HandedOverFile,
  LedgerRow,
  LockedLedgerRow,
  MessageRow,
  Settlement,
} from './exchange.ts';
export {
  acceptLedger,
  lockCustomer,
  lockPosting,
  lockPostingLine,
  openPostingLines,
  postingWithNetsuiteId,
  saveInvoice,
  setCustomerId,
  setPostingId,
  setPostingLine,
} from './identifiers.ts';
export type { LockedCustomer, LockedPosting, LockedPostingLine } from './identifiers.ts';
export {
  facilityStock,
  fulfillmentItems,
  insertRejection,
  insertShipment,
  lockShipment,
  netsuiteShipment,
  rejectionOfKey,
  releaseAllocations,
  setNetsuiteFulfillment,
  setShopifyFulfillment,
  shipmentPostings,
} from './shipments.ts';
export type { FulfillmentItem, LockedShipment, NewRejection, NewShipment } from './shipments.ts';
export { approveOrders, lockReadyOrders } from './approvals.ts';
export {
  insertAllocations,
  leaveItems,
  lockForBrokering,
  lockLimitedFacilities,
  placeItems,
  resolveUnfillable,
  stillWaiting,
} from './allocations.ts';
export type { LeftItemRow, NewAllocation, OrderDecision, WaitingSeq } from './allocations.ts';
export { moveItems, stillAllocated } from './move-allocations.ts';
export type { MovedItem } from './move-allocations.ts';
export * from './brokering.ts';
export {
  askForOrders,
  closeBulkRun,
  openBulkRun,
  ordersWereRead,
  savePrivacyRequest,
  saveWebhook,
} from './webhooks.ts';
export type { WebhookRow } from './webhooks.ts';
export { redactPeople } from './redact.ts';
export type { Redaction } from './redaction.ts';
export { endHolds, giveHolds, insertHold, lockHolds, useHolds } from './holds.ts';
export type { EndingHolds, NewHold, StockHold } from './holds.ts';
export {
  findSendSale,
  insertSendSale,
  lockSendSale,
  tieOrderToSale,
  updateSendSale,
} from './send-sales.ts';
export type { NewSendSale, SendSale } from './send-sales.ts';
export {
  replaceKits,
  saveBookedCount,
  saveDiscountItems,
  saveGiftCard,
  saveStockChange,
  setReturnId,
} from './netsuite-lists.ts';
export type {
  AdjustedStock,
  DiscountItem,
  KitComponent,
  ShippedGiftCard,
} from './netsuite-lists.ts';
export { customerOf, mergeCustomers, nameCustomer } from './merge-customers.ts';
export type { MergeCustomers } from './merge-customers.ts';
export { setFacilityField, setShopSubsidiary } from './setting-fields.ts';
export type { FacilityField } from './setting-fields.ts';
export { askNotice, saveToldNotice, settleNotice } from './notices.ts';
export type { NewNotice } from './notices.ts';

export { forgetShopLevels, saveShopLevels, saveToldLevels } from './shop-levels.ts';
export type { ShopLevelRow, ToldLevelRow } from './shop-levels.ts';
export {
  closeReconciliationRun,
  openReconciliationRun,
  saveComparedOrders,
} from './reconciliation.ts';
export type { ComparedOrder, DifferenceRow, EndedRun, StartedRun } from './reconciliation.ts';
export {
  deletePicks,
  deleteWithdrawnPicks,
  insertPicklist,
  insertPicks,
  lockFloorItems,
  picklistOfKey,
  saveFacilityDay,
  setPacked,
  setPicked,
  setUnpicked,
} from './picks.ts';
export type { FloorItem, PickChange } from './picks.ts';
